"""`ssrpolicy show`: a record, or one entry, readable in 80 columns."""

import datetime as dt
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from click.testing import Result

import ssrpolicy
from ssrpolicy import EdtfDate, Relation, RelationKind, Timeframe, codec
from ssrpolicy.cli.show.entry import show_entry
from ssrpolicy.cli.show.record import show_record
from ssrpolicy.model import LANGUAGES, Language, PolicyRecord, Statement, code_uses
from ssrpolicy.testing import small_record
from ssrpolicy.views.shared import ReadingContext

Run = Callable[..., Result]
Choose = Callable[[PolicyRecord], tuple[Statement, ...]]

AS_OF = dt.date(2033, 12, 31)
DAY = ("--as-of", "2033-12-31")


@pytest.fixture(scope="session")
def lagemeer(fixtures: Path) -> Path:
    """The folder of the invented record."""
    return fixtures / "records" / "lagemeer-2031-7"


@pytest.fixture(scope="session")
def record(lagemeer: Path) -> PolicyRecord:
    """The invented record."""
    return codec.read(lagemeer).records[0]


def listed(result: Result, record: PolicyRecord) -> list[str]:
    """The ids in the tables of statements, sorted."""
    words = (line.split()[0] for line in result.output.splitlines() if line.startswith(" "))
    return sorted(set(words) & {s.id for s in record.statements})


@pytest.mark.parametrize(
    "asked",
    [
        ("show", "RECORD", "nope"),
        ("show", "RECORD", "--owner", "nope"),
        ("list", "commitments", "RECORD", "--owner", "nope"),
        ("list", "commitments", "RECORD", "--sort", "nope"),
        ("search", "politie", "RECORD", "--owner", "nope"),
        ("report", "RECORD", "--to", "json", "--owner", "nope"),
    ],
)
def test_an_error_is_not_preceded_by_the_day(
    run: Run, lagemeer: Path, asked: tuple[str, ...]
) -> None:
    """What cannot be answered is not answered as of any day."""
    result = run(*(lagemeer if each == "RECORD" else each for each in asked))

    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")


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
    assert "As of today, " in run("show", letter, "african-union").stderr


@pytest.mark.parametrize(
    "options, choose",
    [
        (["--overdue"], lambda r: r.overdue(as_of=AS_OF)),
        (["--due-within", "200"], lambda r: r.due_within(200, as_of=AS_OF)),
        (
            ["--overdue", "--due-within", "200"],
            lambda r: (*r.overdue(as_of=AS_OF), *r.due_within(200, as_of=AS_OF)),
        ),
        (["--kind", "claim"], lambda r: r.claims),
        (["--place", "steenburg"], lambda r: r.in_place("steenburg")),
        (["--sector", "ports"], lambda r: r.in_sector("ports")),
        # Who owns it on the day asked for: the commitment on judges was transferred.
        (["--owner", "lm-rechtspraak"], lambda r: r.owned_by("lm-rechtspraak", as_of=AS_OF)),
        (
            ["--kind", "commitment", "--place", "bergovia"],
            lambda r: tuple(c for c in r.commitments if "bergovia" in c.places),
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_filter_leaves_what_fits(
    options: list[str], choose: Choose, run: Run, lagemeer: Path, record: PolicyRecord
) -> None:
    """Each filter leaves what fits; several must all fit, but overdue or due counts as either."""
    result = run("show", lagemeer, *options, *DAY)
    expected = sorted(statement.id for statement in choose(record))

    assert (result.exit_code, bool(expected)) == (0, True)
    assert listed(result, record) == expected


def test_nothing_that_fits_is_said(run: Run, lagemeer: Path, fixtures: Path) -> None:
    """A filter that nothing fits is not an error."""
    one = run("show", lagemeer, "--owner", "nl-lnv", *DAY, "--language", "en")
    all_records = run("show", fixtures / "records", "--owner", "nl-lnv", *DAY)

    assert (one.exit_code, one.stdout) == (0, "Nothing in the record matches.\n")
    assert all_records.stdout == "Niets in de dossiers voldoet daaraan.\n"


@pytest.mark.parametrize(
    "options, told",
    [
        (["--owner", "nl-bzz"], "Did you mean nl-bz"),
        (["--owner", "lm-rechtspraa"], "Did you mean lm-rechtspraak"),
        (["--place", "Afganistan"], "Did you mean AFG?"),
        (["--sector", "polise"], "Did you mean police"),
        (["--owner", "qqqqqqqq"], "--owner 'qqqqqqqq' is in no code list and in no record."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_filter_that_nothing_known_has_is_refused(
    options: list[str], told: str, run: Run, lagemeer: Path
) -> None:
    """A misspelt id is not taken for one without entries; the nearest are told."""
    result = run("show", lagemeer, *options, *DAY)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_a_filter_and_an_entry_do_not_go_together(run: Run, lagemeer: Path) -> None:
    """One entry is asked for, or a selection."""
    assert run("show", lagemeer, "advisers", "--overdue", *DAY).exit_code == 2


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


@pytest.fixture
def two_records(lagemeer: Path, letter: Path, tmp_path: Path) -> Path:
    """A folder with the invented record, the same under another id, and the letter."""
    for name in ("lagemeer-2031-7", "lagemeer-2031-8"):
        shutil.copytree(lagemeer, tmp_path / name)
        file = tmp_path / name / "record.toml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("lagemeer-2031-7", name), encoding="utf-8")
    shutil.copytree(letter, tmp_path / letter.name)
    return tmp_path


def test_what_is_overdue_in_many_records_is_one_list_by_due_date(
    run: Run, two_records: Path, record: PolicyRecord
) -> None:
    """The due date, the days over, the id with its record, who, and what; with a total."""
    result = run("show", two_records, "--overdue", "--language", "en", *DAY)

    rows = [line.split() for line in result.output.splitlines() if re.match(r" \d{4}-", line)]
    dues = (record.progress(s.id, as_of=AS_OF).due for s in record.overdue(as_of=AS_OF))
    late = sorted(day for day in dues if day is not None)
    assert [row[0] for row in rows] == [str(day) for day in late for _ in range(2)]
    assert [row[2] for row in rows[:2]] == ["lagemeer-2031-7#", "lagemeer-2031-8#"]
    assert rows[0][1] == str((AS_OF - dt.date.fromisoformat(rows[0][0])).days)
    total = f"Total: {len(rows)} statements, in 2 records"
    assert re.search(rf"{total}; \d+ of nobody\.\n$", result.output)
    assert max(map(len, result.output.splitlines())) <= 80


@pytest.mark.parametrize(
    "owner, words", [((), "of nobody"), (("--owner", "lm-kustwacht"), "more of")]
)
def test_the_total_of_what_is_overdue_says_how_many_belong_to_nobody(
    run: Run, two_records: Path, owner: tuple[str, ...], words: str
) -> None:
    """As many as the list of the same statements counts, whoever is asked for."""
    asked = (two_records, "--due-within", "3000", "--overdue", *owner, *DAY)
    listed = run("list", "statements", *asked, "--format", "json")
    number = json.loads(listed.stdout)["totals"]["nobody"]

    total = run("show", *asked, "--language", "en").stdout.splitlines()[-1]
    assert f"; {number} {words}" in total


def test_nothing_overdue_in_any_record_is_said(run: Run, two_records: Path) -> None:
    """No empty table."""
    result = run("show", two_records, "--overdue", "--as-of", "2010-12-31")
    assert result.stdout == "Niets in de dossiers voldoet daaraan.\n"


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


def test_what_another_record_superseded_is_overdue_nowhere(run: Run, tmp_path: Path) -> None:
    """In one list of all records only what took its place is."""
    folder = tmp_path / "records"
    for number, day in ((1, "2010-12-31"), (2, "2011-06-30")):
        record = small_record()
        made = attrs.evolve(
            record.commitments[0],
            timeframe=Timeframe(phrase="spoedig", date=EdtfDate(day)),
            relations=(Relation(kind=RelationKind.SUPERSEDES, target="r1#report"),)
            if number > 1
            else (),
        )
        rest = tuple(s for s in record.statements if s.id != "report")
        record = attrs.evolve(record, id=f"r{number}", statements=(made, *rest), updates=())
        folder.mkdir(exist_ok=True)
        ssrpolicy.dump(record, folder / f"r{number}.json")

    shown = run("show", folder, "--overdue", "--as-of", "2012-01-01").stdout

    assert ("r2#" in shown, "r1#" in shown) == (True, False)
