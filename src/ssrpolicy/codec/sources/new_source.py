"""A text that is to be recorded, with the file that it was read from."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from attrs import field, frozen

from ssrpolicy.codec.sources.parts import parts_bytes, parts_digest, parts_name
from ssrpolicy.model import TextParts
from ssrpolicy.storage import name_of_copy, source_bytes


@frozen(kw_only=True)
class NewSource:
    """A text to be recorded: the files that come into ``sources/``, and what names them.

    ``name`` is that of the text's file, ``data`` its bytes in UTF-8. ``original_name`` and
    ``original`` are the file that the text was read from, where that is another one, and ``parts``
    what is known of its layout. ``remarks`` are sentences about what is doubtful in the text.
    ``path`` is where it was read.
    """

    name: str
    data: bytes = field(repr=False)
    original_name: str | None = None
    original: bytes | None = field(default=None, repr=False)
    parts: TextParts | None = field(default=None, repr=False)
    remarks: tuple[str, ...] = ()
    path: Path | None = field(default=None, eq=False)

    @property
    def text(self) -> str:
        """The text."""
        return self.data.decode("utf-8")

    @property
    def files(self) -> Mapping[str, bytes]:
        """The bytes of each file by its name, the text's first."""
        found = {self.name: self.data}
        if self.original_name is not None and self.original is not None:
            found[self.original_name] = self.original
        if self.parts is not None:
            found[parts_name(self.name)] = parts_bytes(self.parts)
        return found

    def keys(self, folder: str) -> Mapping[str, str]:
        """Return the keys of a document that name these files, which stand in a folder."""
        found = {"file": f"{folder}/{self.name}", "sha256": hashlib.sha256(self.data).hexdigest()}
        if self.original_name is not None and self.original is not None:
            found["original"] = f"{folder}/{self.original_name}"
            found["original_sha256"] = hashlib.sha256(self.original).hexdigest()
        if self.parts is not None:
            found["parts_sha256"] = parts_digest(self.parts)
        return found


def plain_source(path: Path) -> NewSource:
    """Return a file of plain text as a text to be recorded, untouched.

    Raises InputError where it is anything else, with what would work.
    """
    data = source_bytes(path)
    return NewSource(name=name_of_copy(path), data=data, path=path)
