"""Dates and terms are accepted as reports print them."""

import datetime as dt

import attrs
import pytest

from merging.printed.entered import DAY, entered
from ssrpolicy import Language, PolicyRecord
from ssrpolicy.model import LANGUAGES, terms
from ssrpolicy.testing import small_record
from ssrpolicy.views.language import edtf_words, long_date
from ssrpolicy.views.notes.frame import parts_of
from ssrpolicy.views.shared import ReadingContext
from tables import each_case

RECORDS = ("kst-32123-X-124", "lagemeer-2031-7")


@pytest.mark.parametrize("typed_in", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RECORDS)
def test_every_printed_date_and_term_is_accepted(
    name: str, language: Language, typed_in: Language, read: dict[str, PolicyRecord]
) -> None:
    """In the cell of a term's date and in that of its words, wherever a report prints it."""
    record, number = read[name], 0
    context = ReadingContext(record, language, DAY)
    (part,) = parts_of([record], as_of=DAY, language=language)
    for term, _, _ in terms(record):
        printed = context.term(term) or ""
        note = "".join(run.text for run in part.term_runs(attrs.evolve(term, after=None), "letter"))
        plan = entered(record, typed_in, term=printed)
        number += 1
        assert plan.refusals == () or "before the paper" in plan.refusals[0].message
        assert [e.entered.term for e in plan.edits] in ([term], []), printed
        if term.firmness is None:
            plan = entered(record, typed_in, term=note)
            found = [e.entered.term for e in plan.edits]
            assert [(t.phrase, t.date) for t in found if t] in ([(term.phrase, term.date)], [])
        if term.date is not None:
            for text in (edtf_words(term.date, language), term.date.text):
                plan = entered(record, typed_in, due=text)
                dates = [e.entered.term and e.entered.term.date for e in plan.edits]
                assert dates in ([term.date], []), text
    assert number


@each_case("language", LANGUAGES)
@each_case(
    "text, date",
    [
        ("14 december 2010", "2010-12-14"),
        ("14-12-2010", "2010-12-14"),
        ("December 14, 2010", "2010-12-14"),
        ("14 December 2010", "2010-12-14"),
        ("in het tweede kwartaal van 2031", "2031-04/2031-06"),
        ("second quarter of 2031", "2031-04/2031-06"),
        ("2031-Q2", "2031-04/2031-06"),
        ("april 2031 tot en met juni 2031", "2031-04/2031-06"),
        ("het najaar van 2031", "2031-23"),
        ("autumn 2031", "2031-23"),
        ("de winter van 2031-2032", "2031-24"),
        ("winter 2031", "2031-24"),
    ],
)
def test_a_date_is_accepted_as_it_is_printed(text: str, date: str, language: Language) -> None:
    """Days, quarters and seasons, in either language."""
    plan = entered(small_record(), language, due=text)
    assert plan.refusals == ()
    (edit,) = plan.edits
    assert edit.entered.term is not None
    assert str(edit.entered.term.date) == date


def test_every_day_is_accepted_as_it_is_printed() -> None:
    """Both languages, the first and the last of each month."""
    for month in range(1, 13):
        for day in (1, 28):
            date = dt.date(2031, month, day)
            for language in LANGUAGES:
                (edit,) = entered(small_record(), "nl", due=long_date(date, language)).edits
                assert edit.entered.term is not None
                assert edit.entered.term.due == date


def test_day_comes_before_month_and_the_plan_says_which_day_was_read() -> None:
    """3 April, as on the command line; whoever meant 4 March sees it before anything is written."""
    (edit,) = entered(small_record(), "nl", due="03-04-2031").edits
    assert edit.entered.term is not None
    assert str(edit.entered.term.date) == "2031-04-03"
    assert "3 april 2031" in edit.wanted


@each_case(
    "words, typed, date",
    [
        ("derde kwartaal 2031", "2031-Q3", "2031-07/2031-09"),
        ("uiterlijk 1 mei 2031", "1 mei 2031", "2031-05-01"),
        ("medio 2031", "omstreeks 2031", "2031~"),
    ],
)
def test_the_date_that_the_words_of_a_term_give_is_offered(
    words: str, typed: str, date: str
) -> None:
    """As people type it. It is not filled in: who typed the words may have meant them alone."""
    plan = entered(small_record(), "nl", term=words)
    (edit,) = plan.edits
    assert edit.entered.term is not None
    assert edit.entered.term.date is None
    (remark,) = plan.remarks
    assert remark == (
        f"term: “{words}” is taken as words alone, without a date; to give the timeframe its end "
        f"too, type {typed} under “Nieuwe termijn: datum”. "
        "Until then its end stays 31 mei 2011, which has passed."
    )
    again = entered(small_record(), "nl", term=words, due=typed)
    assert again.remarks == ()
    assert str(again.edits[0].entered.term and again.edits[0].entered.term.date) == date


@each_case(
    "words",
    [
        "vóór de zomer 2031",
        "voor het kerstreces 2031",
        "begin volgend jaar",
        "niet eerder dan 2031",
        "na september 2031",
        "op termijn",
    ],
)
def test_words_without_a_day_leave_the_end_what_it_was(words: str) -> None:
    """Nobody who types them for a term that is past sees by themselves that it stays past."""
    (remark,) = entered(small_record(), "nl", term=words).remarks
    assert remark == (
        f"term: “{words}” is taken as words alone, and gives no date; to give the timeframe an "
        "end, type a day under “Nieuwe termijn: datum”, or a part of a year such as 2026-Q2. "
        "Until then its end stays 31 mei 2011, which has passed."
    )


def test_of_a_term_without_an_end_only_words_of_the_calendar_are_remarked() -> None:
    """Where no date ever was, "op termijn" is all that there is to say."""
    record = small_record()
    (commitment,) = record.commitments
    undated = attrs.evolve(commitment, timeframe=None)
    statements = tuple(undated if each is commitment else each for each in record.statements)
    record = attrs.evolve(record, statements=statements)
    assert entered(record, "nl", term="op termijn").remarks == ()
    (remark,) = entered(record, "nl", term="vóór de zomer 2031").remarks
    assert remark.endswith("or a part of a year such as 2026-Q2.")


@each_case(
    "typed, date",
    [
        ("uiterlijk eind 2036", "2036"),
        ("vóór 1 juni 2036", "2036-05-31"),
        ("voor juni 2036", "2036-05-31"),
        ("medio juni 2036", "2036-06~"),
        ("in de loop van de zomer 2036", "2036-22"),
        ("no later than summer 2036", "2036-22"),
        ("mid-2036", "2036~"),
    ],
)
def test_a_date_is_accepted_with_the_words_before_it(typed: str, date: str) -> None:
    """As a letter would say it; what they mean for the last day counts."""
    (edit,) = entered(small_record(), "nl", due=typed).edits
    assert edit.entered.term is not None
    assert str(edit.entered.term.date) == date


@each_case(
    "typed",
    [
        "vóór de zomer 2036",
        "voor begin 2036",
        "na de zomer van 2036",
        "before the summer of 2036",
        "voor het zomerreces 2036",
        "rond de jaarwisseling",
        "vanaf 2036",
    ],
)
def test_words_that_give_no_last_day_are_refused_with_the_way_that_works(typed: str) -> None:
    """When a summer or a recess begins, no calendar says that every reader has."""
    (refusal,) = entered(small_record(), "nl", due=typed).refusals
    assert refusal.message.endswith("does not say what its last day is.")
    assert refusal.hint is not None
    assert "2011-Q2" in refusal.hint
    assert "Nieuwe termijn: woorden" in refusal.hint

    (edit,) = entered(small_record(), "nl", due="2036-Q2", term=typed).edits
    assert edit.entered.term is not None
    assert (edit.entered.term.phrase, str(edit.entered.term.date)) == (typed, "2036-04/2036-06")
