"""The rows of a list: which they are, their order and their columns."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
import ssrpolicy.views
from cli.conftest import Run
from cli.listing.rows import rows_of

DAY = ("--as-of", "2034-01-01")


def test_what_is_overdue_stands_in_one_list_with_totals(run: Run, records: Path) -> None:
    """By due date over all records, with who is responsible, and how many belong to nobody."""
    result = run("list", "commitments", records, "--overdue", *DAY)

    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("Selectie: termijn verstreken\n")
    found = [result.stdout.index(day) for day in ("2031-12-31", "2032-12-31", "2033-12-31")]
    assert found == sorted(found)
    assert "(als afzender)" in " ".join(result.stdout.split())
    assert result.stdout.endswith("3 van 25; 3 over de termijn; 0 zonder verantwoordelijke.\n")


@pytest.mark.slow
@pytest.mark.heavy
@pytest.mark.parametrize(
    "kind", ["motions", "requests", "commitments", "statements", "letters", "instruments"]
)
def test_every_row_has_an_id_and_an_address(kind: str, run: Run, records: Path) -> None:
    """Each list has the entries that its totals count, and every row leads to one and a paper."""
    result = run("list", kind, records, *DAY, "--format", "json")
    data = json.loads(result.stdout)

    assert (data["format"], data["list"]) == ("ssrpolicy-list/1", kind)
    ids = {row["id"] for row in data["rows"]}
    assert len(ids) == data["totals"]["chosen"] == data["totals"]["every"] > 0
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


def test_changes_count_the_updates_that_only_repeat(letter: Path) -> None:
    """One row of a record counts them; one with a note, or alone in the period, is told itself."""
    record = ssrpolicy.load(letter)
    day, before = dt.date(2011, 3, 1), len(record.updates)
    for month in (3, 4, 5):
        for number, each in enumerate(record.commitments[:3]):
            day = dt.date(2011, month, 1 + number)
            note = "Wacht op overleg" if (month, number) == (4, 1) else None
            record = record.with_update(
                each.id, date=day, by="nl-bz", claimed="in_progress", note=note
            )

    def told(since: dt.date) -> list[tuple[object, ...]]:
        listed = ssrpolicy.views.listing(record, "changes", as_of=day, since=since)
        rows = listed.with_columns(["date", "id", "change", "text"]).table.rows
        return [row for row in rows if row[2] in ("Bericht", "Ongewijzigd gemeld")]

    assert len(record.updates) == before + 9
    noted, *counted = told(dt.date(2011, 3, 31))
    assert "Wacht op overleg" in str(noted[3])
    assert counted == [
        (day, f"{record.id}#{record.source}", "Ongewijzigd gemeld",
         "Vijf berichten melden geen verandering."),
    ]  # fmt: skip
    (last,) = told(day - dt.timedelta(days=1))
    assert last[:3] == (day, f"{record.id}#{record.commitments[2].id}", "Ongewijzigd gemeld")
    assert [row[2] for row in told(dt.date(2011, 2, 28))].count("Bericht") == 3


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


def test_an_empty_list_of_statements_has_totals_too(run: Run, records: Path) -> None:
    """None is overdue, which is another thing than that nothing can be."""
    asked = ("list", "commitments", records, *DAY, "--owner", "none")
    table = run(*asked, "--language", "en")
    totals = json.loads(run(*asked, "--format", "json").stdout)["totals"]

    assert table.stdout.endswith("0 of 25; 0 overdue; 0 belong to nobody.\n")
    assert totals == {
        "chosen": 0, "every": 25, "rows": 0, "overdue": 0, "nobody": 0, "owners": None,
        "several_owners": None,
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["motions", "requests", "commitments", "statements", "letters"])
def test_what_stands_in_a_later_paper_is_in_no_list_yet(kind: str, run: Run, records: Path) -> None:
    """A list of a day has what there was on that day: no letter of 2040 in one of 2034."""
    then = {str(row["id"]) for row in rows_of(run, kind, records, *DAY)}
    later = {str(row["id"]) for row in rows_of(run, kind, records, "--as-of", "2042-01-01")}

    assert then < later
    assert any(id.startswith("duinmark-2040-3#") for id in later)
    assert not any(id.startswith("duinmark-2040-3#") for id in then)


def test_a_letter_of_a_later_day_is_told(run: Run, records: Path) -> None:
    """A list of today of letters of tomorrow would look like a fault."""
    asked = ("list", "commitments", records / "duinmark-2040-3", "--language", "en")
    result = run(*asked, *DAY)
    of_day = run(*asked, "--as-of", "2041-01-01")

    assert "The letter of duinmark-2040-3 is of a day after 1 January 2034" in result.stderr
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


def test_a_request_that_was_answered_twice_is_counted_once(run: Run, records: Path) -> None:
    """It has a row for each answer; with a limit on rows, more of them may be left."""
    result = run("list", "requests", records, "--as-of", "2045-01-01", "--format", "json")
    listed = json.loads(result.stdout)
    ids = [each["id"] for each in listed["rows"]]

    assert len(set(ids)) < len(ids)
    assert listed["totals"]["chosen"] == listed["totals"]["every"] == len(set(ids))
    limited = ("list", "requests", records, "--as-of", "2045-01-01", "--limit", len(ids) - 1)
    totals = json.loads(run(*limited, "--format", "json").stdout)["totals"]
    assert totals["rows"] == listed["totals"]["rows"] == len(ids)
    printed = run(*limited)
    number, rows = len(set(ids)), len(ids)
    assert f"{number} van {number}, in {rows} rijen; de eerste {rows - 1} " in printed.stdout
