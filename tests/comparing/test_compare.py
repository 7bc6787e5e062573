"""Two records compared: versions of one, and two people's readings of one letter."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

import ssrpolicy
from comparing.commanded import run
from ssrpolicy import (
    ArgumentError,
    ArgumentTypeError,
    Commitment,
    Comparison,
    Firmness,
    LocalText,
    Passage,
    PolicyRecord,
    Position,
    codec,
    compare,
    compare_all,
)
from ssrpolicy.testing import small_record
from strategies import records

DAY = dt.date(2034, 4, 15)


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
    with pytest.raises(ArgumentError, match="Two of the records are called"):
        compare_all([small, small], [small])
    with pytest.raises(ArgumentTypeError, match="not 2"):
        compare([small, small], small)  # type: ignore[arg-type]  # that it is refused is tested
    with pytest.raises(ArgumentTypeError, match="is not a record"):
        compare("a", small)  # type: ignore[arg-type]  # that it is refused is tested


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
