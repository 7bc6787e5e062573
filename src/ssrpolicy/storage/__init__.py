"""Files on disk: written whole or not at all, read within bounds, locked while edited."""

from ssrpolicy.storage.atomic import Replacements, new_folder, replacing
from ssrpolicy.storage.locks import locked
from ssrpolicy.storage.reading import NotUtf8Error, open_file, read_file, utf8_text
from ssrpolicy.storage.source_files import name_of_copy, source_bytes

__all__ = [
    "NotUtf8Error",
    "Replacements",
    "locked",
    "name_of_copy",
    "new_folder",
    "open_file",
    "read_file",
    "replacing",
    "source_bytes",
    "utf8_text",
]
