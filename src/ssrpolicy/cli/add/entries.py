"""What the subcommands of ``ssrpolicy add`` share: making an entry, and telling what was added."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ssrpolicy.cli.add.options import given_only
from ssrpolicy.cli.add.questions import answers_kept
from ssrpolicy.cli.console import print_finding, say, wrapped
from ssrpolicy.cli.places import place_words
from ssrpolicy.editing import Appended, append_entry
from ssrpolicy.errors import EditRefusedError
from ssrpolicy.evidence.anchoring import anchors
from ssrpolicy.model.documents import Passage


@contextmanager
def making() -> Iterator[None]:
    """Refuse the entry, with the model's reason, when one of its values cannot be."""
    try:
        yield
    except ValueError as error:
        reason = str(error).rstrip(".")
        raise EditRefusedError(f"The entry was not added: {reason}.") from error


def append(path: Path, cls: Callable[..., Any], values: dict[str, Any], name: str) -> None:
    """Make an entry of the values given, append it, and tell so; ``name`` is what it is about."""
    with answers_kept():
        with making():
            entry = cls(**given_only(values))
        appended = append_entry(path, entry)
    tell(appended, name, entry.quotes)


def tell(appended: Appended, name: str, quotes: tuple[Passage, ...] = ()) -> None:
    """Say what was added and where its quotes stand, and what there is to remark about it."""
    say(f"Added {name} to {appended.file}, line {appended.line}.")
    found = anchors(appended.record)
    for quote in quotes:
        anchor = found.of(quote)
        verified = "" if anchor.span is None else "quote verified: "
        say(wrapped(f"{verified}{place_words(anchor, 'en')}", hang=4))
    for finding in appended.findings:
        print_finding(finding)
