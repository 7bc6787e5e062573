"""No motion is dealt with while a commitment of its answers is in hand."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from properties.whole import QUICK
from ssrpolicy import (
    Answer,
    ClaimedStatus,
    Disposition,
    Document,
    DocumentKind,
    LocalText,
    Outcome,
    Passage,
    PolicyRecord,
    Relation,
    RelationKind,
)
from ssrpolicy.testing import small_record
from ssrpolicy.views import Grid, Heading, Note, annex

pytestmark = pytest.mark.slow
FOLLOWING = (RelationKind.SUPERSEDES, RelationKind.REPEATS)
RELATED = st.sampled_from(FOLLOWING)
YEARS = (dt.date(2011, 1, 1), dt.date(2012, 3, 1))
CLAIMS = st.sampled_from(
    [ClaimedStatus.FULFILLED, ClaimedStatus.NOT_PURSUED, ClaimedStatus.TRANSFERRED]
)
ANSWERS = st.sampled_from([Answer.ANSWERED_HERE, Answer.PROMISED, Answer.DECLINED])


@st.composite
def answered_motions(draw: st.DrawFn) -> PolicyRecord:
    """A motion with one or two requests, answered in letters by commitments that follow another."""
    days = st.none() | st.dates(dt.date(2011, 1, 1), dt.date(2011, 12, 31))
    small = small_record()
    letters = [
        attrs.evolve(small.documents[0], id=f"letter-{n}", date=draw(days)) for n in range(3)
    ]
    motion = Document(
        id="motion",
        kind=DocumentKind.MOTION,
        outcome=draw(st.sampled_from([None, Outcome.ADOPTED])),
    )
    words = "Vóór de zomer van 2011 ontvangt de Kamer daarover een bericht."
    ids = [f"promise-{number}" for number in range(4)]
    promises = [
        attrs.evolve(
            small.commitments[0],
            id=id,
            quotes=(Passage(document=draw(st.sampled_from(letters)).id, quote=words),),
            relations=tuple(
                Relation(kind=draw(RELATED), target=f"small#{other}")
                for other in draw(st.lists(st.sampled_from(ids), unique=True, max_size=1))
            ),
        )
        for id in ids
    ]
    some = st.lists(st.sampled_from(ids), unique=True, max_size=2).map(tuple)
    scopes = st.sampled_from([None, LocalText(nl="in het algemeen"), LocalText(nl="per geval")])
    asked = [attrs.evolve(small.requests[0], id=id, document="motion") for id in ("a", "b")]
    asked[1] = attrs.evolve(asked[1], summary=LocalText(nl="Doe het snel"))
    asked = asked[: draw(st.integers(1, 2))]
    answers = [
        Disposition(
            request=request.id,
            document=draw(st.sampled_from(letters)).id,
            answer=draw(ANSWERS),
            scope=draw(scopes),
            by=draw(some),
        )
        for request in asked
        for _ in range(draw(st.integers(1, 3)))
    ]
    record = attrs.evolve(
        small,
        documents=(*small.documents, motion, *letters),
        requests=tuple(asked),
        statements=(*small.statements, *promises),
        dispositions=tuple(answers),
        updates=(),
    )
    for id in draw(st.lists(st.sampled_from(ids), max_size=5)):
        said: dict[str, Any] = draw(
            st.one_of(
                st.just({"owners": ["ministry"]}),
                st.just({"evidence": "contradicts"}),
                st.builds(lambda claim: {"claimed": claim}, CLAIMS),
            )
        )
        if "evidence" in said:
            said |= {"document": "letter-0", "quotes": [words]}
        day = dt.date(2011, 12, 1) + dt.timedelta(days=draw(st.integers(0, 60)))
        record = record.with_update(id, date=day, by="ministry", **said)
    return record


@QUICK
@given(one=answered_motions(), two=answered_motions(), as_of=st.dates(*YEARS))
def test_no_motion_is_dealt_with_while_a_commitment_of_its_answers_is_in_hand(
    one: PolicyRecord, two: PolicyRecord, as_of: dt.date
) -> None:
    """Whatever carries an answer, supersedes it or repeats it stands among what is dealt with."""
    records = [one, attrs.evolve(two, id="other")]
    tables = tables_of(annex(records, as_of=as_of, language="nl"))
    in_hand = tables.get("Toezeggingen in behandeling", set())
    for record in records:
        if record.full_id("motion") in tables.get("Afgehandelde moties", ()):
            assert not answering(record, records, as_of) & in_hand


def tables_of(note: Note) -> dict[str, set[str]]:
    """The ids of the rows of each table, by the heading above it."""
    found: dict[str, set[str]] = {}
    heading = ""
    for block in note.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Grid):
            found[heading] = set(block.ids)
    return found


def answering(record: PolicyRecord, records: list[PolicyRecord], as_of: dt.date) -> set[str]:
    """The commitments that carry an answer of a record on a day, and those that follow on them."""

    def is_known(of: PolicyRecord, document: str) -> bool:
        return of.dates.get(document, as_of) <= as_of

    every = {
        of.full_id(each.id): each
        for of in records
        for each in of.commitments
        if is_known(of, each.document)
    }
    found = {
        record.full_id(id)
        for answer in record.dispositions
        if is_known(record, answer.document)
        for id in answer.by
    } & every.keys()
    while True:
        more = {
            id
            for id, each in every.items()
            if any(r.target in found and r.kind in FOLLOWING for r in each.relations)
        }
        if more <= found:
            return found
        found |= more
