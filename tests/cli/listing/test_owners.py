"""Lists of owners: codes that answer for nothing, nobody, and owners that overlap."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import ssrpolicy
import ssrpolicy.views
from cli.conftest import Run
from cli.listing.rows import rows_of

pytestmark = pytest.mark.heavy

DAY = ("--as-of", "2034-01-01")


@pytest.mark.parametrize("owner", ["nl", "nl-regering"])
@pytest.mark.parametrize("asked", [("list", "commitments"), ("show",), ("search", "de")])
def test_all_ministries_together_are_said_to_answer_for_nothing(
    run: Run, records: Path, asked: tuple[str, ...], owner: str
) -> None:
    """A list without rows says what works."""
    result = run(*asked, records, "--owner", owner, "--language", "en", *DAY)

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
        return run(*asked, tmp_path / "records", "--owner", owner, "--language", "en", *DAY).stderr

    assert "lm-buza matches in 2 records, which each declare it" in told("lm-buza")
    assert "--owner lagemeer-2031-7#lm-buza names one." in " ".join(told("lm-buza").split())
    for owner in ("tweede#lm-buza", "dm-recht", "nl-bz"):
        assert "which each declare" not in told(owner)


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
        assert of_all.endswith(f"; {none} zonder verantwoordelijke.\n")
        assert of_one.endswith(f"; daarnaast {none} zonder verantwoordelijke.\n")
        assert totals["nobody"] == none


@pytest.mark.parametrize("kind", ssrpolicy.views.LIST_KINDS)
def test_totals_of_several_owners_say_that_they_overlap(run: Run, records: Path, kind: str) -> None:
    """An entry is counted once, each change too; with each owner as many as it has alone."""
    since = ["--since", "2001-01-01"] if kind == "changes" else []
    asked: tuple[str | Path, ...] = (kind, records, "--as-of", "2042-01-01", *since)
    owners = ("nl-bz", "nl-defensie", "none")
    alone = {each: rows_of(run, *asked, "--owner", each) for each in owners}
    more = [word for each in owners for word in ("--owner", each)]
    data = json.loads(run("list", *asked, *more, "--format", "json").stdout)
    table = run("list", *asked, *more, "--language", "en").stdout
    once: Callable[[list[object]], list[object]] = (
        list if kind == "changes" else lambda ids: list(dict.fromkeys(ids))
    )
    ids = once([row["id"] for row in data["rows"]])
    numbers = {each: len(once([row["id"] for row in rows])) for each, rows in alone.items()}
    own = {each: {row["id"] for row in rows} for each, rows in alone.items()}
    several = sum(sum(id in found for found in own.values()) > 1 for id in ids)

    assert data["totals"]["owners"] == numbers
    assert data["totals"]["several_owners"] == several
    parts = ", ".join(f"{each} {numbers[each]}" for each in owners).replace("none", "nobody")
    overlap = f", {several} of them shared by more than one and counted once" if several else ""
    assert table.endswith(f"By party responsible: {parts}; {len(ids)} in all{overlap}.\n")


def test_two_owners_overlap_in_what_is_of_both(run: Run, records: Path) -> None:
    """In the words of the list."""
    owners = ("--owner", "lm-buza", "--owner", "lm-kustwacht")
    both = ("list", "statements", records, "--as-of", "2042-01-01", *owners)

    assert "; samen " in (dutch := run(*both).stdout)
    assert " van beide, één keer geteld.\n" in dutch
    assert " of them shared by both and counted once.\n" in run(*both, "--language", "en").stdout


def test_nobody_has_a_name_in_both_languages(run: Run, records: Path) -> None:
    """What belongs to nobody is asked for as none, nobody or niemand."""
    found = [run("list", "commitments", records, "--owner", n, *DAY).stdout
             for n in ("none", "nobody", "niemand")]  # fmt: skip

    assert found[0].startswith("Selectie: verantwoordelijk niemand")
    assert found[0] == found[1] == found[2]
