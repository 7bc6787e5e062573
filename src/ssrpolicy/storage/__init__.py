"""Files on disk: written whole or not at all, read within bounds, locked while edited."""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.storage.addresses import may_be_address, path_missing
    from ssrpolicy.storage.atomic import (
        Replacements,
        is_free,
        new_folder,
        refuse_loop,
        replacing,
        unfinished,
    )
    from ssrpolicy.storage.limits import PackageLimits
    from ssrpolicy.storage.locks import locked, open_elsewhere
    from ssrpolicy.storage.names import (
        check_new_folder,
        check_new_name,
        free_name,
        name_fault,
        one_name,
        path_of,
        paths_of,
        portable_name,
        upwards,
    )
    from ssrpolicy.storage.office import check_office_package, package_damage_reported
    from ssrpolicy.storage.reading import NotUtf8Error, open_file, read_file, utf8_text
    from ssrpolicy.storage.source_files import (
        LARGEST_SOURCE,
        check_length,
        media_type_of,
        name_of_copy,
        source_bytes,
    )
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.storage.addresses": "may_be_address path_missing",
            "ssrpolicy.storage.atomic": (
                "Replacements is_free new_folder refuse_loop replacing unfinished"
            ),
            "ssrpolicy.storage.locks": "locked open_elsewhere",
            "ssrpolicy.storage.limits": "PackageLimits",
            "ssrpolicy.storage.names": (
                "check_new_folder check_new_name free_name name_fault one_name path_of "
                "paths_of portable_name upwards"
            ),
            "ssrpolicy.storage.office": "check_office_package package_damage_reported",
            "ssrpolicy.storage.reading": "NotUtf8Error open_file read_file utf8_text",
            "ssrpolicy.storage.source_files": (
                "LARGEST_SOURCE check_length media_type_of name_of_copy source_bytes"
            ),
        },
    )

__all__ = [
    "LARGEST_SOURCE",
    "NotUtf8Error",
    "PackageLimits",
    "Replacements",
    "check_length",
    "check_new_folder",
    "check_new_name",
    "check_office_package",
    "free_name",
    "is_free",
    "locked",
    "may_be_address",
    "media_type_of",
    "name_fault",
    "name_of_copy",
    "new_folder",
    "one_name",
    "open_elsewhere",
    "open_file",
    "package_damage_reported",
    "path_missing",
    "path_of",
    "paths_of",
    "portable_name",
    "read_file",
    "refuse_loop",
    "replacing",
    "source_bytes",
    "unfinished",
    "upwards",
    "utf8_text",
]  # fmt: skip
