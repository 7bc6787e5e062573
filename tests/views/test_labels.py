"""Labels: every value of every vocabulary reads well, and differently from its neighbours."""

import inspect
import re
import tomllib
from enum import StrEnum
from importlib.resources import files

import pytest

from ssrpolicy.errors import UnknownIdError
from ssrpolicy.model import (
    STATEMENT_KINDS,
    Answer,
    EvidenceStatus,
    Firmness,
    Language,
    Schedule,
    vocabulary,
)
from ssrpolicy.views.language import labels
from ssrpolicy.views.language.labels import label
from tables import each_case

VOCABULARIES = [
    member
    for _, member in inspect.getmembers(vocabulary, inspect.isclass)
    if issubclass(member, StrEnum) and tuple(member)
]


@each_case("language", ["nl", "en"])
@each_case("values", VOCABULARIES, ids=lambda values: values.__name__)
def test_every_value_has_its_own_label(values: type[StrEnum], language: Language) -> None:
    """Every value of a vocabulary has a label, and no two values share one."""
    found = [label(value, language) for value in values]

    assert all(found)
    assert len(set(found)) == len(found)


@each_case("values", VOCABULARIES, ids=lambda values: values.__name__)
def test_no_label_is_left_over(values: type[StrEnum]) -> None:
    """The word files label nothing that the vocabularies do not have."""
    assert set(labels.words(labels.vocabulary_table(values))) == {value.value for value in values}


def test_every_word_file_is_read() -> None:
    """A file of the folder that nobody named would label nothing."""
    folder = files("ssrpolicy.views.language").joinpath("words")
    texts = [file.read_text("utf-8") for file in folder.iterdir() if file.name.endswith(".toml")]

    assert set(labels.tables()) == {name for text in texts for name in tomllib.loads(text)}


def test_every_kind_of_statement_has_a_label() -> None:
    """The five kinds of statement are labelled."""
    assert set(labels.words("statement_kind")) == set(STATEMENT_KINDS)


def test_one_word_in_two_vocabularies_reads_as_each_means_it() -> None:
    """A conditional answer and a conditional firmness do not read the same."""
    assert label(Answer.CONDITIONAL, "nl") == "onder voorwaarden"
    assert label(Firmness.CONDITIONAL, "nl") == "voorwaardelijk"


def test_the_three_axes_keep_saying_and_showing_apart() -> None:
    """What is said to be met does not read as what is shown to be met."""
    assert label(Schedule.SAID_MET, "nl") == "gemeld als voldaan, niet aangetoond"
    assert label(Schedule.MET, "nl") == "aangetoond"
    assert label(EvidenceStatus.NOT_ASSESSED, "nl") == "niet beoordeeld"


@each_case("table", sorted(labels.tables()))
def test_both_languages_stand_in_every_table(table: str) -> None:
    """No entry of a word file misses a language, or has one that no report is written in."""
    for key, entry in labels.words(table).items():
        assert set(entry) - {"meaning", "also"} == {"nl", "en"}, key
        for more in ("meaning", "also"):
            assert set(entry.get(more, {"nl", "en"})) == {"nl", "en"}, key


def test_an_unknown_key_is_named() -> None:
    """A key that no word file has is named in the error."""
    with pytest.raises(KeyError, match=r"field\.colour"):
        label("field.colour", "en")


@each_case(
    "names, expected",
    [
        ((), ""),
        (("Afghanistan",), "Afghanistan"),
        (("Afghanistan", "Burundi"), "Afghanistan en Burundi"),
        (("Afghanistan", "Kosovo", "Burundi"), "Afghanistan, Kosovo en Burundi"),
    ],
)
def test_names_are_listed_as_a_sentence_does(names: tuple[str, ...], expected: str) -> None:
    """Names are joined by commas, and the last by the language's "and"."""
    assert labels.listing(names, "nl") == expected


@each_case(
    "key, said",
    [
        (
            "in_progress",
            "No label is called 'in_progress'.\nDid you mean claimed_status.in_progress",
        ),
        ("fulfiled", "No label is called 'fulfiled'.\nDid you mean claimed_status.fulfilled"),
        ("claimed_status.opn", "No label is called 'claimed_status.opn'.\nDid you mean claimed_st"),
        ("", "No label is called ''.\nIt is one of: "),
    ],
)
def test_a_key_that_is_not_there_is_answered_with_the_nearest(key: str, said: str) -> None:
    """A key alone, as a record has it, is that of a table of codes first."""
    with pytest.raises(UnknownIdError) as refused:
        label(key, "en")

    assert str(refused.value).startswith(said)


def test_the_example_of_a_label_with_a_part_is_one() -> None:
    """What its explanation shows can be asked."""
    (key, part) = re.findall(r'label\("([\w.]+)", "nl", (\w+)=', label.__doc__ or "")[0]

    assert label(key, "nl", **{part: "1 mei 2034"}) == "Stand per 1 mei 2034"
