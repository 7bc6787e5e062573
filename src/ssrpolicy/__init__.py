"""Policy records of letters to Parliament: what was asked, answered and promised.

``load`` a record, ``check`` it, ask it questions, ``report`` it, ``dump`` it as JSON.
"""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.citations import Citation, CitationWarning
    from ssrpolicy.errors import (
        ContentError,
        EditRefusedError,
        InputError,
        OptionError,
        OutputError,
        PluginError,
        RecordInvalidError,
        ReporterError,
        SsrPolicyError,
        UnknownIdError,
    )
    from ssrpolicy.facade import check, cite, dump, load, load_all, plan_merge, report
    from ssrpolicy.merging import EditedField, EditOutcome, Merged, Plan
    from ssrpolicy.model.documents import Document, Passage, Votes
    from ssrpolicy.model.edits import EditField, Refusal, Standing
    from ssrpolicy.model.edtf import EdtfDate
    from ssrpolicy.model.findings import Finding, Location
    from ssrpolicy.model.instruments import Instrument
    from ssrpolicy.model.papers import PaperNumber
    from ssrpolicy.model.parties import Framework, Party, Place, Sector
    from ssrpolicy.model.progress import Progress, Update
    from ssrpolicy.model.quantities import Quantity
    from ssrpolicy.model.record import Entry, PolicyRecord, SetAside
    from ssrpolicy.model.requests import Disposition, Request
    from ssrpolicy.model.statements import (
        Claim,
        Commitment,
        Condition,
        Engagement,
        Position,
        Relation,
        Statement,
    )
    from ssrpolicy.model.texts import Language, LocalText
    from ssrpolicy.model.timeframes import Timeframe
    from ssrpolicy.model.vocabulary import (
        Answer,
        Appreciation,
        ClaimedStatus,
        Course,
        DocumentKind,
        EvidenceStatus,
        Firmness,
        InstrumentKind,
        MetadataSource,
        Outcome,
        RelationKind,
        Schedule,
        SetAsideReason,
        Severity,
    )
    from ssrpolicy.reporting import InputFile, Output, SsrPolicyDeprecationWarning, option
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.citations": "Citation CitationWarning",
            "ssrpolicy.errors": (
                "ContentError EditRefusedError InputError OptionError OutputError PluginError "
                "RecordInvalidError ReporterError SsrPolicyError UnknownIdError"
            ),
            "ssrpolicy.facade": "check cite dump load load_all plan_merge report",
            "ssrpolicy.merging": "EditOutcome EditedField Merged Plan",
            "ssrpolicy.model.documents": "Document Passage Votes",
            "ssrpolicy.model.edits": "EditField Refusal Standing",
            "ssrpolicy.model.edtf": "EdtfDate",
            "ssrpolicy.model.findings": "Finding Location",
            "ssrpolicy.model.instruments": "Instrument",
            "ssrpolicy.model.papers": "PaperNumber",
            "ssrpolicy.model.parties": "Framework Party Place Sector",
            "ssrpolicy.model.progress": "Progress Update",
            "ssrpolicy.model.quantities": "Quantity",
            "ssrpolicy.model.record": "Entry PolicyRecord SetAside",
            "ssrpolicy.model.requests": "Disposition Request",
            "ssrpolicy.model.statements": (
                "Claim Commitment Condition Engagement Position Relation Statement"
            ),
            "ssrpolicy.model.texts": "Language LocalText",
            "ssrpolicy.model.timeframes": "Timeframe",
            "ssrpolicy.model.vocabulary": (
                "Answer Appreciation ClaimedStatus Course DocumentKind EvidenceStatus Firmness "
                "InstrumentKind MetadataSource Outcome RelationKind Schedule SetAsideReason "
                "Severity"
            ),
            "ssrpolicy.reporting": "InputFile Output SsrPolicyDeprecationWarning option",
        },
    )

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "Appreciation",
    "Citation",
    "CitationWarning",
    "Claim",
    "ClaimedStatus",
    "Commitment",
    "Condition",
    "ContentError",
    "Course",
    "Disposition",
    "Document",
    "DocumentKind",
    "EditField",
    "EditOutcome",
    "EditRefusedError",
    "EditedField",
    "EdtfDate",
    "Engagement",
    "Entry",
    "EvidenceStatus",
    "Finding",
    "Firmness",
    "Framework",
    "InputError",
    "InputFile",
    "Instrument",
    "InstrumentKind",
    "Language",
    "LocalText",
    "Location",
    "Merged",
    "MetadataSource",
    "OptionError",
    "Outcome",
    "Output",
    "OutputError",
    "PaperNumber",
    "Party",
    "Passage",
    "Place",
    "Plan",
    "PluginError",
    "PolicyRecord",
    "Position",
    "Progress",
    "Quantity",
    "RecordInvalidError",
    "Refusal",
    "Relation",
    "RelationKind",
    "ReporterError",
    "Request",
    "Schedule",
    "Sector",
    "SetAside",
    "SetAsideReason",
    "Severity",
    "SsrPolicyDeprecationWarning",
    "SsrPolicyError",
    "Standing",
    "Statement",
    "Timeframe",
    "UnknownIdError",
    "Update",
    "Votes",
    "__version__",
    "check",
    "cite",
    "dump",
    "load",
    "load_all",
    "option",
    "plan_merge",
    "report",
]
