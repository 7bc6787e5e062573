"""Arguments of another class than the usual one that say the same."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ssrpolicy import PolicyRecord, SsrPolicyError
from ssrpolicy.evidence import anchors
from ssrpolicy.reporting import did_you_mean, together
from ssrpolicy.testing import small_record
from tables import each_case

DAY = dt.date(2011, 5, 1)


class Whole:
    """A whole number as another library has it."""

    def __index__(self) -> int:
        return 60


class Word(str):
    """A text of a class of its own."""

    __slots__ = ()


@pytest.fixture
def record() -> PolicyRecord:
    """The small record."""
    return small_record()


def test_a_whole_number_of_another_library_is_one(record: PolicyRecord) -> None:
    """Yes and no are not."""
    number: Any = Whole()
    yes: Any = True

    assert record.due_within(number, as_of=DAY) == record.due_within(60, as_of=DAY)
    with pytest.raises(SsrPolicyError, match="days is True, not a whole number"):
        record.due_within(yes, as_of=DAY)


def test_marks_may_be_texts_of_a_class_of_their_own(record: PolicyRecord) -> None:
    """They stand around the words."""
    place = anchors(record).of(record.statements[0].quotes[0]).place
    assert place is not None

    assert place.context(marks=(Word("["), "]")) == place.context(marks=("[", "]"))
    for wrong in (("[",), ("[", "]", "|"), ("[", 3)):
        marks: Any = wrong
        with pytest.raises(SsrPolicyError, match="marks"):
            place.context(marks=marks)


@each_case("words", [["a", "b"], {"a": 1, "b": 2}.keys(), iter(("a", "b"))])
def test_words_may_stand_in_any_iterable(words: Any) -> None:
    """Of a text the letters would be read."""
    wrong: Any
    assert together(words) == "a and b"
    for wrong in ("ab", [3], None):
        for call in (together, did_you_mean):
            with pytest.raises(SsrPolicyError, match=r"^words is .*, where .* belongs\."):
                call(wrong)
    assert did_you_mean(word for word in ("a", "b")) == "Did you mean a or b?"
    assert did_you_mean(set()) == together(()) == ""
