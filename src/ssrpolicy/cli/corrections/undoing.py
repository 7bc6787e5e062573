"""``ssrpolicy undo``: the last change to a record taken back."""

from pathlib import Path

import click

from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.parameters import path_argument, plugins_dir_option
from ssrpolicy.editing import undo
from ssrpolicy.messages import _, some

_MOST_NAMED = 5


@click.command("undo")
@path_argument
@click.option("--preview", is_flag=True, help="Say what would be undone, and change nothing.")
@plugins_dir_option
def command(path: Path, preview: bool) -> None:
    """Undo the last change that a command made to the record at PATH.

    That is what add, replace, remove or merge --apply wrote last; a merge is undone in all records
    that it changed, also from the folder in which they are. It is undone only while the file is
    still what that change left, and only once. The text of a document that was copied with the
    change is taken away too.
    """
    for each in undo(path, preview=preview):
        where = {"file": each.file, "line": each.line}
        lines = {"out": each.taken_out, "back": each.put_back}
        print_line(
            _(
                "To be undone in {file}, at line {line}: lines to take out {out}, to put back "
                "{back}.",
                **where,
                **lines,
            )
            if preview
            else _(
                "Undone in {file}, at line {line}: lines taken out {out}, lines put back {back}.",
                **where,
                **lines,
            )
        )
        if each.entries_out:
            names = some(each.entries_out, _MOST_NAMED)
            print_line(
                _("Taken out, {number}: {names}.", number=len(each.entries_out), names=names)
            )
        if each.entries_back:
            names = some(each.entries_back, _MOST_NAMED)
            print_line(
                _("Put back, {number}: {names}.", number=len(each.entries_back), names=names)
            )
        if each.removed is not None:
            gone = (
                _("Its copied text would go: {file}.", file=each.removed)
                if preview
                else _("Its copied text is gone: {file}.", file=each.removed)
            )
            print_line(gone)
    if preview:
        print_line(_("This is a preview: nothing was undone."))
