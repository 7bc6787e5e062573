"""What is recorded: frozen classes without input, output or formats, and one walk over them.

What others may use is imported from here; a module is loaded when one of its names is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ssrpolicy.model.asking.located import *
    from ssrpolicy.model.asking.records import *
    from ssrpolicy.model.documents.document import *
    from ssrpolicy.model.documents.parts import *
    from ssrpolicy.model.documents.votes import *
    from ssrpolicy.model.drafts.proposals import *
    from ssrpolicy.model.findings import *
    from ssrpolicy.model.handling.commitments import *
    from ssrpolicy.model.handling.motions import *
    from ssrpolicy.model.handling.requests import *
    from ssrpolicy.model.instruments import *
    from ssrpolicy.model.papers import *
    from ssrpolicy.model.parties import *
    from ssrpolicy.model.progress import *
    from ssrpolicy.model.quantities import *
    from ssrpolicy.model.record import *
    from ssrpolicy.model.requests import *
    from ssrpolicy.model.shortening import *
    from ssrpolicy.model.standing import *
    from ssrpolicy.model.statements import *
    from ssrpolicy.model.texts import *
    from ssrpolicy.model.timeframes import *
    from ssrpolicy.model.traversal import *
    from ssrpolicy.model.vocabulary import *

# Each after those that it builds on, so that looking for a name loads no more than it needs.
_MODULES = (
    "vocabulary", "shortening", "texts", "findings", "timeframes", "papers", "parties",
    "quantities", "documents.parts", "documents.votes", "documents.document", "instruments",
    "requests", "statements", "progress", "asking.located", "record", "asking.records",
    "traversal",
    "standing", "handling.commitments", "handling.requests", "handling.motions", "drafts.proposals",
)  # fmt: skip

__all__ = [
    "AXES", "BOUNDS", "CHAPTER", "DRAFTED_KINDS", "DUE_SOON", "FORMAT", "LANGUAGES", "LIST_NAMES",
    "PUBLIC_ADDRESS", "ROMAN_CHAPTER", "STATEMENT_CLASSES", "STATEMENT_KINDS", "Answer", "AnyEntry",
    "ApartKind", "ApartText", "Appreciation", "BlockKind", "Claim", "ClaimedStatus", "Code",
    "CodeUse", "Commitment", "Condition", "Confidence", "Course", "CoverageState", "DataPath",
    "Decided", "Decision", "Disposition", "Document", "DocumentKind", "Draft", "DraftedEntry",
    "Dropped", "EditField", "EditPart", "EditRefusedError", "EdtfDate", "Engagement", "Entry",
    "EvidenceStatus", "FactsFrom", "Finding", "FindingsError", "Firmness", "Framework", "FullId",
    "Ground", "Handling", "Instrument", "InstrumentKind", "Language", "ListName", "LocalText",
    "Location", "MetadataSource", "Motion", "MotionRequest", "MotionState", "Outcome", "PageStart",
    "PaperNumber", "Party", "Passage", "Place", "PlaceInText", "PolicyRecord", "Position",
    "Progress", "Proposal", "Quantified", "Quantity", "Quote", "Quoting", "RecordInvalidError",
    "Reference", "Relation", "RelationKind", "Request", "Schedule", "Sector", "SentenceRecorded",
    "SetAside", "SetAsideReason", "Severity", "Standing", "Statement", "Term", "TextParts",
    "Timeframe", "Update", "Votes", "brief", "check_day", "check_language", "check_name",
    "check_text", "code_uses", "compact_session_year", "derived", "entry_id", "identifier",
    "invalid_value", "known_days", "local_texts", "made_of", "member", "motion_key", "place_of",
    "progress_of", "quantified", "quotes", "quoting", "references", "several", "subject_at",
    "terms", "usual_case", "yes_or_no",
]  # fmt: skip


def __getattr__(name: str) -> object:
    for module in _MODULES if name in __all__ else ():
        found = vars(import_module(f"{__name__}.{module}"))
        if name in found:
            globals()[name] = found[name]
            return found[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return list(__all__)
