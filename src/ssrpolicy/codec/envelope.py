"""What is around a record in both wire formats: the text of the file, and the stated format."""

import re
from collections.abc import Collection

from ssrpolicy.codec.problems import Problem, shown
from ssrpolicy.messages import _, either
from ssrpolicy.model import FORMAT
from ssrpolicy.storage import NotUtf8Error, utf8_text

PORTFOLIO_FORMAT = "ssrpolicy-records/1"
"""The format of a JSON file that holds several records."""

# More digits than any quantity has, and fewer than Python refuses to read (4,300 by default).
_LONG_NUMBER = r"[0-9][0-9_]{999,}"
_BYTE_ORDER_MARK = "\ufeff"


def file_text(data: bytes) -> tuple[str | None, list[Problem]]:
    """Return the text of a record's file without a byte order mark, and what is wrong with it."""
    try:
        text = utf8_text(data)
    except NotUtf8Error as error:
        hint = _("Save the file as UTF-8.")
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            hint = _("The file is UTF-16; save it as UTF-8.")
        return None, [
            Problem("file-encoding", _("The file {error}.", error=error), hint, line=error.line)
        ]
    if not text.startswith(_BYTE_ORDER_MARK):
        return text, []
    message = _(
        "The file starts with a byte order mark, an invisible character that some editors add."
    )
    hint = _('Save the file as UTF-8 without BOM ("UTF-8", not "UTF-8 with BOM").')
    return text.removeprefix(_BYTE_ORDER_MARK), [Problem("file-encoding", message, hint, line=1)]


def nesting_problem() -> Problem:
    """Return the problem of data nested deeper than Python follows."""
    return Problem(
        "nesting-too-deep",
        _("Lists or tables stand inside one another far deeper than any record needs."),
        _("A record's values are at most a few tables deep."),
    )


def number_problem(text: str) -> Problem:
    """Return the problem of a text with a number too long for Python to read."""
    found = re.search(_LONG_NUMBER, text)
    line = None if found is None else text.count("\n", 0, found.start()) + 1
    return Problem(
        "number-too-long",
        _("A number has far more digits than any quantity can have."),
        _("Give at most 15 digits."),
        line=line,
    )


def format_problem(data: object, known: Collection[str]) -> Problem | None:
    """Return what is wrong with the format that data state, or None."""
    wanted = either([f'"{each}"' for each in sorted(known)])
    if not isinstance(data, dict):
        return Problem(
            "type-wrong", _("The file holds {data}, and no record.", data=shown(data)), None
        )
    stated = data.get("format")
    if "format" not in data:
        return Problem(
            "key-missing",
            _("The key format is missing, so that this may not be a record at all."),
            _(
                'A record begins with format = "{format}" (in JSON: "format": "{format}").',
                format=FORMAT,
            ),
        )
    if not isinstance(stated, str):
        return Problem(
            "type-wrong",
            _("format is {stated}, where {wanted} belongs.", stated=shown(stated), wanted=wanted),
            None,
            ("format",),
        )
    if stated in known:
        return None
    name, __, version = stated.partition("/")
    if version.isdecimal() and name in {each.partition("/")[0] for each in known}:
        hint = _("Use a newer release of ssrpolicy, or a file of the format that this one reads.")
        message = _(
            "The file is of version {version:.20} of its format; this release reads {wanted}.",
            version=version,
            wanted=wanted,
        )
    else:
        hint = _("A record states {wanted}.", wanted=wanted)
        message = _(
            "format is {stated}, which is not the format of a policy record.", stated=shown(stated)
        )
    return Problem("format-version", message, hint, ("format",))
