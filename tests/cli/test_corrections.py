"""`ssrpolicy replace`, `remove` and `undo`: what they print, and what they leave."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from ssrpolicy.editing import record_to_edit
from ssrpolicy.model import Claim, EdtfDate, Timeframe

Run = Callable[..., Result]
UNION = "african-union"


@pytest.mark.parametrize(
    "words, put_in, taken_out",
    [
        (
            ("replace", "PATH", UNION, "--summary-en", "It watches."),
            'summary.en = "It watches."',
            'summary.en = "The',
        ),
        (("remove", "PATH", "174"), "", '[[set_aside]]\nquote = "'),
        (
            (
                "add",
                "set-aside",
                "PATH",
                "--quote",
                "Den Haag, 29 april 2010",
                "--reason",
                "signpost",
            ),
            '[[set_aside]]\nquote = "Den Haag, 29 april 2010"\nreason = "signpost"',
            "",
        ),
        (
            (
                *("add", "update", "PATH", "--statement", UNION, "--date", "2030-01-02"),
                *("--by", "nl-bz", "--claimed", "transferred", "--owner", "nl-defensie"),
            ),
            'claimed = "transferred"',
            "",
        ),
    ],
)
def test_a_preview_shows_the_lines_and_writes_nothing(
    run: Run, letter_copy: Path, words: tuple[str, ...], put_in: str, taken_out: str
) -> None:
    """Without it the command then does just that; what it refuses is refused with it too."""

    def as_it_is() -> dict[Path, bytes]:
        return {each: each.read_bytes() for each in letter_copy.rglob("*") if each.is_file()}

    before, when = as_it_is(), letter_copy.stat().st_mtime_ns
    given = [letter_copy if each == "PATH" else each for each in words]

    shown = run(*given, "--preview")

    assert (shown.exit_code, shown.stderr) == (0, "")
    assert "To be " in shown.stdout
    assert shown.stdout.endswith("This is a preview: nothing was written.\n")
    assert (as_it_is(), letter_copy.stat().st_mtime_ns) == (before, when)
    assert run(*given).exit_code == 0
    old, new = (
        data.decode().splitlines()
        for data in (
            before[letter_copy / "record.toml"],
            (letter_copy / "record.toml").read_bytes(),
        )
    )
    lines = shown.stdout.splitlines()
    for sign, there, wanted in (("+", new, put_in), ("-", old, taken_out)):
        listed = [line[6:] for line in lines if line.startswith(f"    {sign}")]
        assert wanted in "\n".join(listed)
        assert set(listed) <= {*there, ""}


def test_one_value_is_replaced_and_undone(run: Run, letter_copy: Path) -> None:
    """What is not given stays, the file differs in one line, and undo puts that back."""
    file = letter_copy / "record.toml"
    before = file.read_bytes()

    replaced = run("replace", letter_copy, UNION, "--summary-en", "The Netherlands watches.")

    assert (replaced.exit_code, replaced.stderr) == (0, "")
    assert f"Replaced {UNION} in {file}, line " in replaced.stdout
    assert "quote verified: letter, paragraph" in replaced.stdout
    old, new = before.splitlines(), file.read_bytes().splitlines()
    assert len(set(old) ^ set(new)) == 2
    changed = (letter_copy / "record.toml").read_bytes()
    preview = run("undo", letter_copy, "--preview")
    assert "lines to take out 1, to put back 1." in preview.stdout
    assert f"Taken out, 1: {UNION}.\nPut back, 1: {UNION}.\n" in preview.stdout
    assert preview.stdout.endswith("This is a preview: nothing was undone.\n")
    assert (letter_copy / "record.toml").read_bytes() == changed
    undone = run("undo", letter_copy)
    assert "lines taken out 1, lines put back 1." in undone.stdout
    assert f"Taken out, 1: {UNION}.\nPut back, 1: {UNION}.\n" in undone.stdout
    assert file.read_bytes() == before
    again = run("undo", letter_copy)
    assert (again.exit_code, again.stdout) == (2, "")
    assert "No change to" in again.stderr


def test_an_entry_is_taken_out_by_its_line(run: Run, letter_copy: Path) -> None:
    """A set-aside has no id; who removes it says the line, as `check` prints it."""
    file = letter_copy / "record.toml"
    number = file.read_text(encoding="utf-8").splitlines().index('reason = "signpost"') + 1

    done = run("remove", letter_copy, f"{file}:{number}")

    assert (done.exit_code, done.stderr) == (0, "")
    expected = f"Removed the set-aside from {file}, where it stood on line {number - 2}.\n"
    assert done.stdout == expected
    assert 'reason = "signpost"' not in file.read_text(encoding="utf-8")


def test_a_refusal_names_who_refers_to_it(run: Run, letter_copy: Path) -> None:
    """The exit code is 2, and nothing is changed."""
    before = (letter_copy / "record.toml").read_bytes()

    done = run("remove", letter_copy, "be-informed")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "was not removed, because others refer to it: the answer to be-informed (line" in (
        done.stderr
    )
    assert (letter_copy / "record.toml").read_bytes() == before


@pytest.mark.parametrize(
    "options, reason",
    [
        ([], "No option says what to replace of african-union."),
        (["--preview"], "No option says what to replace of african-union."),
        (["--nosuch", "x"], "No such option"),
        (["--without", "summary"], "summary has to stay"),
        (["--without", "nosuch"], "'nosuch' is not known here."),
        (["--kind", "claim", "--cue", "zal"], "Kind claim has no --cue"),
        (["--prefix", "zal"], "--from, --prefix and --suffix need a --quote."),
        (["--quote", "Dit staat er niet."], "quote-missing"),
    ],
)
def test_what_cannot_be_is_refused(
    options: list[str], reason: str, run: Run, letter_copy: Path
) -> None:
    """A wrong option says what is wrong, and the file stays as it is."""
    before = (letter_copy / "record.toml").read_bytes()

    done = run("replace", letter_copy, UNION, *options)

    assert done.exit_code == 2
    assert reason in done.stderr
    assert (letter_copy / "record.toml").read_bytes() == before


def test_the_help_after_an_id_is_that_of_its_kind(run: Run, letter_copy: Path) -> None:
    """What can be replaced of an entry is shown with its id."""
    done = run("replace", letter_copy, UNION, "--help")

    assert done.exit_code == 0
    assert "--firmness" in done.stdout
    assert "--without NAME" in done.stdout
    assert "--id" in done.stdout
    assert done.stdout.startswith("Usage: ssrpolicy replace PATH ID [OPTIONS]\n")
    assert f"Replace what {UNION} says" in done.stdout
    assert "needed" not in done.stdout
    assert run("replace", letter_copy, UNION, "-h").stdout == done.stdout


def test_without_an_option_it_is_said_that_none_was_given(run: Run, letter_copy: Path) -> None:
    """With the command that lists them."""
    done = run("replace", letter_copy, UNION)

    assert done.exit_code == 2
    assert f"No option says what to replace of {UNION}." in done.stderr
    assert f"ssrpolicy replace {letter_copy} {UNION} --help" in done.stderr


def test_another_text_is_refused_in_one_sentence(
    run: Run, letter_copy: Path, tmp_path: Path
) -> None:
    """How many quotes do not stand in it, and the first few of them."""
    other = tmp_path / "other.txt"
    other.write_text("Dit is een heel ander stuk.\n", encoding="utf-8")
    before = (letter_copy / "record.toml").read_bytes()

    done = run("replace", letter_copy, "letter", "--file", other)

    (number,) = re.findall(r"was not replaced: (\d+) quotes from it do not stand", done.stderr)
    assert int(number) > 50
    assert done.stderr.count("quote-missing") == 5
    assert f"... and {int(number) - 5} more." in done.stderr
    assert (letter_copy / "record.toml").read_bytes() == before


def test_a_term_gets_its_date_and_loses_it(run: Run, letter_copy: Path) -> None:
    """A part of a term is replaced alone, and taken out alone; a new phrase begins anew."""
    run("replace", letter_copy, UNION, "--term", "waar mogelijk")
    run("replace", letter_copy, UNION, "--term-date", "2011")
    dated = Timeframe(phrase="waar mogelijk", date=EdtfDate("2011"))
    assert record_to_edit(letter_copy).statement(UNION).timeframe == dated
    run("replace", letter_copy, UNION, "--without", "term-date")
    assert record_to_edit(letter_copy).statement(UNION).timeframe == Timeframe(
        phrase="waar mogelijk"
    )
    run("replace", letter_copy, UNION, "--without", "term")
    assert record_to_edit(letter_copy).statement(UNION).timeframe is None


def test_a_statement_becomes_a_claim(run: Run, letter_copy: Path) -> None:
    """Reclassified, a commitment keeps its id and loses what only a commitment has."""
    done = run("replace", letter_copy, UNION, "--kind", "claim")

    assert (done.exit_code, done.stderr) == (0, "")
    assert isinstance(record_to_edit(letter_copy).statement(UNION), Claim)
    again = run("replace", letter_copy, UNION, "--kind", "claim")
    assert again.stdout == f"Nothing was changed: {UNION} says this already.\n"
