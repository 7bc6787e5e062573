"""The text of a document copied into the record's folder, untouched, as its entry is written."""

from __future__ import annotations

import hashlib
import os
import shlex
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from ssrpolicy.codec import SOURCES_FOLDER, NewSource
from ssrpolicy.editing.record_files import State
from ssrpolicy.errors import OutputError
from ssrpolicy.messages import _, argument
from ssrpolicy.model import Document, EditRefusedError
from ssrpolicy.storage import name_of_copy, one_name, read_file, replacing, source_bytes

_KEYS = ("file", "sha256", "original", "original_sha256", "parts_sha256")


@frozen(kw_only=True)
class PutText:
    """A text for a record's folder: the keys of its document that name it, and what is written.

    ``files`` are the files that are not there yet, with their bytes. ``before`` are those that some
    of them replace: files of that name that no document names.
    """

    keys: Mapping[str, Any]
    files: Mapping[Path, bytes] = field(factory=dict, repr=False)
    before: Mapping[Path, bytes] = field(factory=dict, repr=False)

    @property
    def to_undo(self) -> tuple[Path, ...]:
        """The copies that go when the change is undone: what took another's place stays."""
        return () if self.before else tuple(self.files)

    @property
    def replaced(self) -> Path | None:
        """The file that is replaced by the text, if one is."""
        return next(iter(self.before), None)

    @property
    def by_real_path(self) -> dict[Path, bytes]:
        """The files, as the reader of a record looks for them."""
        return {Path(os.path.realpath(file)): data for file, data in self.files.items()}


NO_TEXT: Final = PutText(keys={})
"""What is put into a record's folder where nothing is."""


def text_to_put(state: State, source: str | os.PathLike[str] | NewSource) -> PutText:
    """Return what is to be put into a record's folder for a text; nothing is written.

    ``source`` is a file of plain text, or what a reader made of another one. A text that is inside
    the folder already is used where it is. Raises InputError when it is not plain text,
    EditRefusedError when it cannot be put there.
    """
    if isinstance(source, NewSource):
        return _to_write(state, source.files, _keys(**source.keys(SOURCES_FOLDER)))
    return _of_file(state, Path(source))


@contextmanager
def put(text: PutText) -> Iterator[None]:
    """Write the files of a text; all is as it was when the block raises.

    Raises OutputError when one cannot be written.
    """
    copied: list[Path] = []
    try:
        for target, data in text.files.items():
            _write(target, data)
            copied.append(target)
        yield
    except BaseException:
        _take_back(copied, text.before)
        raise


def _take_back(copied: Iterable[Path], before: Mapping[Path, bytes]) -> None:
    for copy in copied:
        if copy in before:
            with replacing(copy) as stream:
                stream.write(before[copy])
            continue
        with suppress(OSError):
            copy.unlink()
        with suppress(OSError):  # only where it was made for this copy, and is empty again
            copy.parent.rmdir()


def _keys(**known: str) -> Mapping[str, Any]:
    return {**dict.fromkeys(_KEYS), **known}


def _of_file(state: State, source: Path) -> PutText:
    data = source_bytes(source)
    folder, sha256 = state.file.parent, hashlib.sha256(data).hexdigest()
    root = Path(os.path.realpath(folder))
    there = Path(os.path.realpath(source))
    if there.is_relative_to(root):
        return PutText(keys=_keys(file=there.relative_to(root).as_posix(), sha256=sha256))
    name = name_of_copy(source)
    keys = _keys(file=f"{SOURCES_FOLDER}/{name}", sha256=sha256)
    return _to_write(state, {name: data}, keys)


def _to_write(state: State, texts: Mapping[str, bytes], keys: Mapping[str, Any]) -> PutText:
    """Return the files of one text that are not there yet, none over another that is named."""
    sources = _sources(state)
    files, before = {}, {}
    for name, data in texts.items():
        target = sources / name
        _refuse_twin(target)
        if os.path.lexists(target):
            if target.is_file() and read_file(target) == data:
                continue
            # An attempt that was killed in the middle leaves the text, whatever else it leaves.
            left = (sources / next(iter(texts))).is_file()
            named = any(_is_named(state, sources / each) for each in texts)
            if named or not left or target.is_symlink() or not target.is_file():
                raise _taken(target)
            before[target] = read_file(target)
        files[target] = data
    return PutText(keys=keys, files=files, before=before)


def _sources(state: State) -> Path:
    """Return the folder for texts, which stands in the record's own."""
    sources = state.file.parent / SOURCES_FOLDER
    root = Path(os.path.realpath(state.file.parent))
    if not Path(os.path.realpath(sources)).is_relative_to(root):
        raise EditRefusedError(
            _(
                "{folder} is a link that leads out of the record's folder; nothing was added.",
                folder=sources,
            ),
            hint=_("A record stands on its own: make sources a folder."),
        )
    return sources


def _taken(target: Path) -> EditRefusedError:
    return EditRefusedError(
        _("{file} is there already and is another text; nothing was added.", file=target),
        hint=_("Give the source another name and try again."),
    )


def _refuse_twin(target: Path) -> None:
    """Refuse a file whose name some systems take for that of another file next to it."""
    with suppress(OSError):
        for there in target.parent.iterdir():
            if there.name != target.name and one_name(there.name) == one_name(target.name):
                raise EditRefusedError(
                    _(
                        "Windows and macOS take the file names {there!r:.120} and {name!r:.120} "
                        "for one, and would keep one of the files; nothing was added.",
                        there=there.name,
                        name=target.name,
                    ),
                    hint=_("Give the source another name and try again."),
                )


def _write(target: Path, data: bytes) -> None:
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(
            _("{folder} cannot be made: {reason}.", folder=target.parent, reason=error.strerror)
        ) from error
    with replacing(target) as stream:
        stream.write(data)


def _is_named(state: State, text: Path) -> bool:
    """Whether a record names the file of a text, in whatever spelling; in doubt it does."""
    named = (each.file for each in state.record.documents if each.file is not None)
    files = [state.file.parent / each for each in named]
    return text.name.encode() in state.data or any(
        each.exists() and text.exists() and each.samefile(text) for each in files
    )


def document_of(entries: Iterable[Any]) -> Document:
    """Return the one document among entries, to which a text belongs.

    Raises EditRefusedError where there is none, or several.
    """
    found = [each for each in entries if isinstance(each, Document)]
    if len(found) != 1:
        raise EditRefusedError(
            _(
                "The text belongs to one document, and {number} are among the entries; nothing was "
                "changed.",
                number=len(found),
            ),
            hint=_("Give the Document(...) whose text it is, or leave the source out."),
        )
    return found[0]


def refuse_known(
    state: State, document: Document, source: str | os.PathLike[str] | NewSource
) -> None:
    """Refuse a paper that the record has without its text, and say how to give it the text."""
    given = source.path if isinstance(source, NewSource) else source
    folder, file = str(state.file.parent), "FILE" if given is None else str(given)
    for known in state.record.documents:
        same = known.number is not None and known.number == document.number
        if known.file is None and (same or known.id == document.id):
            command = ("ssrpolicy", "replace", folder, known.id, "--file", file)
            called = f"ssrpolicy.replace({folder!r}, {known.id!r}, document, source={file!r})"
            raise EditRefusedError(
                _(
                    "The record has this paper already, as {id}, without its text; nothing was "
                    "added.",
                    id=known.id,
                ),
                hint=_(
                    "To give it the text: {replace}", replace=argument(shlex.join(command), called)
                ),
            )
