"""The options of reporters: declared, given from Python, and given as key=value."""

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO, Literal

import pytest
from attrs import field, frozen, validators

from ssrpolicy.errors import OptionError
from ssrpolicy.messages import messages_in
from ssrpolicy.reporting import (
    InputFile,
    NoOptions,
    OfferedReporter,
    Origin,
    Report,
    option,
    option_values,
    options_asked,
    options_of,
)


class Paper(StrEnum):
    """The size of a sheet."""

    A4 = "a4"
    LETTER = "letter"


@frozen(kw_only=True)
class AllOptions:
    """One option of every type."""

    wide: bool = option(default=False, help="Lay the sheet on its side.")
    rows: int = option(20, help="The rows on a sheet.", validator=validators.gt(0))
    heading: str = option("Toezeggingen", help="What stands at the top.")
    since: dt.date | None = option(None, help="Leave out what is older.")
    paper: Paper = option(Paper.A4, help="The size of the paper.")
    order: Literal["date", "owner"] = option("date", help="What the rows are sorted by.")
    columns: tuple[str, ...] = option((), help="The columns shown.")
    papers: tuple[Paper, ...] = option((), help="The sizes for which it is laid out.")
    template: InputFile | None = option(None, help="The file that it is laid out as.")


@frozen
class Named:
    """A reporter that is asked for its options only."""

    name: str
    options: type[Any]
    summary: str = "Writes nothing."
    suffix: str = "txt"
    media_type: str = "text/plain"
    api: int = 1

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write nothing."""


def offered(name: str = "sheet", options: type[Any] = AllOptions) -> OfferedReporter:
    """A reporter as the registry has it."""
    origin = Origin(distribution="acme", version="1.0", entry_point="acme")
    return OfferedReporter.of(Named(name=name, options=options), origin)


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


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_is_read_as_the_option_has_it(key: str) -> None:
    """What is typed on a command line becomes a value of the option's type."""
    read = [(text, getattr(option_values(SHEET, {key: text}), key)) for text, _ in TEXTS[key]]

    assert read == TEXTS[key]


@frozen
class Answers:
    """A choice of yes, no, or by itself."""

    when: Literal["auto", "yes", "no"] = option("auto", help="When it is shown.")


@pytest.mark.parametrize(
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


@pytest.mark.parametrize("key", WRONG)
def test_a_text_that_does_not_fit_is_refused(key: str) -> None:
    """The refusal names the option, the reporter, the text, and what would fit."""
    text, takes = WRONG[key]

    assert refusal({key: text}) == f"The option {key} of sheet is {text!r}.\nIt takes {takes}."


@pytest.mark.parametrize(
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


# -- key=value ----------------------------------------------------------------------------------


@frozen(kw_only=True)
class FewOptions:
    """The options of another reporter."""

    rows: int = option(10, help="The rows on a page.")
    sort_key: str = option("date", help="What the rows are sorted by.")


NOTE = offered("note", FewOptions)


def test_a_plain_key_goes_to_every_reporter_asked() -> None:
    """`rows=7` is said to both, and `note.rows=9` goes before it for the one."""
    assert options_asked(["rows=7"], [SHEET, NOTE]) == {SHEET: {"rows": "7"}, NOTE: {"rows": "7"}}
    assert options_asked(["note.rows=9", "rows=7"], [SHEET, NOTE]) == {
        SHEET: {"rows": "7"},
        NOTE: {"rows": "9"},
    }


def test_a_key_can_be_addressed_by_the_full_name() -> None:
    """Where two reporters share a name, the distribution tells them apart."""
    assert options_asked(["acme:note.rows=9"], [NOTE]) == {NOTE: {"rows": "9"}}


def test_a_key_can_be_written_with_hyphens() -> None:
    """Command lines have hyphens where Python has underscores."""
    assert options_asked(["sort-key=owner"], [NOTE]) == {NOTE: {"sort_key": "owner"}}


def test_an_option_of_several_values_can_be_repeated() -> None:
    """Each repetition adds; an option of one value is refused the second time."""
    assert options_asked(["columns=id", "columns=summary"], [SHEET]) == {
        SHEET: {"columns": "id,summary"}
    }
    with pytest.raises(OptionError, match="The option rows is given twice; give it once"):
        options_asked(["rows=1", "rows=2"], [SHEET])


@pytest.mark.parametrize(
    "argument, message",
    [
        ("rows", "The option 'rows' is not of the form key=value"),
        ("=7", "The option '=7' is not of the form key=value"),
        ("word.rows=7", "An option is given for 'word', which is not asked for"),
        ("paper=a4", "note has no option 'paper'"),
        (".rows=7", "An option is given for '', which is not asked for"),
    ],
)
def test_an_argument_that_fits_nothing_is_refused(argument: str, message: str) -> None:
    """A key must be an option of every reporter asked, and a prefix one of their names."""
    with pytest.raises(OptionError, match=message):
        options_asked([argument], [SHEET, NOTE])


# -- declarations that cannot be -----------------------------------------------------------------


def declared(annotation: object, default: object = None) -> type[Any]:
    """An options class with one option of a type."""
    namespace = {"__annotations__": {"depth": annotation}, "depth": option(default, help="Depth.")}
    return frozen(kw_only=True)(type("Options", (), namespace))


@pytest.mark.parametrize(
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
