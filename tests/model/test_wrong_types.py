"""An entry made in Python with a value of another type is refused in a sentence, at once."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from ssrpolicy import InputError, cite
from ssrpolicy.model import (
    Answer,
    Disposition,
    EvidenceStatus,
    Instrument,
    InstrumentKind,
    LocalText,
    Party,
    Passage,
    Position,
    Quantity,
    Request,
    Update,
)

PASSAGE = Passage(document="letter", quote="maximaal 100 personen per jaar")
SUMMARY = LocalText(nl="Hoogstens 100 per jaar.")
EXAMPLE = 'where Passage(document="letter", quote="...") belongs'


def update(**given: Any) -> Update:
    """An update of what evidence shows."""
    values: dict[str, Any] = {"statement": "bzk", "date": dt.date(2011, 3, 1), "by": "nl-bz"}
    return Update(**values, document="letter", evidence=EvidenceStatus.SUPPORTS, **given)


def position(**given: Any) -> Position:
    """A position of the letter."""
    values: dict[str, Any] = {"id": "bzk", "summary": SUMMARY, "quotes": (PASSAGE,)}
    return Position(**(values | given))


def instrument(**given: Any) -> Instrument:
    """A training."""
    return Instrument(id="pool", kind=InstrumentKind.TRAINING, name=SUMMARY, **given)


WRONG: list[tuple[Callable[[], object], str]] = [
    (lambda: update(quotes=("text",)), f"quotes holds 'text', {EXAMPLE}"),
    (lambda: update(quotes="text"), f"quotes holds 'text', {EXAMPLE}"),
    (lambda: position(quotes=(3,)), f"quotes holds 3, {EXAMPLE}"),
    (lambda: position(owners="nl-bz"), "owners is the text 'nl-bz', not a tuple of texts"),
    (lambda: position(owners=(3,)), "owners holds 3: ids are"),
    (lambda: position(id=3), "id 3 is not an id"),
    (lambda: position(summary="Hoogstens"), "summary holds 'Hoogstens', where LocalText("),
    (lambda: position(quantities=(12,)), "quantities holds 12, where Quantity("),
    (lambda: position(relations=("amends",)), "relations holds 'amends', where Relation("),
    (lambda: position(places="AFG"), "places is the text 'AFG', not a tuple of texts"),
    (lambda: instrument(quotes=("text",)), f"quotes holds 'text', {EXAMPLE}"),
    (
        lambda: Request(id="x", document="letter", summary=SUMMARY, quotes=("text",)),  # type: ignore[arg-type]  # that it is refused is tested
        f"quotes holds 'text', {EXAMPLE}",
    ),
    (
        lambda: Disposition(
            request="x",
            document="letter",
            answer=Answer.PROMISED,
            quotes=("text",),  # type: ignore[arg-type]  # the same
        ),
        f"quotes holds 'text', {EXAMPLE}",
    ),
    (lambda: Passage(document="letter", quote=3), "quote is 3, not a text"),  # type: ignore[arg-type]  # the same
    (lambda: LocalText(nl=3), "nl is 3, not a text"),  # type: ignore[arg-type]  # the same
    (lambda: Party(id="x", name="Naam"), "name holds 'Naam', where LocalText("),  # type: ignore[arg-type]  # the same
    (lambda: Quantity(exactly=Decimal(1), unit=3), "unit is 3, not a text"),  # type: ignore[arg-type]  # the same
]


@pytest.mark.parametrize("made, said", WRONG, ids=[said[:30] for _, said in WRONG])
def test_a_value_of_another_type_is_refused_where_it_is_given(
    made: Callable[[], object], said: str
) -> None:
    """The sentence names the field and the value, and shows what belongs there."""
    with pytest.raises(ValueError, match=r".") as refused:
        made()

    assert said in str(refused.value)


@pytest.mark.parametrize("text", [3, None, b"Kamerstuk 32123", ["Kamerstuk"]])
def test_what_is_no_text_cites_nothing(text: Any) -> None:
    """It is refused in a sentence."""
    with pytest.raises(InputError, match="is not a text"):
        cite(text)
