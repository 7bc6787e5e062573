"""Characters that are not visible but have an effect, shown by their codes."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_CONTROLS: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff"
# It turns the direction of the text around it, ends a line, or makes two texts differ that look
# alike. Joiners stay between the signs and letters that need them, soft hyphens everywhere.
_MARKS: Final = (
    "\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f"
)
_JOINERS: Final = "(?<![\u0590-\U0010ffff])[\u200c\u200d]"
# What Python would not print as it is, and is harmless here: what separates words and lines.
_SEPARATORS: Final = "\t\n\u00a0\u00ad\u2009\u202f"
_ASCII: Final = bytes(range(128))


def on_one_line(text: str) -> str:
    """Return a text with a blank for each stretch of white space in it."""
    given: object = text  # what is not a text is refused by who asked for one
    return " ".join(text.split()) if isinstance(given, str) else text


def each_on_one_line(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return texts, each on one line, as what a plugin remarks is shown."""
    given: object = texts
    return tuple(map(on_one_line, texts)) if isinstance(given, tuple | list) else texts


def visible(text: str, *, controls: bool = True) -> str:
    """Return a text with each character in it that is not seen and acts written as its code.

    Plugins have it in ``ssrpolicy.views``, which says what is done with ``controls``.
    """
    if (text.isascii() and not controls) or _all_seen(text):
        return text
    return _pattern(controls=controls).sub(_code, text)


def unseen_in(text: str) -> bool:
    """Whether a text has a character that :func:`visible` shows as its code, controls aside."""
    if text.isascii() or _all_seen(text):
        return False
    return _pattern(controls=False).search(text) is not None


def all_seen_in(written: bytes) -> bool:
    """Whether a text in UTF-8 certainly has no such character, controls aside.

    Few of its characters are beyond ASCII, and the others are left out at once.
    """
    return _all_seen(written.translate(None, _ASCII).decode("utf-8"))


def toml_codes(text: str) -> str:
    """Return a text for a TOML string, in which such characters stand as TOML's own codes."""
    return _pattern(controls=False).sub(
        lambda m: f"\\u{ord(m[0]):04x}" if ord(m[0]) < 1 << 16 else f"\\U{ord(m[0]):08x}", text
    )


def _all_seen(text: str) -> bool:
    """Whether a text certainly has no such character, found without a pattern."""
    if not text.isprintable():
        # One after the other: a table of what to leave out is looked up for each character.
        rest = text
        for separator in _SEPARATORS:
            rest = rest.replace(separator, "")
        if not rest.isprintable():
            return False
    if text.isascii():
        return True
    # What Python would print as it is, and is not seen either: the fillers of Hangul.
    return not ("\u115f" in text or "\u1160" in text or "\u3164" in text or "\uffa0" in text)


@cache
def _pattern(*, controls: bool) -> re.Pattern[str]:
    """Return the pattern of one such character, which takes milliseconds to compile."""
    return re.compile(f"[{_CONTROLS if controls else ''}{_MARKS}]|{_JOINERS}")


def _code(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    # As JSON has it: what lies beyond four digits is a pair.
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
