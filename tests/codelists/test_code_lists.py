"""The built-in code lists, and how a record's own codes come before them."""

import re
import tomllib
from importlib.resources import files
from typing import Any

from ssrpolicy import codelists
from ssrpolicy.codelists import ListName
from ssrpolicy.model import LANGUAGES, Document, DocumentKind, LocalText, Party, Place, PolicyRecord
from tables import each_case


def record(**declared: Any) -> PolicyRecord:
    """A record that declares codes of its own."""
    return PolicyRecord(id="letter-record", language="nl", source="letter", **declared)


@each_case("name", codelists.LIST_NAMES)
def test_each_built_in_code_has_both_languages(name: ListName) -> None:
    """Reports in either language name every built-in code."""
    for code in codelists.code_list(name).codes.values():
        assert [getattr(code.name, language) is not None for language in LANGUAGES] == [True, True]


@each_case(
    "name, file", [("parties", "organisations"), *((n, n) for n in codelists.LIST_NAMES[1:])]
)
def test_a_list_read_entry_by_entry_is_the_whole_file(name: ListName, file: str) -> None:
    """Every entry of the data file is a code, in the file's order, with its own names and kind."""
    text = files("ssrpolicy.codelists").joinpath(f"{file}.toml").read_text("utf-8")
    entries = tomllib.loads(text)["codes"]
    found = codelists.code_list(name)

    assert list(found.codes) == list(found.details) == [entry["id"] for entry in entries]
    assert [code.name for code in found.codes.values()] == [LocalText(**e["name"]) for e in entries]
    assert [each.kind for each in found.details.values()] == [e.get("kind") for e in entries]


@each_case("name", codelists.LIST_NAMES)
def test_each_successor_is_in_the_list(name: ListName) -> None:
    """A successor can be looked up where the code itself was."""
    known = codelists.code_list(name).codes

    assert [s for code in known.values() for s in code.successors if s not in known] == []


@each_case("name", codelists.LIST_NAMES)
def test_no_code_ends_before_it_begins(name: ListName) -> None:
    """Validity runs forward."""
    for code in codelists.code_list(name).codes.values():
        if code.valid_from is not None and code.valid_until is not None:
            assert code.valid_from.first_day is not None
            assert code.valid_until.last_day is not None
            assert code.valid_from.first_day <= code.valid_until.last_day


@each_case("name", codelists.LIST_NAMES)
def test_each_list_says_its_version_and_source(name: ListName) -> None:
    """Who relies on a code can say which edition of the list."""
    found = codelists.code_list(name)

    assert found.version
    assert found.source
    assert found is codelists.code_list(name)


def test_the_letters_codes_are_built_in() -> None:
    """The ministries, bodies, countries, sectors and frameworks of the letter have codes."""
    made = record()

    for party in ("nl-bz", "nl-bzk", "nl-defensie", "kmar", "un", "eu", "oecd", "au", "issat"):
        assert codelists.code(made, "parties", party) is not None
    for place in ("AFG", "BDI", "COD", "PSE", "XKX", "YEM"):
        assert codelists.code(made, "places", place) is not None
    for sector in ("police", "justice", "prisons", "defence", "oversight"):
        assert codelists.code(made, "sectors", sector) is not None


def test_details_hold_the_codes_of_others() -> None:
    """A sector has its DAC purposes, and a party its channel."""
    assert codelists.code_list("sectors").details["police"].dac == ("15132", "15210")
    assert codelists.code_list("parties").details["un"].code == "41305"


def test_the_records_own_code_comes_first() -> None:
    """A party that the record declares is the one that counts."""
    own = Party(id="au", name=LocalText(nl="Afrikaanse Unie (in de zin van deze brief)"))
    made = record(parties=(own,))

    assert codelists.code(made, "parties", "au") is own
    assert codelists.declared(made, "parties") == (own,)


def test_a_name_falls_back_to_the_other_language_and_then_to_the_id() -> None:
    """What has no name in the language asked is still named."""
    made = record(places=(Place(id="uruzgan", name=LocalText(nl="Uruzgan")),))

    for id, name in (("XKX", "Kosovo"), ("uruzgan", "Uruzgan"), ("atlantis", "atlantis")):
        assert codelists.name(codelists.code(made, "places", id), id, "en") == name


@each_case(
    "name, text, expected",
    [
        ("places", "Kosovo", "XKX"),
        ("places", "Palestijnse gebieden", "PSE"),
        ("places", "afg", "AFG"),
        ("places", "Afganistan", "AFG"),
        ("parties", "KMAR", "kmar"),
        ("parties", "nl_bz", "nl-bz"),
        ("parties", "nl-def", "nl-defensie"),
        ("parties", "eulex-kosov", "eulex-kosovo"),
        ("sectors", "gevangeniswezen", "prisons"),
        ("places", "oruzgan", "uruzgan"),
    ],
)
def test_the_nearest_code_is_found_by_id_name_or_alias(
    name: ListName, text: str, expected: str
) -> None:
    """Names, abbreviations and misspellings lead to the code, the record's own included."""
    own = Place(id="uruzgan", name=LocalText(nl="Uruzgan"), aliases=("provincie Uruzgan",))
    made = record(places=(own,))

    assert codelists.nearest(made, name, text)[0] == expected


def test_nothing_is_near_to_what_is_like_nothing() -> None:
    """No code is proposed for a word that resembles none."""
    assert codelists.nearest(record(), "sectors", "zzzzzz") == ()


@each_case("text", ["VNG", "OM", "DAF", "DGPol", "minister", "de staatssecretaris"])
def test_another_abbreviation_and_what_many_are_called_are_near_to_none(text: str) -> None:
    """VNG is not the VN; which of thirty ministers is meant, nobody can tell."""
    assert codelists.nearest(record(), "parties", text) == ()


def test_what_many_are_called_is_near_to_those_that_the_record_names() -> None:
    """A minister is the one who signed, and not a ministry."""
    letter = Document(
        id="letter",
        kind=DocumentKind.LETTER,
        language="nl",
        title=LocalText(nl="Brief"),
        authors=("minister-bz", "nl-bz"),
    )
    made = record(documents=(letter,))

    assert codelists.nearest(made, "parties", "de minister") == ("minister-bz",)
    assert codelists.nearest(made, "parties", "ministerie") == ("nl-bz",)


def test_a_function_is_near_to_one_of_the_same_policy_only() -> None:
    """The words after "minister van" say which it is."""
    own = Party(id="vuur", name=LocalText(nl="Ministerie van Vuur"))
    made = record(parties=(own,))
    near = codelists.nearest(made, "parties", "minister van Landbouw")

    assert near
    names = [codelists.name(codelists.code(made, "parties", id), id, "nl") for id in near]
    assert [name for name in names if not name.startswith("minister van Landbouw")] == []


@each_case("name", codelists.LIST_NAMES)
def test_what_is_named_begins_with_a_word_that_names_begin_with(name: ListName) -> None:
    """Texts that begin with another word need not be looked up; signs in a word do not matter."""
    empty = record()

    for code in codelists.code_list(name).codes.values():
        for text in (code.id, code.name.nl, code.name.en, *code.aliases):
            for first in {} if text is None else {text.split()[0], re.findall(r"\w+", text)[0]}:
                assert codelists.begins(empty, name, first.upper()), text
    assert not codelists.begins(empty, name, "Lagemeer")


def test_names_may_begin_with_a_word_of_the_records_own_codes() -> None:
    """As wherever codes are looked up, those that a record declares count."""
    own = record(places=(Place(id="LGM", name=LocalText(nl="Polder Lagemeer"), aliases=("L.M.",)),))

    assert codelists.begins(own, "places", "polder")
    assert codelists.begins(own, "places", "L")
    assert not codelists.begins(own, "places", "Lagemeer")
