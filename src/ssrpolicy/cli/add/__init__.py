"""``ssrpolicy add``: one entry appended to a record, with its quote verified at once."""

from functools import partial

import click

from ssrpolicy.cli.add import codes, commands, documents, set_aside, updates
from ssrpolicy.cli.add.named import flags_for, in_options
from ssrpolicy.cli.console import REWORD
from ssrpolicy.cli.groups import Group
from ssrpolicy.model import STATEMENT_KINDS, SetAsideReason

# What people call an entry, and the command that adds it.
_MEANT: dict[str, str] = {
    **{kind: f"statement --kind {kind}" for kind in STATEMENT_KINDS},
    "toezegging": "statement --kind commitment",
    "motion": "document --kind motion",
    "motie": "document --kind motion",
    "letter": "document --kind letter",
    "brief": "document --kind letter",
    "answer": "disposition",
    "verzoek": "request",
    **{reason: f"set-aside --reason {reason}" for reason in map(str, SetAsideReason)},
    "organisation": "party",
    "partij": "party",
    "plaats": "place",
    "beleidskader": "framework",
}


_COMMANDS = (
    documents.add_document,
    commands.add_request,
    commands.add_statement,
    commands.add_disposition,
    commands.add_instrument,
    set_aside.add_set_aside,
    updates.add_update,
    codes.add_party,
    codes.add_place,
    codes.add_sector,
    codes.add_framework,
)


@click.group("add", cls=Group, meant=_MEANT, commands=_COMMANDS)
def command() -> None:
    """Append an entry to the record at PATH.

    Its quotes, ids and codes are verified first; if anything is wrong the reason is
    printed and nothing is changed. What is needed and not given as an option is asked for at a
    terminal.
    """
    context = click.get_current_context()
    chosen = (each for each in _COMMANDS if each.name == context.invoked_subcommand)
    flags = next((flags_for(each, _COMMANDS) for each in chosen), {})
    context.meta[REWORD] = partial(in_options, flags=flags)
