"""The codes of the findings that reading a record makes, each with its reference page."""

from typing import Final

from attrs import frozen

from ssrpolicy.model import Severity


@frozen(kw_only=True)
class ReadingCode:
    """A stable code for one way in which a record cannot be read as written.

    ``page`` is the reference page: what is wrong, and what to do; its first line is the
    ``summary``.
    """

    code: str
    severity: Severity = Severity.ERROR
    page: str

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0]


_PAGES: Final = {
    "derived-differs": """\
What a JSON record says was derived is not what its own text gives.

Where a quote stands, its heading and its paragraph are worked out from the document's text, and a
document's address from its number. They are checked on reading and not used. The file was changed
by hand, or written by another program: load it and dump it again.
""",
    "file-encoding": """\
The record's file is not plain UTF-8 text.

It holds bytes that are not UTF-8, or starts with a byte order mark. Save it as UTF-8 "without BOM".
""",
    "format-version": """\
The file is of another format, or of a version that this release does not read.

A record begins with format = "ssrpolicy-record/1". Newer formats need a newer release.
""",
    "json-syntax": """\
The file is not JSON.

The line and column are where reading stopped; the mistake may stand just before.
""",
    "key-duplicate": """\
An object of a JSON record has one key twice.

JSON readers keep one of the two values and drop the other, so neither is taken: remove one.
""",
    "key-missing": """\
An entry lacks a key that it cannot do without.
""",
    "key-unknown": """\
An entry has a key that no such entry has.

Mostly a misspelling: the most similar known key is named. Nothing is kept that is not understood.
""",
    "nesting-too-deep": """\
Lists or tables stand inside one another far deeper than any record needs.
""",
    "number-too-long": """\
A number has more digits than any quantity can have.
""",
    "source-changed": """\
A document's text is not the one that was recorded: its SHA-256 differs.

Quotes are verified against that text. Put the original file back; or, if the change is meant,
check every quote and record the new digest.
""",
    "source-encoding": """\
A document's text is not UTF-8.

Convert a copy, for instance with iconv -f WINDOWS-1252 -t UTF-8, and record that.
""",
    "source-missing": """\
The file that a document names is not there, or a JSON record does not carry its text.

Put the file into the record's folder, under sources/; or leave out the key file: the document's
quotes then count as unverified.
""",
    "source-outside": """\
A document's file is not inside the record's folder.

A record stands on its own and reads nothing else: no absolute paths, no .., no links that lead
outside. Copy the file into sources/.
""",
    "source-unreadable": """\
The file that a document names cannot be read: it is forbidden, too large, or not an ordinary file.
""",
    "source-unstamped": """\
A document has a text and no SHA-256, so that a later change of the text cannot be noticed.

The digest to record is in the hint.
""",
    "toml-syntax": """\
The file is not TOML.

The line and column are where reading stopped; the mistake may stand just before.
""",
    "type-wrong": """\
A value is of another type than its key takes: a number for a text, a text for a list, and so on.

Nothing is converted silently. A date is written without quotation marks in TOML.
""",
    "value-invalid": """\
A value has the right type and cannot be right.

An id with capitals, a date that does not exist, a quantity with two bounds, a control character.
""",
    "value-unknown": """\
A value is not one of a closed list; the most similar one is named.
""",
}

_WARNINGS: Final = frozenset({"derived-differs", "source-unstamped"})

READING_CODES: Final[tuple[ReadingCode, ...]] = tuple(
    ReadingCode(
        code=code, severity=Severity.WARNING if code in _WARNINGS else Severity.ERROR, page=page
    )
    for code, page in sorted(_PAGES.items())
)
"""Every code that the codec gives, sorted."""

SEVERITIES: Final = {each.code: each.severity for each in READING_CODES}
