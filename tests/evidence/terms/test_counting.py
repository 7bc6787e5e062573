"""Phrases of terms that count, from a named day or from the paper."""

import datetime as dt

from ssrpolicy.evidence.terms import entered_term, read_term
from tables import each_case

PAPER = dt.date(2024, 3, 5)


@each_case(
    "phrase, language, date, counted_from",
    [
        ("binnen twee maanden", "nl", "2024-05-05", PAPER),
        ("over een half jaar", "nl", "2024-09-05", PAPER),
        ("binnen anderhalf jaar", "nl", "2025-09-05", PAPER),
        ("binnen zes weken", "nl", "2024-04-16", PAPER),
        ("binnen 14 dagen", "nl", "2024-03-19", PAPER),
        ("binnen een jaar", "nl", "2025-03-05", PAPER),
        ("binnen drie maanden na dagtekening van deze brief", "nl", "2024-06-05", PAPER),
        (
            "binnen twee maanden na de laatste ronde, die gepland staat voor 7 september",
            "nl",
            "2024-11-07",
            dt.date(2024, 9, 7),
        ),
        ("twee maanden na 31 december 2025", "nl", "2026-02-28", dt.date(2025, 12, 31)),
        ("within six months", "en", "2024-09-05", PAPER),
        ("within six months of the date of this letter", "en", "2024-09-05", PAPER),
        ("in three weeks", "en", "2024-03-26", PAPER),
        ("in a year and a half", "en", "2025-09-05", PAPER),
        ("within a year and a half", "en", "2025-09-05", PAPER),
        ("within two and a half years", "en", "2026-09-05", PAPER),
        ("binnen een jaar en een half", "nl", "2025-09-05", PAPER),
        ("binnen twee en een half jaar", "nl", "2026-09-05", PAPER),
    ],
)
def test_a_phrase_that_counts_is_counted_from_a_named_day_or_from_the_paper(
    phrase: str, language: str, date: str, counted_from: dt.date
) -> None:
    """The day from which is counted is shown with the result."""
    found = read_term(phrase, language=language, paper_date=PAPER)
    assert (str(found.date), found.counted_from) == (date, counted_from)


@each_case(
    "phrase, date",
    [
        ("tussen 1 mei en 1 juli 2027", "2027-05-01/2027-07-01"),
        ("tussen mei en juli 2027", "2027-05/2027-07"),
        ("mei, juni of juli 2027", "2027-05/2027-07"),
        ("eind december of begin januari 2027", "2026-12/2027-01"),
        ("Q1-Q2 2027", "2027-01/2027-06"),
        ("from May to July 2027", "2027-05/2027-07"),
        ("vanaf september tot en met december 2027", "2027-09/2027-12"),
    ],
)
def test_of_two_stretches_the_last_gives_the_year_of_the_first(phrase: str, date: str) -> None:
    """The paper's year is not put in front of another one; typed in a cell it is read as well."""
    assert str(read_term(phrase, paper_date=PAPER).date) == date
    assert str(entered_term(phrase)) == date


@each_case(
    "phrase, date, start",
    [
        ("na mei of juni 2026", "2026-06/..", None),
        ("na 1 mei of 1 juni 2026", "2026-05-02/..", None),
        ("vóór mei of juni 2026", "2026-04-30", None),
        ("voor 1 mei, 1 juni of 1 juli 2026", "2026-04-30", None),
        ("voor eind mei of begin juni 2026", "2026-05", None),
        ("gepland voor mei of juni 2026", "2026-05/2026-06", None),
        ("after May or June 2026", "2026-06/..", None),
        ("before May and June 2026", "2026-04-30", None),
        ("vanaf 1 januari 2027 of 1 juli 2027", "None", dt.date(2027, 1, 1)),
        ("from January 2027 or July 2027", "None", dt.date(2027, 1, 1)),
        ("vanaf mei tot juli 2026", "2026-05/2026-07", None),
    ],
)
def test_a_bound_before_two_alternatives_keeps_its_meaning(
    phrase: str, date: str, start: dt.date | None
) -> None:
    """Before, after or from the earlier of the two; only from the one to the other is a stretch."""
    found = read_term(phrase, paper_date=dt.date(2026, 3, 10))
    assert (str(found.date), found.start) == (date, start)


@each_case(
    "phrase, date, counted_from",
    [
        ("binnen maximaal 3 maanden", "2024-06-05", PAPER),
        ("binnen een termijn van drie maanden", "2024-06-05", PAPER),
        ("binnen de gebruikelijke termijn van drie weken", "2024-03-26", PAPER),
        ("binnen drie à vier weken", "2024-04-02", PAPER),
        ("in de komende zes maanden", "2024-09-05", PAPER),
        ("uiterlijk twee weken voor 1 juni 2027", "2027-05-18", dt.date(2027, 6, 1)),
        ("binnen vier weken nadat de Raad op 3 mei 2027 adviseert", "2027-05-31",
         dt.date(2027, 5, 3)),
        ("zes weken te rekenen vanaf 1 mei 2027", "2027-06-12", dt.date(2027, 5, 1)),
    ],
)  # fmt: skip
def test_what_is_counted_may_be_a_bound_a_range_or_back_from_a_day(
    phrase: str, date: str, counted_from: dt.date
) -> None:
    """The longest time that the words allow is counted, from the day that they name."""
    found = read_term(phrase, paper_date=PAPER)
    assert (str(found.date), found.counted_from) == (date, counted_from)


@each_case(
    "phrase",
    ["binnen tien werkdagen", "binnen tien werkdagen na 1 mei 2027", "binnen 48 uur",
     "within ten working days", "binnen twee maanden nadat de Raad adviseert",
     "twee maanden voor het einde van 2027", "na het advies binnen twee maanden"],
)  # fmt: skip
def test_what_counts_without_a_calendar_or_from_an_unknown_day_gives_none(phrase: str) -> None:
    """Days of work and events lead to no day; that the phrase counts is known all the same."""
    found = read_term(phrase, language="en" if "within" in phrase else "nl", paper_date=PAPER)
    assert (found.date, found.counts) == (None, True)


def test_a_day_next_to_an_occasion_is_read() -> None:
    """What day the recess begins stands in no phrase; that of "uiterlijk" does."""
    found = read_term("voor het zomerreces, uiterlijk 30 juni 2027", paper_date=PAPER)
    assert str(found.date) == "2027-06-30"
    assert read_term("voor het zomerreces", paper_date=PAPER).occasion
