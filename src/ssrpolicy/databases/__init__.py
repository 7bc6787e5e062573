"""Databases of records: lists and searches are answered without reading a folder.

A distribution names in the entry-point group ``ssrpolicy.databases`` a function that takes an
address and returns a `Database`; ``ssrpolicy list --database`` and ``search --database`` ask it.
What such a distribution needs of the library stands here too.
"""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.codec import collection_paused, find_records, refuse_in_record
    from ssrpolicy.databases.contract import DATABASES, Database
    from ssrpolicy.databases.excerpts import unpacked_excerpt
    from ssrpolicy.databases.opening import open_database
    from ssrpolicy.databases.records import (
        Packed,
        RecordsOfFile,
        file_digest,
        file_stamp,
        packed,
        read_record_file,
        unpacked,
    )
    from ssrpolicy.databases.texts import quoted_place, readable_places
    from ssrpolicy.errors import SsrPolicyError
    from ssrpolicy.model import (
        DUE_SOON,
        Finding,
        FullId,
        Handling,
        Location,
        Motion,
        MotionRequest,
        MotionState,
        Severity,
        known_days,
        motion_key,
    )
    from ssrpolicy.storage import may_be_address, path_missing
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.codec": "collection_paused find_records refuse_in_record",
            "ssrpolicy.databases.contract": "DATABASES Database",
            "ssrpolicy.databases.excerpts": "unpacked_excerpt",
            "ssrpolicy.databases.opening": "open_database",
            "ssrpolicy.databases.records": (
                "Packed RecordsOfFile file_digest file_stamp packed read_record_file unpacked"
            ),
            "ssrpolicy.databases.texts": "quoted_place readable_places",
            "ssrpolicy.errors": "SsrPolicyError",
            "ssrpolicy.model": (
                "DUE_SOON Finding FullId Handling Location Motion MotionRequest MotionState "
                "Severity known_days motion_key"
            ),
            "ssrpolicy.storage": "may_be_address path_missing",
        },
    )

__all__ = [
    "DATABASES", "DUE_SOON", "Database", "Finding", "FullId", "Handling", "Location", "Motion",
    "MotionRequest", "MotionState", "Packed", "RecordsOfFile", "Severity", "SsrPolicyError",
    "collection_paused", "file_digest", "file_stamp", "find_records", "known_days",
    "may_be_address", "motion_key", "open_database", "packed", "path_missing", "quoted_place",
    "read_record_file", "readable_places", "refuse_in_record", "unpacked", "unpacked_excerpt",
]  # fmt: skip
