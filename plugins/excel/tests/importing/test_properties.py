"""Any edits of any tracker are read exactly, however rows and columns are arranged."""

import datetime as dt
import io
import random
from collections.abc import Callable
from typing import Protocol

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ssrpolicy import PolicyRecord
from ssrpolicy.reporting import Edits
from ssrpolicy.views import tracker
from ssrpolicy_excel.text import cell_text, text_alone
from strategies import records, texts


class Desk(Protocol):
    """The desk of the fixtures."""

    as_of: dt.date
    tracker: Callable[..., bytes]
    edits: Callable[[bytes], Edits]


def sound(record: PolicyRecord) -> PolicyRecord:
    """The record without what names an entry that it does not have."""
    ids = {statement.id for statement in record.statements}
    return attrs.evolve(
        record,
        dispositions=(),
        requests=(),
        updates=tuple(update for update in record.updates if update.statement in ids),
    )


def arranged(data: bytes, entered: dict[tuple[str, str], str], seed: int) -> bytes:
    """The workbook with texts entered by id and label, and rows and columns in another order."""
    workbook = load_workbook(io.BytesIO(data))
    chance = random.Random(seed)  # noqa: S311 - an order, not a secret
    for name in ("Toezeggingen", "Andere uitspraken"):
        sheet = workbook[name]
        cells = [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows()]
        labels = [str(value) for value, _ in cells[0]]
        for row in cells[1:]:
            for column, label in enumerate(labels):
                if (text := entered.get((str(row[0][0]), label))) is not None:
                    row[column] = (cell_text(text, item="", field=""), "s")
        body = cells[1:]
        chance.shuffle(body)
        order = list(range(len(labels)))
        chance.shuffle(order)
        for number, row in enumerate([cells[0], *body], start=1):
            for column, source in enumerate(order, start=1):
                value, kind = row[source]
                cell = sheet.cell(number, column)
                cell.value = value
                if value is not None and kind == "s":
                    cell.data_type = "s"
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


@pytest.mark.slow
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(
    made=st.lists(records().map(sound), min_size=1, max_size=2, unique_by=lambda record: record.id),
    data=st.data(),
)
def test_random_edits_are_read_exactly(
    desk: Desk, made: list[PolicyRecord], data: st.DataObject
) -> None:
    """Each text entered in an editable cell, and nothing else, is read with id and column."""
    exported = desk.tracker(*made)
    view = tracker(made, as_of=desk.as_of, language="nl")
    cells = {
        (id, column.label): (column.edits, row[index])
        for key in ("commitments", "statements")
        for table in [view.table(key)]
        for id, row in zip(table.ids, table.rows, strict=True)
        for index, column in enumerate(table.columns)
        if column.edits
    }
    chosen = st.lists(st.sampled_from(sorted(cells)), max_size=4, unique=True)
    entered = {place: data.draw(texts) for place in (data.draw(chosen) if cells else ())}

    edits = desk.edits(arranged(exported, entered, data.draw(st.integers(0, 99))))

    expected = {
        (id, cells[id, label][0]): text_alone(text)
        for (id, label), text in entered.items()
        if text_alone(text) != text_alone(str(cells[id, label][1] or ""))
    }
    assert {(c.item, c.part): text_alone(str(c.value or "")) for c in edits.cells} == expected
    assert (edits.refusals, edits.absent, edits.private, edits.remarks) == ((), (), (), ())
