"""``ssrpolicy add``: one entry appended to a record, with its quote verified at once."""

import click

from ssrpolicy.cli.add import commands
from ssrpolicy.cli.main import Group
from ssrpolicy.model import STATEMENT_KINDS

# What people call an entry, and the command that adds it.
_MEANT = {
    **{kind: f"statement --kind {kind}" for kind in STATEMENT_KINDS},
    "toezegging": "statement --kind commitment",
    "motion": "document --kind motion",
    "motie": "document --kind motion",
    "letter": "document --kind letter",
    "brief": "document --kind letter",
    "answer": "disposition",
    "verzoek": "request",
}


_COMMANDS = (
    commands.add_document,
    commands.add_request,
    commands.add_statement,
    commands.add_disposition,
    commands.add_instrument,
    commands.add_update,
)


@click.group("add", cls=Group, meant=_MEANT, commands=_COMMANDS)
def command() -> None:
    """Append one entry to the record at PATH.

    The entry's quotes, ids and codes are verified first; if anything is wrong the reason is
    printed and nothing is changed. What is needed and not given as an option is asked for at a
    terminal.
    """
