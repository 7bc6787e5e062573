"""``ssrpolicy remove``: one entry taken out of a record, with its comments."""

from pathlib import Path

import click

from ssrpolicy.cli.add.entries import print_remarks
from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.parameters import example, path_argument, previewed, writing_options
from ssrpolicy.editing import name_of, remove
from ssrpolicy.messages import _
from ssrpolicy.model import Document


@click.command(
    "remove",
    epilog=example(
        "ssrpolicy remove kst-32123-X-124 african-union",
        "ssrpolicy remove kst-32123-X-124 174  # what stands on that line",
    ),
)
@path_argument
@click.argument("key", metavar="ID")
@writing_options
def command(path: Path, key: str) -> None:
    """Remove the entry ID from the record at PATH.

    An answer, a set-aside and an update have no id: give a line of the file on which it stands.
    The comments that belong to the entry go with it: those directly above it without an empty line
    between, and those directly below it. Nothing else in the file changes. An entry to which
    others refer stays, and these are named.
    """
    change = remove(path, key, preview=previewed())
    (entry,), (line,) = change.entries, change.lines
    where = {"name": name_of(entry), "file": change.file, "line": line}
    print_line(
        _("To be removed from {file}, where it stands on line {line}: {name}.", **where)
        if change.preview
        else _("Removed {name} from {file}, where it stood on line {line}.", **where)
    )
    if isinstance(entry, Document) and entry.file is not None:
        print_line(_("Its text stays in {file}.", file=change.file.parent / entry.file))
    print_remarks(change)
