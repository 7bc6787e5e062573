"""`ssrpolicy list`: what many records hold, sorted, counted, and as other programs read it."""

import csv
import datetime as dt
import io
import json
import re
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

import ssrpolicy
import ssrpolicy.views
from cli.conftest import Run

DAY = ("--as-of", "2034-01-01")


@pytest.fixture
def records(fixtures: Path) -> Path:
    """The folder of the records."""
    return fixtures / "records"


def rows_of(run: Run, *arguments: str | Path) -> list[dict[str, object]]:
    """The rows of a list, as JSON has them."""
    result = run("list", *arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    rows: list[dict[str, object]] = json.loads(result.stdout)["rows"]
    return rows


@pytest.mark.parametrize("owner", ["nl", "nl-regering"])
@pytest.mark.parametrize("asked", [("list", "commitments"), ("show",), ("search", "de")])
def test_all_ministries_together_are_said_to_answer_for_nothing(
    run: Run, records: Path, asked: tuple[str, ...], owner: str
) -> None:
    """A list without rows says what works."""
    result = run(*asked, records, "--owner", owner, *DAY)

    assert f"Note: {owner} stands for all ministries together" in result.stderr
    assert "--owner nl-bz" in result.stderr


@pytest.mark.parametrize("asked", [("list", "statements"), ("show",), ("search", "de")])
def test_a_code_that_several_records_declare_is_said_to_match_in_each(
    run: Run, records: Path, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    """RECORD#CODE names that of one; a code of one record, or of the code lists, needs none."""
    twin = attrs.evolve(ssrpolicy.load(records / "lagemeer-2031-7"), id="tweede")
    shutil.copytree(records, tmp_path / "records")
    ssrpolicy.dump(twin, tmp_path / "records" / "tweede")

    def told(owner: str) -> str:
        return run(*asked, tmp_path / "records", "--owner", owner, *DAY).stderr

    assert "lm-buza matches in 2 records, which each declare it" in told("lm-buza")
    assert "--owner lagemeer-2031-7#lm-buza names one." in " ".join(told("lm-buza").split())
    for owner in ("tweede#lm-buza", "dm-recht", "nl-bz"):
        assert "which each declare" not in told(owner)


def test_numbers_are_numbers_in_json(run: Run, records: Path) -> None:
    """A column of numbers holds no text, whole or not; none is lost in it."""
    found = [
        value
        for kind in ("commitments", "statements", "instruments", "motions")
        for row in rows_of(run, kind, records, *DAY)
        for value in row.values()
        if isinstance(value, int | float) and not isinstance(value, bool)
    ]
    table = ssrpolicy.views.listing(
        ssrpolicy.load_all(records), "instruments", as_of=dt.date(2034, 1, 1)
    ).table
    numbers = [each for row in table.rows for each in row if isinstance(each, Decimal)]

    assert numbers
    assert [float(each) for each in numbers] == [
        value
        for row in rows_of(run, "instruments", records, *DAY)
        for value in row.values()
        if isinstance(value, int | float)
    ]
    assert found


# Sentences, names and citations: all that a reader's language decides in JSON.
WORDED = {
    "address", "addressee", "answer", "answered_in", "answers", "asked_in", "authors", "because",
    "by_statements", "capacity", "claimed_by", "contradicted", "document", "doubt",
    "evidence_source", "facts_from", "first_term", "frameworks", "latest_term", "move_reason",
    "moved_in", "movers", "name", "needs", "note", "noted_by", "number", "on_behalf_of", "owners",
    "partners", "party", "passage", "places", "quantities", "relations", "replaces", "request",
    "requests", "responsible", "scope", "sectors", "summary", "term", "text", "title", "used_by",
    "uses", "votes",
}  # fmt: skip


@pytest.mark.parametrize("kind", ssrpolicy.views.LIST_KINDS)
def test_what_is_recorded_as_a_code_is_one_in_json(kind: str, run: Run, records: Path) -> None:
    """In a list in either language, whichever column it stands in."""
    since = ["--since", "2001-01-01"] if kind == "changes" else []
    asked = ["--as-of", "2042-01-01", "--sort", "id", *since, "--language"]
    dutch, english = (rows_of(run, kind, records, *asked, each) for each in ("nl", "en"))

    assert dutch
    for one, other in zip(dutch, english, strict=True):
        assert {key for key, value in one.items() if value != other[key]} <= WORDED


def test_what_comes_from_the_register_is_named_by_its_fields_in_json(
    run: Run, letter_copy: Path
) -> None:
    """The fields of the record, or register where all of it does; the table has people's words."""
    rows = rows_of(run, "letters", letter_copy, *DAY, "--fields", "language,metadata_from")
    table = run("list", "letters", letter_copy, *DAY, "--fields", "language,metadata_from").stdout

    assert rows == [
        {"language": "nl", "metadata_from": "number, register_number, session_year, url"}
    ]
    assert "Nederlands" in table
    assert "Nummer, registernummer" in table


def test_what_is_overdue_stands_in_one_list_with_totals(run: Run, records: Path) -> None:
    """By due date over all records, with who is responsible, and how many belong to nobody."""
    result = run("list", "commitments", records, "--overdue", *DAY)

    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("Selectie: termijn verstreken\n")
    found = [result.stdout.index(day) for day in ("2031-12-31", "2032-12-31", "2033-12-31")]
    assert found == sorted(found)
    assert "(als afzender)" in " ".join(result.stdout.split())
    assert result.stdout.endswith("3 van 25; 3 over de termijn; 0 zijn van niemand.\n")


@pytest.mark.slow
@pytest.mark.heavy
@pytest.mark.parametrize(
    "kind", ["motions", "requests", "commitments", "statements", "letters", "instruments"]
)
def test_every_row_has_an_id_and_an_address(kind: str, run: Run, records: Path) -> None:
    """Each list has as many rows as its totals say, and every row leads to an entry and a paper."""
    result = run("list", kind, records, *DAY, "--format", "json")
    data = json.loads(result.stdout)

    assert (data["format"], data["list"]) == ("ssrpolicy-list/1", kind)
    assert len(data["rows"]) == data["totals"]["chosen"] == data["totals"]["every"] > 0
    for row in data["rows"]:
        record, _, entry = row["id"].partition("#")
        assert run("show", records / record, f"{record}#{entry}", *DAY).exit_code == 0
        assert "address" in row


def test_a_motion_is_a_row_with_its_answers_and_what_is_open(run: Run, records: Path) -> None:
    """As the annex has it: what was answered in which letter, and what of it is in hand."""
    rows = {row["id"]: row for row in rows_of(run, "motions", records, *DAY)}
    motion = rows["kst-32123-X-124#motion"]

    assert motion["motion_state"] == "unknown_in_hand"
    assert motion["date"] == "2009-12-08"
    assert (motion["open"], motion["closed"]) == (3, 0)
    assert motion["in_hand_since"] == "2009-12-08"
    assert "brief van 29 april 2010" in str(motion["answers"])
    assert rows["kst-32123-X-124#first-motion"]["next_due"] is None


def test_what_was_met_is_not_what_is_due_next(run: Run, records: Path) -> None:
    """The account of 2040 was sent; that of 2041 is due next, and what is overdue still is."""
    found = rows_of(run, "motions", records, "--as-of", "2042-01-01")
    due = {str(row["id"]): row["next_due"] for row in found}

    assert due["duinmark-2040-3#motion-account"] == "2042-02-28"
    assert due["duinmark-2040-3#motion-police"] == "2041-12-31"


def test_changes_are_listed_since_a_day(run: Run, records: Path) -> None:
    """Papers, what they say, updates, terms that ended and motions that came to stand otherwise."""
    rows = rows_of(run, "changes", records, "--since", "2031-06-30", *DAY)
    days = [str(row["date"]) for row in rows]

    assert days == sorted(days)
    assert days[0] > "2031-06-30"
    assert days[-1] <= "2034-01-01"
    kinds = {row["change"] for row in rows}
    assert {"document", "commitment", "update", "term_passed"} <= kinds
    assert run("list", "changes", records, *DAY).exit_code == 2
    assert run("list", "letters", records, "--since", "2031-06-30", *DAY).exit_code == 2


def test_a_motion_came_to_stand_otherwise_on_the_day_of_what_changed_it(
    run: Run, records: Path
) -> None:
    """It was replaced on the day of the motion in its place, whatever the day of the list."""
    for day in ("2010-12-31", "2034-01-01"):
        rows = rows_of(run, "changes", records, "--since", "2009-12-05", "--as-of", day)
        turned = [row for row in rows if row["change"] == "motion_state"]

        assert [(row["date"], row["id"], row["text"]) for row in turned] == [
            (
                "2009-12-08",
                "kst-32123-X-124#first-motion",
                "Van “uitslag onbekend; in behandeling” naar “vervangen”",
            )
        ]


def test_each_turn_of_a_motion_has_its_day(letter: Path) -> None:
    """It is dealt with once all is fulfilled, and is not once evidence contradicts one of them."""
    record = ssrpolicy.load(letter)
    carrying = {id for answer in record.answers("intensify") for id in answer.by}
    commitments = [each.id for each in record.commitments if each.id in carrying]
    for number, id in enumerate(commitments, start=1):
        record = record.with_update(
            id, date=dt.date(2011, 3, number), by="nl-bz", claimed="fulfilled"
        )
    record = record.with_update(
        commitments[0],
        date=dt.date(2011, 6, 1),
        by="nl-bz",
        evidence="contradicts",
        document="letter",
        quotes=record.statement(commitments[0]).quotes,
    )
    rows = ssrpolicy.views.listing(
        record, "changes", as_of=dt.date(2012, 1, 1), since=dt.date(2010, 12, 31)
    )
    found = rows.with_columns(["date", "id", "change"]).table.rows

    assert [row[0] for row in found if row[2] == "Stand van de motie"] == [
        dt.date(2011, 3, len(commitments)),
        dt.date(2011, 6, 1),
    ]


def test_rows_are_sorted_limited_and_cut_to_columns(run: Run, records: Path) -> None:
    """--sort, --limit and --fields; a column that is not there is refused with the nearest."""
    rows = rows_of(
        run, "letters", records, *DAY, "--sort", "-date", "--limit", "2", "--fields", "date,id"
    )
    days = [str(row["date"]) for row in rows]

    assert [list(row) for row in rows] == [["date", "id"]] * 2
    assert days == sorted(days, reverse=True)
    wrong = run("list", "letters", records, *DAY, "--fields", "dat")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "has no column 'dat'" in wrong.stderr
    assert "date" in wrong.stderr


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
    assert len(rows) == 74
    found = next(row for row in rows if row["id"].endswith("#african-union"))
    assert found["summary"].startswith("'=1+1 ")


def test_dutch_numbers_have_a_comma(run: Run, letter_copy: Path) -> None:
    """A Dutch Excel makes a date of a number with a point."""
    file = letter_copy / "record.toml"
    text = file.read_text("utf-8")
    assert text.count("at_most = 100") > 1
    file.write_text(text.replace("at_most = 100", "at_most = 2.5"), "utf-8")
    result = run("list", "instruments", letter_copy, *DAY, "--format", "csv", "--fields", "at_most")

    assert "\n2,5\n" in result.stdout.replace("\r\n", "\n")
    assert " 2,5" in run("list", "instruments", letter_copy, *DAY, "--fields", "id,at_most").stdout


def test_a_broken_record_harms_no_other(run: Run, records: Path, tmp_path: Path) -> None:
    """Its problem is told with the others' rows; of two records of one id the first counts."""
    folder = tmp_path / "records"
    shutil.copytree(records, folder)
    shutil.copytree(records / "duinmark-2040-3", folder / "twice")
    toml = folder / "lagemeer-2031-7" / "record.toml"
    toml.write_text(toml.read_text("utf-8").replace("[[documents]]", "[[documents", 1), "utf-8")
    result = run("list", "commitments", folder, *DAY, "--format", "json")
    data = json.loads(result.stdout)

    assert result.exit_code == 1
    assert {row["id"].partition("#")[0] for row in data["rows"]} == {"kst-32123-X-124"}
    assert len(data["problems"]) == 2
    others = (("list", "letters", folder), ("search", "kade", folder), ("show", folder))
    assert [run(*each).exit_code for each in others] == [1, 1, 1]
    told = run("list", "commitments", folder, *DAY).stderr
    assert "lagemeer-2031-7" in told
    assert "has the id duinmark-2040-3 of" in told
    assert run("list", "commitments", tmp_path / "empty", *DAY).exit_code == 2


def test_an_unknown_list_is_refused(run: Run, records: Path) -> None:
    """With the nearest."""
    result = run("list", "comitments", records, *DAY)

    assert result.exit_code == 2
    assert "Did you mean commitments?" in result.stderr


@pytest.mark.parametrize("option", [["--words", " - "], ["--words", ""], ["--dossier", "zzz"]])
def test_a_slip_in_a_selection_is_not_an_empty_list(
    option: list[str], run: Run, records: Path
) -> None:
    """What can stand for nothing is refused, in the list and in the search alike."""
    for command in (["list", "commitments"], ["search", "politietraining"]):
        result = run(*command, records, *option)

        assert (result.exit_code, result.stdout) == (2, "")
        assert "holds no word to look for" in result.stderr or "write it as" in result.stderr


@pytest.mark.parametrize(
    "words, told",
    [
        (["changes", "--since", "2050-01-01"], "Changes are listed since a day before 2034-01-01."),
        (["letters", "--limit", "0"], "--limit is 0; it is 1 or more."),
        (["letters", "--sort", "nope"], "A list of letters has no column 'nope'"),
        (["letters", "--fields", " , "], "It names no column"),
        (["letters", "--due-within", "99999"], "--due-within is 99999; it is 0 to 36500 days"),
    ],
    ids=lambda value: value[-2] if isinstance(value, list) else "",
)
def test_what_no_list_can_do_is_refused(
    words: list[str], told: str, run: Run, records: Path
) -> None:
    """In a sentence, with nothing on standard output."""
    result = run("list", words[0], records, *words[1:], *DAY)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


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


def test_totals_are_in_the_language_of_their_list(
    run: Run, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever language the command speaks, a list and what stands below it are one text."""
    monkeypatch.setenv("SSRPOLICY_LANGUAGE", "en")
    dutch = run("list", "commitments", records, *DAY, "--limit", "1")
    english = run("list", "commitments", records, *DAY, "--limit", "1", "--language", "en")

    assert "25 van 25; de eerste staat hier; 3 over de termijn" in dutch.stdout
    assert "25 of 25; the first is shown; 3 overdue" in english.stdout


def test_a_list_is_called_in_the_language_of_the_command(
    run: Run, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it was asked for, not by its code."""
    monkeypatch.setenv("SSRPOLICY_LANGUAGE", "nl")
    told = run("list", "toezeggingen", records, *DAY, "--fields", "nope").stderr

    assert "Een lijst van toezeggingen heeft geen kolom 'nope'." in told


@pytest.mark.parametrize(
    "dutch",
    ["moties", "verzoeken", "toezeggingen", "uitspraken", "brieven", "instrumenten", "wijzigingen"],
)
def test_a_list_is_asked_for_in_dutch(dutch: str, run: Run, records: Path) -> None:
    """By the words that the Dutch help has."""
    since = ["--since", "2031-01-01"] if dutch == "wijzigingen" else []

    assert run("list", dutch, records, *DAY, *since, "--limit", "1", "--fields", "id").stdout


def test_an_empty_list_of_statements_has_totals_too(run: Run, records: Path) -> None:
    """None is overdue, which is another thing than that nothing can be."""
    asked = ("list", "commitments", records, *DAY, "--owner", "none")
    table = run(*asked, "--language", "en")
    totals = json.loads(run(*asked, "--format", "json").stdout)["totals"]

    assert table.stdout.endswith("0 of 25; 0 overdue; 0 belong to nobody.\n")
    assert totals == {
        "chosen": 0, "every": 25, "overdue": 0, "nobody": 0, "owners": None, "several_owners": None
    }  # fmt: skip


@pytest.fixture
def unowned(tmp_path: Path, fixtures: Path) -> Path:
    """The letter from nobody in particular: of some commitments nobody is responsible."""
    record = ssrpolicy.load(fixtures / "records" / "kst-32123-X-124")
    documents = [attrs.evolve(each, authors=()) for each in record.documents]
    folder = tmp_path / "unowned"
    ssrpolicy.dump(attrs.evolve(record, documents=tuple(documents)), folder)
    return folder


@pytest.mark.parametrize("kind", ["commitments", "statements"])
def test_below_a_list_of_owners_stands_how_much_more_belongs_to_nobody(
    run: Run, unowned: Path, kind: str
) -> None:
    """Of what meets the other criteria; who asks for one ministry would else not hear of it."""
    for more in ([], ["--words", "de"]):
        asked = ("list", kind, unowned, *DAY, *more)
        none = len(rows_of(run, kind, unowned, *DAY, *more, "--owner", "none"))
        of_all, of_one = run(*asked).stdout, run(*asked, "--owner", "nl-bz").stdout
        totals = json.loads(run(*asked, "--owner", "nl-bz", "--format", "json").stdout)["totals"]

        assert none > 1
        assert of_all.endswith(f"; {none} zijn van niemand.\n")
        assert of_one.endswith(f"; daarnaast zijn {none} van niemand.\n")
        assert totals["nobody"] == none


@pytest.mark.parametrize("kind", ssrpolicy.views.LIST_KINDS)
def test_totals_of_several_owners_say_that_they_overlap(run: Run, records: Path, kind: str) -> None:
    """One row, counted once; with each owner as many as it has alone."""
    since = ["--since", "2001-01-01"] if kind == "changes" else []
    asked: tuple[str | Path, ...] = (kind, records, "--as-of", "2042-01-01", *since)
    owners = ("nl-bz", "nl-defensie", "none")
    alone = {each: rows_of(run, *asked, "--owner", each) for each in owners}
    more = [word for each in owners for word in ("--owner", each)]
    data = json.loads(run("list", *asked, *more, "--format", "json").stdout)
    table = run("list", *asked, *more, "--language", "en").stdout
    ids = [row["id"] for row in data["rows"]]
    own = {each: {row["id"] for row in rows} for each, rows in alone.items()}
    several = sum(sum(id in found for found in own.values()) > 1 for id in ids)

    assert data["totals"]["owners"] == {each: len(rows) for each, rows in alone.items()}
    assert data["totals"]["several_owners"] == several
    parts = ", ".join(f"{each} {len(alone[each])}" for each in owners).replace("none", "nobody")
    overlap = f", {several} of them of more than one, counted once" if several else ""
    assert table.endswith(f"By party responsible: {parts}; {len(ids)} in all{overlap}.\n")


def test_two_owners_overlap_in_what_is_of_both(run: Run, records: Path) -> None:
    """In the words of the list."""
    owners = ("--owner", "lm-buza", "--owner", "lm-kustwacht")
    both = ("list", "statements", records, "--as-of", "2042-01-01", *owners)

    assert "; samen " in (dutch := run(*both).stdout)
    assert " van beide, één keer geteld.\n" in dutch
    assert " of them of both, counted once.\n" in run(*both, "--language", "en").stdout


def test_nobody_has_a_name_in_both_languages(run: Run, records: Path) -> None:
    """What belongs to nobody is asked for as none, nobody or niemand."""
    found = [run("list", "commitments", records, "--owner", n, *DAY).stdout
             for n in ("none", "nobody", "niemand")]  # fmt: skip

    assert found[0].startswith("Selectie: verantwoordelijk niemand")
    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize("kind", ["motions", "requests", "commitments", "statements", "letters"])
def test_what_stands_in_a_later_paper_is_in_no_list_yet(kind: str, run: Run, records: Path) -> None:
    """A list of a day has what there was on that day: no letter of 2040 in one of 2034."""
    then = {str(row["id"]) for row in rows_of(run, kind, records, *DAY)}
    later = {str(row["id"]) for row in rows_of(run, kind, records, "--as-of", "2042-01-01")}

    assert then < later
    assert any(id.startswith("duinmark-2040-3#") for id in later)
    assert not any(id.startswith("duinmark-2040-3#") for id in then)


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


def test_a_letter_of_a_later_day_is_told(run: Run, records: Path) -> None:
    """A list of today of letters of tomorrow would look like a fault."""
    result = run("list", "commitments", records / "duinmark-2040-3", *DAY)
    of_day = run("list", "commitments", records / "duinmark-2040-3", "--as-of", "2041-01-01")

    assert "The letter of duinmark-2040-3 is of a day after 2034-01-01" in result.stderr
    assert "of a day after" not in of_day.stderr


@pytest.mark.parametrize("sort", ["term_date", "-term_date", "-id"])
def test_requests_of_one_record_come_as_they_are_read(run: Run, tmp_path: Path, sort: str) -> None:
    """The tenth question stands below the second one, whatever their ids."""
    asked = "".join(
        f"Vraag {number}\nHoeveel kades van soort {number} zijn er?\n\nAntwoord {number}\n"
        f"Er zijn {number} van zulke kades.\n\n"
        for number in range(1, 12)
    )
    file = tmp_path / "vragen.txt"
    file.write_text(
        "Vragen van het lid Kok aan de Minister van Financiën over kades.\n\n"
        f"Antwoord van Minister De Wit (ontvangen 20 oktober 2026).\n\n{asked}",
        encoding="utf-8",
    )
    record = tmp_path / "record"
    for step in (
        ("new", file, record),
        ("draft", record),
        ("review", record, "--by", "kok", "--accept-all", "sure"),
    ):
        assert run(*step).exit_code in (0, 1)
    read = [each.id for each in ssrpolicy.load(record).requests]

    found = rows_of(run, "requests", record, "--sort", sort, *DAY)

    ids = list(dict.fromkeys(str(row["id"]).partition("#")[2] for row in found))
    assert len(read) == 11
    assert ids == (sorted(read, reverse=True) if sort == "-id" else read)


@pytest.mark.parametrize("command", [["list", "letters"], ["search", "politie"], ["check"]])
def test_an_address_that_is_given_as_a_folder_is_not_repeated(command: list[str], run: Run) -> None:
    """There may be a password in it; it is said where an address goes."""
    result = run(*command, "postgresql://user:geheim@127.0.0.1/name")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--database" in result.stderr
    assert "geheim" not in result.stderr


_OTHER_LANGUAGE = {
    "en": "Not every summary exists in English; the others are in Dutch.",
    "nl": "Niet elke samenvatting is er in het Nederlands; de andere zijn in het Engels.",
}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    "asked",
    [
        ("list", "statements"),
        ("list", "requests"),
        ("list", "motions", "--fields", "id,requests"),
        ("show",),
    ],
)
def test_another_language_is_said_once(
    run: Run, records: Path, asked: tuple[str, ...], language: str
) -> None:
    """A summary that is missing in the reader's language is not marked; below all it is said."""
    result = run(*asked, records / "lagemeer-2031-7", "--language", language, *DAY)

    assert "[Dutch]" not in result.output
    assert "[Engels]" not in result.output
    assert result.output.splitlines().count(_OTHER_LANGUAGE[language]) == 1


def test_a_list_without_summaries_says_nothing_of_their_language(run: Run, records: Path) -> None:
    """Of ids, days and names there is nothing to say."""
    folder = records / "lagemeer-2031-7"
    result = run("list", "statements", folder, "--fields", "id,due", "--language", "en", *DAY)

    assert _OTHER_LANGUAGE["en"] not in result.output


def test_a_record_in_one_language_says_so_below_its_list(
    run: Run, copied_record: Callable[[str], Path]
) -> None:
    """Where nothing is in the reader's language, that is said; in that language nothing is."""
    folder = copied_record("duinmark-2040-3")
    file = folder / "record.toml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text(
        "".join(re.sub(r", en = \"(?:[^\"\\\\]|\\\\.)*\"", "", line) for line in lines),
        encoding="utf-8",
    )
    day = ("--as-of", "2042-02-15")
    english = run("list", "commitments", folder, "--language", "en", *day).output
    dutch = run("list", "commitments", folder, "--language", "nl", *day).output

    assert english.count("The summaries are in Dutch; they do not exist in English yet.") == 1
    assert "samenvatting" not in dutch


def test_what_leaves_all_where_it_stood_is_told_of_each_in_the_order_of_the_record(
    run: Run, copied_record: Callable[[str], Path]
) -> None:
    """Each statement is found by its id, and what people noted is there to read."""
    folder = copied_record("duinmark-2040-3")
    file = folder / "record.toml"
    more = "".join(
        f'\n[[updates]]\nstatement = "{id}"\ndate = 2042-01-20\nby = "rekenraad"\n{said}\n'
        for id, said in (
            ("ceiling", 'claimed = "in_progress"'),
            ("patrol-boats", 'note = { nl = "Gebeld." }'),
            ("yearly-report", 'claimed = "in_progress"\nnote = { nl = "Er is een concept." }'),
            ("ceiling", 'claimed = "fulfilled"'),
            ("ceiling", 'claimed = "fulfilled"'),
        )
    )
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    since = ("--since", "2042-01-19", "--as-of", "2042-02-15", "--language", "nl")
    rows = rows_of(run, "changes", folder, *since)
    updates = [row for row in rows if row["change"] in {"update", "unchanged"}]

    assert [(row["id"], row["change"], row["text"]) for row in updates] == [
        ("duinmark-2040-3#ceiling", "unchanged", "Gemelde status: In uitvoering"),
        ("duinmark-2040-3#patrol-boats", "update", "Opmerking. Gebeld."),
        (
            "duinmark-2040-3#yearly-report",
            "unchanged",
            "Gemelde status: In uitvoering. Er is een concept.",
        ),
        ("duinmark-2040-3#ceiling", "update", "Gemelde status: Voldaan"),
    ]


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
