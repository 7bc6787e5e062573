"""A question that a record cannot answer is refused in a sentence."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest

from promises.arguments.answers import INNARDS, said
from ssrpolicy import ArgumentError, NotLocatedError, PolicyRecord, UnknownIdError
from tables import each_case

DAY = dt.date(2034, 1, 1)

QUESTIONS: dict[str, Callable[[Any], object]] = {
    "owned_by": lambda r: r.owned_by("nosuch"),
    "owned_by a number": lambda r: r.owned_by(3),
    "owned_by as of a text": lambda r: r.owned_by("nl", as_of="2034-01-01"),
    "instruments_of": lambda r: r.instruments_of("nosuch"),
    "code": lambda r: r.code("partys", "nl"),
    "check_code": lambda r: r.check_code("parties", "nosuch"),
    "in_place": lambda r: r.in_place("afg"),
    "in_sector": lambda r: r.in_sector("politie"),
    "answers": lambda r: r.answers("nope"),
    "answers nothing": lambda r: r.answers(None),
    "entry": lambda r: r["nope"],
    "entry by number": lambda r: r[3],
    "document": lambda r: r.document("nope"),
    "is_reply": lambda r: r.is_reply("nope"),
    "asked_on": lambda r: r.asked_on("nope"),
    "statement": lambda r: r.statement("letter"),
    "history": lambda r: r.history("nope"),
    "progress": lambda r: r.progress("african-union", as_of="2034-01-01"),
    "progress of nothing": lambda r: r.progress("nope", as_of=DAY),
    "overdue": lambda r: r.overdue(as_of="2034-01-01"),
    "overdue at a moment": lambda r: r.overdue(as_of=dt.datetime(2034, 1, 1, tzinfo=dt.UTC)),
    "due_within": lambda r: r.due_within("30", as_of=DAY),
    "due_within a half": lambda r: r.due_within(0.5, as_of=DAY),
    "due_within the past": lambda r: r.due_within(-1, as_of=DAY),
    "due_within as of a text": lambda r: r.due_within(30, as_of="2034-01-01"),
    "contradicted": lambda r: r.contradicted("nope", as_of=DAY),
    "contradicted as of": lambda r: r.contradicted(r.dispositions[0], as_of=None),
    "locate": lambda r: r.locate(3),
    "locate in": lambda r: r.locate("SSR", "nope"),
    "locate in a number": lambda r: r.locate("SSR", 3),
    "with_update": lambda r: r.with_update("nope", date=DAY, by="x", note="x"),
    "with_update on": lambda r: r.with_update("african-union", date="2034", by="x", note="x"),
    "with_update in": lambda r: r.with_update(
        "african-union", date=DAY, by="x", note="x", document="nope"
    ),
    "with_update claimed": lambda r: r.with_update(
        "african-union", date=DAY, by="x", claimed="don"
    ),
}


@each_case("question", QUESTIONS)
def test_a_question_that_a_record_cannot_answer_is_refused(record: Any, question: str) -> None:
    """An unknown code or id, a text for a number or a day: never an empty answer, nor a riddle."""
    assert not INNARDS.search(said(lambda: QUESTIONS[question](record)))


def test_an_unknown_name_is_answered_with_some_that_are_known(record: Any) -> None:
    """Where nothing is near: the codes that the record uses, the ids that it has."""
    with pytest.raises(ArgumentError) as code:
        record.owned_by("nosuch")
    with pytest.raises(UnknownIdError) as id:
        record.answers("nosuch")

    assert re.fullmatch(
        r"Used there: [^,]+(, [^,]+){5} and \d+ more; the code lists have more\.",
        str(code.value.hint),
    )
    first = next(iter(record)).id
    assert re.fullmatch(
        rf"Its entries are {first}(, [^,]+){{5}} and \d+ more\.", str(id.value.hint)
    )


def test_every_question_with_an_argument_is_asked_wrongly() -> None:
    """No method of a record is left out of the table above; the rest name ids, and check none."""
    methods = {
        name
        for name in dir(PolicyRecord)
        if not name.startswith("_") and callable(getattr(PolicyRecord, name))
    }
    asked = {question.split(" ")[0] for question in QUESTIONS}

    assert methods - asked == {"full_id", "coverage", "findings"}


def test_each_record_that_does_not_know_a_code_is_named_once(record: Any) -> None:
    """The record that is asked may stand among those that it is asked with."""
    with pytest.raises(ArgumentError, match=rf"lists and {record.id} have no party 'nosuch'"):
        record.owned_by("nosuch", known_in=[record, record])


def test_words_in_several_places_are_narrowed_by_what_can_narrow_them(record: Any) -> None:
    """With one text the document is known; only the words around them say which are meant."""
    with pytest.raises(NotLocatedError) as several:
        record.locate("de")

    assert several.value.hint == "Give a Passage with the words before or after them."
