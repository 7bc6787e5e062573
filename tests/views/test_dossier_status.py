"""Where a commitment stands, as a dossier tells it."""

import datetime as dt

import attrs
import pytest

from notes_read import AS_OF, LATER, grid, status, text, under
from ssrpolicy import (
    EdtfDate,
    LocalText,
    Party,
    Passage,
    PolicyRecord,
    Relation,
    RelationKind,
    Timeframe,
)
from ssrpolicy.testing import small_record
from ssrpolicy.views import dossier


def asked_to_report(phrase: str, date: str | None) -> Timeframe:
    """A term of the fire service's report."""
    return Timeframe(phrase=phrase, date=None if date is None else EdtfDate(date))


def test_a_status_says_what_is_claimed_and_what_the_calendar_says() -> None:
    """A report of progress and a term that has passed stand next to each other."""
    assert status(small_record()) == (
        "Het Ministerie van Vuur meldde op 1 maart 2011 dat de uitvoering loopt.\n"
        "De termijn is op 31 mei 2011 verstreken, zeven maanden geleden."
    )


def test_a_claim_of_fulfilment_is_not_shown_to_be_true() -> None:
    """What is only said to be done is said not to have been shown."""
    record = small_record().with_update(
        "report", date=dt.date(2011, 5, 20), by="ministry", claimed="fulfilled"
    )
    assert status(record) == (
        "Het Ministerie van Vuur meldde op 20 mei 2011 dat aan de toezegging is voldaan.\n"
        "Dat is niet aangetoond."
    )


def test_a_moved_term_does_not_hide_the_first() -> None:
    """What was met within the new term is not said to have been in time without the first term."""
    record = (
        small_record()
        .with_update(
            "report",
            date=dt.date(2011, 5, 1),
            by="ministry",
            timeframe=asked_to_report("voor 1 oktober 2011", "2011-09-30"),
        )
        .with_update("report", date=dt.date(2011, 9, 1), by="ministry", claimed="fulfilled")
        .with_update(
            "report",
            date=dt.date(2011, 9, 2),
            by="ministry",
            evidence="supports",
            document="letter",
            quotes=["Het brandweerfonds betaalt de ladders."],
        )
    )
    assert status(record) == (
        "Het Ministerie van Vuur meldde op 1 september 2011 dat aan de toezegging is voldaan.\n"
        "De brief van 29 april 2010 bevestigt dat aan de toezegging is voldaan.[5]\n"
        "Dat was binnen de verschoven termijn, die liep tot en met 30 september 2011. "
        "De eerste termijn liep tot en met 31 mei 2011."
    )
    table = grid(dossier([record], as_of=LATER, language="nl"), "Toezegging")
    assert text(table.rows[0][2]) == (
        "Stellig, eenmalig.\nTermijn: voor 1 oktober 2011 (30 september 2011).\n"
        "Geen document toont deze termijn.\n"
        "Eerste termijn: “voor 1 juni 2011” (31 mei 2011)."
    )


def test_a_term_that_ends_on_the_day_itself_is_not_said_to_be_days_off() -> None:
    """On its last day a term ends; nothing is said of "0 days"."""
    shown = status(small_record(), as_of=dt.date(2011, 5, 31))
    assert shown.endswith("De termijn loopt op 31 mei 2011 af.")


def test_who_took_over_and_who_was_responsible_before_are_both_named() -> None:
    """A commitment that was handed over shows its former owner smaller."""
    small = small_record()
    brigade = Party(id="brigade", name=LocalText(nl="brandweer van Voorbeeldstad"))
    record = attrs.evolve(small, parties=(*small.parties, brigade)).with_update(
        "report", date=dt.date(2011, 5, 1), by="ministry", owners=["brigade"]
    )
    table = grid(dossier([record], as_of=LATER, language="nl"), "Toezegging")
    assert text(table.rows[0][1]) == ("Brandweer van Voorbeeldstad\nEerder: Ministerie van Vuur.")


def test_what_is_known_of_no_commitment_is_said_once(record: PolicyRecord) -> None:
    """No status is recorded of any, so that there is a sentence and no column."""
    note = dossier([record], as_of=AS_OF, language="nl")
    assert grid(note, "Toezegging").header == (
        "Toezegging",
        "Verantwoordelijk",
        "Stelligheid en termijn",
    )
    assert under(note, "Toezeggingen")[:2] == [
        (
            "Over de uitvoering is van geen van de toezeggingen iets vastgelegd. Of de uitvoering "
            "is onderzocht, is evenmin bekend."
        ),
        "Een streepje betekent dat de bron geen verantwoordelijke noemt.",
    ]


def test_a_commitment_that_was_superseded_says_so() -> None:
    """Who reads of a promise is told that a later paper replaced it."""
    small = small_record()
    later = attrs.evolve(
        small.documents[0], id="later", date=dt.date(2011, 6, 6), number=None, register_number="X-9"
    )
    promise = small.commitments[0]
    quote = Passage(document="later", quote=promise.quotes[0].quote)
    newer = attrs.evolve(
        promise,
        id="newer",
        quotes=(quote,),
        relations=(Relation(kind=RelationKind.SUPERSEDES, target=small.full_id(promise.id)),),
    )
    record = attrs.evolve(
        small, documents=(*small.documents, later), statements=(*small.statements, newer)
    )
    assert status(record).endswith("\nVervangen bij de brief van 6 juni 2011.")
    assert "Vervangen bij" not in status(record, as_of=dt.date(2011, 6, 5))


@pytest.mark.parametrize(
    "name, said",
    [
        ("ministerie van Onderwijs, Cultuur en Wetenschap", "Wetenschap meldde op"),
        ("J. de Wit, onderzoeker", "J. de Wit, onderzoeker, meldde op"),
    ],
)
def test_only_what_is_added_to_a_name_stands_between_commas(name: str, said: str) -> None:
    """A name that itself lists things is not closed by a comma."""
    small = small_record()
    party = attrs.evolve(small.parties[0], name=LocalText(nl=name))
    record = attrs.evolve(small, parties=(party, *small.parties[1:]))
    assert said in status(record)


def test_one_partner_is_no_partners() -> None:
    """The remark on with whom something is done has the singular for one."""
    small = small_record()
    for partners, word in (
        (("ministry",), "Partner: "),
        (("ministry", "ministry-2"), "Partners: "),
    ):
        second = attrs.evolve(small.parties[0], id="ministry-2")
        promise = attrs.evolve(small.commitments[0], partners=partners)
        record = attrs.evolve(
            small, parties=(*small.parties, second), statements=(promise, *small.statements[1:])
        )
        note = dossier([record], as_of=LATER, language="nl")
        assert word in text(grid(note, "Toezegging").rows[0][0])
