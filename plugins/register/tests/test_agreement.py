"""A register and the folder that it is of say the same, whatever is asked, on each engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from plugins.register.tests.drawn import DAYS, RECORDS, asked_of_lists, asked_of_searches, days
from plugins.register.tests.portfolio import write_folder
from sqlalchemy import literal, or_, select

import ssrpolicy
from ssrpolicy import LocalText, PolicyRecord, UnknownIdError, Update
from ssrpolicy.databases import Handling
from ssrpolicy.selection import Selection, responsible
from ssrpolicy.views import listing, search
from ssrpolicy_register.asking.register import Register, open_register
from ssrpolicy_register.building.build import build
from ssrpolicy_register.building.sources import Source
from ssrpolicy_register.database.schedules import last_soon, schedule
from ssrpolicy_register.database.stores import store_at
from ssrpolicy_register.database.tables import owners, states

pytestmark = pytest.mark.heavy


def answer(ask: Callable[..., Any], *what: Any, **how: Any) -> Any:
    """What is answered, or that a code is not known: no owner of that name may be in them."""
    try:
        return ask(*what, **how)
    except UnknownIdError as error:
        return error.message


def check_list(
    register: Register, records: tuple[PolicyRecord, ...], kind: Any, **given_: Any
) -> None:
    """The same rows in the same order, with the same totals."""
    back, sort = given_.pop("back"), given_.pop("sort")
    if kind == "changes":
        given_["since"] = given_["as_of"] - dt.timedelta(back)
    if kind in {"commitments", "statements"}:
        given_["sort"] = sort

    of_folder = answer(listing, records, kind, **given_)

    assert answer(register.listing, kind, **given_) == of_folder


test_lists_are_those_of_the_folder = settings(max_examples=10)(asked_of_lists(check_list))
test_many_lists_are_those_of_the_folder = pytest.mark.slow(
    settings(max_examples=100)(asked_of_lists(check_list))
)


@pytest.mark.slow
@pytest.mark.parametrize(
    "kind, key", [("letters", "date"), ("requests", "term_date"), ("instruments", "name")]
)
@pytest.mark.parametrize("way", ["", "-"])
def test_a_page_of_a_list_is_its_first_rows(
    register: Register, records: tuple[PolicyRecord, ...], kind: Any, key: str, way: str
) -> None:
    """Whichever records are read for it; the totals are those of all."""
    for number, day in enumerate(DAYS[::4]):
        asked: dict[str, Any] = {"as_of": day, "language": ("nl", "en")[number % 2]}
        for limit in (1, 4):
            found = register.listing(kind, Selection(), sort=way + key, limit=limit, **asked)
            expected = listing(records, kind, sort=way + key, limit=limit, **asked)
            assert found == expected


def test_a_page_has_names_in_the_other_language_by_their_own_letters(
    new_address: Callable[[], str], tmp_path: Path
) -> None:
    """An instrument without a name in the reader's language stands where its other name does."""
    names = (LocalText(nl="Boot"), LocalText(en="Aap"), LocalText(nl="Zee"), LocalText(en="Vis"))
    records = []
    for number, each in enumerate(RECORDS):
        named = [attrs.evolve(one, name=names[number % 4]) for one in each.instruments]
        records.append(attrs.evolve(each, instruments=tuple(named)))
    address = new_address()
    build(store_at(address), Source.of([write_folder(tmp_path / "office", records)]), today=DAYS[0])
    for language, sort, limit in product(("nl", "en"), ("name", "-name"), (1, 3, 8)):
        asked: dict[str, Any] = {"as_of": DAYS[-1], "language": language, "sort": sort}
        expected = listing(records, "instruments", limit=limit, **asked)
        found = open_register(address).listing("instruments", Selection(), limit=limit, **asked)
        assert found == expected


def in_dutch_but_one(record: PolicyRecord, place: int) -> PolicyRecord:
    """A record with texts in Dutch alone, but for the summary of one statement, in English."""

    def dutch(text: LocalText) -> LocalText:
        return LocalText(nl=text.text("nl"))

    requests = [attrs.evolve(each, summary=dutch(each.summary)) for each in record.requests]
    statements = [
        attrs.evolve(each, summary=dutch(each.summary), relations=()) for each in record.statements
    ]
    lone = LocalText(en="The quays will be raised.")
    statements[place] = attrs.evolve(statements[place], summary=lone)
    return attrs.evolve(
        record,
        title=None if record.title is None else dutch(record.title),
        requests=tuple(requests),
        statements=tuple(statements),
    )


@pytest.mark.parametrize("place", [0, -1])
def test_a_page_says_of_languages_what_the_folder_says(
    new_address: Callable[[], str], tmp_path: Path, place: int
) -> None:
    """Also where one summary of a record is in the other language, and no row of the page is."""
    record = in_dutch_but_one(RECORDS[0], place)
    address = new_address()
    folder = write_folder(tmp_path / "office", [record])
    build(store_at(address), Source.of([folder]), today=DAYS[0])
    register = open_register(address)
    for kind, limit in (("commitments", 1), ("commitments", 3), ("statements", None)):
        for language in ("nl", "en"):
            asked: dict[str, Any] = {"as_of": DAYS[-1], "language": language, "limit": limit}
            expected = listing([record], kind, **asked)  # type: ignore[arg-type]  # the rows of the test name one of the two kinds as a text
            assert expected.languages is not None
            assert register.listing(kind, Selection(), **asked) == expected  # type: ignore[arg-type]  # the rows of the test name one of the two kinds as a text


def check_search(
    register: Register,
    records: tuple[PolicyRecord, ...],
    words: str,
    selection: Selection,
    **how: Any,
) -> None:
    """The same hits in the same order, each with the same place and marks."""
    of_folder = answer(search, records, words, selection, **how)
    found = answer(register.search, words, selection, **how)

    assert found == of_folder
    assert getattr(found, "hits", ()) == getattr(of_folder, "hits", ())


test_searches_are_those_of_the_folder = settings(max_examples=10)(asked_of_searches(check_search))
test_many_searches_are_those_of_the_folder = pytest.mark.slow(
    settings(max_examples=1_000)(asked_of_searches(check_search))
)


@pytest.mark.slow
@settings(max_examples=10)
@given(as_of=days)
def test_every_statement_stands_where_its_record_says(
    register: Register, records: tuple[PolicyRecord, ...], as_of: dt.date
) -> None:
    """For any day, with no rebuild: schedule, status, evidence, days, moves and owners of all."""
    handling = Handling(records, as_of)
    expected, whose = {}, set()
    for record in records:
        for each in record.statements:
            if handling.is_later(record, each.document):
                continue
            id, now = record.full_id(each.id), handling.progress(record)[each.id]
            days_ = now.due, now.first_due, now.met_on, now.last_update
            axes = now.schedule.value, now.claimed.value, now.evidence.value
            expected[id] = (*axes, now.firmness and now.firmness.value, now.moves, *days_)
            whose |= {(id, party) for party in responsible(record, each, now).parties}
    row, on = states.c, literal(as_of)
    known = or_(row.said_on.is_(None), row.said_on <= on)
    query = select(
        row.statement, schedule(on, literal(last_soon(as_of))), row.claimed, row.evidence,
        row.firmness, row.moves, row.due, row.first_due, row.met_on, row.last_update,
    ).where(on.between(row.since, row.until), known)  # fmt: skip
    of = select(owners.c.statement, owners.c.party).where(
        on.between(owners.c.since, owners.c.until)
    )
    with register.store.connected() as connection:
        found = {id: tuple(rest) for id, *rest in connection.execute(query)}
        parties = {tuple(each) for each in connection.execute(of)}

    assert found == expected
    assert {each for each in parties if each[0] in expected} == whose


def test_changes_tell_of_a_day_with_no_more_than_an_internal_note(
    new_address: Callable[[], str], tmp_path: Path
) -> None:
    """The table of updates leaves it out; the list, which is for the office, does not."""
    record = next(each for each in RECORDS if each.updates)
    day = DAYS[-1] + dt.timedelta(100)
    statement = record.updates[0].statement
    note = Update(statement=statement, date=day, note=LocalText(nl="Gebeld."), internal=True)
    noted = attrs.evolve(record, updates=(*record.updates, note))
    address = new_address()
    folder = write_folder(tmp_path / "office", [noted])
    build(store_at(address), Source.of([folder]), today=DAYS[0])
    asked: dict[str, Any] = {"since": day - dt.timedelta(1), "as_of": day}

    found = open_register(address).listing("changes", Selection(), **asked)
    assert found == listing([noted], "changes", **asked)
    assert found.chosen == 1


def test_a_paper_without_a_date_is_found_from_the_day_that_it_is_cited(
    register: Register, records: tuple[PolicyRecord, ...]
) -> None:
    """Neither it nor what is asked in it was known a day before."""
    cited = next(each for each in records if each.id.endswith("-twin"))
    day = cited.dates[cited.source]
    papers = {each.id for each in cited.documents if each.date is None}
    texts = {cited.full_id(each.id) for each in cited.requests if each.document in papers}
    assert texts
    totals = []
    for as_of in (day - dt.timedelta(1), day):
        expected = search(records, "e", as_of=as_of), search(records, "de", as_of=as_of)
        found = [register.search(each.words, Selection(), as_of=as_of) for each in expected]
        assert tuple(found) == expected
        totals.append(len(texts & {hit.id for each in found for hit in each.hits}))
    assert totals[0] == 0 < totals[1]


def test_a_limit_may_be_any_number(register: Register, records: tuple[PolicyRecord, ...]) -> None:
    """A limit larger than a database can count to leaves nothing out, as with a folder."""
    asked: dict[str, Any] = {"as_of": DAYS[-1], "limit": 10**30}
    for kind in ("letters", "commitments"):
        expected = listing(records, kind, **asked)
        assert register.listing(kind, Selection(), **asked) == expected
    assert register.search("politie", Selection(), **asked) == search(records, "politie", **asked)


def test_all_that_is_read_of_a_paper_is_found(
    tmp_path: Path, new_address: Callable[[], str]
) -> None:
    """Headings and notes as well as paragraphs, in the same order as in the folder."""
    letter = tmp_path / "brief.txt"
    letter.write_text(
        "Geachte voorzitter,\n\nDe kade\n\nIk laat de kade verhogen.[1]\n\n"
        "Hoogachtend,\n\nJ. de Vries\n\n[1] Zie het rapport over de kade.\n",
        encoding="utf-8",
    )
    ssrpolicy.new(letter, tmp_path / "office" / "brief")
    address = new_address()
    build(store_at(address), Source.of([tmp_path / "office"]), today=DAYS[0])

    found = open_register(address).search("kade", Selection(), as_of=DAYS[0])

    assert [hit.kind for hit in found.hits] == ["paragraph", "heading", "note"]
    assert found == search(ssrpolicy.load_all(tmp_path / "office"), "kade", as_of=DAYS[0])
