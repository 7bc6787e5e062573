"""Codes and names that a selection asks for: a register answers them as the folder does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from plugins.register.tests.drawn import DAYS, RECORDS
from plugins.register.tests.portfolio import write_folder
from plugins.register.tests.test_agreement import answer

from ssrpolicy import ArgumentError, LocalText, PolicyRecord, UnknownIdError
from ssrpolicy.selection import Selection
from ssrpolicy.views import listing, search
from ssrpolicy_register.asking.register import Register, open_register
from ssrpolicy_register.building.build import build
from ssrpolicy_register.building.sources import Source
from ssrpolicy_register.database.stores import store_at

pytestmark = pytest.mark.heavy


@pytest.mark.parametrize("kind", ["commitments", "statements", "motions", "letters"])
def test_totals_of_owners_are_those_of_the_folder(
    register: Register, records: tuple[PolicyRecord, ...], kind: Any
) -> None:
    """How many are of each owner, of several of them, and how many more belong to nobody."""
    found = []
    for owners_ in (("lm-buza",), ("lm-buza", "lm-kustwacht"), ("lm-buza", "nl-bz", "none")):
        selection = Selection(owners=owners_, due_before=dt.date(2039, 1, 1))
        expected = listing(records, kind, selection, as_of=DAYS[-1])
        found.append(expected.owners)
        assert register.listing(kind, selection, as_of=DAYS[-1]) == expected

    assert found[0] is None
    assert all(each is not None and max(each.each.values()) > 0 for each in found[1:])


@pytest.mark.parametrize("code", ["lm-buza", "lagemeer-2031-7#lm-buza", "nl-bz"])
def test_a_code_that_several_records_declare_is_told_as_in_the_folder(
    register: Register, records: tuple[PolicyRecord, ...], code: str
) -> None:
    """In how many records, and which is the first; of lists and searches."""
    asked: dict[str, Any] = {"as_of": DAYS[-1]}
    selection = Selection(owners=(code,))
    found = register.listing("statements", selection, **asked)
    searched = register.search("de", selection, **asked)

    assert found.shared == listing(records, "statements", selection, **asked).shared
    assert searched.shared == search(records, "de", selection, **asked).shared == found.shared
    assert [each.records for each in found.shared] == ([2] if code == "lm-buza" else [])


@pytest.mark.parametrize(
    "text", ["Afghanistan", "afghanistan", "Ministerie van Buitenlandse Zaken"]
)
def test_names_stand_for_codes(
    register: Register, records: tuple[PolicyRecord, ...], text: str
) -> None:
    """A name is resolved as in a folder, and unknown in the same words."""
    for name in ("places", "owners"):
        selection = Selection(**{name: (text,)})  # type: ignore[arg-type]  # the name is that of a criterion of codes, which takes texts
        expected = answer(listing, records, "statements", selection, as_of=DAYS[-1])
        assert answer(register.listing, "statements", selection, as_of=DAYS[-1]) == expected


@pytest.mark.parametrize("place", ["Bergovië", "BERGOVIË", "Bergovia", "bergovia", "Afghanistan"])
def test_a_name_of_several_codes_is_refused_as_in_a_folder(
    new_address: Callable[[], str], tmp_path: Path, place: str
) -> None:
    """A record may call a code of its own as another one calls another code, or as the lists do."""
    first = next(each for each in RECORDS if each.id == "lagemeer-2031-7")
    bergovia = first.places[0]
    more = [
        attrs.evolve(bergovia, id="berg"),
        attrs.evolve(bergovia, id="elsewhere", name=LocalText(nl="Afghanistan")),
    ]
    records = [first, attrs.evolve(first, id="second", places=(*first.places, *more))]
    address = new_address()
    folder = write_folder(tmp_path / "office", records)
    build(store_at(address), Source.of([folder]), today=DAYS[0])
    selection = Selection(places=(place,))
    expected = answer(listing, records, "statements", selection, as_of=DAYS[-1])

    found = answer(open_register(address).listing, "statements", selection, as_of=DAYS[-1])
    assert found == expected


def test_an_unknown_code_is_refused_with_the_nearest(
    register: Register, records: tuple[PolicyRecord, ...]
) -> None:
    """The message and the hint are those of a folder."""
    selection = Selection(owners=("nl-bzz",))
    with pytest.raises(UnknownIdError) as of_folder:
        listing(records, "statements", selection, as_of=DAYS[-1])
    with pytest.raises(UnknownIdError) as raised:
        register.listing("statements", selection, as_of=DAYS[-1])

    assert str(raised.value) == str(of_folder.value)


def test_a_wrong_limit_is_told_before_an_unknown_code(
    register: Register, records: tuple[PolicyRecord, ...]
) -> None:
    """As a folder tells it, of lists and of searches."""
    asked: dict[str, Any] = {"as_of": DAYS[-1], "limit": 0}
    selection = Selection(owners=("nl-bzz",))
    for ask in (
        lambda: listing(records, "statements", selection, **asked),
        lambda: register.listing("statements", selection, **asked),
        lambda: search(records, "politie", selection, **asked),
        lambda: register.search("politie", selection, **asked),
    ):
        with pytest.raises(ArgumentError, match="limit is 0"):
            ask()
