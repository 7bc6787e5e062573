"""The tables of a tracker: their order, groups, rows of each owner and overview."""

import datetime as dt
from pathlib import Path

import attrs
import pytest

import ssrpolicy
from ssrpolicy.model import PolicyRecord
from ssrpolicy.views.shared import Summaries
from ssrpolicy.views.workbook.tables import Kind
from ssrpolicy.views.workbook.tracker import Group, tracker
from views.tracker.tracked import quoted, row, tracked

AU = "kst-32123-X-124#african-union"


def test_the_tables_stand_in_their_order(record: PolicyRecord) -> None:
    """Commitments, requests, other statements, instruments, sources, history, code lists."""
    assert [table.key for table in tracked(record).tables] == [
        "commitments",
        "requests",
        "statements",
        "instruments",
        "sources",
        "history",
        "codes",
    ]


def test_row_ids_are_unique(record: PolicyRecord) -> None:
    """No table has one id for two rows, and each has one for every row."""
    for table in tracked(record).tables:
        assert len(set(table.ids)) == len(table.ids) == len(table.rows)
        assert all(len(values) == len(table.columns) for values in table.rows)


def test_entries_come_in_the_order_of_reading(record: PolicyRecord) -> None:
    """Statements follow the letter, not the record's file."""
    first, second = record.statements
    both = attrs.evolve(
        record,
        statements=(
            first,
            second,
            attrs.evolve(first, id="earlier", quotes=quoted("Nederland volgt")),
        ),
    )

    assert tracked(both).table("statements").ids == (
        "kst-32123-X-124#earlier",
        "kst-32123-X-124#fund-adequate",
    )


def test_the_overview_counts_by_status_owner_and_place(record: PolicyRecord) -> None:
    """Commitments are counted, and no other statements; a status that none has is left out."""
    found = tracked(record)

    assert row(found.table("claimed"), "unknown")["overview.commitments"] == 1
    assert found.table("claimed").ids == ("unknown",)
    assert found.table("owners").column("field.owners") == (
        "Eenheid",
        "Ministerie van Buitenlandse Zaken",
    )
    assert found.table("places").column("field.places") == ("(geen land of gebied genoemd)",)
    assert found.table("overdue").ids == (AU,)
    assert found.table("due_soon").rows[0][0] == "geen"


def test_a_closed_column_holds_its_choices_only(record: PolicyRecord) -> None:
    """Every value in a column of a closed vocabulary is one of its choices."""
    for language in ("nl", "en"):
        for table in tracked(record, language=language).tables:
            for column in table.columns:
                if column.kind is Kind.CHOICE and column.key != "answer":
                    allowed = {choice.label for choice in column.choices} | {None}
                    assert set(table.column(column.key)) <= allowed


def test_a_tracker_of_nothing_is_refused() -> None:
    """A tracker needs a record."""
    with pytest.raises(ValueError, match="No record was given to show"):
        tracked()


@pytest.mark.parametrize("group, key", [("claimed", "claimed"), ("owner", "owners")])
def test_a_group_puts_its_column_beside_the_id(
    record: PolicyRecord, group: Group, key: str
) -> None:
    """Tables that have the column begin with it after the id; the others stay as they are."""
    made = tracker([record], as_of=dt.date(2010, 12, 31), language="nl", group=group)
    plain = tracked(record)

    assert made.table("statements").columns[1].key == key
    assert sorted(made.table("statements").ids) == sorted(plain.table("statements").ids)
    assert made.table("sources") == plain.table("sources")


def test_rows_without_a_value_are_the_last_group(record: PolicyRecord) -> None:
    """Within a group the order of reading stays, and what has no owner comes last."""
    first = record.statements[0]
    others = tuple(
        attrs.evolve(first, id=id, owners=owners)
        for id, owners in [("b", ("unit",)), ("a", ("unit",)), ("c", ("nl-bz",))]
    )
    more = attrs.evolve(record, statements=(*record.statements, *others))
    made = tracker([more], as_of=dt.date(2010, 12, 31), language="nl", group="owner")

    assert [id.partition("#")[2] for id in made.table("statements").ids] == [
        "b",
        "a",
        "c",
        "fund-adequate",
    ]


@pytest.mark.parametrize(
    "summaries, shown",
    [
        ("report", "De AU steunen"),
        ("nl", "De AU steunen"),
        ("en", "Support the AU"),
        ("both", "De AU steunen\n[Engels] Support the AU"),
    ],
)
def test_summaries_can_be_in_another_language(
    record: PolicyRecord, summaries: Summaries, shown: str
) -> None:
    """The record's own texts come in the language asked, or in both, the report's first."""
    made = tracker([record], as_of=dt.date(2010, 12, 31), language="nl", summaries=summaries)

    assert row(made.table("commitments"), AU)["summary"] == shown


def test_each_owner_is_reminded_of_what_is_overdue(record: PolicyRecord) -> None:
    """A row for each owner of each commitment whose term has passed, and for no other."""
    days = (dt.date(2010, 12, 31), dt.date(2010, 6, 1))
    reminders, before = (
        tracker([record], as_of=day, language="nl", per_owner=True).table("reminders")
        for day in days
    )

    assert reminders.column("owner") == ("Eenheid", "Ministerie van Buitenlandse Zaken")
    assert set(reminders.column("id")) == {AU}
    assert set(reminders.column("days_late")) == {
        (dt.date(2010, 12, 31) - dt.date(2010, 6, 20)).days
    }
    assert before.rows == ()


def test_tables_of_each_owner_come_on_request(record: PolicyRecord) -> None:
    """A commitment of two owners stands in the tables of both, with all its columns."""
    made = tracker([record], as_of=dt.date(2010, 12, 31), language="nl", per_owner=True)
    own = [table for table in made.tables if table.key.startswith("commitments/")]

    assert [table.title for table in own] == ["Eenheid", "Ministerie van Buitenlandse Zaken"]
    assert [table.rows for table in own] == [made.table("commitments").rows] * 2
    assert {table.columns for table in own} == {made.table("commitments").columns}


def test_a_table_gives_a_dict_a_row(letter: Path) -> None:
    """Rows come with the keys of the columns, in their order, for whatever takes rows."""
    for table in tracker(ssrpolicy.load(letter), as_of=dt.date(2010, 12, 31), language="en").tables:
        rows = table.to_dicts()

        assert [row[table.columns[0].key] for row in rows] == [row[0] for row in table.rows]
        assert {tuple(row) for row in rows} <= {tuple(column.key for column in table.columns)}
        assert [tuple(row.values()) for row in rows] == list(table.rows)


@pytest.mark.heavy
def test_a_quarter_in_which_very_many_terms_end_names_the_first(record: PolicyRecord) -> None:
    """However many commitments end in one quarter, a cell can hold what it says of them."""
    promise = record.commitments[0]
    term = ssrpolicy.Timeframe(phrase="dan", date=ssrpolicy.EdtfDate("2010-12-01"))
    many = tuple(attrs.evolve(promise, id=f"promise-{n}", timeframe=term) for n in range(4_000))
    record = attrs.evolve(record, statements=(*record.statements, *many))
    made = tracker(record, as_of=dt.date(2010, 12, 31), language="nl")
    ending = [str(each) for each in made.table("quarters").column("overview.ending")]
    (named,) = [text for text in ending if text.endswith("\n… (+3988)")]

    assert len(named) < 1_300


def test_what_ends_in_a_quarter_is_named_by_what_it_says(record: PolicyRecord) -> None:
    """A reader knows no ids: each commitment is a line of its summary, cut after a whole word."""
    promise = record.commitments[0]
    term = ssrpolicy.Timeframe(phrase="dan", date=ssrpolicy.EdtfDate("2010-12-01"))
    long = ssrpolicy.LocalText(
        nl="De minister stuurt de Kamer elk jaar uiterlijk op 1 december een overzicht van wat is "
        "uitgegeven (en ontvangen), en een toelichting."
    )
    dated = attrs.evolve(promise, id="dated", timeframe=term, summary=long)
    record = attrs.evolve(record, statements=(*record.statements, dated))
    made = tracker(record, as_of=dt.date(2010, 12, 31), language="nl")
    ending = "\n".join(str(each) for each in made.table("quarters").column("overview.ending"))

    shown = "De minister stuurt de Kamer elk jaar uiterlijk op 1 december een overzicht…"
    assert f"{shown} (“dan”)" in ending.splitlines()
    assert "dated" not in ending
