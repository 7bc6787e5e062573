"""Source texts: structure and sentences, matching and anchoring quotes, and what these cover.

`SourceText` knows one document's plain text and offsets, no records; `anchors` ties it to the
passages that a record quotes.
"""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.evidence.anchoring import Anchor, Anchors, AnchorState, anchors
    from ssrpolicy.evidence.covered import SentenceCoverage, coverage
    from ssrpolicy.evidence.formalities import FORMALITIES, Formality, formality
    from ssrpolicy.evidence.matching.folding import (
        DASHES,
        SOFT_HYPHEN,
        levelled,
        same_words,
        without_broken_hyphens,
    )
    from ssrpolicy.evidence.matching.near import Change, NearMiss, NearMissKind, near_misses
    from ssrpolicy.evidence.matching.search import MOST_PLACES, Concordance
    from ssrpolicy.evidence.numbers.numerals import Number, numbers_in
    from ssrpolicy.evidence.spans import Span
    from ssrpolicy.evidence.text.blocks import Block
    from ssrpolicy.evidence.text.joining import joint
    from ssrpolicy.evidence.text.letterhead import COMMITTEE, is_letterhead
    from ssrpolicy.evidence.text.notes import ASKED, NOTE_BEGIN, NOTE_MARK, plain_mark
    from ssrpolicy.evidence.text.other_languages import reads_as_other
    from ssrpolicy.evidence.text.questions import QUESTION_HEADING, opens, stops_within
    from ssrpolicy.evidence.text.sentences import Sentence
    from ssrpolicy.evidence.text.signature import COPY, copies, is_formula
    from ssrpolicy.evidence.text.source_text import SourceText
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.evidence.anchoring": "Anchor Anchors AnchorState anchors",
            "ssrpolicy.evidence.covered": "SentenceCoverage coverage",
            "ssrpolicy.evidence.formalities": "FORMALITIES Formality formality",
            "ssrpolicy.evidence.matching.folding": (
                "DASHES SOFT_HYPHEN levelled same_words without_broken_hyphens"
            ),
            "ssrpolicy.evidence.matching.near": "Change NearMiss NearMissKind near_misses",
            "ssrpolicy.evidence.matching.search": "MOST_PLACES Concordance",
            "ssrpolicy.evidence.numbers.numerals": "Number numbers_in",
            "ssrpolicy.evidence.spans": "Span",
            "ssrpolicy.evidence.text.joining": "joint",
            "ssrpolicy.evidence.text.letterhead": "COMMITTEE is_letterhead",
            "ssrpolicy.evidence.text.notes": "ASKED NOTE_BEGIN NOTE_MARK plain_mark",
            "ssrpolicy.evidence.text.other_languages": "reads_as_other",
            "ssrpolicy.evidence.text.questions": "QUESTION_HEADING opens stops_within",
            "ssrpolicy.evidence.text.sentences": "Sentence",
            "ssrpolicy.evidence.text.signature": "COPY copies is_formula",
            "ssrpolicy.evidence.text.source_text": "SourceText",
            "ssrpolicy.evidence.text.blocks": "Block",
        },
    )

__all__ = [
    "ASKED",
    "COMMITTEE",
    "COPY",
    "DASHES",
    "FORMALITIES",
    "MOST_PLACES",
    "NOTE_BEGIN",
    "NOTE_MARK",
    "QUESTION_HEADING",
    "SOFT_HYPHEN",
    "Anchor",
    "AnchorState",
    "Anchors",
    "Block",
    "Change",
    "Concordance",
    "Formality",
    "NearMiss",
    "NearMissKind",
    "Number",
    "Sentence",
    "SentenceCoverage",
    "SourceText",
    "Span",
    "anchors",
    "copies",
    "coverage",
    "formality",
    "is_formula",
    "is_letterhead",
    "joint",
    "levelled",
    "near_misses",
    "numbers_in",
    "opens",
    "plain_mark",
    "reads_as_other",
    "same_words",
    "stops_within",
    "without_broken_hyphens",
]
