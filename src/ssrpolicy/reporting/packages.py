"""Office packages that come out the same, byte for byte, whenever and wherever they are made."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
import zipfile
from typing import BinaryIO

from ssrpolicy.arguments import check_stream
from ssrpolicy.errors import ArgumentError
from ssrpolicy.messages import _
from ssrpolicy.mistakes import zip_mistake
from ssrpolicy.model import check_day

# A zip counts time from 1980; no earlier moment can be written.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_CHUNK = 1 << 20
_PROPERTIES = "docProps/core.xml"
_FIRST = ("[Content_Types].xml", "_rels/.rels")
_DATE = re.compile(rb"(<(?:\w+:)?(created|modified|lastPrinted)\b[^>]*>)[^<]*(</(?:\w+:)?\2\s*>)")


def reproducible_package(package: bytes | BinaryIO, out: BinaryIO, *, as_of: dt.date) -> None:
    """Rewrite an Office package so that nothing in it depends on the moment or the machine.

    The parts keep their content and stand in a fixed order, the list of content types first,
    under one fixed time, compressed at one level; the dates in the document properties become
    ``as_of``. ``package`` is the whole as bytes or a seekable stream; a package
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
            for part in _in_order(old.infolist()):
                _copy(old, part, new, as_of)
    except zipfile.BadZipFile as error:
        raise ArgumentError(
            _("This is not an Office package: {error}.", error=zip_mistake(error))
        ) from error


def _in_order(parts: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    files = [part for part in parts if not part.is_dir()]
    names = [part.filename.lower() for part in files]
    if len(set(names)) != len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise ArgumentError(_("The package names the part {twice} twice.", twice=twice))
    ranks = {name: rank for rank, name in enumerate(_FIRST)}
    return sorted(files, key=lambda p: (ranks.get(p.filename, len(_FIRST)), p.filename))


def _copy(
    old: zipfile.ZipFile, part: zipfile.ZipInfo, new: zipfile.ZipFile, as_of: dt.date
) -> None:
    info = zipfile.ZipInfo(part.filename, date_time=_MOMENT)
    info.compress_type = zipfile.ZIP_DEFLATED
    # On Windows these would differ.
    info.create_system = 0
    info.external_attr = 0
    if part.filename == _PROPERTIES:
        day = f"{as_of.isoformat()}T00:00:00Z".encode()
        dated = _DATE.sub(lambda found: found[1] + day + found[3], old.read(part))
        new.writestr(info, dated, compresslevel=_LEVEL)
        return
    # The size decides, before the first byte, whether the long form of a zip is needed.
    info.file_size = part.file_size
    info._compresslevel = _LEVEL  # type: ignore[attr-defined]  # noqa: SLF001 - public only since Python 3.13
    with old.open(part) as source, new.open(info, "w") as target:
        shutil.copyfileobj(source, target, _CHUNK)
