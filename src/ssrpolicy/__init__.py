"""Policy records of letters to Parliament: what was asked, answered and promised.

``load`` a record, ``check`` it, ask it questions, ``report`` it, ``dump`` it as JSON.
"""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.citations import Citation, CitationWarning
    from ssrpolicy.drafting import Reviewed, accept, reject, withdraw
    from ssrpolicy.comparing import (
        Comparison, EntryDifference, FieldDifference, compare, compare_all,
    )  # fmt: skip
    from ssrpolicy.editing import RecordChange, Undone, append, remove, replace, undo
    from ssrpolicy.errors import (
        ArgumentError, ArgumentTypeError, ContentError, InputError, NotLocatedError, OptionError,
        OutputError, PluginError, ReporterError, SsrPolicyError, UnknownIdError,
    )  # fmt: skip
    from ssrpolicy.facade import (
        check, cite, draft, dump, load, load_all, new, plan_merge, plan_review, report, schema,
    )  # fmt: skip
    from ssrpolicy.merging import EditedField, EditOutcome, Merged, Plan
    from ssrpolicy.messages import messages_in
    from ssrpolicy.model import (
        Answer, AnyEntry, ApartKind, ApartText, Appreciation, BlockKind, Claim, ClaimedStatus,
        Commitment, Condition, Confidence, Course, CoverageState, Decided, Decision, Disposition,
        Document, DocumentKind, Draft, Dropped, EditField, EditRefusedError, EdtfDate, Engagement,
        Entry, EvidenceStatus, FactsFrom, Finding, Firmness, Framework, Ground, Instrument,
        InstrumentKind, Language, LocalText, Location, MetadataSource, Outcome, PageStart,
        PaperNumber, Party, Passage, Place, PlaceInText, PolicyRecord, Position, Progress, Proposal,
        Quantity, RecordInvalidError, Relation, RelationKind, Request, Schedule, Sector,
        SentenceRecorded, SetAside, SetAsideReason, Severity, Standing, Statement, TextParts,
        Timeframe, Update, Votes,
    )  # fmt: skip
    from ssrpolicy.reporting import (
        InputFile, Output, Refusal, SsrPolicyDeprecationWarning, option,
    )  # fmt: skip
    from ssrpolicy.starting import NewRecord
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.citations": "Citation CitationWarning",
            "ssrpolicy.drafting": "Reviewed accept reject withdraw",
            "ssrpolicy.editing": "RecordChange Undone append remove replace undo",
            "ssrpolicy.errors": (
                "ArgumentError ArgumentTypeError ContentError InputError NotLocatedError "
                "OptionError OutputError PluginError ReporterError SsrPolicyError UnknownIdError"
            ),
            "ssrpolicy.facade": (
                "check cite draft dump load load_all new plan_merge plan_review report schema"
            ),
            "ssrpolicy.merging": "EditOutcome EditedField Merged Plan",
            "ssrpolicy.messages": "messages_in",
            "ssrpolicy.model": (
                "Answer AnyEntry ApartKind ApartText Appreciation BlockKind Claim ClaimedStatus "
                "Commitment Condition Confidence Course CoverageState Decided Decision "
                "Disposition Document DocumentKind Draft Dropped EditField EditRefusedError "
                "EdtfDate Engagement Entry EvidenceStatus FactsFrom Finding Firmness Framework "
                "Ground Instrument InstrumentKind Language LocalText Location MetadataSource "
                "Outcome PageStart PaperNumber Party Passage Place PlaceInText PolicyRecord "
                "Position Progress Proposal Quantity RecordInvalidError Relation RelationKind "
                "Request Schedule Sector SentenceRecorded SetAside SetAsideReason Severity "
                "Standing Statement TextParts Timeframe Update Votes"
            ),
            "ssrpolicy.reporting": "InputFile Output Refusal SsrPolicyDeprecationWarning option",
            "ssrpolicy.starting": "NewRecord",
            "ssrpolicy.comparing": (
                "Comparison EntryDifference FieldDifference compare compare_all"
            ),
        },
    )

__version__ = "0.1.0"
"""The version of ssrpolicy and of the plugins that come with it."""

__all__ = [
    "Answer", "AnyEntry", "ApartKind", "ApartText", "Appreciation", "ArgumentError",
    "ArgumentTypeError", "BlockKind", "Citation", "CitationWarning", "Claim", "ClaimedStatus",
    "Commitment", "Comparison", "Condition", "Confidence", "ContentError", "Course",
    "CoverageState", "Decided", "Decision", "Disposition", "Document", "DocumentKind", "Draft",
    "Dropped", "EditField", "EditOutcome", "EditRefusedError", "EditedField", "EdtfDate",
    "Engagement", "Entry", "EntryDifference", "EvidenceStatus", "FactsFrom", "FieldDifference",
    "Finding", "Firmness", "Framework", "Ground", "InputError", "InputFile", "Instrument",
    "InstrumentKind", "Language", "LocalText", "Location", "Merged", "MetadataSource", "NewRecord",
    "NotLocatedError", "OptionError", "Outcome", "Output", "OutputError", "PageStart",
    "PaperNumber", "Party", "Passage", "Place", "PlaceInText", "Plan", "PluginError",
    "PolicyRecord", "Position", "Progress", "Proposal", "Quantity", "RecordChange",
    "RecordInvalidError", "Refusal", "Relation", "RelationKind", "ReporterError", "Request",
    "Reviewed", "Schedule", "Sector", "SentenceRecorded", "SetAside", "SetAsideReason", "Severity",
    "SsrPolicyDeprecationWarning", "SsrPolicyError", "Standing", "Statement", "TextParts",
    "Timeframe", "Undone", "UnknownIdError", "Update", "Votes", "__version__", "accept", "append",
    "check", "cite", "compare", "compare_all", "draft", "dump", "load", "load_all", "messages_in",
    "new", "option", "plan_merge", "plan_review", "reject", "remove", "replace", "report", "schema",
    "undo", "withdraw",
]  # fmt: skip
