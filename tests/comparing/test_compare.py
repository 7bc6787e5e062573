"""Two records compared: versions of one, and two people's readings of one letter."""

import datetime as dt
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings

import ssrpolicy
from ssrpolicy import (
    ArgumentTypeError,
    Commitment,
    Comparison,
    Firmness,
    InputError,
    LocalText,
    Passage,
    PolicyRecord,
    Position,
    codec,
    compare,
    compare_all,
)
from ssrpolicy.cli.main import _command
from ssrpolicy.testing import small_record
from strategies import records

DAY = dt.date(2034, 4, 15)
GIT = shutil.which("git") or "git"


@pytest.fixture(scope="module")
def invented(fixtures: Path) -> PolicyRecord:
    """The invented record."""
    return ssrpolicy.load(fixtures / "records" / "lagemeer-2031-7")


def fields(comparison: Comparison) -> dict[str, dict[str, tuple[Any, Any]]]:
    """The fields that differ, by the id of the entry."""
    return {
        str(getattr(each.new, "id", each.table)): {f.field: (f.old, f.new) for f in each.fields}
        for each in comparison.changed
    }


def renamed(record: PolicyRecord) -> PolicyRecord:
    """A record in which all that it says has another id, as somebody else would have given it."""
    text = json.dumps(codec.unstructure(record, derived=False))
    groups = (record.statements, record.requests, record.instruments)
    for id in [entry.id for group in groups for entry in group]:
        text = text.replace(f'"{id}"', f'"x-{id}"')
        text = text.replace(f'{record.id}#{id}"', f'{record.id}#x-{id}"')
    (other,) = codec.read_json(text.encode(), Path("other.json")).records
    return other


def test_equal_records_do_not_differ(invented: PolicyRecord) -> None:
    """Of two equal records nothing is reported."""
    found = compare(invented, attrs.evolve(invented))

    assert not found
    assert (found.entries, found.fields) == ((), ())
    assert compare_all([invented], [invented]) == ()


def test_a_changed_field_is_reported_with_both_values(invented: PolicyRecord) -> None:
    """An entry that changed has each field that did, as it was and as it is."""
    first, *rest = invented.commitments
    others = tuple(s for s in invented.statements if s.id != first.id)
    changed = attrs.evolve(first, owners=("nl-defensie",), doubt=LocalText(nl="Twijfel"))
    new = attrs.evolve(invented, statements=(changed, *others), title=LocalText(nl="Anders"))
    found = compare(invented, new)

    assert rest
    assert [f.field for f in found.fields] == ["title"]
    assert fields(found) == {
        first.id: {
            "owners": (first.owners, ("nl-defensie",)),
            "doubt": (first.doubt, LocalText(nl="Twijfel")),
        }
    }
    (difference,) = found.entries
    assert (difference.table, difference.change, difference.matched_by) == (
        "statements",
        "changed",
        "id",
    )
    assert not difference.reads_otherwise


def test_what_only_one_has_is_added_or_removed(invented: PolicyRecord) -> None:
    """An update that was appended is added; seen from the other side it is removed."""
    new = invented.with_update("yearly-report", date=DAY, by="A. Jansen", note="Gelezen.")
    found, back = compare(invented, new), compare(new, invented)

    assert [(each.table, each.new) for each in found.added] == [("updates", new.updates[-1])]
    assert found.removed == found.changed == ()
    assert [each.old for each in back.removed] == [new.updates[-1]]


def test_readings_with_other_ids_are_matched_by_their_words(invented: PolicyRecord) -> None:
    """Where every id differs, the same words of the same text make the same entry."""
    other = renamed(invented)
    assert {s.id for s in invented.statements} & {s.id for s in other.statements} == set()
    found = compare(invented, other)

    # What quotes only papers without a text cannot be matched by words.
    known = {each.id for each in invented.documents if each.text is not None}
    quoting = [s for s in invented.statements if any(q.document in known for q in s.quotes)]
    assert len(quoting) > 20
    assert [each.old for each in found.removed if each.old in quoting] == []
    assert [each for each in found.changed if each.reads_otherwise] == []


def test_an_id_that_changed_is_told(fixtures: Path, tmp_path: Path) -> None:
    """Others name an entry by its id, so that two versions do not say the same."""
    letter = ssrpolicy.load(fixtures / "records" / "kst-32123-X-124")
    *rest, last = letter.statements
    other = attrs.evolve(letter, statements=(*rest, attrs.evolve(last, id="other")))
    found = compare(letter, other)

    assert found
    assert (found.entries, found.renamed) == ((), ((last.id, "other"),))
    for name, record in (("one.json", letter), ("two.json", other)):
        ssrpolicy.dump(record, tmp_path / name)
    shown = run(str(tmp_path / "one.json"), str(tmp_path / "two.json"))
    assert f"Called otherwise: {last.id} → other." in shown
    assert "say the same" not in shown


def test_a_record_that_one_side_lacks_is_one_line(fixtures: Path) -> None:
    """Not each of its entries, and not as if its title had changed."""
    folder = fixtures / "records"
    alone = run(str(folder), str(folder / "kst-32123-X-124"))
    back = run(str(folder / "kst-32123-X-124"), str(folder))

    assert f"duinmark-2040-3 stands in {folder} alone.\n" in alone
    assert alone == back
    assert "title" not in alone


def test_a_weaker_reading_is_seen(fixtures: Path) -> None:
    """Two people read one sentence: who is firmer, and who sees no commitment at all, is shown."""
    letter = ssrpolicy.load(fixtures / "records" / "kst-32123-X-124")
    firm = letter.statement("african-union")
    assert isinstance(firm, Commitment)
    shorter = (Passage(document="letter", quote="zal dit proces waar mogelijk"),)
    weaker = attrs.evolve(
        firm, id="au", firmness=Firmness.EXPLORATORY, summary=LocalText(nl="Anders"), quotes=shorter
    )
    opinion = Position(id="au-view", summary=LocalText(nl="Meent"), quotes=firm.quotes)
    one, two, three = (
        attrs.evolve(letter, statements=(statement,), dispositions=())
        for statement in (firm, weaker, opinion)
    )
    (difference,) = compare(one, two).entries
    (otherwise,) = compare(one, three).entries

    assert (difference.matched_by, difference.reads_otherwise) == ("words", True)
    assert {f.field for f in difference.fields} == {"firmness", "summary", "quotes"}
    assert ("kind", "commitment", "position") in [(f.field, f.old, f.new) for f in otherwise.fields]
    assert otherwise.reads_otherwise


@pytest.mark.slow
@settings(max_examples=15, suppress_health_check=[*HealthCheck])
@given(records(), records())
def test_a_comparison_accounts_for_every_entry(old: PolicyRecord, new: PolicyRecord) -> None:
    """Whatever two records hold, each entry is in one pair or alone, and back is forth reversed."""
    found, back = compare(old, new), compare(new, old)

    assert json.loads(json.dumps(found.to_json())) == found.to_json()
    for table in ("documents", "requests", "statements", "instruments", "updates", "set_aside"):
        alone = sum(each.table == table for each in found.removed)
        added = sum(each.table == table for each in found.added)
        assert len(getattr(old, table)) - alone == len(getattr(new, table)) - added
    assert len(found.added) == len(back.removed)
    assert not compare(old, old)


def test_several_records_are_compared_by_their_ids(invented: PolicyRecord) -> None:
    """A folder is compared with a folder; a record that only one has is all added or removed."""
    small = small_record()
    changed = attrs.evolve(small, title=LocalText(nl="Anders"))
    found = compare_all([invented, small], [changed])

    assert [each.new.id for each in found] == [invented.id, small.id]
    assert len(found[0].removed) >= len(invented)
    assert [f.field for f in found[1].fields] == ["title"]
    with pytest.raises(InputError, match="Two of the records are called"):
        compare_all([small, small], [small])
    with pytest.raises(InputError, match="not 2"):
        compare([small, small], small)  # type: ignore[arg-type]  # that it is refused is tested
    with pytest.raises(InputError, match="is not a record"):
        compare("a", small)  # type: ignore[arg-type]  # that it is refused is tested


@pytest.fixture
def repository(copied_record: Callable[[str], Path]) -> Path:
    """A record in a repository of git: as it was, and with an update since."""
    folder = copied_record("lagemeer-2031-7")

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false")
        subprocess.run([GIT, *who, *arguments], cwd=folder, check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "one")
    said = ssrpolicy.Update(
        statement="yearly-report", date=DAY, by="A. Jansen", note=LocalText(nl="Gelezen.")
    )
    ssrpolicy.append(folder, said)
    git("commit", "-qam", "two")
    return folder


@pytest.mark.heavy
@pytest.mark.parametrize("name", ["", "record.toml"])
def test_a_record_is_read_as_git_had_it(
    repository: Path, invented: PolicyRecord, name: str
) -> None:
    """A revision gives the record with its texts; nothing in the folder changes."""
    path = repository / name if name else repository
    before = ssrpolicy.load(path, revision="HEAD~1")

    assert before == invented
    assert ssrpolicy.load(path, revision="HEAD") == ssrpolicy.load(path)
    assert ssrpolicy.load_all(repository.parent / repository.name, revision="HEAD~1") == (before,)


@pytest.mark.heavy
def test_what_git_does_not_know_is_said(repository: Path, tmp_path: Path) -> None:
    """A revision or a path that is not there, and a folder outside a repository, are named."""
    for path, revision, message in (
        (repository, "HEAD~9", "cannot be read at HEAD~9"),
        (repository, "--output=x", "'--output=x' is not a revision"),
        (repository, "", "'' is not a revision"),
        (repository / "nowhere.toml", "HEAD", "cannot be read at HEAD"),
        (repository / "nowhere", "HEAD", "is not there at HEAD"),
    ):
        with pytest.raises(InputError, match=message):
            ssrpolicy.load(path, revision=revision)
    (tmp_path / "outside").mkdir()
    outside = tmp_path / "outside" / "record.toml"
    with pytest.raises(InputError, match="it stands in no git repository"):
        ssrpolicy.load(outside, revision="HEAD")
    with ssrpolicy.messages_in("nl"), pytest.raises(InputError, match="in geen git-repository"):
        ssrpolicy.load(outside, revision="HEAD")
    with pytest.raises(ArgumentTypeError, match="5 is not a revision"):
        ssrpolicy.load(repository, revision=5)  # type: ignore[arg-type]  # that it is refused is tested


@pytest.mark.heavy
def test_errors_of_a_revision_name_it(repository: Path) -> None:
    """What was wrong then is reported with the path and revision that were asked."""
    broken = (repository / "record.toml").read_text(encoding="utf-8").replace('kind = "motion"', "")
    (repository / "record.toml").write_text(broken, encoding="utf-8", newline="\n")
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run([GIT, *who, "commit", "-qam", "three"], cwd=repository, check=True)
    with pytest.raises(ssrpolicy.RecordInvalidError) as raised:
        ssrpolicy.load(repository, revision="HEAD")

    assert f"{repository}@HEAD" in raised.value.message
    assert {f.location.file for f in raised.value.findings} == {f"{repository}@HEAD/record.toml"}


def run(*arguments: str) -> str:
    """What the command prints."""
    done = CliRunner().invoke(_command, ["compare", *arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.heavy
def test_the_command_compares_with_a_revision(repository: Path) -> None:
    """The command says what was added since, for people and for programs."""
    old, new = f"{repository}/record.toml@HEAD~1", str(repository)

    assert run(old, new).replace(str(repository), "R") == (
        "lagemeer-2031-7: 1 added, 0 removed, 0 changed.\n\n"
        "Only in R:\n"
        "  update yearly-report 2034-04-15: note: Gelezen.\n"
    )
    data = json.loads(run(old, new, "--format", "json"))
    assert data["format"] == "ssrpolicy-comparison/1"
    (comparison,) = data["comparisons"]
    assert [each["change"] for each in comparison["entries"]] == ["added"]
    assert run(new, f"{repository}@HEAD") == f"{new} and {repository}@HEAD say the same.\n"


def test_the_command_shows_two_readings_side_by_side(fixtures: Path, tmp_path: Path) -> None:
    """Of two readings it shows what only one has and where kind or firmness differ, no wording."""
    letter = ssrpolicy.load(fixtures / "records" / "kst-32123-X-124")
    commitment = letter.statement("african-union")
    assert isinstance(commitment, Commitment)
    alone = letter.commitments[-1]
    weaker = attrs.evolve(
        commitment,
        id="au-support",
        firmness=Firmness.EXPLORATORY,
        summary=LocalText(nl="Steun aan de Afrikaanse Unie"),
    )
    anna = attrs.evolve(letter, statements=(commitment, alone), dispositions=())
    ben = attrs.evolve(letter, statements=(weaker,), dispositions=())
    for name, record in (("anna.json", anna), ("ben.json", ben)):
        ssrpolicy.dump(record, tmp_path / name)
    shown = run(str(tmp_path / "anna.json"), str(tmp_path / "ben.json"))

    assert f"Only in {tmp_path}/anna.json:\n  commitment {alone.id}: " in shown
    assert "Kind or firmness differs:\n  commitment african-union | au-support: " in shown
    assert "    Firmness: conditional → exploratory\n" in shown
    assert "Summary" not in shown


def test_an_update_on_another_day_is_changed_and_not_removed() -> None:
    """Of an update of which only the date was corrected, the date is what differs."""
    old = small_record().with_update("report", date=DAY, by="J. de Wit", claimed="open")
    later = attrs.evolve(old.updates[-1], date=DAY + dt.timedelta(days=1))
    new = attrs.evolve(old, updates=(*old.updates[:-1], later))

    (change,) = compare(old, new).entries

    assert change.table == "updates"
    assert [(f.field, f.old, f.new) for f in change.fields] == [("date", DAY, later.date)]
