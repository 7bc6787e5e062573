"""Options of reporters: values from texts, from Python and from files."""

import datetime as dt
from http import HTTPMethod
from pathlib import Path
from typing import Any, Literal

import pytest
from attrs import frozen

from reporting.options.offered import AllOptions, Paper, offered
from ssrpolicy.errors import OptionError
from ssrpolicy.messages import messages_in
from ssrpolicy.reporting import InputFile, NoOptions, option, option_values, options_of
from tables import each_case

SHEET = offered()


def refusal(given: object) -> str:
    """The error that a value causes."""
    with pytest.raises(OptionError) as refused:
        option_values(SHEET, given)
    return str(refused.value)


def test_without_values_the_defaults_hold() -> None:
    """No options, an empty mapping and an instance without arguments are the same."""
    assert option_values(SHEET) == option_values(SHEET, {}) == AllOptions()
    assert option_values(SHEET, AllOptions(rows=3)).rows == 3


def test_options_declare_what_they_take() -> None:
    """Each option has its key, its default, its help and what it takes in words."""
    shown = {o.key: o.takes for o in options_of(AllOptions)}

    assert shown == {
        "wide": "yes or no",
        "rows": "a whole number",
        "heading": "text",
        "since": "a date such as 2010-12-31, or nothing",
        "paper": "a4 or letter",
        "order": "date or owner",
        "columns": "texts, with commas between them",
        "papers": "any of a4, letter, with commas between them",
        "template": "the path of a file, or nothing",
    }
    assert [(o.default, o.help) for o in options_of(AllOptions)][1] == (20, "The rows on a sheet.")


TEXTS: dict[str, list[tuple[str, object]]] = {
    "wide": [("yes", True), ("ja", True), ("TRUE", True), ("0", False), ("nee", False)],
    "rows": [("7", 7), (" 12 ", 12)],
    "heading": [("", ""), ("a = b", "a = b"), ("7", "7")],
    "since": [
        ("2010-12-31", dt.date(2010, 12, 31)),
        ("31-12-2010", dt.date(2010, 12, 31)),
        ("", None),
    ],
    "paper": [("letter", Paper.LETTER)],
    "order": [("owner", "owner")],
    "columns": [("id, summary", ("id", "summary")), ("", ()), ("id", ("id",))],
    "papers": [("a4,letter", (Paper.A4, Paper.LETTER))],
}


@each_case("key", TEXTS)
def test_a_text_is_read_as_the_option_has_it(key: str) -> None:
    """What is typed on a command line becomes a value of the option's type."""
    read = [(text, getattr(option_values(SHEET, {key: text}), key)) for text, _ in TEXTS[key]]

    assert read == TEXTS[key]


@frozen
class Answers:
    """A choice of yes, no, or by itself."""

    when: Literal["auto", "yes", "no"] = option("auto", help="When it is shown.")


@each_case(
    "text, value", [("ja", "yes"), ("Nee", "no"), ("yes", "yes"), ("true", "yes"), ("auto", "auto")]
)
def test_a_choice_of_yes_and_no_takes_the_dutch_words(text: str, value: str) -> None:
    """What an option that is yes or no takes, a choice between them takes too; help shows it."""
    (when,) = options_of(Answers)

    assert option_values(offered(options=Answers), {"when": text}).when == value
    assert when.takes == "auto, yes or no"
    with messages_in("nl"):
        assert when.takes == "auto, ja of nee"


VALUES: dict[str, Any] = {
    "wide": True,
    "rows": 7,
    "heading": HTTPMethod.GET,  # a text that is a member of a StrEnum
    "since": dt.date(2010, 12, 31),
    "paper": Paper.LETTER,
    "columns": ["id", "summary"],
    "template": InputFile(name="huisstijl.xlsx", data=b"x"),
}


def test_a_value_from_python_is_taken_as_it_is() -> None:
    """A value of the option's own type needs no text."""
    options = option_values(SHEET, VALUES)

    assert options == AllOptions(**{**VALUES, "columns": ("id", "summary")})


def test_a_file_is_read_by_the_host(tmp_path: Path) -> None:
    """A reporter gets the name and the bytes of a file, and no path."""
    (tmp_path / "huisstijl.xlsx").write_bytes(b"PK")
    expected = InputFile(name="huisstijl.xlsx", data=b"PK")

    for given in (tmp_path / "huisstijl.xlsx", str(tmp_path / "huisstijl.xlsx")):
        assert option_values(SHEET, {"template": given}).template == expected


WRONG = {
    "wide": ("perhaps", "yes or no"),
    "rows": ("twintig", "a whole number"),
    "since": ("31-13-2010", "a date such as 2010-12-31, or nothing"),
    "paper": ("A5", "a4 or letter"),
    "order": ("size", "date or owner"),
    "papers": ("a4,a5", "any of a4, letter, with commas between them"),
}


@each_case("key", WRONG)
def test_a_text_that_does_not_fit_is_refused(key: str) -> None:
    """The refusal names the option, the reporter, the text, and what would fit."""
    text, takes = WRONG[key]

    assert refusal({key: text}) == f"The option {key} of sheet is {text!r}.\nIt takes {takes}."


@each_case(
    "given, said",
    [
        ({"paper": "leter"}, "Did you mean letter? It takes a4 or letter."),
        ({"order": "dat"}, "Did you mean date? It takes date or owner."),
        ({"papers": "a4,leter"}, "Did you mean letter? It takes any of a4, letter"),
        ({"papers": ["a4", "leter"]}, "Did you mean letter? It takes any of a4, letter"),
        ({"papers": "a4,a4"}, "'a4' is given twice. It takes any of a4, letter"),
        ({"papers": "a4,"}, "Between two commas nothing is given. It takes any of a4, letter"),
        ({"columns": "id,,summary"}, "Between two commas nothing is given. It takes texts"),
    ],
)
def test_a_choice_that_is_not_there_is_answered_with_the_nearest(
    given: dict[str, object], said: str
) -> None:
    """Alone and among several; none is given twice, and none is left out between commas."""
    assert refusal(given).splitlines()[1].startswith(said)


@each_case(
    "given",
    [
        {"rows": True},
        {"rows": 7.0},
        {"rows": "9" * 5_000},
        {"heading": None},
        {"since": dt.datetime(2010, 12, 31, tzinfo=dt.UTC)},
        {"order": 1},
        {"columns": 7},
        {"columns": [7]},
        {"template": b"PK"},
        {"wide": 1},
    ],
    ids=str,
)
def test_a_value_of_another_type_is_refused(given: dict[str, object]) -> None:
    """Nothing is coerced: a truth value is not a number, and a moment is not a day."""
    assert refusal(given).startswith(f"The option {next(iter(given))} of sheet is ")


def test_a_value_out_of_range_is_refused() -> None:
    """What the options class itself refuses is said in words."""
    assert refusal({"rows": "0"}) == "The option rows of sheet is 0.\nIt must be more than 0."


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """A missing file is named with the reason."""
    path = tmp_path / "weg.xlsx"

    assert refusal({"template": str(path)}) == (f"The file {path} does not exist.")


def test_an_unknown_option_gets_the_nearest() -> None:
    """A misspelt option is answered with the one meant, and with all there are."""
    assert refusal({"collumns": "id"}) == (
        "sheet has no option 'collumns'.\nDid you mean columns? Its options are wide, rows, "
        "heading, since, paper, order, columns, papers, template, "
        "internal."
    )


def test_a_reporter_without_options_has_those_of_all() -> None:
    """A reporter that has no options of its own names the one that the host has for it."""
    with pytest.raises(OptionError, match="plain has no option 'rows'"):
        option_values(offered("plain", NoOptions), {"rows": 1})


def test_options_that_are_no_pairs_are_refused() -> None:
    """Options are a mapping or an instance of the reporter's class."""
    assert refusal(["rows=7"]) == (
        "The options of sheet are ['rows=7'], not key and value pairs.\n"
        "Give a dictionary, or AllOptions(...)."
    )
