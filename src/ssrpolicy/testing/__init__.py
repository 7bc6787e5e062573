"""For authors of plugins: the contracts as tests, and records to try a reporter on."""

from ssrpolicy.testing.contract import AS_OF, ReporterContract
from ssrpolicy.testing.drafters import DrafterContract
from ssrpolicy.testing.readers import ReaderContract
from ssrpolicy.testing.records import (
    DIACRITICS,
    EMOJI,
    FORMULAS,
    NASTY_TEXTS,
    RIGHT_TO_LEFT,
    empty_record,
    internal_record,
    large_record,
    nasty_record,
    small_record,
)

__all__ = [
    "AS_OF",
    "DIACRITICS",
    "EMOJI",
    "FORMULAS",
    "NASTY_TEXTS",
    "RIGHT_TO_LEFT",
    "DrafterContract",
    "ReaderContract",
    "ReporterContract",
    "empty_record",
    "internal_record",
    "large_record",
    "nasty_record",
    "small_record",
]
