"""A field of a record refuses what it cannot hold."""

import datetime as dt
from typing import Any

import attrs
import pytest

import ssrpolicy
from promises.arguments.answers import INNARDS, said
from promises.arguments.recorded import recorded_classes
from ssrpolicy import LocalText, Update
from ssrpolicy.codec.shape import ListOf, Scalar, fields_of
from tables import each_case

DAY = dt.date(2034, 1, 1)


@pytest.mark.parametrize("wrong", [object(), 0.5, {"nl": "a"}, [1], b"a", range(3), None])
def test_a_field_refuses_what_it_cannot_hold(examples: dict[type, Any], wrong: Any) -> None:
    """At once, in a sentence that names the field or the value, as an error of ours."""
    assert set(recorded_classes()) <= set(examples)
    accepted = []
    for cls, example in examples.items():
        for field in attrs.fields(cls):
            if not field.init or (wrong is None and field.default is None):
                continue
            try:
                attrs.evolve(example, **{field.alias: wrong})
            except ssrpolicy.ArgumentTypeError as error:
                message = str(error).replace(repr(wrong), "it")
                assert message.endswith("."), message
                assert not INNARDS.search(message), message
            else:
                accepted.append(f"{cls.__name__}.{field.name}")

    assert accepted == []


@each_case(
    "cls, key",
    [
        (cls, key)
        for cls in recorded_classes()
        for key, each in fields_of(cls).items()
        if each.kind == ListOf(Scalar(str))
    ],
)
def test_a_text_is_not_a_list_of_texts(cls: type, key: str) -> None:
    """Python would read a text where texts belong by its letters; every such field refuses it."""
    field = fields_of(cls)[key]

    with pytest.raises(TypeError, match=rf"{key} is the text 'abc', not a tuple of texts"):
        field.validate("abc")


def test_a_quote_is_a_passage() -> None:
    """Words where a passage belongs are refused with how one is made."""
    wrong: Any = ("text",)
    message = said(
        lambda: Update(
            statement="a", date=DAY, by="x", note=LocalText(nl="a"), document="a", quotes=wrong
        )
    )

    assert message == (
        'quotes holds \'text\', where Passage(document="letter", quote="...") belongs.'
    )
