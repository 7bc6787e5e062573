"""What any drafter proposes is verified: a bad proposal is dropped with its reason, others stay."""

import hashlib
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ssrpolicy
from draftable import ANSWERS, LETTER
from ssrpolicy.codec import table_of
from ssrpolicy.drafting import propose
from ssrpolicy.errors import InputError
from ssrpolicy.model import (
    Claim,
    Commitment,
    Confidence,
    Course,
    Disposition,
    Document,
    DocumentKind,
    Draft,
    Firmness,
    Ground,
    LocalText,
    Passage,
    PolicyRecord,
    Proposal,
    Request,
)
from ssrpolicy.reporting import OfferedDrafter, Origin

NewRecord = Callable[..., Path]
QUOTE = "De kosten van de politie zijn vorig jaar gestegen."


class Drafter:
    """Proposes what it is given."""

    name = "given"
    summary = "Proposes what it is given."
    languages = ("nl", "en")
    api = 1

    def __init__(self, make: Callable[[PolicyRecord, Document], Any]) -> None:
        self._make = make

    def propose(self, record: PolicyRecord, document: Document) -> Iterable[Proposal]:
        """Return what was given."""
        return self._make(record, document)  # type: ignore[no-any-return]  # a drafter that gives the wrong thing is tried too


def entries(draft: Draft) -> list[Any]:
    """The entries that a draft proposes."""
    return [each.entry for each in draft.proposals]


def offered(make: Callable[[PolicyRecord, Document], Any]) -> OfferedDrafter:
    """A drafter as a plugin would offer it."""
    return OfferedDrafter.of(Drafter(make), Origin(distribution="acme", entry_point="given"))


def claim(record: PolicyRecord, quote: str = QUOTE, **changes: Any) -> Proposal:
    """A claim that quotes the letter."""
    text = record.source_document.text or ""
    start = max(text.find(quote[:20]), 0)
    given: dict[str, Any] = {
        "id": "costs-rose",
        "summary": LocalText(nl="De kosten stegen."),
        "quotes": (Passage(document=record.source, quote=quote),),
    }
    entry = Claim(**(given | changes))
    return proposal(entry, start, start + len(quote))


def proposal(entry: Any, start: int = 0, end: int = 10) -> Proposal:
    """A proposal of an entry."""
    ground = Ground(document="letter", start=start, end=end)
    return Proposal(
        entry=entry, grounds=(ground,), rule="test", why="a test", confidence=Confidence.LOOK
    )


@pytest.fixture
def record(new_record: NewRecord) -> PolicyRecord:
    """A record that has only the letter."""
    return ssrpolicy.load(new_record(LETTER))


def test_a_sound_proposal_passes_with_an_id_and_its_drafter(record: PolicyRecord) -> None:
    """The host fills in id and drafter; the entry is as it was proposed."""
    (made,) = propose(record, [offered(lambda r, _: [claim(r)])]).proposals

    assert made.drafter == "given"
    assert len(made.id) == 10
    assert made.entry == claim(record).entry


@pytest.mark.parametrize(
    "make, reason",
    [
        (lambda r: claim(r, "De kosten van de politie zijn gedaald."), "just once"),
        (lambda r: claim(r, quotes=(Passage(document="other", quote=QUOTE),)), "just once"),
        (lambda r: proposal(claim(r).entry, 0, 10**6), "no document has"),
        (lambda r: claim(r, needs=("nothing",)), "not there"),
        (lambda _: "De kosten", "is not a Proposal"),
        (lambda r: claim(r, uses=("nothing",)), "not there"),
        (
            lambda r: proposal(
                Commitment(
                    id="c", summary=LocalText(nl="x"), firmness=Firmness.FIRM, course=Course.ONCE,
                    cue="zal stijgen", quotes=(Passage(document=r.source, quote=QUOTE),),
                )
            ),
            "cue",
        ),
    ],
)  # fmt: skip
def test_what_fails_is_dropped_and_the_others_stay(
    record: PolicyRecord, make: Callable[[PolicyRecord], Any], reason: str
) -> None:
    """Words that are not there, names that lead nowhere, an error by the rules: each is counted."""
    sound = claim(record, "Ik beschouw de motie hiermee als afgedaan.", id="sound")
    draft = propose(record, [offered(lambda r, _: [make(r), sound])])

    assert [each.id for each in entries(draft)] == ["sound"]
    (dropped,) = draft.dropped
    assert reason in dropped.reason


def test_an_owner_nobody_knows_is_left_out_and_the_entry_stays(record: PolicyRecord) -> None:
    """Who acts is then not said; that is not a reason to lose what is undertaken."""
    draft = propose(record, [offered(lambda r, _: [claim(r, owners=("nobody-known", "nl-bz"))])])

    assert [each.owners for each in entries(draft)] == [("nl-bz",)]


def test_words_that_stand_twice_get_a_prefix(new_record: NewRecord) -> None:
    """The ground says which is meant; the host adds what tells the two apart."""
    text = LETTER.replace(QUOTE, f"{QUOTE} Ook elders geldt: {QUOTE}")
    record = ssrpolicy.load(new_record(text))
    second = text.rindex(QUOTE)
    entry = claim(record).entry
    draft = propose(record, [offered(lambda *_: [proposal(entry, second, second + len(QUOTE))])])

    (made,) = entries(draft)
    (passage,) = made.quotes
    assert (passage.prefix, passage.suffix) != ("", "")
    placed = attrs.evolve(record, statements=(made,))
    assert ssrpolicy.check(placed) == ssrpolicy.check(record)


def test_each_of_many_places_is_told_apart_by_what_stands_around_it(new_record: NewRecord) -> None:
    """Every repetition with words of its own near it is found again; one without any is dropped."""
    ports = ["Delfzijl", "Vlissingen", "Harlingen", "Den Helder"]
    told = " ".join(f"Ook in {port} geldt: {QUOTE}" for port in ports)
    in_a_row = " ".join([QUOTE] * 60)
    text = LETTER.replace(QUOTE, f"{told}\n\n{in_a_row}")
    record = ssrpolicy.load(new_record(text))
    entry = claim(record).entry
    places = [match.span() for match in re.finditer(re.escape(QUOTE), text)]
    draft = propose(record, [offered(lambda *_: [proposal(entry, *place) for place in places])])

    made = entries(draft)
    placed = attrs.evolve(record, statements=tuple(made))
    assert ssrpolicy.check(placed) == ssrpolicy.check(record)
    found = {(each.start, each.end) for p in draft.proposals for each in p.grounds}
    assert found >= set(places[: len(ports)])
    assert {each.kind for each in draft.dropped} == {"claim"}
    assert len(made) + len(draft.dropped) == len(places)
    assert places[len(places) // 2] not in found


def test_ids_that_are_taken_are_numbered_and_references_follow(new_record: NewRecord) -> None:
    """Two drafters may choose the same id; what refers to it still leads to the right entry."""
    record = ssrpolicy.load(new_record(ANSWERS, "answers"))
    cues = ssrpolicy.draft(record)
    twice = propose(
        record, [offered(lambda *_: cues.proposals), offered(lambda *_: cues.proposals)]
    )

    requests = {
        each.id: each.entry.id for each in twice.proposals if isinstance(each.entry, Request)
    }
    assert len(set(requests.values())) == len(requests) == 6
    for each in twice.proposals:
        if isinstance(each.entry, Disposition):
            (request,) = each.requires
            assert each.entry.request == requests[request]


def test_ids_of_proposals_do_not_depend_on_the_entry(record: PolicyRecord) -> None:
    """A new release of a drafter may word a summary otherwise; what was decided still holds."""
    (first,) = propose(record, [offered(lambda r, _: [claim(r)])]).proposals
    (second,) = propose(
        record, [offered(lambda r, _: [claim(r, id="other", summary=LocalText(nl="Anders."))])]
    ).proposals

    assert first.id == second.id


@pytest.mark.parametrize(
    "make",
    [
        lambda *_: 1 / 0,
        lambda *_: 3,
        lambda r, _: iter([claim(r)] * 30_000),
        lambda *_: sys.exit(3),
        lambda r, _: object.__setattr__(r, "title", LocalText(nl="Iets anders")),
    ],
    ids=["raises", "a-number", "without-end", "exits", "changes-the-record"],
)
def test_a_broken_drafter_harms_nobody(
    record: PolicyRecord, make: Callable[[PolicyRecord, Document], Any]
) -> None:
    """The other drafters go on, and the draft says which one failed and why."""
    digest = hashlib.sha256(repr(record.documents).encode()).hexdigest()
    draft = propose(record, [offered(make), offered(lambda r, _: [claim(r)])])

    assert [each.kind for each in draft.proposals] == ["claim"]
    (failed,) = [each for each in draft.dropped if not each.rule]
    assert "given of acme" in failed.reason
    assert hashlib.sha256(repr(record.documents).encode()).hexdigest() == digest


def test_what_is_not_a_proposal_is_said_with_who_gave_it(record: PolicyRecord) -> None:
    """Its author is to know."""
    draft = propose(record, [offered(lambda *_: [1])])

    assert {each.reason for each in draft.dropped} == {
        "The drafter given gave 1, which is not a Proposal."
    }


def test_a_paper_in_a_third_language_is_refused_with_words(record: PolicyRecord) -> None:
    """No drafter reads German; that is said, rather than an empty draft."""
    german = attrs.evolve(record.documents[0], language="de")
    other = attrs.evolve(record, documents=(german, *record.documents[1:]))

    with pytest.raises(InputError, match="is in de; its drafters read en and nl"):
        ssrpolicy.draft(other)


def test_a_record_without_a_text_is_refused_with_words(record: PolicyRecord) -> None:
    """There is nothing to draft from."""
    bare = attrs.evolve(record.documents[0], text=None, file=None, sha256=None)

    with pytest.raises(InputError, match="no document with a text"):
        ssrpolicy.draft(attrs.evolve(record, documents=(bare, *record.documents[1:])))


@given(
    st.text(
        st.sampled_from("\nVraag 1234567890Antwoord? Ik zal uw Kamer.\u00ad\ufffe\u0002\f\u200f"),
        max_size=400,
    )
)
def test_whatever_a_text_holds_a_draft_brings_no_error(text: str) -> None:
    """Every proposal can be accepted: the record with all of them has no error that is new."""
    document = Document(id="letter", kind=DocumentKind.LETTER, language="nl", text=text or " ")
    record = PolicyRecord(id="r", language="nl", source="letter", documents=(document,))

    tables: dict[str, list[Any]] = {"documents": [document]}
    for each in ssrpolicy.draft(record).proposals:
        tables.setdefault(table_of(each.entry), []).append(each.entry)
    changed: dict[str, Any] = {key: tuple(value) for key, value in tables.items()}
    errors = {f.code for f in ssrpolicy.check(attrs.evolve(record, **changed)) if f.is_error}
    assert errors <= {f.code for f in ssrpolicy.check(record) if f.is_error}
