"""A new record: what the letter's head states, and comments that explain the rest."""

from ssrpolicy.starting.head import Head, head_of
from ssrpolicy.starting.record import NewRecord, begin_record

__all__ = ["Head", "NewRecord", "begin_record", "head_of"]
