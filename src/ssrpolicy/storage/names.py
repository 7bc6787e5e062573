"""Names of new files and folders: every system can hold them, Windows included."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Final

from ssrpolicy.errors import ArgumentError, ArgumentTypeError, OutputError
from ssrpolicy.messages import _
from ssrpolicy.storage.addresses import refuse_address
from ssrpolicy.unseen import visible

_DEVICE: Final = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?=\.|$)", re.IGNORECASE
)
_OF_FILES: Final = frozenset((
    ".csv", ".db", ".docx", ".dotx", ".htm", ".html", ".ics", ".json", ".md", ".pdf", ".py",
    ".rtf", ".sqlite", ".toml", ".txt", ".xlsm", ".xlsx", ".xml", ".zip",
))  # fmt: skip
_SEEN_IN_NO_NAME: Final = "\t\n\u00ad\u034f\u2800"
_SIGNS: Final = re.compile(r'[<>:"/\\|?*]+')


def path_of(value: object) -> Path:
    """Return a value as a path.

    Raises ArgumentTypeError for what is not one, ArgumentError for an empty one.
    """
    if isinstance(value, str | os.PathLike):
        # Python takes no path at all for the working folder.
        if not os.fspath(value):
            raise ArgumentError(
                _("The path is empty."),
                hint=_("Give the path of a file or folder; . is the working folder."),
            )
        if "\0" in str(value):
            raise ArgumentError(
                _("{value!r:.80} holds a null, and no file has such a name.", value=value),
                hint=_("Give the path of a file or folder; . is the working folder."),
            )
        try:
            os.fsencode(value)
        except UnicodeEncodeError as error:
            raise ArgumentError(
                _(
                    "{value!r:.80} holds half a character, and no file has such a name.",
                    value=value,
                ),
                hint=_("Give the path of a file or folder; . is the working folder."),
            ) from error
        return value if isinstance(value, Path) else Path(value)
    raise ArgumentTypeError(
        _("{value!r:.80} is not a path.", value=value),
        hint=_("Give the path of a file or folder, as a text or a Path."),
    )


def paths_of(values: object) -> tuple[Path, ...]:
    """Return a value, or each of several, as a path; raises as :func:`path_of` does."""
    if isinstance(values, Iterable) and not isinstance(values, str | bytes | os.PathLike):
        return tuple(path_of(each) for each in values)
    return (path_of(values),)


def name_fault(name: str) -> str | None:
    """Return what is wrong with the name of a file or folder, as a predicate; None if nothing."""
    if name in {".", ".."}:
        return None
    if any(_is_unseen(sign) for sign in name):
        return _("has characters that are not seen")
    if sign := _SIGNS.search(name):
        return _("has the sign {sign}, which Windows allows in no name", sign=sign[0][0])
    if _DEVICE.match(name):
        return _("is the name of a device on Windows")
    if name[-1:] in {".", " "}:
        return _("ends in a full stop or a space, which Windows drops")
    return None


def portable_name(name: str) -> str:
    """Return the name most similar to ``name`` that every system can hold."""
    seen = "".join(" " if sign in "\t\n\r" else sign for sign in name)
    seen = "".join(sign for sign in seen if not _is_unseen(sign))
    kept = _SIGNS.sub("-", " ".join(seen.split())).rstrip(". ")
    return f"_{kept}" if not kept or _DEVICE.match(kept) else kept


def _is_unseen(sign: str) -> bool:
    # In a text a soft hyphen is seen where a line ends; in a name it never is.
    return sign in _SEEN_IN_NO_NAME or visible(sign) != sign


def upwards(path: Path) -> Iterator[Path]:
    """Yield a path and the folders that it lies in, from itself up, each made when it is asked."""
    yield path
    yield from path.parents


def one_name(name: str) -> str:
    """Return what a name has in common with those that Windows or macOS takes for the same one.

    These differ in capitals, or in whether an accent is part of its letter.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def check_new_name(path: Path) -> None:
    """Raise OutputError where a file or folder that is not there yet has a name unfit for it.

    Folders above it that are not there either are looked at, too.
    """
    refuse_address(path)
    for part in upwards(path):
        if os.path.lexists(part):
            return
        if fault := name_fault(part.name):
            raise OutputError(
                _(
                    "The name {name!r:.120} {fault}; nothing was written.",
                    name=part.name,
                    fault=fault,
                ),
                hint=_("Name it {path}, for one.", path=_portable(path)),
            )


def check_new_folder(path: Path) -> None:
    """Raise OutputError where a folder that is not there yet has a name unfit for one.

    That of a file is, by the suffixes of what this program reads and writes: who gives it
    expects a file.
    """
    check_new_name(path)
    if os.path.lexists(path):
        return
    if path.name == "-" or path.suffix.casefold() in _OF_FILES:
        raise OutputError(
            _("{path} is named as a file is, and a folder would be made; nothing was written.",
              path=path),
            hint=_("Name the folder otherwise, such as {folder}.",
                   folder=free_name(path.parent, "folder" if path.name == "-" else path.stem)),
        )  # fmt: skip


def free_name(folder: Path, stem: str, suffix: str = "") -> Path:
    """Return a path in a folder where nothing is yet, with a number after its stem if need be."""
    names = (f"{stem}{suffix if not n else f'-{n}{suffix}'}" for n in count())
    return next(folder / name for name in names if not os.path.lexists(folder / name))


def _portable(path: Path) -> Path:
    """Return a path whose new parts have names that every system can hold."""
    if os.path.lexists(path) or not path.name:
        return path
    return _portable(path.parent) / (
        portable_name(path.name) if name_fault(path.name) else path.name
    )
