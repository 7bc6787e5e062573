"""An entry made in Python with a value of another type is refused in a sentence, at once."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest

from ssrpolicy import ArgumentError, ArgumentTypeError, EdtfDate, cite
from ssrpolicy.model import (
    Answer,
    Appreciation,
    ClaimedStatus,
    Commitment,
    Course,
    Disposition,
    Document,
    DocumentKind,
    EvidenceStatus,
    Firmness,
    Instrument,
    InstrumentKind,
    LocalText,
    MetadataSource,
    Outcome,
    Party,
    Passage,
    Position,
    Quantity,
    Relation,
    RelationKind,
    Request,
    SetAside,
    SetAsideReason,
    Severity,
    Timeframe,
    Update,
)
from ssrpolicy.reporting import Report
from ssrpolicy.selection import Selection
from ssrpolicy.testing import small_record
from tables import each_case

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
    (lambda: update(quotes="text"), "quotes holds 'text', where (Passage("),
    (
        lambda: attrs.evolve(small_record(), documents=small_record().documents[0]),  # type: ignore[arg-type]  # that it is refused is tested
        "where (Document(...),) belongs",
    ),
    (
        lambda: attrs.evolve(small_record(), title=()),  # type: ignore[arg-type]  # that it is refused is tested
        "title holds (), where LocalText(",
    ),
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
            quotes=("text",),  # type: ignore[arg-type]  # that it is refused is tested
        ),
        f"quotes holds 'text', {EXAMPLE}",
    ),
    (lambda: Passage(document="letter", quote=3), "quote is 3, not a text"),  # type: ignore[arg-type]  # that it is refused is tested
    (lambda: LocalText(nl=3), "nl is 3, not a text"),  # type: ignore[arg-type]  # that it is refused is tested
    (lambda: Party(id="x", name="Naam"), "name holds 'Naam', where LocalText("),  # type: ignore[arg-type]  # that it is refused is tested
    (lambda: Quantity(exactly=Decimal(1), unit=3), "unit is 3, not a text"),  # type: ignore[arg-type]  # that it is refused is tested
]


@each_case("made, said", WRONG, ids=[said[:30] for _, said in WRONG])
def test_a_value_of_another_type_is_refused_where_it_is_given(
    made: Callable[[], object], said: str
) -> None:
    """The sentence names the field and the value, and shows what belongs there."""
    with pytest.raises(TypeError, match=r".") as refused:
        made()

    assert said in str(refused.value)


@pytest.mark.parametrize("text", [3, None, b"Kamerstuk 32123", ["Kamerstuk"]])
def test_what_is_no_text_cites_nothing(text: Any) -> None:
    """It is refused in a sentence."""
    with pytest.raises(TypeError, match="is not a text"):
        cite(text)


KNOWN: list[tuple[Callable[[Any], object], str, Any]] = [
    (lambda value: update_of(claimed=value).claimed, "fulfilled", ClaimedStatus.FULFILLED),
    (lambda value: update_of(evidence=value).evidence, "supports", EvidenceStatus.SUPPORTS),
    (lambda value: update_of(firmness=value).firmness, "firm", Firmness.FIRM),
    (lambda value: Timeframe(phrase="2011", firmness=value).firmness, "firm", Firmness.FIRM),
    (lambda value: commitment(firmness=value).firmness, "firm", Firmness.FIRM),
    (lambda value: commitment(course=value).course, "once", Course.ONCE),
    (lambda value: Relation(kind=value, target="a#b").kind, "amends", RelationKind.AMENDS),
    (lambda value: disposition(value).answer, "promised", Answer.PROMISED),
    (
        lambda value: Instrument(id="pool", kind=value, name=SUMMARY).kind,
        "training",
        InstrumentKind.TRAINING,
    ),
    (lambda value: Document(id="x", kind=value).kind, "letter", DocumentKind.LETTER),
    (lambda value: motion(outcome=value).outcome, "adopted", Outcome.ADOPTED),
    (
        lambda value: motion(appreciation=value).appreciation,
        "Oordeel Kamer",
        Appreciation.LEFT_TO_HOUSE,
    ),
    (lambda value: motion(metadata_from=value).metadata_from, "register", MetadataSource.REGISTER),
    (
        lambda value: SetAside(quote=PASSAGE, reason=value).reason,
        "courtesy",
        SetAsideReason.COURTESY,
    ),
]


def update_of(**given: Any) -> Update:
    """An update of one axis."""
    return Update(statement="bzk", date=dt.date(2011, 3, 1), by="nl-bz", **given)


def commitment(**given: Any) -> Commitment:
    """A commitment, with these values."""
    values: dict[str, Any] = {"id": "bzk", "summary": SUMMARY, "quotes": (PASSAGE,)}
    return Commitment(**({"firmness": "firm", "course": "once", "cue": "zal"} | values | given))


def disposition(answer: Any) -> Disposition:
    """An answer to a request."""
    return Disposition(request="x", document="letter", answer=answer)


def motion(**given: Any) -> Document:
    """A motion, with these values."""
    return Document(id="motion", kind=DocumentKind.MOTION, **given)


@each_case("made, text, value", KNOWN)
def test_a_word_of_a_vocabulary_becomes_its_value(
    made: Callable[[Any], object], text: str, value: object
) -> None:
    """Its text gives the value itself, and so does the value."""
    assert made(text) is value
    assert made(value) is value


@each_case("made, text", [(made, text) for made, text, _ in KNOWN])
@each_case("wrong", ["klaar", 3, Severity.NOTE])
def test_a_word_of_no_vocabulary_is_refused_at_once(
    made: Callable[[Any], object], text: str, wrong: Any
) -> None:
    """The sentence names what it is and all that are known."""
    error = ValueError if isinstance(wrong, str) else TypeError
    with pytest.raises(error, match="one of ") as refused:
        made(wrong)

    assert f"is '{wrong}'; " in str(refused.value)
    assert text in str(refused.value)


def test_the_most_similar_word_is_named() -> None:
    """A slip of the pen, or of capitals, is answered with what was meant."""
    with pytest.raises(ValueError, match=r"^claimed is 'Fulfiled'; did you mean 'fulfilled'\?"):
        update_of(claimed="Fulfiled")


@pytest.mark.parametrize("text", ["not_fulfilled", "unfulfilled", "not fulfiled"])
def test_a_word_that_says_the_opposite_is_not_what_was_meant(text: str) -> None:
    """However like it is: all are named, and none of them is asked after."""
    with pytest.raises(ValueError, match=rf"^claimed is '{text}'; it is one of unknown, open,"):
        update_of(claimed=text)


class _Day(dt.date):
    """A day of a class of its own, as libraries that set the clock for tests make them."""


def test_a_day_of_a_class_of_its_own_is_a_day() -> None:
    """What is a day for Python is one wherever a day is taken; a moment is not."""
    day = _Day(2034, 1, 1)
    record = small_record()

    assert attrs.evolve(record.documents[0], date=day).date == day
    assert str(EdtfDate.of(day)) == "2034-01-01"
    assert Selection(due_before=day).due_before == day
    assert Report(records=(record,), as_of=day).as_of == day
    for refused in (
        lambda: Selection(due_before=dt.datetime(2034, 1, 1, tzinfo=dt.UTC)),
        lambda: Report(records=(record,), as_of=dt.datetime(2034, 1, 1, tzinfo=dt.UTC)),
    ):
        with pytest.raises(ArgumentTypeError, match="not a calendar day"):
            refused()


@pytest.mark.parametrize(
    "make",
    [
        lambda: Request(id="a", document="b", summary=attrs.NOTHING, quotes=()),  # type: ignore[arg-type] # what attrs takes for no value
        lambda: Party(id="a", name=attrs.NOTHING),  # type: ignore[arg-type] # what attrs takes for no value
        lambda: SetAside(quote=attrs.NOTHING, reason=SetAsideReason.COURTESY),  # type: ignore[arg-type] # what attrs takes for no value
    ],
)
def test_what_must_be_given_is_not_left_out(make: Callable[[], object]) -> None:
    """A field without a default takes no mark of a value that is missing."""
    with pytest.raises(ArgumentTypeError, match="NOTHING"):
        make()


@pytest.mark.parametrize("word, error", [("frim", ArgumentError), (3, ArgumentTypeError)])
def test_a_closed_vocabulary_refuses_another_word_and_names_the_nearest(
    word: Any, error: type[Exception]
) -> None:
    """As every argument is refused; a value that is known is given by its word."""
    with pytest.raises(error, match="is not a value of Firmness") as refused:
        Firmness(word)

    assert "firm" in str(refused.value)
    assert Firmness("firm") is Firmness.FIRM
