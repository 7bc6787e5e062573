"""The head of a paper: what it states of itself, above its text and at its end."""

from ssrpolicy.starting.head.stated import Head, head_of

__all__ = ["Head", "head_of"]
