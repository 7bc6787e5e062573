"""Ids, references, codes, relations and documents fit together."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeAlias

import attrs
import pytest

from ssrpolicy.model import (
    Answer,
    Claim,
    Commitment,
    Disposition,
    Document,
    DocumentKind,
    EdtfDate,
    FactsFrom,
    Finding,
    LocalText,
    MetadataSource,
    Outcome,
    PaperNumber,
    Party,
    Place,
    PolicyRecord,
    Relation,
    RelationKind,
    Request,
    Timeframe,
    Votes,
)
from ssrpolicy.rules import findings, findings_across

Records: TypeAlias = Callable[..., PolicyRecord]
Claims: TypeAlias = Callable[..., Claim]
Commitments: TypeAlias = Callable[..., Commitment]
Found: TypeAlias = Callable[[PolicyRecord], list[str]]
Only: TypeAlias = Callable[[PolicyRecord, str], Finding]


def test_one_record_can_have_many_findings_at_once(
    record: Records, commitment: Commitments, claim: Claims, found: Found
) -> None:
    """Every rule looks at the record; one finding hides no other."""
    statements = (
        commitment(owners=("nl-buza",), needs=("demand",), cue="streeft"),
        claim(id="african-union", places=("Kosovo",)),
    )

    assert found(record(statements=statements)) == [
        "code-unknown",
        "cue-not-quoted",
        "reference-dangling",
        "code-unknown",
        "id-duplicate",
    ]


def test_documents_and_requests_share_ids_with_statements(
    record: Records, claim: Claims, only: Only
) -> None:
    """A statement may not bear the id of a document."""
    finding = only(record(statements=(claim(id="letter"),)), "id-duplicate")

    assert finding.message == (
        "The id letter of a claim is already that of a document, entry 1 of [[documents]]."
    )


def test_a_code_declared_twice_is_a_duplicate(record: Records, only: Only) -> None:
    """Within one list a code is declared once."""
    twice = tuple(Place(id="uruzgan", name=LocalText(nl=name)) for name in ("Uruzgan", "Oruzgan"))

    assert only(record(places=twice), "id-duplicate").location.path == ("places", 1, "id")


@pytest.mark.parametrize(
    "field, value, hint",
    [
        ("owners", "bz", "Did you mean nl-bz (ministerie van Buitenlandse Zaken)?"),
        ("owners", "nl-bzz", "Did you mean nl-bz"),
        ("owners", "police", "It is a sector; if a party is meant, declare it"),
        ("places", "Kosovo", "Did you mean XKX (Kosovo)?"),
        ("places", "Palestijnse-gebieden", "Did you mean PSE"),
        ("sectors", "politie", "Did you mean police (politie)?"),
        ("places", "atlantis", "Declare it in the record: [[places]] with id and name."),
    ],
)
def test_the_hint_for_an_unknown_code_names_what_is_meant(
    record: Records, claim: Claims, only: Only, *, field: str, value: str, hint: str
) -> None:
    """A name, an abbreviation or a misspelling finds its code; what is in no list is declared."""
    finding = only(record(statements=(claim(**{field: (value,)}),)), "code-unknown")

    assert str(finding.hint).startswith(hint)


def test_a_code_of_the_record_itself_is_known(record: Records, claim: Claims, found: Found) -> None:
    """What the record declares needs no built-in list, and may have a successor there."""
    own = (Party(id="lm-kustwacht", name=LocalText(nl="Kustwacht"), successors=("nl-defensie",)),)

    assert found(record(parties=own, statements=(claim(owners=("lm-kustwacht",)),))) == []


def test_the_validity_of_an_own_code_counts(record: Records, claim: Claims, only: Only) -> None:
    """A party that ended before the letter is noted with its successor."""
    own = (
        Party(
            id="lm-recht",
            name=LocalText(nl="Orde en Recht"),
            valid_until=EdtfDate("2009"),
            successors=("nl-justitie",),
        ),
    )
    finding = only(
        record(parties=own, statements=(claim(owners=("lm-recht",)),)), "code-outside-validity"
    )

    assert finding.message == (
        "lm-recht (Orde en Recht) existed until 2009; here it is used for 2010-04-29."
    )
    assert finding.hint == "Its successor is nl-justitie."


def test_after_may_be_words(record: Records, claim: Claims, found: Found) -> None:
    """What must come first may be said in words; only what reads like an id is looked up."""
    term = Timeframe(phrase="Tot dusver", after="goedkeuring door het parlement")

    assert found(record(statements=(claim(timeframe=term),))) == []


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


def test_a_fact_from_the_register_need_not_stand_in_the_text(
    record: Records, document: Document, found: Found
) -> None:
    """What is marked as coming from the register is not looked for in the letter."""
    moved = attrs.evolve(document, date=dt.date(2010, 4, 30))

    assert found(record(documents=(moved,))) == ["date-not-stated"]
    assert found(record(documents=(attrs.evolve(moved, from_register=("date",)),))) == []
    register = attrs.evolve(moved, metadata_from=MetadataSource.REGISTER)
    assert found(record(documents=(register,))) == []


@pytest.mark.parametrize(
    "text",
    [
        "29 april 2010",
        "29 April 2010",
        "April 29, 2010",
        "29-04-2010",
        "2010-04-29",
        "29\n april\u00a02010",
    ],
)
def test_a_date_is_found_as_people_write_it(record: Records, found: Found, text: str) -> None:
    """A date may be written with the month's name in Dutch or English, or in figures."""
    document = Document(
        id="letter", kind=DocumentKind.LETTER, date=dt.date(2010, 4, 29), text=f"Den Haag, {text}"
    )

    assert found(record(documents=(document,))) == []


@pytest.mark.parametrize(
    "outcome, in_favour, against, expected",
    [
        (Outcome.ADOPTED, 90, 60, []),
        (Outcome.REJECTED, 75, 75, []),
        (Outcome.REJECTED, 90, 60, ["votes-against-outcome"]),
        (Outcome.ADOPTED, 75, 75, ["votes-against-outcome"]),
        (Outcome.HELD, 0, 0, ["votes-against-outcome"]),
    ],
)
def test_votes_and_outcome_agree(
    record: Records,
    document: Document,
    found: Found,
    *,
    outcome: Outcome,
    in_favour: int,
    against: int,
    expected: Any,
) -> None:
    """A motion is adopted with more votes in favour than against, and else rejected."""
    motion = Document(
        id="motion",
        kind=DocumentKind.MOTION,
        number=PaperNumber.parse("kst-32123-X-84"),
        outcome=outcome,
        votes=Votes(in_favour=in_favour, against=against),
        metadata_from=MetadataSource.REGISTER,
    )

    assert found(record(documents=(document, motion))) == expected


PROCEEDINGS = "Handelingen II, 2009/10, nr. 35, item 83"


@pytest.mark.parametrize(
    "given, expected",
    [
        ({}, ["outcome", "votes"]),
        ({"from_register": ("outcome",)}, ["votes"]),
        ({"metadata_from": MetadataSource.REGISTER}, []),
        ({"facts_from": (FactsFrom(facts=("outcome", "votes"), name=PROCEEDINGS),)}, []),
        (
            {
                "from_register": ("outcome",),
                "facts_from": (FactsFrom(facts=("votes",), name=PROCEEDINGS),),
            },
            [],
        ),
    ],
)
def test_what_became_of_a_motion_has_a_source(
    record: Records, document: Document, given: dict[str, Any], expected: list[str]
) -> None:
    """No motion states its own outcome: the register gives it, or another place that is named."""
    motion = Document(
        id="motion",
        kind=DocumentKind.MOTION,
        outcome=Outcome.ADOPTED,
        votes=Votes(in_favour=90, against=60),
        **given,
    )
    found = findings(record(documents=(document, motion)))

    assert [(each.code, each.location.path[-1]) for each in found] == [
        ("fact-without-source", name) for name in expected
    ]


def test_the_source_of_a_fact_is_of_a_field_that_is_there(
    record: Records, document: Document, only: Only
) -> None:
    """A slip in a name would leave the fact without its source."""
    motion = Document(
        id="motion",
        kind=DocumentKind.MOTION,
        facts_from=(FactsFrom(facts=("outcome",), name=PROCEEDINGS),),
    )
    finding = only(record(documents=(document, motion)), "register-field-unknown")

    assert finding.message == "facts_from names 'outcome', which this document does not have."
    assert finding.location.path == ("documents", 1, "facts_from", 0, "facts", 0)


def answered(answer: Answer, *by: str, implied: bool = True, **more: Any) -> dict[str, Any]:
    """A request of the letter's motion and its disposition."""
    request = Request(
        id="intensify", document="motion", summary=LocalText(nl="Intensiveer."), implied=implied
    )
    disposition = Disposition(request="intensify", document="letter", answer=answer, by=by, **more)
    return {"requests": (request,), "dispositions": (disposition,)}


@pytest.fixture
def with_motion(record: Records, document: Document) -> Records:
    """A function that makes a record of the letter and its motion."""
    motion = Document(id="motion", kind=DocumentKind.MOTION, date=dt.date(2009, 12, 8))
    return lambda **entries: record(documents=(document, motion), **entries)


def test_an_unanswered_request_needs_no_words(with_motion: Records, found: Found) -> None:
    """That a letter passes over a request is shown by no words."""
    assert found(with_motion(**answered(Answer.UNANSWERED))) == []


def test_a_refusal_is_complete_without_how_and_when(
    with_motion: Records, claim: Claims, found: Found
) -> None:
    """A declined motion is not carried out, so that how and when are not asked."""
    assert (
        found(with_motion(statements=(claim(),), **answered(Answer.DECLINED, "fund-adequate")))
        == []
    )


def test_a_promise_says_how_and_when(
    with_motion: Records, commitment: Commitments, only: Only, found: Found
) -> None:
    """A commitment without a term says how and not when; with a phrase it says both."""
    without = with_motion(statements=(commitment(),), **answered(Answer.PROMISED, "african-union"))
    term = Timeframe(phrase="bij voorkeur")
    within = with_motion(
        statements=(commitment(timeframe=term),), **answered(Answer.PROMISED, "african-union")
    )

    assert only(without, "motion-answer-incomplete").message == (
        "The motion's answer (promised) does not say when."
    )
    assert found(within) == []


def test_two_answers_with_scopes_of_their_own_are_fine(
    with_motion: Records, claim: Claims, found: Found
) -> None:
    """Declined in general, and conditional per case: one request, two answers."""
    entries = answered(Answer.DECLINED, "fund-adequate", scope=LocalText(nl="In algemene zin."))
    second = attrs.evolve(
        entries["dispositions"][0], answer=Answer.ANSWERED_HERE, scope=LocalText(nl="Per geval.")
    )
    entries["dispositions"] += (second,)

    assert found(with_motion(statements=(claim(),), **entries)) == []


def test_records_that_agree_on_a_paper_are_fine(record: Records, document: Document) -> None:
    """What only one of two records knows of a paper is not a conflict; a different date is."""
    motion = Document(
        id="motion",
        kind=DocumentKind.MOTION,
        number=PaperNumber.parse("kst-32123-X-84"),
        date=dt.date(2009, 12, 8),
    )
    known = attrs.evolve(motion, outcome=Outcome.ADOPTED, votes=Votes(in_favour=90, against=60))
    moved = attrs.evolve(motion, date=dt.date(2009, 12, 3))
    one = record(documents=(document, motion))

    assert findings_across((one, record(id="two", documents=(known,)))) == ()
    ((about, finding),) = findings_across((one, record(id="two", documents=(moved,))))
    assert about.id == "two"
    assert finding.message == (
        "The date of kst-32123-X-84 is 2009-12-03 here, and 2009-12-08 in letter-record."
    )


def test_a_source_that_is_a_statement_is_of_the_wrong_kind(record: Records, claim: Claims) -> None:
    """The record's source must be a document; the documents there are named."""
    (finding,) = findings(record(source="fund-adequate", statements=(claim(),)))

    assert finding.code == "reference-kind"
    assert finding.message == "source names 'fund-adequate', which is a claim, not a document."
    assert finding.hint == "There are: letter."


def test_texts_that_open_alike_are_two_where_they_end_otherwise(
    record: Records, document: Document, found: Found
) -> None:
    """Letters of one file share a long head; the same words on other lines are one text."""
    other = attrs.evolve(document, id="other", text=f"{document.text}\nNagekomen zin.\n")
    wrapped = attrs.evolve(document, id="wrapped", text=" ".join((document.text or "").split()))

    assert "text-duplicate" not in found(record(documents=(document, other)))
    assert "text-duplicate" in found(record(documents=(document, other, wrapped)))
