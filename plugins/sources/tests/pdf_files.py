"""PDF files written by hand: each word stands where a test puts it."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from attrs import define, field

A4 = (595, 842)
_FONTS = {"plain": "Helvetica", "bold": "Helvetica-Bold", "italic": "Helvetica-Oblique"}
# The place of each ligature, and of a letter that has no name, in the encoding of the fonts.
LIGATURES = {"ﬁ": 1, "ﬂ": 2}


def _escaped(words: str) -> bytes:
    codes = bytes(LIGATURES.get(sign) or sign.encode("cp1252")[0] for sign in words)
    for sign in (b"\\", b"(", b")"):
        codes = codes.replace(sign, b"\\" + sign)
    return codes


@define
class PdfFile:
    """A PDF under construction; places are in points from the lower left corner of the page."""

    size: tuple[int, int] = A4
    extra: bytes = b""
    encoding: str = "/Differences [1 /fi /fl]"
    _pages: list[list[bytes]] = field(factory=list)

    def page(self) -> PdfFile:
        """Begin a page."""
        self._pages.append([])
        return self

    def words(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 10,
        font: str = "plain",
        *,
        upright: bool = True,
    ) -> PdfFile:
        """Write words on the last page."""
        name = f"/F{[*_FONTS].index(font)}".encode()
        turned = b"1 0 0 1" if upright else b"0 1 -1 0"
        place = b"%s %.2f %.2f Tm" % (turned, x, y)
        self._pages[-1].append(
            b"BT %s %.2f Tf %s (%s) Tj ET" % (name, size, place, _escaped(words))
        )
        return self

    def picture(self) -> PdfFile:
        """Cover the last page with a picture, as a scan does."""
        width, height = self.size
        self._pages[-1].append(
            b"q %d 0 0 %d 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xee EI Q" % (width, height)
        )
        return self

    def lines(
        self, x: float, y: float, lines: Sequence[str], size: float = 10, pitch: float = 12
    ) -> PdfFile:
        """Write lines one below the other."""
        for number, line in enumerate(lines):
            self.words(x, y - number * pitch, line, size)
        return self

    def data(self, content: bytes | None = None) -> bytes:
        """Return the bytes of the file; ``content`` is the packed content of every page instead."""
        fonts = b" ".join(
            b"/F%d << /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding << /BaseEncoding "
            b"/WinAnsiEncoding %s >> >>" % (number, name.encode(), self.encoding.encode())
            for number, name in enumerate(_FONTS.values())
        )
        kids = b" ".join(b"%d 0 R" % (3 + 2 * n) for n in range(len(self._pages)))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(self._pages), kids),
        ]
        for number, said in enumerate(self._pages):
            packed = zlib.compress(b"\n".join(said)) if content is None else content
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
                b"/Resources << /Font << %s >> >> >>" % (*self.size, 4 + 2 * number, fonts)
            )
            objects.append(
                b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream"
                % (len(packed), packed)
            )
        made, places, end = [b"%PDF-1.7\n"], [], 9
        for number, each in enumerate(objects, start=1):
            places.append(end)
            made.append(b"%d 0 obj\n%s\nendobj\n" % (number, each))
            end += len(made[-1])
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        made.append(
            b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\n"
            b"startxref\n%d\n%%%%EOF\n"
            % (len(objects) + 1, table, len(objects) + 1, self.extra, end)
        )
        return b"".join(made)
