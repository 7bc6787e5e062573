"""Relations of statements lead somewhere, and not in a circle."""

from collections.abc import Callable
from typing import TypeAlias

from ssrpolicy.model import Claim, PolicyRecord, Relation, RelationKind
from ssrpolicy.rules import findings_across

Records: TypeAlias = Callable[..., PolicyRecord]
Claims: TypeAlias = Callable[..., Claim]
Found: TypeAlias = Callable[[PolicyRecord], list[str]]


def related(claim: Claims, id: str, *targets: str) -> Claim:
    """A claim that repeats others."""
    relations = tuple(Relation(kind=RelationKind.REPEATS, target=target) for target in targets)
    return claim(id=id, relations=relations)


def test_a_chain_of_relations_is_no_circle(record: Records, claim: Claims, found: Found) -> None:
    """Relations that end at the oldest statement are fine, however many lead there."""
    statements = (
        related(claim, "third", "letter-record#second", "letter-record#first"),
        related(claim, "second", "letter-record#first"),
        related(claim, "first", "kst-32123-X-84"),
    )

    assert found(record(statements=statements)) == []


def test_each_circle_is_told_once(record: Records, claim: Claims, found: Found) -> None:
    """Two circles are two findings."""
    statements = (
        related(claim, "a", "letter-record#b"),
        related(claim, "b", "letter-record#a"),
        related(claim, "c", "letter-record#c"),
    )

    assert found(record(statements=statements)) == ["relation-circular"] * 2


def test_a_relation_to_a_record_that_is_loaded_is_fine(record: Records, claim: Claims) -> None:
    """Records that are read together answer each other's relations."""
    one = record(statements=(related(claim, "a", "other#b"),))
    other = record(id="other", statements=(claim(id="b"),))

    assert [finding.code for _, finding in findings_across((one,))] == ["relation-not-loaded"]
    assert findings_across((one, other)) == ()
