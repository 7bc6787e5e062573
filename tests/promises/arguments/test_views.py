"""A view, a label or a column that cannot be is refused in a sentence."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

import ssrpolicy
from promises.arguments.answers import INNARDS, said
from ssrpolicy import PolicyRecord, views
from ssrpolicy.selection import Selection
from tables import each_case

DAY = dt.date(2034, 1, 1)
ANY: Any = ssrpolicy
VIEWS: Any = views


@each_case(
    "wrong", [{"language": "de"}, {"as_of": "2034-01-01"}, {"as_of": None}, {"language": None}]
)
@each_case("view", ["annex", "briefing", "changes", "reading_page", "tracker"])
def test_a_view_names_the_argument_that_it_cannot_take(
    record: Any, view: str, wrong: dict[str, Any]
) -> None:
    """Each view refuses another language, and what is not a day."""
    given: dict[str, Any] = {"as_of": DAY, "language": "nl", **wrong}
    if view == "changes":
        given["since"] = dt.date(2033, 1, 1)
    message = said(lambda: getattr(views, view)(record, **given))

    assert not INNARDS.search(message)
    assert "language" in message or "as_of" in message


@each_case("view", ["annex", "briefing", "changes", "reading_page", "tracker"])
@each_case("records", ["kst-32123-X-124", [3], None])
def test_a_view_is_of_records(view: str, records: Any) -> None:
    """A path or an id in the place of a record is said to be to load first."""
    given: dict[str, Any] = {"as_of": DAY, "language": "nl"}
    if view == "changes":
        given["since"] = dt.date(2033, 1, 1)

    assert "is not a record" in said(lambda: getattr(views, view)(records, **given))


@pytest.mark.parametrize("view", ["annex", "briefing", "changes", "reading_page", "tracker"])
def test_a_view_is_of_a_selection_that_was_applied(record: Any, view: str) -> None:
    """A code or criteria in the place of what they choose, and no record at all, are refused."""
    given: dict[str, Any] = {"as_of": DAY, "language": "nl"}
    if view == "changes":
        given["since"] = dt.date(2033, 1, 1)

    for asked in ("nl-bz", Selection(owners="nl-bz")):
        message = said(partial(getattr(views, view), record, **given, selection=asked))
        assert "where choose(records, Selection(...), as_of=day) belongs" in message
    assert said(lambda: getattr(views, view)([], **given)) == "No record was given to show."


@pytest.mark.parametrize("view", ["annex", "briefing", "changes", "tracker"])
def test_a_view_takes_one_record_or_many(record: Any, view: str) -> None:
    """One record needs no list around it, and an iterator is as good as a list."""
    given: dict[str, Any] = {"as_of": DAY, "language": "nl"}
    if view == "changes":
        given["since"] = dt.date(2033, 1, 1)
    of = getattr(views, view)

    assert of(record, **given) == of([record], **given) == of(iter((record,)), **given)


LABELS: dict[str, tuple[Callable[[], object], str]] = {
    "language": (lambda: VIEWS.label("field.owners", "de"), "The languages are nl"),
    "key": (lambda: VIEWS.label("field.ownrs", "nl"), "field.owners"),
    "table": (lambda: VIEWS.label("feild.owners", "nl"), "field"),
    "number": (lambda: VIEWS.label(3, "nl"), '"field.owners" belongs'),
    "part": (lambda: VIEWS.label("tracker.subject", "nl", day=3), "'date', which is not given"),
    "long_date": (lambda: VIEWS.long_date("2034-01-01", "en"), "not a calendar day"),
    "long_date list": (lambda: VIEWS.long_date([], "en"), "not a calendar day"),
    "long_date language": (lambda: VIEWS.long_date(DAY, "de"), "The languages are nl"),
    "number of text": (lambda: VIEWS.number("3", "en"), "belongs"),
    "number language": (lambda: VIEWS.number(3, "de"), "The languages are nl"),
    "counted": (lambda: VIEWS.counted("recrds", 3, "nl"), "Did you mean records"),
    "counted text": (lambda: VIEWS.counted("records", "3", "nl"), "not a whole number"),
    "counted language": (lambda: VIEWS.counted("records", 3, "de"), "The languages are nl"),
    "capital": (lambda: VIEWS.capital(3), "a text belongs"),
    "is_formula": (lambda: VIEWS.is_formula(3), "text is 3, where"),
    "visible": (lambda: VIEWS.visible(3), "text is 3, where"),
    "text": (lambda: ANY.LocalText(nl="a").text("xx"), "The languages are nl"),
    "text language": (lambda: ANY.LocalText(nl="a").language("xx"), "The languages are nl"),
    "messages": (lambda: ANY.messages_in("de").__enter__(), "is not a language of messages"),
}


@each_case("what", LABELS)
def test_words_dates_and_numbers_are_asked_in_a_known_way(what: str) -> None:
    """An unknown label, noun or language is named with the nearest, and what is not a date."""
    call, words = LABELS[what]
    message = said(call)

    assert words in message
    assert not INNARDS.search(message)


@pytest.mark.parametrize("group", ["own", "", 3, None])
@pytest.mark.parametrize("option", ["group", "summaries"])
def test_a_tracker_has_the_options_that_it_has(record: Any, option: str, group: Any) -> None:
    """Rows are put together by what the tracker knows, and by nothing else."""
    if option == "group" and group is None:
        return
    message = said(lambda: VIEWS.tracker(record, as_of=DAY, language="nl", **{option: group}))

    assert f"{group!r} is not a value of {option}." in message


def test_tables_and_columns_have_names(record: PolicyRecord) -> None:
    """A table or column that is not there is answered with the nearest."""
    tracker = views.tracker(record, as_of=DAY, language="nl")

    assert "Did you mean commitments" in said(lambda: tracker.table("commitment"))
    assert "Did you mean owners" in said(lambda: tracker.table("commitments").column("owner"))
