"""Ids, references, codes, relations and documents fit together."""

import datetime as dt
from collections.abc import Callable
from typing import TypeAlias

import attrs
import pytest

from ssrpolicy.model import (
    Claim,
    Commitment,
    Document,
    DocumentKind,
    EdtfDate,
    Finding,
    LocalText,
    MetadataSource,
    Party,
    Place,
    PolicyRecord,
    Timeframe,
)
from ssrpolicy.rules import findings

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
        "lm-recht (Orde en Recht) existed until 2009; here it is used for 29 April 2010."
    )
    assert finding.hint == "Its successor is nl-justitie."


def test_after_may_be_words(record: Records, claim: Claims, found: Found) -> None:
    """What must come first may be said in words; only what reads like an id is looked up."""
    term = Timeframe(phrase="Tot dusver", after="goedkeuring door het parlement")

    assert found(record(statements=(claim(timeframe=term),))) == []


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
