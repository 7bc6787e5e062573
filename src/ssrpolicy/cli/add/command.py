"""``ssrpolicy add``: one entry appended to a record, with its quote verified at once."""

import click

from ssrpolicy.cli.add.papers import add_disposition, add_document, add_request
from ssrpolicy.cli.add.statements import add_instrument, add_statement
from ssrpolicy.cli.add.updates import add_update
from ssrpolicy.cli.groups import Group
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


@click.group("add", cls=Group, meant=_MEANT)
def command() -> None:
    """Append one entry to the record at PATH.

    The entry's quotes, ids and codes are verified first; if anything is wrong the reason is
    printed and nothing is changed. What is needed and not given as an option is asked for at a
    terminal.
    """


for _entry in (
    add_document,
    add_request,
    add_statement,
    add_disposition,
    add_instrument,
    add_update,
):
    command.add_command(_entry)
