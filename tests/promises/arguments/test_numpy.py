"""What a script takes out of a data frame is an argument like any other."""

import datetime as dt
import io
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pandas as pd
import pytest

import ssrpolicy
from promises.arguments.answers import said
from promises.arguments.recorded import recorded_classes
from ssrpolicy import ArgumentError
from ssrpolicy.codec.shape import Choice, Scalar, fields_of
from ssrpolicy.selection import Selection
from ssrpolicy.testing import small_record
from ssrpolicy.views import number

DAY = dt.date(2034, 1, 1)


class OtherText(str):
    """A text of a class of its own, as numpy's are."""

    __slots__ = ()


def fields_of_type(*kinds: Any) -> list[tuple[type, str]]:
    """The fields of records that hold a value of one of some kinds."""
    return [
        (cls, key)
        for cls in recorded_classes()
        for key, each in fields_of(cls).items()
        if each.kind in kinds or (Choice in kinds and isinstance(each.kind, Choice))
    ]


def held(examples: dict[type, Any], cls: type, key: str) -> Any:
    """What the example of a class holds in a field."""
    return getattr(examples[cls], key)


def test_a_whole_number_of_numpy_is_a_whole_number(examples: dict[type, Any]) -> None:
    """In every field of a record it becomes Python's own."""
    fields = fields_of_type(Scalar(int))
    assert fields
    for cls, key in fields:
        made = attrs.evolve(examples[cls], **{key: np.int64(1 + (key == "end"))})
        assert type(getattr(made, key)) is int


def test_a_text_of_numpy_names_a_value_of_a_vocabulary(examples: dict[type, Any]) -> None:
    """As every other text does."""
    seen = 0
    for cls, key in fields_of_type(Choice):
        value = held(examples, cls, key)
        if value is None:
            continue
        try:
            by_text = attrs.evolve(examples[cls], **{key: str(value)})
        except ArgumentError:
            continue  # it takes the value itself and no text
        seen += 1
        assert attrs.evolve(examples[cls], **{key: np.str_(value)}) == by_text
    assert seen


@pytest.mark.parametrize("name", ["folder", "record.toml", "record.json"])
def test_a_record_of_such_texts_and_days_is_written(name: str, tmp_path: Path) -> None:
    """What was made from a row of a table is read back as the same record."""
    row = pd.DataFrame({"by": ["ministry"], "note": ["Gebeld."], "claimed": ["open"]}).to_numpy()[0]
    by, note, claimed = map(np.str_, row)
    record = small_record().with_update("report", date=DAY, by=by, note=note, claimed=claimed)
    nl: Any = np.str_("nl")
    record = attrs.evolve(record, id=OtherText(record.id), language=nl)

    ssrpolicy.dump(record, tmp_path / name)

    assert ssrpolicy.load(tmp_path / name) == record


def test_what_counts_takes_a_whole_number_of_numpy() -> None:
    """Days, options of reports and numbers in words."""
    record = small_record()

    days: Any = np.int64(30)
    assert Selection(due_within=days) == Selection(due_within=30)
    amount: Any = np.int64(1234)
    assert number(amount, "nl") == "1.234"
    indented, plain = io.BytesIO(), io.BytesIO()
    for out, indent in ((indented, np.int64(1)), (plain, 1)):
        ssrpolicy.report(record, "json", out, as_of=DAY, options={"indent": indent})
    assert indented.getvalue() == plain.getvalue()


@pytest.mark.parametrize("day", [pd.Timestamp("2034-01-01"), np.datetime64("2034-01-01"), pd.NaT])
def test_a_moment_is_not_a_day(day: Any) -> None:
    """What stands in a column of moments is refused, and named as it is."""
    assert said(lambda: small_record().overdue(as_of=day)).startswith(f"as_of is {day!r}, not")


@pytest.mark.parametrize("missing", [np.nan, pd.NA, pd.NaT])
def test_an_empty_cell_is_not_a_text(missing: Any) -> None:
    """It is refused where it is given, and does not become the text 'nan'."""
    record = small_record()

    for call in (
        lambda: record.with_update("report", date=DAY, by=missing, note="Gebeld."),
        lambda: ssrpolicy.LocalText(nl=missing),
        lambda: record[missing],
        lambda: record.owned_by(missing),
        lambda: ssrpolicy.cite(missing),
    ):
        assert repr(missing) in said(call)
