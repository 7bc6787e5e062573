"""A selection: which statements, requests and motions are meant, and who is responsible."""

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssrpolicy import (
    ArgumentError,
    ArgumentTypeError,
    Commitment,
    LocalText,
    Party,
    PolicyRecord,
    Progress,
    Statement,
    UnknownIdError,
)
from ssrpolicy.selection import NOBODY, Selection, choose, resolved
from tables import each_case

DAY = dt.date(2034, 1, 1)


class Seen(NamedTuple):
    """A statement with its record and where it stands."""

    record: PolicyRecord
    statement: Statement
    now: Progress


def chosen(records: tuple[PolicyRecord, ...], **criteria: Any) -> set[str]:
    """The full ids of the statements that some criteria choose."""
    found = choose(records, Selection(**criteria), as_of=DAY)
    return {
        record.full_id(each.id)
        for record in records
        for each in record.statements
        if found.holds(record, each)
    }


def test_nothing_asked_is_everything(records: tuple[PolicyRecord, ...]) -> None:
    """A selection without criteria leaves nothing out."""
    found = choose(records, Selection(), as_of=DAY)

    assert not Selection()
    assert all(found.holds(record, entry) for record in records for entry in record)
    # Nineteen more stand in a letter of a later day.
    assert found.count() == (25, 25)
    assert choose(records, Selection(), as_of=dt.date(2042, 1, 1)).count() == (44, 44)


def test_a_letter_that_names_nobody_is_its_authors_to_do(records: tuple[PolicyRecord, ...]) -> None:
    """Of the letter on Security Sector Reform the ministry of its author is responsible."""
    letter = next(each for each in records if each.id == "kst-32123-X-124")
    found = choose(records, Selection(owners="nl-bz"), as_of=DAY)
    within = [each for each in letter.statements if found.holds(letter, each)]

    assert len(within) > 50
    unnamed = next(each for each in within if not each.owners)
    first = found.responsible(letter, unnamed)
    assert (first.parties, first.by_authorship) == (("nl-bz",), True)
    # Whose own it is stays so.
    own = next(each for each in letter.statements if each.owners == ("nl-bzk",))
    assert found.responsible(letter, own).parties == ("nl-bzk",)
    assert not found.responsible(letter, own).by_authorship


def test_what_belongs_to_nobody_can_be_asked(records: tuple[PolicyRecord, ...]) -> None:
    """Where no author is known either, nobody is responsible."""
    record = records[0]
    documents = tuple(attrs.evolve(each, authors=()) for each in record.documents)
    bare = tuple(attrs.evolve(each, owners=()) for each in record.statements)
    lonely = attrs.evolve(record, documents=documents, statements=bare, updates=())

    assert len(chosen((lonely,), owners=NOBODY)) == len(bare)
    assert chosen((record,), owners=NOBODY) == set()


def test_who_wrote_the_letter_is_asked_for_as_minister_or_ministry(
    records: tuple[PolicyRecord, ...],
) -> None:
    """Where a letter names nobody, its author is responsible, by either name."""
    minister = chosen(records, owners="minister-bz", kinds="commitment")

    assert "kst-32123-X-124#explore-yemen" in minister
    assert set(minister) <= set(chosen(records, owners="nl-bz", kinds="commitment"))


def test_a_minister_is_part_of_a_ministry(records: tuple[PolicyRecord, ...]) -> None:
    """What a minister owns belongs to the ministry too; a record can say so of its own parties."""
    record = next(each for each in records if each.id == "lagemeer-2031-7")
    member = Party(
        id="lm-onderminister", name=LocalText(nl="onderminister"), part_of="lm-kustwacht"
    )
    first = attrs.evolve(record.statements[0], owners=("lm-onderminister",))
    known = attrs.evolve(
        record,
        parties=(*record.parties, member),
        statements=(first, *record.statements[1:]),
        updates=(),
    )

    assert known.full_id(first.id) in chosen((known,), owners="lm-kustwacht")
    assert known.full_id(first.id) in chosen((known,), owners="lm-onderminister")


def test_a_request_is_in_with_what_answers_it(records: tuple[PolicyRecord, ...]) -> None:
    """A motion is in where a statement that answers it is; what is not answered is in by itself."""
    found = choose(records, Selection(owners="nl-bz", kinds="commitment"), as_of=DAY)
    letter = next(each for each in records if each.id == "kst-32123-X-124")
    answered = {d.request for d in letter.dispositions if any(found.holds(letter, s) for s in d.by)}

    assert answered
    assert {each.id for each in letter.requests if found.holds(letter, each)} == answered
    assert found.holds(letter, "motion")
    asked = choose(records, Selection(asked_since=dt.date(2031, 1, 1)), as_of=DAY)
    lagemeer = next(each for each in records if each.id == "lagemeer-2031-7")
    assert asked.holds(lagemeer, "radar-supplier")  # nobody answered it


@pytest.mark.parametrize(
    "criteria, expected",
    [
        ({"schedules": "overdue"}, lambda seen: seen.now.schedule == "overdue"),
        ({"places": "Afghanistan"}, lambda seen: "AFG" in seen.statement.places),
        ({"evidence": "contradicts"}, lambda seen: seen.now.evidence == "contradicts"),
        ({"claimed": "in_progress"}, lambda seen: seen.now.claimed == "in_progress"),
        ({"firmness": "firm"}, lambda seen: seen.now.firmness == "firm"),
        ({"dossiers": "32123-X"}, lambda seen: seen.record.id == "kst-32123-X-124"),
        ({"dossiers": "32 123 x"}, lambda seen: seen.record.id == "kst-32123-X-124"),
        ({"dossiers": "32123"}, lambda seen: seen.record.id == "kst-32123-X-124"),
        ({"session_years": "2009/10"}, lambda seen: seen.record.id == "kst-32123-X-124"),
        (
            {"promised_since": dt.date(2041, 1, 1)},
            lambda seen: seen.record.dates[seen.statement.document] >= dt.date(2041, 1, 1),
        ),
        (
            {"due_before": dt.date(2032, 1, 1)},
            lambda seen: seen.now.due is not None and seen.now.due < dt.date(2032, 1, 1),
        ),
        (
            {"updated_since": dt.date(2033, 1, 1)},
            lambda seen: (seen.now.last_update or dt.date.min) >= dt.date(2033, 1, 1),
        ),
        ({"words": "opleiding"}, lambda seen: "pleiding" in str(attrs.asdict(seen.statement))),
    ],
    ids=lambda value: "".join(value) if isinstance(value, dict) else "",
)
def test_each_criterion(
    criteria: dict[str, Any], expected: Callable[[Seen], bool], records: tuple[PolicyRecord, ...]
) -> None:
    """Criteria are given as people give them, and choose what a plain reading of them does."""
    naive = {
        record.full_id(each.id)
        for record in records
        for each in record.statements
        if expected(Seen(record, each, record.progress(each.id, as_of=DAY)))
    }

    assert chosen(records, **criteria) == naive != set()
    found = choose(records, resolved(Selection(**criteria), records), as_of=DAY)
    assert found.full_ids_of(Statement) == naive
    assert {*found.full_ids_of(Commitment)} == {
        record.full_id(each.id) for record in records for each in record.commitments
    } & naive


@pytest.mark.slow
@given(
    kinds=st.lists(st.sampled_from(["commitment", "claim", "position"]), max_size=2),
    claimed=st.lists(st.sampled_from(["unknown", "fulfilled", "in_progress"]), max_size=2),
    sectors=st.lists(st.sampled_from(["police", "justice", "oversight"]), max_size=1),
    since=st.none() | st.dates(dt.date(2009, 1, 1), dt.date(2041, 1, 1)),
)
def test_all_criteria_must_be_met(
    records: tuple[PolicyRecord, ...],
    kinds: list[str],
    claimed: list[str],
    sectors: list[str],
    since: dt.date | None,
) -> None:
    """What several criteria choose is what each of them chooses by itself."""
    criteria: dict[str, Any] = {
        "kinds": kinds,
        "claimed": claimed,
        "sectors": sectors,
        "promised_since": since,
    }
    together = chosen(records, **criteria)
    alone = [chosen(records, **{name: value}) for name, value in criteria.items()]

    assert together == set.intersection(*alone)


@pytest.mark.parametrize(
    "criteria, told",
    [
        ({"owners": "nl-bzz"}, "nl-bz"),
        ({"places": "Afganistan"}, "AFG"),
        ({"owners": "lagemeer-2031-7#nobody-here"}, "is in no code list and in no record"),
        ({"owners": "qqqqqqqq"}, "Used there: "),
    ],
)
def test_a_code_that_nothing_has_is_refused(
    criteria: dict[str, Any], told: str, records: tuple[PolicyRecord, ...]
) -> None:
    """The nearest known is named, or else those in use."""
    with pytest.raises(UnknownIdError, match="is in no code list") as raised:
        resolved(Selection(**criteria), records)
    assert told in f"{raised.value} {raised.value.hint}"


def test_a_code_of_one_record(records: tuple[PolicyRecord, ...]) -> None:
    """``record#code`` is that of one record alone."""
    everywhere = chosen(records, owners="lm-kustwacht")
    within = chosen(records, owners="lagemeer-2031-7#lm-kustwacht")

    assert everywhere == within != set()


_REFUSED = r"it is one of|is not a|it is 0 to|not a calendar day|holds no word"


@each_case(
    "criteria",
    [
        {"kinds": "promise"},
        {"schedules": "late"},
        {"session_years": "2009-2011"},
        {"dossiers": "kst-32123-X-124"},
        {"dossiers": ""},
        {"dossiers": "321"},
        {"words": ""},
        {"words": '"- '},
        {"due_within": -1},
        {"due_before": dt.datetime(2034, 1, 1)},  # noqa: DTZ001 - it is refused for its time
    ],
    ids=lambda value: next(iter(value)),
)
def test_a_wrong_criterion_is_refused(criteria: dict[str, Any]) -> None:
    """In words that say what it is one of."""
    with pytest.raises((ArgumentError, ArgumentTypeError), match=_REFUSED):
        Selection(**criteria)
