"""Declarations of options that cannot be are refused when they are offered."""

import datetime as dt
from enum import StrEnum
from typing import Any, Literal

import attrs
import pytest
from attrs import field, frozen

from ssrpolicy import ArgumentTypeError
from ssrpolicy.reporting import option, options_of
from tables import each_case


class Size(StrEnum):
    """A size of paper."""

    A3 = "a3"
    A4 = "a4"


class Words(str):
    """A text of a kind of its own."""

    __slots__ = ()


def declared(annotation: object, default: object = None) -> type[Any]:
    """An options class with one option of a type."""
    namespace = {"__annotations__": {"depth": annotation}, "depth": option(default, help="Depth.")}
    return frozen(kw_only=True)(type("Options", (), namespace))


@each_case(
    "annotation",
    [
        *(complex, dict[str, str], tuple[bool, ...], tuple[str, str], list, set[str]),
        *(str | int, bytes, "Gone"),
    ],
)
def test_an_option_of_an_impossible_type_is_refused_when_offered(annotation: object) -> None:
    """An option whose type no command line can give is the plugin's mistake, told at once."""
    with pytest.raises(TypeError, match=r"Options\.depth is of type|types of Options cannot"):
        options_of(declared(annotation))


def test_an_option_without_a_default_is_refused_when_offered() -> None:
    """A reporter can always be asked without options."""

    @frozen(kw_only=True)
    class Options:
        depth: int
        width: int = field(default=1)

    with pytest.raises(TypeError, match=r"Options\.depth has no default; use ssrpolicy\.option"):
        options_of(Options)


@pytest.mark.parametrize(
    "annotation, default, takes",
    [
        (float, "abc", "a number such as 2.5"),
        (int, True, "a whole number"),
        (bool, "yes", "yes or no"),
        (Literal["a3", "a4"], "a5", "a3 or a4"),
        (tuple[int, ...], (1, "2"), "whole numbers, with commas between them"),
        (Literal[1, 2], True, "1 or 2"),
        (dt.date, dt.datetime(2031, 1, 2), "a date such as 2010-12-31"),  # noqa: DTZ001 - the type is meant, at no place
        (Size, "a3", "a3 or a4"),
        (dt.date, None, "a date such as 2010-12-31"),
    ],
)
def test_a_default_that_the_option_does_not_take_is_refused_when_offered(
    annotation: Any, default: Any, takes: str
) -> None:
    """Else it would reach the reporter of whoever gives no option."""
    made = attrs.make_class(
        "Options", {"depth": attrs.field(type=annotation, default=default)}, kw_only=True
    )

    with pytest.raises(TypeError) as refused:
        options_of(made)

    said = f"the default of Options.depth is {default!r}; it takes {takes}"
    assert str(refused.value) == said


@pytest.mark.parametrize(
    "annotation, default, container",
    [(tuple[str, ...], ["a"], "tuple"), (list[int], (1,), "list"), (tuple[str, ...], "a", "tuple")],
)
def test_a_default_of_another_container_is_refused_as_that(
    annotation: Any, default: Any, container: str
) -> None:
    """What stands in it may be right, so that what it takes does not say what is wrong."""
    with pytest.raises(TypeError) as refused:
        options_of(declared(annotation, default))

    said = f"is {default!r}, of type {type(default).__name__}; it takes a {container}: "
    assert str(refused.value).startswith(f"the default of Options.depth {said}")


@pytest.mark.parametrize(
    "annotation, default",
    [
        *((float, 2), (int | None, None), (list[str], ["a"]), (float, 0.5), (str, Size.A3)),
        *((Literal["a3", "a4"], Size.A3), (Literal["a3", "a4"], Words("a4")), (str, Words("x"))),
        *((tuple[str, ...], (Size.A3,)), (Size, Size.A4)),
    ],
)
def test_a_default_that_the_option_takes_is_taken(annotation: Any, default: Any) -> None:
    """A whole number is a number, and what is of a kind of text is text."""
    made = attrs.make_class("Options", {"depth": attrs.field(type=annotation, default=default)})

    assert [each.default for each in options_of(made)] == [default]


@pytest.mark.parametrize("wrong", [{"help": 3}, {"help": "How many.", "validator": 4}])
def test_an_option_is_declared_with_a_sentence_and_what_validates(wrong: Any) -> None:
    """Anything else is refused where it is declared, in a sentence that names the argument."""
    with pytest.raises(ArgumentTypeError, match=rf"^{[*wrong][-1]} is \d, where .* belongs\.$"):
        option(3, **wrong)
