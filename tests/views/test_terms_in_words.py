"""A term that is not a day is shown in its words, with the day that was taken for it, if any."""

import datetime as dt

import attrs
import pytest

from notes_read import grid, runs_of, text, under
from ssrpolicy import Course, EdtfDate, Language, PolicyRecord, Schedule, Timeframe
from ssrpolicy.testing import small_record
from ssrpolicy.views import annex, briefing, changes, dossier, reading_page
from ssrpolicy.views.language import meaning
from tables import each_case

AS_OF = dt.date(2012, 1, 1)


def promised(phrase: str, date: str | None = None, course: Course = Course.ONCE) -> PolicyRecord:
    """The small record, with this term for its commitment and nothing reported."""
    small = attrs.evolve(small_record(), updates=())
    term = Timeframe(phrase=phrase, date=None if date is None else EdtfDate(date))
    first = attrs.evolve(small.commitments[0], timeframe=term, course=course)
    others = tuple(each for each in small.statements if each.id != first.id)
    return attrs.evolve(small, statements=(first, *others))


def shown(record: PolicyRecord) -> tuple[str, str, str]:
    """The term in the issue of a note, in its table, and in the annex."""
    note = briefing([record], as_of=AS_OF, language="nl")
    table, rows = grid(note, "Nr."), grid(annex([record], as_of=AS_OF, language="nl"), "Nr.")
    return (
        " ".join(under(note, "Kern")),
        text(table.rows[0][table.header.index("Stelligheid en termijn")]),
        text(rows.rows[0][rows.header.index("Verwachte datum")]),
    )


@pytest.mark.parametrize("phrase", ["voor het zomerreces", "zodra de wet is aangenomen"])
def test_a_term_without_a_date_is_shown_in_its_words(phrase: str) -> None:
    """It is a term: nothing says that none was named."""
    issue, table, expected = shown(promised(phrase))

    assert f"; termijn “{phrase}”, einddatum niet vastgelegd)." in issue
    assert "geen einddatum vastgelegd" in issue
    assert "genoemd" not in issue.replace("verantwoordelijke niet genoemd", "")
    assert f"“{phrase}”." in table
    assert f"“{phrase}”" in expected


def test_what_goes_on_has_its_course_and_not_a_term() -> None:
    """A term such as "per jaar" says how often, and gives no last day either."""
    issue, _, _ = shown(promised("per jaar", course=Course.RECURRING))

    assert "; terugkerend)." in issue
    assert "einddatum niet vastgelegd" not in issue


@pytest.mark.parametrize("phrase", ["momenteel", "op dit moment"])
def test_words_for_now_are_not_a_term_in_the_issue(phrase: str) -> None:
    """They say since when, and not until when."""
    issue, table, _ = shown(promised(phrase))

    assert "; eenmalig)." in issue
    assert f"“{phrase}”." in table


@each_case(
    "phrase, date",
    [
        ("volgend voorjaar", "2011-21"),
        ("in het voorjaar van 2011", "2011-21"),
        ("kort na de vakantie", "../2011-05-31"),
    ],
)
def test_a_day_that_the_words_do_not_give_stands_with_them(phrase: str, date: str) -> None:
    """Which day a season ends is a reading, and not what was promised."""
    issue, table, expected = shown(promised(phrase, date))

    assert f"; termijn was “{phrase}”, gerekend t/m 31 mei 2011)." in issue
    assert f"“{phrase}” (gerekend t/m 31-5-2011)." in table
    assert expected == f"“{phrase}” (gerekend t/m 31-5-2011)"


@pytest.mark.parametrize("phrase", ["uiterlijk op 31 mei 2011", "in mei 2011"])
def test_a_day_that_follows_from_the_words_stands_by_itself(phrase: str) -> None:
    """Of a month everybody knows on which day it ends."""
    issue, table, expected = shown(promised(phrase, "2011-05"))

    assert "; einddatum was 31 mei 2011)." in issue
    assert "T/m 31-5-2011." in table
    assert expected == "31-5-2011"


def test_undated_does_not_mean_that_the_source_names_no_term() -> None:
    """The meaning that stands in the dashboard and the list of codes."""
    assert meaning(Schedule.UNDATED, "nl") == (
        "Er is geen einddatum vastgelegd: de bron noemt er geen, of alleen een termijn in woorden."
    )


@each_case(
    "language, phrase, words",
    [
        ("nl", "zodra het weer voorjaar is", "31 mei 2013, het voorjaar van 2013)"),
        ("en", "zodra het weer voorjaar is", "31 May 2013, spring 2013)"),
        ("nl", "In het voorjaar van 2013", "“In het voorjaar van 2013” (gerekend t/m 31 mei 2013)"),
        ("en", "In het voorjaar van 2013", "31 May 2013, spring 2013)"),
    ],
)
def test_a_day_that_a_season_ends_on_is_shown_with_the_season(
    language: Language, phrase: str, words: str
) -> None:
    """Not all agree on which day spring ends: page and overview name it once."""
    record = promised(phrase, "2013-21")
    entry = record.commitments[0].id
    page = reading_page([record], as_of=AS_OF, language=language)
    details = {
        detail.key: detail.values
        for each in page.records()
        for shown in each.entries
        if shown.id == entry
        for detail in shown.details
    }
    late = changes([record], since=AS_OF, as_of=dt.date(2013, 7, 1), language=language)

    assert words in str(details)
    assert words in " ".join(text(runs) for block in late.blocks for runs in runs_of(block))


def test_words_are_not_cut_before_the_one_that_decides() -> None:
    """A term of some words stands whole in the issue and in both tables."""
    phrase = "nog vóór het komende zomerreces van de gemeenteraad"

    assert all(f"“{phrase}”" in each for each in shown(promised(phrase)))


@each_case(
    "language, as_of, begins, ends",
    [
        ("nl", "2032-06-01", "; per 1 januari 2033)", "einddatum"),
        ("nl", "2033-02-01", "; per 1 januari 2033)", "einddatum was"),
        ("en", "2032-06-01", "; as of 1 January 2033)", "due 1 January"),
        ("en", "2033-02-01", "; as of 1 January 2033)", "was due"),
    ],
)
def test_what_begins_on_a_day_is_not_said_to_end_on_it_on_the_first_page(
    language: Language, as_of: str, begins: str, ends: str
) -> None:
    """A supervisor who is appointed as of 1 January has no last day, before that day or after."""
    day = dt.date.fromisoformat(as_of)
    note = briefing([promised("per 1 januari 2033", "2033-01-01")], as_of=day, language=language)
    said = " ".join(under(note, "Kern" if language == "nl" else "Issue"))

    assert begins in said
    assert ends not in said


def test_a_dossier_has_the_day_on_which_something_begins() -> None:
    """Also there a term does not run until the day on which what was promised begins."""
    day = dt.date(2032, 6, 1)
    note = dossier([promised("per 1 januari 2033", "2033-01-01")], as_of=day, language="nl")
    table = grid(note, "Toezegging")
    state = text(table.rows[0][table.header.index("Stand")])

    assert state == "De ingangsdatum is 1 januari 2033."


@pytest.mark.parametrize("language, begins", [("nl", "De ingangsdatum was"), ("en", "start date")])
def test_what_should_have_begun_is_not_said_to_have_ended(language: Language, begins: str) -> None:
    """After the day, neither dossier nor annex has it as the last day of a term."""
    record = promised("per 1 januari 2033", "2033-01-01")
    day = dt.date(2033, 2, 1)
    notes = [each([record], as_of=day, language=language) for each in (briefing, dossier, annex)]
    said = [
        " ".join(text(runs) for block in note.blocks for runs in runs_of(block)) for note in notes
    ]

    assert [begins in each for each in said] == [False, True, True]
    assert not any(
        wrong in each for each in said for wrong in ("1 januari 2033 verstreken", "due by")
    )
