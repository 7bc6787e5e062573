"""Classes that compare and show instances by their fields do so as those that attrs writes."""

import copy
import pickle
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from attrs import evolve, field, frozen

from ssrpolicy import LocalText, PaperNumber, Party, Place, Timeframe
from ssrpolicy.fields import by_fields


def made(decorate: Callable[[type[Any]], type[Any]]) -> tuple[type[Any], type[Any]]:
    """A class, and one below it with a field more, both decorated."""

    @frozen(kw_only=True)
    @decorate
    class Sum:
        euros: int
        note: str = field(default="", eq=False)
        origin: str = field(default="", repr=False)

    @frozen(kw_only=True)
    @decorate
    class Paid(Sum):
        to: tuple[str, ...] = ()

    return Sum, Paid


VALUES: list[tuple[int, dict[str, Any]]] = [
    (0, {"euros": 1}),
    (0, {"euros": 1, "note": "a"}),
    (0, {"euros": 1, "origin": "a"}),
    (1, {"euros": 1}),
    (1, {"euros": 1, "to": ("nl-bz", "nl-def")}),
]


def test_instances_are_equal_and_shown_as_attrs_does_it() -> None:
    """Equality, hashes and texts follow the fields that count, of the very same class."""
    ours, theirs = (
        [kinds[index](**given) for index, given in VALUES]
        for kinds in (made(by_fields), made(lambda cls: cls))
    )

    assert [repr(each) for each in ours] == [repr(each) for each in theirs]
    assert repr(ours[4]) == "Paid(euros=1, note='', to=('nl-bz', 'nl-def'))"
    assert [one == other for one, other in product(ours, repeat=2)] == [
        one == other for one, other in product(theirs, repeat=2)
    ]
    assert [one != other for one, other in product(ours, repeat=2)] == [
        one != other for one, other in product(theirs, repeat=2)
    ]
    assert len(set(ours)) == len(set(theirs)) == 4
    assert ours[0] != {"euros": 1}


def test_what_cannot_be_hashed_is_refused() -> None:
    """A list in a field makes the instance as little a key as it is itself."""
    _sum, paid = made(by_fields)

    with pytest.raises(TypeError, match="unhashable type: 'list'"):
        hash(paid(euros=1, to=["nl-bz"]))


def test_what_a_class_shows_itself_stays() -> None:
    """Also in a class below it; and a copy, from another process too, is equal to the first."""
    party = Party(id="nl-bz", name=LocalText(nl="Buitenlandse Zaken"))
    place: object = Place(id="nl-bz", name=LocalText(nl="Buitenlandse Zaken"))
    term = Timeframe(phrase="begin 2034")

    assert repr(party) == "<Party nl-bz: Buitenlandse Zaken>"
    assert repr(place) == "<Place nl-bz: Buitenlandse Zaken>"
    assert party != place
    for each in (party, place, term, PaperNumber.parse("kst-32123-X-124")):
        again = (pickle.loads(pickle.dumps(each)), copy.copy(each), copy.deepcopy(each))  # noqa: S301 - it is what was made here
        assert {each, *again} == {each}
    assert evolve(term, phrase="eind 2034") != term
