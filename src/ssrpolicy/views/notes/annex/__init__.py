"""The budget annex: motions and commitments, dealt with and in hand."""

from ssrpolicy.views.notes.annex.note import annex

__all__ = ["annex"]
