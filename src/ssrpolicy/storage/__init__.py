"""Files on disk: written whole or not at all, read within bounds, locked while edited."""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.storage.atomic import Replacements, new_folder, replacing
    from ssrpolicy.storage.locks import locked
    from ssrpolicy.storage.reading import NotUtf8Error, open_file, read_file, utf8_text
    from ssrpolicy.storage.source_files import name_of_copy, source_bytes
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.storage.atomic": "Replacements new_folder replacing",
            "ssrpolicy.storage.locks": "locked",
            "ssrpolicy.storage.reading": "NotUtf8Error open_file read_file utf8_text",
            "ssrpolicy.storage.source_files": "name_of_copy source_bytes",
        },
    )

__all__ = [
    "NotUtf8Error", "Replacements", "locked", "name_of_copy", "new_folder", "open_file",
    "read_file", "replacing", "source_bytes", "utf8_text",
]  # fmt: skip
