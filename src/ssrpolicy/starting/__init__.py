"""A new record: what the letter's head states, and comments that explain the rest."""

from ssrpolicy.starting.record import NewRecord, begin_record

__all__ = ["NewRecord", "begin_record"]
