"""A list in print: as CSV, and with the lines of a terminal."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.conftest import Run

DAY = ("--as-of", "2034-01-01")


def test_csv_is_for_a_dutch_excel(run: Run, letter_copy: Path) -> None:
    """Semicolons, the mark of UTF-8, one header row, and no cell that Excel would run."""
    toml = letter_copy / "record.toml"
    text = toml.read_text("utf-8")
    toml.write_text(text.replace('summary.nl = "Nederland zal', 'summary.nl = "=1+1 zal'), "utf-8")
    result = run(
        "list",
        "statements",
        letter_copy,
        "--as-of",
        "2011-01-01",
        "--format",
        "csv",
        "--limit",
        "99",
    )
    written = result.stdout_bytes.decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff")), delimiter=";"))

    assert written.startswith("\ufeffid;kind;summary;")
    assert len(rows) == 71
    found = next(row for row in rows if row["id"].endswith("#african-union"))
    assert found["summary"].startswith("'=1+1 ")


def test_no_text_in_csv_is_a_formula(run: Run, letter_copy: Path) -> None:
    """Nor where blanks or quotation marks stand before it, or its sign is a wide one."""
    formulas = (
        *("=1+1", "+31 70 555 0100", "-1 procent", "@ministerie", "\t=1+1", " =1+1", " -1"),
        *("\u00a0@ministerie", '"=1+1"', "'=1+1", " \u201e=1+1\u201d"),
        *("\uff1d1+1", "\uff0b1", " \uff0d1", "\uff20SUM(A1)"),
    )
    toml = letter_copy / "record.toml"
    parts = toml.read_text("utf-8").split("\n[[statements]]\n")
    for number, text in enumerate(formulas, start=1):
        before, after = re.split(r'summary.nl = ".*"', parts[number], maxsplit=1)
        parts[number] = f"{before}summary.nl = {json.dumps(text)}{after}"
    toml.write_text("\n[[statements]]\n".join(parts), "utf-8")
    asked = ("list", "statements", letter_copy, "--as-of", "2011-01-01")
    result = run(*asked, "--fields", "summary", "--format", "csv")

    cells = [row[0] for row in csv.reader(io.StringIO(result.stdout), delimiter=";")]
    assert sorted(cell for cell in cells if cell.startswith("'")) == sorted(
        f"'{text}" for text in formulas
    )


def test_dutch_numbers_have_a_comma(run: Run, letter_copy: Path) -> None:
    """A Dutch Excel makes a date of a number with a point."""
    file = letter_copy / "record.toml"
    text = file.read_text("utf-8")
    assert text.count("at_most = 100") > 1
    file.write_text(text.replace("at_most = 100", "at_most = 2.5"), "utf-8")
    result = run("list", "instruments", letter_copy, *DAY, "--format", "csv", "--fields", "at_most")

    assert "\n2,5\n" in result.stdout.replace("\r\n", "\n")
    assert " 2,5" in run("list", "instruments", letter_copy, *DAY, "--fields", "id,at_most").stdout


def test_a_long_id_stands_on_one_line(run: Run, letter_copy: Path) -> None:
    """Where there is room: it is typed again."""
    file, id = letter_copy / "record.toml", "support-for-the-african-union-in-years-to-come"
    text = file.read_text("utf-8").replace('id = "african-union"', f'id = "{id}"', 1)
    file.write_text(text, "utf-8")
    shown = run("list", "commitments", letter_copy, *DAY).stdout

    assert f" kst-32123-X-124#{id} " in run(
        "list", "commitments", letter_copy, *DAY, "--fields", "id,claimed"
    ).stdout.replace("\n", " ")
    assert max(map(len, shown.splitlines())) <= 120


def test_more_fields_than_a_line_has_room_for_stand_below_each_other(
    run: Run, records: Path
) -> None:
    """No word is broken into letters: each field has its own line, with its label."""
    many = "id,summary,schedule,owners,claimed,evidence,document,firmness,latest_term,first_term"
    result = run("list", "commitments", records, *DAY, "--fields", many)

    assert result.exit_code == 0, result.stderr
    lines = [line.split("  ", 1) for line in result.stdout.splitlines() if "  " in line]
    told = {label: text.strip() for label, text in lines[:10]}
    assert "#" in told["Kenmerk"]
    assert told["Gemelde status"]
    assert max(map(len, result.stdout.splitlines())) <= 120


@pytest.mark.heavy
def test_an_id_at_a_terminal_is_whole_or_broken_after_a_hyphen(
    at_terminal: Callable[..., tuple[int, str]], letter_copy: Path
) -> None:
    """Who copies it has its words; the summary takes what the other columns do not need."""
    long = "african-union-observers-in-the-region-of-the-horn-and-on-its-coasts-until-the-summer"
    file = letter_copy / "record.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"african-union"', f'"{long}"'), encoding="utf-8")

    for columns in (120, 160, 240):
        listing = ["list", "commitments", letter_copy, "--as-of", "2010-12-31"]
        code, seen = at_terminal(listing, [], columns=columns)
        words = {word for line in seen.splitlines() for word in line.split()}
        pieces = [word for word in words if word in f"{letter_copy.name}#{long}" and "-" in word]

        assert code == 0
        assert any(piece.startswith(letter_copy.name) for piece in pieces)
        assert all(piece.endswith(("-", "#", "summer")) for piece in pieces), pieces
