"""A note written as a Word document: blocks, runs, footnotes and properties."""

from ssrpolicy_word.writing.document import write_document

__all__ = ["write_document"]
