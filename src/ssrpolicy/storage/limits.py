"""Limits of an Office package, and the counters that apply them while a part is parsed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from zipfile import ZipInfo

from attrs import define, frozen

from ssrpolicy.errors import InputError
from ssrpolicy.fields import typed
from ssrpolicy.messages import _


@frozen(kw_only=True, field_transformer=typed)
class PackageLimits:
    """How much an Office package may hold; a larger one is refused.

    ``elements`` is for a part that is read as a whole. A sheet's rows and the texts of its cells
    are read one after the other, and bounded by ``unpacked`` and ``cells``: the rows times the
    columns up to the last one used.

    Attributes:
        part: the most bytes of one part, unpacked.
        parts: the most parts that it may have.
        listed: the most styles, lists, names or sheets that a part defines; libraries look
            through all of them for each one.
        rows: the most rows of a sheet.
        depth: the deepest nesting of elements.
        attribute: the most characters of an attribute.
        text: the most characters of a text.
    """

    parts: int = 5_000
    unpacked: int = 2 << 30
    part: int = 128 << 20
    elements: int = 1_000_000
    listed: int = 5_000
    rows: int = 250_000
    depth: int = 200
    attribute: int = 65_536
    text: int = 1 << 20
    cells: int = 20_000_000


#: The elements that define a style, list, name or sheet, whatever the prefix of their name.
_DEFINES: Final = frozenset(("style", "abstractNum", "num", "definedName", "sheet"))

#: What a character of UTF-8 has after its first byte.
_LATER_BYTES: Final = bytes(range(0x80, 0xC0))


#: Of so many bytes, which say how it is encoded, the declaration of XML is not the first.
_BEFORE_DECLARATION: Final = 4


class TooMuchError(Exception):
    """A part holds more than is read."""


@define
class Counter:
    """What a part holds, counted while it is parsed."""

    limits: PackageLimits
    elements: int = 0
    depth: int = 0
    text: int = 0
    listed: int = 0

    def start_listed(self, name: str, attributes: Mapping[str, str]) -> None:
        """Count an element, and whether it defines a style, list, name or sheet."""
        self.listed += name.rpartition(":")[2] in _DEFINES
        if self.listed > self.limits.listed:
            listed = self.limits.listed
            raise TooMuchError(
                _("more than {listed:,} styles, lists, names or sheets", listed=listed)
            )
        self.start(name, attributes)

    def start(self, _name: str, attributes: Mapping[str, str]) -> None:
        """Count an element with its attributes."""
        self.elements += 1
        self.depth += 1
        self.text = 0
        if self.elements > self.limits.elements:
            raise TooMuchError(_("more than {elements:,} elements", elements=self.limits.elements))
        if self.depth > self.limits.depth:
            raise TooMuchError(
                _("elements inside each other, more than {depth} deep", depth=self.limits.depth)
            )
        if attributes and max(map(len, attributes.values())) > self.limits.attribute:
            raise TooMuchError(
                _(
                    "an attribute of more than {attribute:,} characters",
                    attribute=self.limits.attribute,
                )
            )

    def end(self, _name: str) -> None:
        """Leave an element."""
        self.depth -= 1
        self.text = 0

    def characters(self, text: str) -> None:
        """Count the characters of one text."""
        self.text += len(text)
        if self.text > self.limits.text:
            raise TooMuchError(_text_too_long(self.limits))


@define
class PieceCounter:
    """The longest text of a part, counted while it is read in pieces and not parsed.

    Attributes:
        tags: whether the tags are bounded as the texts are.
        divided: whether there are comments, CDATA or instructions, which divide no text, but for
            the declaration of XML at the start.
    """

    limits: PackageLimits
    tags: bool = True
    text: int = 0
    tag: int = 0
    in_tag: bool = False
    divided: bool = False
    last: bytes = b""

    def read(self, piece: bytes) -> None:
        """Count the texts of the next piece, between tags."""
        after_start = 0 if self.last else _BEFORE_DECLARATION
        joint = self.last + piece[:1]
        self.divided |= b"<!" in piece or piece.find(b"<?", after_start) >= 0
        self.divided |= joint in (b"<!", b"<?")
        self.last = piece[-1:]
        most = self.limits.text
        head, *others = piece.split(b"<", 1)
        if others:  # of those between the first and the last sign none is longer than the piece
            others = others[0].split(b"<") if len(piece) > most else others[0].rsplit(b"<", 1)[-1:]
        self._go_on(head)
        for other in others:
            self.text, self.tag, self.in_tag = 0, 0, True
            self._go_on(other)

    def _go_on(self, data: bytes) -> None:
        if self.in_tag:
            tag, end, data = data.partition(b">")
            self.tag += len(tag)
            self.in_tag = not end
        self.text += len(data.translate(None, _LATER_BYTES))
        if self.text > self.limits.text or (self.tags and self.tag > self.limits.text):
            raise TooMuchError(_text_too_long(self.limits))


def _text_too_long(limits: PackageLimits) -> str:
    return _("a text of more than {text:,} characters", text=limits.text)


def too_large(called: str, size: str) -> InputError:
    """Return the error of a package that holds more than is read."""
    return InputError(
        _("{called} is absurdly large: {size}.", called=called, size=size),
        hint=_("Copy what you need into a new file, or take an earlier copy of it."),
    )


def unpacked_too_large(called: str, part: ZipInfo) -> InputError:
    """Return the error of a part that is too large unpacked."""
    size = _(
        "its part {filename} alone would take {file_size:,} MiB unzipped",
        filename=part.filename,
        file_size=part.file_size >> 20,
    )
    return too_large(called, size)


def part_too_large(called: str, part: ZipInfo, error: TooMuchError) -> InputError:
    """Return the error of a part that holds more than is read as a whole."""
    return too_large(
        called, _("its part {filename} has {error}", filename=part.filename, error=error)
    )
