"""The sample records are records that a user could have: whole, and without an error."""

from ssrpolicy.model import PolicyRecord
from ssrpolicy.rules import findings
from ssrpolicy.testing import NASTY_TEXTS, empty_record, large_record, nasty_record, small_record
from tables import each_case

RECORDS = [empty_record(), small_record(), nasty_record(), large_record(40)]


@each_case("record", RECORDS, ids=lambda record: record.id)
def test_a_sample_has_no_error(record: PolicyRecord) -> None:
    """Every quote stands in its source, every id leads somewhere."""
    assert [str(finding) for finding in findings(record) if finding.is_error] == []


def test_a_sample_is_made_anew_and_the_same() -> None:
    """Two calls give two records that are equal."""
    assert small_record() == small_record()
    assert small_record() is not small_record()


def test_the_small_record_has_an_entry_of_every_kind() -> None:
    """A reporter that can show the small record can show every kind of entry."""
    record = small_record()

    kinds = {statement.kind for statement in record.statements}
    assert kinds == {"commitment", "condition", "position", "claim", "engagement"}
    assert all(
        (record.documents, record.requests, record.dispositions, record.instruments, record.updates)
    )


def test_the_nasty_record_says_every_nasty_text() -> None:
    """Each text that breaks formats is a summary, a doubt, a scope and a note, its start a name."""
    record = nasty_record()

    assert tuple(s.summary.nl for s in record.statements) == NASTY_TEXTS
    assert tuple(r.summary.nl for r in record.requests) == NASTY_TEXTS
    assert tuple(u.by for u in record.updates) == tuple(text[:200] for text in NASTY_TEXTS)


def test_the_large_record_is_as_large_as_asked() -> None:
    """The number of commitments, with the few of the small record, is that asked for."""
    assert len(large_record(40).commitments) == 41
