"""What is wrong with a text as TOML, JSON or XML, or with a zip, in our words and both languages.

Parsers say it in English and in terms of their own. A mistake that no table has stays quoted as
the parser's words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from json import JSONDecodeError
from typing import Final, NamedTuple

from ssrpolicy.messages import _, marked, system_reason

_AT = r" \(at (?:line (\d+), column (\d+)|end of document)\)$"
_IN_QUOTES = r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\""


class Mistake(NamedTuple):
    """What is wrong with a text, and where: line and column from 1, None where it is not known."""

    reason: str
    line: int | None = None
    column: int | None = None
    at_end: bool = False

    def __str__(self) -> str:
        """The reason and the place of it, as a part of a sentence."""
        if self.at_end:
            return _("{reason} (at the end of the file)", reason=self.reason)
        if self.line is None:
            return self.reason
        if self.column is None:
            return _("{reason} (line {line})", reason=self.reason, line=self.line)
        return _(
            "{reason} (line {line}, column {column})",
            reason=self.reason,
            line=self.line,
            column=self.column,
        )


_TOO_LONG = marked("it has a number of thousands of digits")
_NO_QUOTATION_MARK = marked("a text has no closing quotation mark")
_LINE_ENDS = marked("the line ends inside a text")
_CONTROL_CHARACTER = marked("the control character {name} stands here")
_BYTE_ORDER_MARK = marked(
    "it begins with a byte order mark, which nobody sees; save it as UTF-8 without BOM"
)
_RETURN_ALONE = marked(
    "a line ends in a carriage return alone, as on old Macs; save it with other line ends (LF or "
    "CRLF)"
)
_TABLE_COMPLETE = marked("the table {name} was complete, and something more is given of it")
_BACKSLASH = marked("a backslash in a text stands before a character that has no meaning after it")
_CODE = marked("the code of a character after a backslash is not one")

_TOML: Final[Mapping[str, str]] = {
    "Invalid statement": marked("a line begins with neither a key nor a [table]"),
    "Expected newline or end of document after a statement": marked(
        "something stands after the value, where the line should end"
    ),
    "Expected '=' after a key in a key/value pair": marked("a key is not followed by ="),
    "Expected ']' at the end of a table declaration": marked("a [table] has no closing ]"),
    "Expected ']]' at the end of an array declaration": marked("a [[table]] has no closing ]]"),
    **dict.fromkeys(("Expected '\"", "Expected \"'"), _NO_QUOTATION_MARK),
    "Unterminated string": _NO_QUOTATION_MARK,
    "Invalid initial character for a key part": marked(
        "a key is missing, or begins with a character that only stands in quotation marks"
    ),
    "Unclosed array": marked("a list lacks a comma or its closing ]"),
    "Unclosed inline table": marked("a table in braces lacks a comma or its closing }"),
    "Unescaped '\\' in a string": _BACKSLASH,
    "Invalid hex value": _CODE,
    "Escaped character is not a Unicode scalar value": _CODE,
    "Invalid date or datetime": marked("a date or time is one that does not exist"),
    "Invalid value": marked("a value is missing, or is a text without quotation marks"),
    "Cannot overwrite a value": marked("a key is given for the second time"),
    "Cannot declare": marked("the table {name} stands twice"),
    "Duplicate inline table key": marked("the key {name} stands twice in one table"),
    "Cannot mutate immutable namespace": _TABLE_COMPLETE,
    "Cannot redefine namespace": _TABLE_COMPLETE,
    "Illegal character": _CONTROL_CHARACTER,
    "Found invalid character": _CONTROL_CHARACTER,
}
"""What each beginning of a message of Python's tomllib means; the longest that fits counts."""

_JSON: Final[Mapping[str, str]] = {
    "Expecting value": marked("a value is missing, or is not written as JSON writes it"),
    "Expecting property name enclosed in double quotes": marked(
        "a key in double quotation marks is missing"
    ),
    "Expecting ':' delimiter": marked("a key is not followed by :"),
    "Expecting ',' delimiter": marked("a comma or a closing bracket is missing"),
    "Extra data": marked("something stands after the end of the data"),
    "Unterminated string starting at": _NO_QUOTATION_MARK,
    "Invalid control character at": marked("a line end or another control character stands here"),
    "Invalid \\escape": _BACKSLASH,
    "Invalid \\uXXXX escape": _CODE,
    "Illegal trailing comma before end of": marked("a comma stands before a closing bracket"),
}
"""What each beginning of a message of Python's json means."""

_NOT_ENDED = marked("the file ends before its elements do")
_MISMATCH = marked("an element ends that is not the one that is open")
_NO_XML = marked("the file is empty, or does not begin with an element")
_AFTER_THE_END = marked("something stands after the end of the document")
_TWICE = marked("an attribute stands twice in one element")
_NOT_ALLOWED = marked("a character stands here that XML does not allow")
_NAME_MISSING = marked("a name is missing, or < or & stands for itself and not as &lt; or &amp;")
_UNDEFINED = marked("the name of a character is not defined")
_NO_QUOTES = marked("an attribute has no value in quotation marks")
_NOT_CLOSED = marked("something is opened and never closed")
_ENCODING = marked("the file is not in the encoding that it names, or names one that is not known")
_PREFIX = marked("a prefix of a name is not defined")
_DECLARATION = marked("the XML declaration does not stand at the beginning, or is not right")
_TOO_DEEP = marked("its elements are nested too deeply")
_TOO_LONG_IN_XML = marked("a text, a name or a tag with its attributes is too long")

_LIBXML: Final[Mapping[int, str]] = {
    4: _NO_XML,
    5: _AFTER_THE_END,
    **dict.fromkeys((6, 7, 8, 9), _NOT_ALLOWED),
    **dict.fromkeys((22, 23, 38, 68), _NAME_MISSING),
    **dict.fromkeys((26, 27), _UNDEFINED),
    **dict.fromkeys((31, 32, 81), _ENCODING),
    **dict.fromkeys((39, 41, 65, 75), _NO_QUOTES),
    **dict.fromkeys((40, 45, 47, 63, 73), _NOT_CLOSED),
    42: _TWICE,
    **dict.fromkeys((57, 64), _DECLARATION),
    62: _NOT_ALLOWED,
    76: _MISMATCH,
    77: _NOT_ENDED,
    80: _NOT_ALLOWED,
    **dict.fromkeys((110, 114), _TOO_LONG_IN_XML),
    201: _PREFIX,
}
"""What the numbers of errors of libxml2 mean, which lxml gives."""

_EXPAT: Final[Mapping[int, str]] = {
    2: _NO_XML,
    3: _NOT_ENDED,
    4: marked("a character stands where XML does not allow it"),
    **dict.fromkeys((5, 6, 20), _NOT_CLOSED),
    7: _MISMATCH,
    8: _TWICE,
    9: _AFTER_THE_END,
    11: _UNDEFINED,
    14: _NOT_ALLOWED,
    **dict.fromkeys((17, 30, 31), _DECLARATION),
    **dict.fromkeys((18, 19), _ENCODING),
    27: _PREFIX,
}
"""What the numbers of errors of Expat mean, which Python gives."""


_ZIP: Final[Mapping[str, str]] = {
    "Bad CRC-32 for file": marked("its part {name} is not what was packed"),
    "File name in directory": marked("two places in it name one part differently"),
    "Overlapped entries": marked("its parts overlap"),
    "That compression method is not supported": marked("it is packed in a way that is not read"),
    "compression type": marked("it is packed in a way that is not read"),
    "zip file version": marked("it is packed in a way that is not read"),
    "Error -": marked("what is packed in it cannot be unpacked"),
    "File is not a zip file": marked("it is cut off, or its list of parts is damaged"),
}
"""What each beginning of a message of Python's zipfile and zlib means."""


def toml_mistake(error: Exception, text: str = "") -> Mistake:
    """Return what an error says that was raised while TOML was read.

    What is not Python's own, such as why a value does not fit, is in our words already. With the
    ``text`` that was read, a byte order mark and lines that end in a carriage return alone, which
    nobody sees, are named.
    """
    from tomllib import TOMLDecodeError  # noqa: PLC0415 - for a text that is refused

    said = str(error)
    if isinstance(error, RecursionError):
        return Mistake(_(_TOO_DEEP))
    if not isinstance(error, TOMLDecodeError):
        return Mistake(_(_TOO_LONG) if said.startswith("Exceeds the limit") else said)
    if text.startswith("\ufeff"):
        return Mistake(_(_BYTE_ORDER_MARK), 1, 1)
    if alone := re.search(r"\r(?!\n)", text):
        return Mistake(_(_RETURN_ALONE), text.count("\n", 0, alone.start()) + 1)
    at = re.search(_AT, said)
    if at is None:
        return Mistake(_words_of(said, _TOML))
    reason = _words_of(said[: at.start()], _TOML)
    return Mistake(reason, int(at[1]), int(at[2])) if at[1] else Mistake(reason, at_end=True)


def json_mistake(error: JSONDecodeError) -> Mistake:
    """Return what a JSONDecodeError says."""
    return Mistake(_words_of(error.msg, _JSON), error.lineno, error.colno)


def xml_mistake(error: Exception) -> Mistake:
    """Return what an XMLSyntaxError of lxml, an ExpatError or a ParseError of Python says."""
    code, line = getattr(error, "code", None), getattr(error, "lineno", None)
    offset, position = getattr(error, "offset", None), getattr(error, "position", None)
    table = _EXPAT if position is None or line is None else _LIBXML
    if position is not None and line is None:
        line, offset = position
    known = _TOO_DEEP if "Excessive depth" in str(error) else table.get(code or 0)
    column = None if offset is None else offset + 1
    said = re.sub(r",? line \d+, column \d+(?: \(.*)?$|: line \d+, column \d+$", "", str(error))
    return Mistake(_quoted(said) if known is None else _(known), line, column)


def zip_mistake(error: Exception) -> Mistake:
    """Return what an error says that was raised while a zip was read, by whatever raised it."""
    if isinstance(error, EOFError):
        return Mistake(_("it ends too early"))
    if isinstance(error, OSError) and error.strerror:
        return Mistake(system_reason(error))
    said = str(error)
    if "password required" in said:
        return Mistake(_("a part of it has a password"))
    known = any(said.startswith(each) for each in _ZIP)
    return Mistake(_words_of(said, _ZIP) if known else _("its list of parts is damaged"))


def _words_of(said: str, table: Mapping[str, str]) -> str:
    """What a message says by its longest beginning that is known, or the message in quotes."""
    known = max((each for each in table if said.startswith(each)), key=len, default=None)
    if known is None:
        return _quoted(said)
    named = [one or other for one, other in re.findall(_IN_QUOTES, said[len(known) :])]
    if table[known] == _CONTROL_CHARACTER and named == ["\\n"]:
        return _(_LINE_ENDS)
    return _(table[known], name=".".join(named)) if "{name}" in table[known] else _(table[known])


def _quoted(said: str) -> str:
    return _("its parser says: “{words}”", words=" ".join(said.split())[:200].rstrip("."))
