"""For authors of plugins: the contracts as tests, and records to try a plugin on."""

from ssrpolicy.testing.command_contract import CommandContract
from ssrpolicy.testing.contract import ReporterContract
from ssrpolicy.testing.drafters import DrafterContract
from ssrpolicy.testing.editable_contract import Cells, EditableReporterContract
from ssrpolicy.testing.failing import AS_OF
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
from ssrpolicy.testing.rule_contract import Judged, RuleContract
from ssrpolicy.testing.uninstalled import registry

__all__ = [
    "AS_OF",
    "DIACRITICS",
    "EMOJI",
    "FORMULAS",
    "NASTY_TEXTS",
    "RIGHT_TO_LEFT",
    "Cells",
    "CommandContract",
    "DrafterContract",
    "EditableReporterContract",
    "Judged",
    "ReaderContract",
    "ReporterContract",
    "RuleContract",
    "empty_record",
    "internal_record",
    "large_record",
    "nasty_record",
    "registry",
    "small_record",
]
