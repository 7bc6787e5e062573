"""Source texts: structure and sentences, matching and anchoring quotes, and what these cover.

`SourceText` knows one document's plain text and offsets, no records; `anchors` ties it to the
passages that a record quotes.
"""

from ssrpolicy.evidence.anchors import Anchor, Anchors, AnchorState, SentenceRecorded, anchors
from ssrpolicy.evidence.coverage import CoverageState, SentenceCoverage, coverage
from ssrpolicy.evidence.folding import same_words
from ssrpolicy.evidence.near import Change, NearMiss, NearMissKind, near_misses
from ssrpolicy.evidence.numerals import Number, numbers_in, states_number
from ssrpolicy.evidence.sentences import Sentence
from ssrpolicy.evidence.source_text import PlaceInText, SourceText
from ssrpolicy.evidence.spans import Span
from ssrpolicy.evidence.structure import Block, BlockKind

__all__ = [
    "Anchor",
    "AnchorState",
    "Anchors",
    "Block",
    "BlockKind",
    "Change",
    "CoverageState",
    "NearMiss",
    "NearMissKind",
    "Number",
    "PlaceInText",
    "Sentence",
    "SentenceCoverage",
    "SentenceRecorded",
    "SourceText",
    "Span",
    "anchors",
    "coverage",
    "near_misses",
    "numbers_in",
    "same_words",
    "states_number",
]
