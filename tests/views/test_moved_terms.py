"""A moved term is shown with the first one and the document that moved it; a claim by its paper."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from ssrpolicy import EdtfDate, PolicyRecord, Timeframe
from ssrpolicy.cli.main import _command
from ssrpolicy.views import annex, briefing, changes, dossier, reading_page, tracker

DAY = dt.date(2034, 4, 15)
SINCE = dt.date(2031, 1, 1)
MOVED = dt.date(2031, 11, 1)
NO_SHOWN = "geen document toont deze termijn"
NO_LETTER = "een document"  # as in "Geen document toont ..."


def everything(made: object) -> str:
    """All that a view holds, as text."""
    found: list[str] = []

    def visit(each: object) -> None:
        if isinstance(each, str):
            found.append(each)
        elif isinstance(each, list | tuple):
            texts = [t.text for t in each if hasattr(t, "text") and hasattr(t, "look")]
            found.append("".join(texts))
            for item in each:
                visit(item)
        elif hasattr(each, "__attrs_attrs__"):
            for name in (a.name for a in each.__attrs_attrs__):
                visit(getattr(each, name))

    visit(made)
    return "\n".join(found)


VIEWS: dict[str, Callable[[PolicyRecord], object]] = {
    "note": lambda record: briefing([record], as_of=DAY, language="nl"),
    "dossier": lambda record: dossier([record], as_of=DAY, language="nl"),
    "annex": lambda record: annex([record], as_of=DAY, language="nl"),
    "changes": lambda record: changes([record], since=SINCE, as_of=DAY, language="nl"),
    "tracker": lambda record: tracker([record], as_of=DAY, language="nl").table("commitments"),
    "page": lambda record: list(reading_page([record], as_of=DAY, language="nl").records()),
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    "phrase, date", [("begin 2035", "2035~"), ("voor het reces", "2032-07-01")]
)
def test_words_of_a_term_that_no_document_has_stand_without_quotation_marks(
    invented: PolicyRecord, view: str, phrase: str, date: str
) -> None:
    """Quotation marks are for words of a source; these somebody entered, now or once before."""
    term = Timeframe(phrase=phrase, date=EdtfDate(date))
    entered = invented.with_update("interpreters", date=MOVED, by="lm-kustwacht", timeframe=term)
    again = entered.with_update(
        "interpreters", date=MOVED.replace(year=2033), by="lm-kustwacht", timeframe=term
    )
    for record in (entered, again):
        said = everything(VIEWS[view](record))

        assert phrase in said
        assert f"“{phrase}”" not in said


@pytest.mark.parametrize("view", VIEWS)
def test_a_move_names_its_document_or_that_there_is_none(invented: PolicyRecord, view: str) -> None:
    """A date that somebody typed is said to stand in no document, in every report."""
    known = everything(VIEWS[view](invented))
    without = invented.with_update(
        "interpreters",
        date=MOVED,
        by="lm-kustwacht",
        timeframe=Timeframe(phrase="eind 2032", date=EdtfDate("2032")),
    )

    assert "3 september 2031" in known
    assert everything(VIEWS[view](without)).count(NO_LETTER) > known.count(NO_LETTER) > 0


@pytest.mark.parametrize("view", VIEWS)
def test_what_was_met_within_a_moved_term_is_said_to_be_just_that(
    invented: PolicyRecord, view: str
) -> None:
    """The trainers came after the first term; no report calls that punctual."""
    said = everything(VIEWS[view](invented)).casefold()

    assert "binnen de verschoven termijn" in said
    assert ("1-10-2031" if view == "note" else "1 oktober 2031") in said


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "changes"])
@pytest.mark.parametrize("commitment", ["cost-overview", "curriculum", "send-trainers"])
def test_a_move_after_the_fact_stands_in_the_history_only(
    invented: PolicyRecord, view: str, commitment: str
) -> None:
    """No report gives it as the latest term next to the last day of the one that counts."""
    term = Timeframe(phrase="ultimo volgend jaar", date=EdtfDate("2033-12-28"))
    moved = invented.with_update(commitment, date=dt.date(2033, 1, 1), by="lm-buza", timeframe=term)
    said = everything(VIEWS[view](moved))

    assert (term.phrase in said) == (view in ("page", "dossier"))


def test_of_a_term_that_ended_the_first_is_told_when_its_move_was_long_before(
    invented: PolicyRecord,
) -> None:
    """The overview of a later period does not list the move, and tells of it all the same."""
    since, day = dt.date(2032, 3, 1), dt.date(2032, 5, 1)
    said = everything(changes([invented], since=since, as_of=day, language="nl"))

    assert "1 april 2032" in said
    assert "oorspronkelijk 1 oktober 2031; verschoven in de brief van 3 september 2031" in said


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "tracker"])
def test_the_last_day_of_an_approximate_term_is_marked(invented: PolicyRecord, view: str) -> None:
    """What is due "medio 2033" is due by no day; its last one is said to be approximate."""

    def moved_to(date: str) -> str:
        term = Timeframe(phrase="medio 2033", date=EdtfDate(date))
        made = invented.with_update(
            "interpreters", date=MOVED, by="lm-kustwacht", timeframe=term, document="second-letter"
        )
        return everything(VIEWS[view](made))

    def marked(said: str) -> int:
        return said.count("bij benadering") + said.count("een benadering")

    assert marked(moved_to("2033~")) > marked(moved_to("2033"))


def test_the_terminal_shows_both_terms_and_the_letter(fixtures: Path) -> None:
    """`show` gives the first and the latest term, their last days and what moved the one."""
    lagemeer = str(fixtures / "records" / "lagemeer-2031-7")
    day = ["--as-of", "2034-04-15"]
    shown = CliRunner().invoke(_command, ["show", lagemeer, "send-trainers", *day]).output
    unshown = CliRunner().invoke(_command, ["show", lagemeer, "port-inspection", *day]).output

    assert "1 oktober 2031" in shown
    assert "1 april 2032" in shown
    assert "brief van 3 september 2031" in shown
    assert "binnen de verschoven termijn" in shown
    assert NO_LETTER in unshown


def test_a_claim_is_dated_by_the_paper_that_makes_it(invented: PolicyRecord) -> None:
    """Recorded in March, reported in a letter of September: it was reported in September."""
    record = invented.with_update(
        "cost-overview",
        date=dt.date(2032, 3, 1),
        by="lm-buza",
        claimed="fulfilled",
        document="second-letter",
    )
    said = everything(annex([record], as_of=DAY, language="nl"))

    assert "betrekkingen van lagemeer (3 september 2031)" in said.casefold()
    assert "1 maart 2032" not in said


@pytest.mark.parametrize("view", VIEWS)
def test_a_term_that_is_counted_is_shown_with_the_day_it_is_counted_from(
    invented: PolicyRecord, view: str
) -> None:
    """Two months after a letter of 3 September; a date that nobody counted is shown as it is."""

    def moved_to(date: str) -> str:
        term = Timeframe(phrase="binnen twee maanden", date=EdtfDate(date))
        day, letter = dt.date(2031, 12, 1), "second-letter"
        made = invented.with_update(
            "interpreters", date=day, by="lm-kustwacht", timeframe=term, document=letter
        )
        return everything(VIEWS[view](made))

    forms = {"note": "3-11-2031, geteld vanaf 3-9-2031"}
    counted = forms.get(view, "3 november 2031, geteld vanaf 3 september 2031")
    assert counted in moved_to("2031-11-03")
    assert "geteld vanaf" not in moved_to("2031-11-04")


def test_a_line_of_the_note_says_what_the_first_term_was(invented: PolicyRecord) -> None:
    """Who reads only the first page does not take the later day for the one promised."""
    moved = invented.with_update(
        "yearly-ceiling",
        date=MOVED,
        by="lm-kustwacht",
        timeframe=Timeframe(phrase="eind 2036", date=EdtfDate("2036-12-31")),
    )

    note = everything(briefing([moved], as_of=DAY, language="nl")).replace("\u00a0", " ")

    assert "einddatum 31 december 2034" not in note
    assert "einddatum 31 december 2036, oorspronkelijk 31 december 2034" in note


def test_a_term_that_no_document_shows_is_marked_on_first_pages_too(invented: PolicyRecord) -> None:
    """What is overdue by a term that somebody typed is so by nobody's paper."""
    record = invented.with_update(
        "interpreters",
        date=MOVED,
        by="lm-kustwacht",
        timeframe=Timeframe(phrase="eind 2032", date=EdtfDate("2032")),
    )
    note = everything(briefing([record], as_of=DAY, language="nl"))
    opening = everything(reading_page([record], as_of=DAY, language="nl").pressing)

    before = everything(reading_page([invented], as_of=DAY, language="nl").pressing)

    assert "; geen document toont deze termijn)." in note
    assert opening.count(", geen document toont deze termijn") == 1 + before.count(NO_SHOWN)


def test_a_day_that_a_paper_states_is_not_marked_after_a_move_to_no_date(
    invented: PolicyRecord,
) -> None:
    """Somebody moved it to when the port is open: the day that counts stays that of the letter."""
    pressing = everything(reading_page([invented], as_of=DAY, language="nl").pressing)
    note = everything(briefing([invented], as_of=DAY, language="nl"))

    assert "31 december 2032" in pressing
    assert NO_SHOWN not in pressing
    assert f"31\u00a0december 2032; {NO_SHOWN}" not in note


def test_a_history_says_of_a_move_that_no_document_shows_it(
    invented: PolicyRecord, fixtures: Path
) -> None:
    """In the terminal, in the tracker and on the page; what a letter moved is not marked."""
    lagemeer = str(fixtures / "records" / "lagemeer-2031-7")
    shown = ["show", lagemeer, "port-inspection", "--as-of", DAY.isoformat()]
    history = tracker([invented], as_of=DAY, language="nl").table("history")
    moves = [
        value for value in history.column("value") if "2032" in str(value) or NO_SHOWN in str(value)
    ]
    page = everything(list(reading_page([invented], as_of=DAY, language="nl").records()))

    assert f"; {NO_SHOWN}" in " ".join(CliRunner().invoke(_command, shown).output.split())
    assert [str(value).endswith(f"; {NO_SHOWN}") for value in moves] == [False, True]
    assert page.count(f"; {NO_SHOWN}") == 1
