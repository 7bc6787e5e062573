"""What is not seen in a text and acts all the same, shown as its code."""

from __future__ import annotations

import re

# What is not seen and acts all the same: it turns the direction of the text around it, ends a line
# or makes two names differ that look alike. Joiners stay between the signs and letters that need
# them, soft hyphens everywhere.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
    "|(?<![\u0590-\U0010ffff])[\u200c\u200d]"
)


def visible(text: str) -> str:
    """Return a text with each character in it that is not seen and acts written as its code.

    These are control characters but tab and line feed, the marks that change the direction of
    text, and those without width. Every text of a record that is shown passes here; quotes and
    sources keep their words and characters, and only what is shown of them has the codes.
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
