"""What pages print around a text."""

from __future__ import annotations

import re
from typing import Final

#: What a page prints at its head, foot and margin: it stands between two parts of a text.
FURNITURE: Final = re.compile(
    r"""
      (?:Tweede|Eerste)\ Kamer,\ vergaderjaar\ \d{4}\s?[\u2013-]\s?\d{4},
        [^\r\n]{0,40}?(?:Aanhangsel|nr\.\ ?\d+)(?:\ \d{1,3})?
    | \b(?:ah|kst|blg)-[\w-]*\d(?![\w-])
    | \bISSN\ [\d -]{9,14}
    | ['\u2019]s-Gravenhage\ \d{4}
    | \bPagina\ \d{1,3}\ van\ \d{1,3}\b (?:\s*Kenmerk\s+[\w./-]+)?
    | ^Kenmerk\s+[\w./-]+\s*$
    | ^Nummer:\ \d[^\r\n]*\bversie:\ \d+[^\r\n]*$
    | ^Vergaderjaar\ \d{4}\s?[\u2013-]\s?\d{4}[ \t|]*$
    | ^(?:Tweede|Eerste)\ Kamer\ der\ Staten-Generaal[ \t|\d]*$
    | ^[ \t]*+(?:\|[ \t]*+)?\d{1,3}[ \t]*\|[^\r\n]{0,80}$
    | ^Published\ \d{1,2}\ [A-Z][a-z]+\ \d{4}[ \t]*$
    """,
    re.VERBOSE | re.MULTILINE,
)

#: Who speaks, at the beginning of a line, before what is said: "Minister for Health (A. Smith):".
SPEAKER: Final = re.compile(
    r"""
    ^[ \t]*+(?:The\ )?
    (?: (?:Minister|Secretary)
        (?:,?\ (?:of|for|and|the|at|in|with|\(?[A-Z\u00c0-\u00de][^\s.:;]*)){1,20}
      | (?:Taoiseach|T\u00e1naiste|Attorney\ General|Prime\ Minister)(?:\ \([^)\r\n]{3,60}\))?
      | (?:Deputy|Senator|Lord|Lady|Baroness|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)
        (?:\ [A-Z\u00c0-\u00de][^\s.,:;]*){1,4}(?:\ \([^)\r\n]{3,60}\))?
    )
    [ \t]*:(?=\s+["\u2018\u201c]?[A-Z\u00c0-\u00de])
    """,
    re.VERBOSE | re.MULTILINE,
)
