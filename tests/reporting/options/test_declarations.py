"""Declarations of options that cannot be are refused when they are offered."""

from typing import Any

import pytest
from attrs import field, frozen

from ssrpolicy import ArgumentTypeError
from ssrpolicy.reporting import option, options_of
from tables import each_case


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


@pytest.mark.parametrize("wrong", [{"help": 3}, {"help": "How many.", "validator": 4}])
def test_an_option_is_declared_with_a_sentence_and_what_validates(wrong: Any) -> None:
    """Anything else is refused where it is declared, in a sentence that names the argument."""
    with pytest.raises(ArgumentTypeError, match=rf"^{[*wrong][-1]} is \d, where .* belongs\.$"):
        option(3, **wrong)
