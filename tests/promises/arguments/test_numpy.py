"""What a script takes out of a data frame is an argument like any other."""

import datetime as dt
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pandas as pd
import pytest

import ssrpolicy
from promises.arguments.answers import said
from promises.arguments.recorded import recorded_classes
from ssrpolicy import ArgumentTypeError
from ssrpolicy.codec.shape import OneOf, Scalar, fields_of
from ssrpolicy.selection import Selection
from ssrpolicy.testing import small_record
from ssrpolicy.views import number
from tables import each_case

DAY = dt.date(2034, 1, 1)
RECORD = small_record()


class OtherText(str):
    """A text of a class of its own, as numpy's are."""

    __slots__ = ()


def fields_of_type(*kinds: Any) -> list[tuple[type, str]]:
    """The fields of records that hold a value of one of some kinds."""
    return [
        (cls, key)
        for cls in recorded_classes()
        for key, each in fields_of(cls).items()
        if each.kind in kinds or (OneOf in kinds and isinstance(each.kind, OneOf))
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
    for cls, key in fields_of_type(OneOf):
        value = held(examples, cls, key)
        if value is None:
            continue
        try:
            by_text = attrs.evolve(examples[cls], **{key: str(value)})
        except ArgumentTypeError:
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
        lambda: attrs.evolve(record.statements[0].quotes[0], prefix=missing),
    ):
        assert repr(missing) in said(call)


MOMENT = dt.datetime(2034, 1, 1, 12, tzinfo=dt.UTC)
SAME: dict[str, tuple[Callable[[Any], object], Any, str]] = {
    "a moment": (lambda it: RECORD.overdue(as_of=it), MOMENT, "Give as_of.date()."),
    "a cell of pandas": (
        lambda it: RECORD.overdue(as_of=it),
        pd.Timestamp("2034-01-01"),
        "Give as_of.date().",
    ),
    "a day of numpy": (
        lambda it: RECORD.overdue(as_of=it),
        np.datetime64("2034-01-01T12:00:00"),
        "Give as_of.astype('datetime64[D]').item().",
    ),
    "a day as a text": (
        lambda it: RECORD.overdue(as_of=it),
        "2034-01-01",
        "Give datetime.date.fromisoformat(as_of).",
    ),
    "the day of an update": (
        lambda it: ssrpolicy.Update(statement="report", date=it, by="nl-bz", claimed="open"),
        MOMENT,
        "Give date.date().",
    ),
    "a number with a point": (
        lambda it: RECORD.due_within(it, as_of=DAY),
        np.float64(30),
        "Give int(days).",
    ),
    "a decimal number": (
        lambda it: RECORD.due_within(it, as_of=DAY),
        Decimal(30),
        "Give int(days).",
    ),
    "a number as a text": (lambda it: RECORD.due_within(it, as_of=DAY), "30", "Give int(days)."),
    "a yes of numpy": (
        lambda it: ssrpolicy.dump(RECORD, "x.json", overwrite=it),
        np.bool_(True),  # noqa: FBT003 - a cell of a data frame
        "Give bool(overwrite).",
    ),
    "a yes of numpy in a field": (
        lambda it: ssrpolicy.Update(statement="report", date=DAY, internal=it, note=RECORD.title),
        np.bool_(True),  # noqa: FBT003 - a cell of a data frame
        "Give bool(internal).",
    ),
}


@each_case("what", SAME)
def test_what_means_the_same_in_another_class_is_refused_with_how_to_give_it(what: str) -> None:
    """The hint is an expression that the call takes."""
    call, value, hint = SAME[what]

    assert said(lambda: call(value)).endswith(f"\n{hint}")


@pytest.mark.parametrize("value", [None, 0.5, "soon", [3], np.array([1, 2]), np.nan, "2034-13-01"])
def test_what_means_nothing_of_the_kind_has_no_such_hint(value: Any) -> None:
    """An expression that would fail, or say something else, is not offered."""
    asked: Any = RECORD
    for call in (
        lambda: asked.due_within(value, as_of=DAY),
        lambda: asked.overdue(as_of=value),
        lambda: ssrpolicy.dump(asked, "x.json", overwrite=value),
    ):
        assert "Give " not in said(call)
