"""What the subcommands of ``ssrpolicy add`` share: making an entry, appending and reporting it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ssrpolicy.cli.add.options import entry_values
from ssrpolicy.cli.add.questions import answers_kept
from ssrpolicy.cli.console import print_finding, print_line, wrapped
from ssrpolicy.cli.places import place_words
from ssrpolicy.editing import Appended, append_entry
from ssrpolicy.errors import EditRefusedError
from ssrpolicy.evidence import anchors
from ssrpolicy.model import PolicyRecord


@contextmanager
def making() -> Iterator[None]:
    """Refuse the entry, with the model's reason, when one of its values is not valid."""
    try:
        yield
    except ValueError as error:
        reason = str(error).rstrip(".")
        raise EditRefusedError(f"The entry was not added: {reason}.") from error


def append(
    path: Path,
    record: PolicyRecord,
    cls: Callable[..., Any],
    given: dict[str, Any],
    name: str,
    *,
    quoted: str | None = None,
    term: str = "timeframe",
    write: Callable[[Path, Any], Appended] = append_entry,
) -> None:
    """Make an entry of the options given, append it, and print what was added and where it stands.

    ``name`` is what the entry is about; see ``entry_values`` for ``quoted`` and ``term``.
    """
    with answers_kept():
        with making():
            entry = cls(**entry_values(record, given, quoted=quoted, term=term))
        appended = write(path, entry)
    print_line(f"Added {name} to {appended.file}, line {appended.line}.")
    found = anchors(appended.record)
    for quote in getattr(entry, "quotes", ()):
        anchor = found.of(quote)
        verified = "" if anchor.span is None else "quote verified: "
        print_line(wrapped(f"{verified}{place_words(anchor, 'en')}", hang=4))
    for finding in appended.findings:
        print_finding(finding)
