"""`ssrpolicy show`: a record, a statement, a paper or a motion, whole."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from ssrpolicy import codec
from ssrpolicy.cli.show.entry import show_entry
from ssrpolicy.cli.show.record import show_record
from ssrpolicy.model import LANGUAGES, Language, code_uses
from ssrpolicy.views.shared import ReadingContext

Run = Callable[..., Result]
AS_OF = dt.date(2033, 12, 31)
DAY = ("--as-of", "2033-12-31")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["kst-32123-X-124", "lagemeer-2031-7"])
def test_everything_fits_in_80_columns(
    name: str, language: Language, fixtures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No line of a record or an entry of it is longer, but addresses; none ends in spaces."""
    record = codec.read(fixtures / "records" / name).records[0]

    names = ReadingContext(record, language, AS_OF)
    show_record(names)
    for entry in record:
        show_entry(names, entry.id)

    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if len(line) > 80 and "https://" not in line] == []
    assert [line for line in lines if line != line.rstrip()] == []


def test_an_entry_is_shown_whole(
    run: Run, letter_copy: Path, golden: Callable[[str, str], None]
) -> None:
    """What it says, the three axes, its quote in context, and its history."""
    said = ("--statement", "african-union", "--by", "nl-bz", "--date")
    run("add", "update", letter_copy, *said, "2010-11-03", "--claimed", "in_progress")
    quoted = ("--document", "letter", "--quote", "Nederland volgt dit nauwgezet")
    run("add", "update", letter_copy, *said, "2010-12-01", "--note", "Zie de brief.", *quoted)
    run("add", "update", letter_copy, *said, "2011-03-01", "--claimed", "fulfilled")

    shown = run("show", letter_copy, "african-union", "--as-of", "2010-12-31")

    golden("show-african-union.txt", shown.stdout)


def test_a_record_is_shown_whole(
    run: Run, letter: Path, golden: Callable[[str, str], None]
) -> None:
    """Its papers, requests with answers, statements by kind, instruments."""
    shown = run("show", letter, "--as-of", "2010-12-31", "--language", "en")

    golden("show-letter.txt", shown.stdout)


def test_a_later_update_is_marked(run: Run, letter_copy: Path) -> None:
    """What happened after the day asked for is in the history, and said to be later."""
    said = ("--statement", "african-union", "--by", "nl-bz", "--date", "2011-03-01")
    run("add", "update", letter_copy, *said, "--claimed", "in_progress")

    output = run("show", letter_copy, "african-union", "--as-of", "2010-12-31").output

    assert "2011-03-01 (van na de peildatum)" in output
    assert "Gemelde status              onbekend\n" in output


def test_a_full_id_shows_the_entry_too(run: Run, lagemeer: Path, fixtures: Path) -> None:
    """In a folder of records the full id says which is meant."""
    short = run("show", lagemeer, "send-trainers", *DAY).output

    assert run("show", fixtures / "records", "lagemeer-2031-7#send-trainers", *DAY).output == short


def test_an_id_in_several_records_is_asked_about(run: Run, fixtures: Path) -> None:
    """An id that several records have is refused, and the full ids are listed."""
    result = run("show", fixtures / "records", "letter", *DAY)

    assert result.exit_code == 2
    which = "duinmark-2040-3#letter, kst-32123-X-124#letter, lagemeer-2031-7#letter"
    assert f"Say which: {which}." in result.stderr


def test_an_unknown_id_names_the_nearest(run: Run, letter: Path) -> None:
    """A misspelt id is refused with the likeliest ones."""
    result = run("show", letter, "african-onion", *DAY)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean african-union" in result.stderr


def test_today_is_said(run: Run, letter: Path) -> None:
    """Without --as-of the day is today, and that is said on standard error."""
    assert "As of today, " in run("show", letter, "african-union", "--language", "en").stderr


def test_a_paper_is_shown_with_where_its_facts_come_from(run: Run, lagemeer: Path) -> None:
    """From the register, from a place that is named, and from nowhere that is recorded."""
    named = run("show", lagemeer, "motion-guards", *DAY).output
    nowhere = run("show", lagemeer, "motion-account", *DAY).output

    assert "Uitkomst, stemmen: Handelingen van de Raad der Provinciën" in " ".join(named.split())
    assert "(https://example.org/lagemeer/handelingen-35)" in named
    assert "Stemmen: herkomst niet vastgelegd" in nowhere


@pytest.mark.parametrize("language, mark", [("nl", "[Intern]"), ("en", "[Internal]")])
def test_a_working_note_is_shown_and_marked(
    language: Language, mark: str, run: Run, letter_copy: Path
) -> None:
    """What is shown at the terminal is for the office: the note with its mark, and who made it."""
    said = ("--statement", "african-union", "--by", "J. de Wit", "--date", "2010-11-03")
    added = run("add", "update", letter_copy, *said, "--note", "Ligt bij DAF.", "--internal")
    assert added.exit_code == 0, added.output

    shown = run("show", letter_copy, "african-union", "--language", language)

    assert "2010-11-03  J. de Wit: " in shown.stdout
    assert f"{mark} " in shown.stdout
    assert "Ligt bij DAF." in shown.stdout


def test_an_update_without_a_name_is_shown_as_internal(run: Run, letter_copy: Path) -> None:
    """A record that was written without internal notes can be shown too."""
    with (letter_copy / "record.toml").open("a") as file:
        file.write(
            '\n[[updates]]\nstatement = "african-union"\ndate = 2010-11-03\n'
            'internal = true\nclaimed = "open"\n'
        )

    shown = run("show", letter_copy, "african-union")

    assert "2010-11-03  intern: gemelde status: nog niet begonnen" in shown.stdout


def test_a_motion_is_shown_with_how_it_stands(run: Run, letter: Path) -> None:
    """By the rule of the budget annex, with the document and with what it asks."""
    for entry in ("motion", "be-informed"):
        output = run("show", letter, entry, "--as-of", "2010-12-31").output
        assert re.search(r"Stand van de motie +uitslag onbekend; in behandeling", output)


def test_a_party_or_place_is_shown_with_what_names_it(run: Run, lagemeer: Path) -> None:
    """One that the record declares, by code or full id, and one of the code list that it uses."""
    for key in ("lm-buza", "lagemeer-2031-7#lm-buza"):
        shown = run("show", lagemeer, key, *DAY)
        assert shown.exit_code == 0, shown.stderr
        assert "lagemeer-2031-7#lm-buza (organisaties en personen)" in shown.stdout
        assert re.search(r"Naam +ministerie van Buitenlandse Betrekkingen", shown.stdout)
        assert re.search(r"Genoemd in +.*curriculum", shown.stdout, re.DOTALL)
    record = codec.read(lagemeer).records[0]
    place = next(use.id for use in code_uses(record) if use.list_name == "places")
    assert "(landen en gebieden)" in run("show", lagemeer, place, *DAY).stdout
    unknown = run("show", lagemeer, "lm-niets", *DAY)
    assert (unknown.exit_code, unknown.stdout) == (2, "")
