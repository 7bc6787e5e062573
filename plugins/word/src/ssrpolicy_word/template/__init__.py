"""The template of a document: opened safely, and given what a note needs."""

from ssrpolicy_word.template.default import TEXT_WIDTH, default_template
from ssrpolicy_word.template.insertion_point import InsertionPoint, find_insertion_point
from ssrpolicy_word.template.numbering import NoteNumbers, settle_note_numbers
from ssrpolicy_word.template.opening import open_template
from ssrpolicy_word.template.styles import Styles, find_styles

__all__ = [
    "TEXT_WIDTH",
    "InsertionPoint",
    "NoteNumbers",
    "Styles",
    "default_template",
    "find_insertion_point",
    "find_styles",
    "open_template",
    "settle_note_numbers",
]
