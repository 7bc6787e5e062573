"""Passwords in addresses and overlong names, which messages leave out."""

from __future__ import annotations

import re
from typing import Final

# Compiled where a text may have one: hardly any message does. Where a message cuts an address
# short, what stands after the name of a user is not the number of a port. A host may be a number
# with colons between brackets.
_ADDRESS: Final = (
    r"([A-Za-z][\w+.-]*:/{1,3}(?!\[[\da-fA-F:.]+\])[^\s:/@]*:)"
    r"(?:\S+(?=@)|(?!/|\d{1,5}(?:[/?#'\"”),.]|\s|\Z))[^\s'\"”]+)"
)
# USER:WORD@HOST; the drive of a path and an address of mail are not one, nor what stands below
# the root of a disk.
_USER: Final = r"((?<![\w.:-])(?!mailto:|[A-Za-z]:[\\/])[\w.%+-]+:)(?!/)[^\s@]+(?=@[\w\[])"
_NAMED: Final = r"(?i)(\b\w*(?:passw?\w*d|pwd)=)(?:'[^']*'|[^\s'\"”&]+)"


_LONGEST, _SHOWN = 1_000, 100
_LONG: Final = rf"\S{{{_LONGEST},}}"


def repeatable(text: str) -> str:
    """Return what a message may say of a text that was given.

    That is the text without passwords; of a name longer than any system has, its two ends.
    """
    if len(text) >= _LONGEST:
        text = re.sub(_LONG, lambda found: f"{found[0][:_SHOWN]}…{found[0][-_SHOWN:]}", text)
    return without_passwords(text)


def without_passwords(text: str) -> str:
    """Return a text in which each password of an address, or named as one, is ``***``."""
    if ":/" in text:
        text = re.sub(_ADDRESS, r"\1***", text)
    if "@" in text:
        text = re.sub(_USER, _masked, text)
    return re.sub(_NAMED, r"\1***", text) if "=" in text else text


def _masked(found: re.Match[str]) -> str:
    before = re.split(r"[\s'\"“”«»()<>]", found.string[: found.start()])[-1]
    return found[0] if before.startswith(("/", "\\")) else f"{found[1]}***"


def has_password(address: str) -> bool:
    """Return whether a web address names a user with a password."""
    return re.match(r"\w+://[^\s/?#@]*:[^\s/?#]*@", address) is not None
