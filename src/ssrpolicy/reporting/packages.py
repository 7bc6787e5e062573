"""Office packages that come out the same, byte for byte, whenever and wherever they are made."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
import shutil
import zipfile
from collections.abc import Iterable
from typing import BinaryIO, Final

from ssrpolicy.arguments import check_stream
from ssrpolicy.errors import ArgumentError, InputError
from ssrpolicy.messages import _
from ssrpolicy.model import check_day
from ssrpolicy.storage import package_damage_reported
from ssrpolicy.syntax import zip_mistake

# A zip counts time from 1980; no earlier moment can be written.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_CHUNK = 1 << 20
# Where programs keep the document properties; the second is the older place.
_PROPERTIES = re.compile(r"docProps/core\d*\.xml|.*\.psmdcp")
_FIRST = ("[Content_Types].xml", "_rels/.rels")
_DATE = re.compile(rb"(<(?:\w+:)?(created|modified|lastPrinted)\b[^>]*>)[^<]*(</(?:\w+:)?\2\s*>)")
_SEALED: Final = b"ssrpolicy:sha256:"
_IDENTIFIER = re.compile(rb"<(\w+:)?identifier\b[^>]*?(?:/>|>([^<]*)</(?:\w+:)?identifier\s*>)")
_END = re.compile(rb"</(?:\w+:)?coreProperties\s*>")
_DUBLIN_CORE: Final = b"http://purl.org/dc/elements/1.1/"


def reproducible_package(package: bytes | BinaryIO, out: BinaryIO, *, as_of: dt.date) -> None:
    """Rewrite an Office package so that nothing in it depends on the moment or the machine.

    The parts keep their content and stand in a fixed order, the list of content types first,
    under one fixed time, compressed at one level; the dates in the document properties become
    ``as_of``, and their identifier a digest of the other parts, by which it is known later
    whether the file was changed. ``package`` is the whole as bytes or a seekable stream; a package
    that is stored without compression is compressed only here, which halves the work. Memory
    does not grow with the size of the parts.

    Raises ArgumentError when ``package`` is not a zip or names a part twice.
    """
    check_day(as_of, "as_of")
    check_stream(out, "write", "out")
    if not isinstance(package, bytes):
        check_stream(package, "seek", "package")
    source = io.BytesIO(package) if isinstance(package, bytes) else package
    try:
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w") as new:
            parts = _in_order(old.infolist())
            seal = _seal(parts)
            for part in parts:
                _copy(old, part, new, as_of, seal)
    except zipfile.BadZipFile as error:
        raise ArgumentError(
            _("This is not an Office package: {error}.", error=zip_mistake(error))
        ) from error


def is_as_written(package: BinaryIO) -> bool:
    """Return whether an Office package is as :func:`reproducible_package` wrote it.

    An office program that saves it writes its parts anew, so that it is not, whatever was edited.
    """
    try:
        with package_damage_reported(""), zipfile.ZipFile(package) as archive:
            parts = archive.infolist()
            said = [
                found[2]
                for part in parts
                if _PROPERTIES.fullmatch(part.filename) and part.file_size < _CHUNK
                for found in _IDENTIFIER.finditer(archive.read(part))
            ]
            return said == [_seal(parts)]
    except InputError:
        return False


def _seal(parts: Iterable[zipfile.ZipInfo]) -> bytes:
    """Return the digest of what the parts hold, but for the properties, in which it stands."""
    held = sorted(
        (part.filename, part.file_size, part.CRC)
        for part in parts
        if not part.is_dir() and not _PROPERTIES.fullmatch(part.filename)
    )
    return _SEALED + hashlib.sha256(repr(held).encode()).hexdigest().encode()


def _sealed(properties: bytes, seal: bytes) -> bytes:
    """Return document properties with the digest as their only identifier."""
    said = b'<dc:identifier xmlns:dc="%b">%b</dc:identifier>' % (_DUBLIN_CORE, seal)
    return _END.sub(lambda end: said + end[0], _IDENTIFIER.sub(b"", properties))


def _in_order(parts: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    files = [part for part in parts if not part.is_dir()]
    names = [part.filename.lower() for part in files]
    if len(set(names)) != len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise ArgumentError(_("The package names the part {twice} twice.", twice=twice))
    ranks = {name: rank for rank, name in enumerate(_FIRST)}
    return sorted(files, key=lambda p: (ranks.get(p.filename, len(_FIRST)), p.filename))


def _copy(
    old: zipfile.ZipFile, part: zipfile.ZipInfo, new: zipfile.ZipFile, as_of: dt.date, seal: bytes
) -> None:
    info = zipfile.ZipInfo(part.filename, date_time=_MOMENT)
    info.compress_type = zipfile.ZIP_DEFLATED
    # On Windows these would differ.
    info.create_system = 0
    info.external_attr = 0
    if _PROPERTIES.fullmatch(part.filename):
        day = f"{as_of.isoformat()}T00:00:00Z".encode()
        dated = _DATE.sub(lambda found: found[1] + day + found[3], old.read(part))
        new.writestr(info, _sealed(dated, seal), compresslevel=_LEVEL)
        return
    # The size decides, before the first byte, whether the long form of a zip is needed.
    info.file_size = part.file_size
    info._compresslevel = _LEVEL  # type: ignore[attr-defined]  # noqa: SLF001 - private and so not in its types: public only since Python 3.13
    with old.open(part) as source, new.open(info, "w") as target:
        shutil.copyfileobj(source, target, _CHUNK)
