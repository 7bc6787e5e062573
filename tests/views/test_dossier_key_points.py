"""The key points of a dossier, and what was asked and answered."""

import datetime as dt

import attrs
import pytest

from notes_read import AS_OF, INVENTED_AS_OF, LATER, under
from ssrpolicy import Language, PolicyRecord
from ssrpolicy.testing import small_record
from ssrpolicy.views import dossier

# -- key points ----------------------------------------------------------------------------------


def test_the_key_points_give_each_request_its_answers(record: PolicyRecord) -> None:
    """One request may have several answers; each is named, with its scope."""
    points = under(dossier([record], as_of=AS_OF, language="en"), "Key points")
    assert points[0] == "There were two requests. The response:"
    assert points[1].endswith(
        "The letter of 29 April 2010 answers this (the scope for intensifying SSR in general; "
        "police training comes up where current efforts are described, without an answer of its "
        "own)."
    )
    assert points[2].endswith(
        "with a focus on police training. The letter of 29 April 2010 declines this (in general) "
        "and attaches conditions to this (case by case: in specific countries or on themes within "
        "existing SSR programmes)."
    )


def test_the_key_points_count_in_words(record: PolicyRecord) -> None:
    """Small numbers are words; a sentence with a large one has digits throughout."""
    points = under(dossier([record], as_of=AS_OF, language="nl"), "Kernpunten")
    assert points[3:5] == [
        (
            "Er zijn zeven toezeggingen gedaan: twee zijn voorwaardelijk, drie zijn als streven "
            "geformuleerd en twee zijn verkennend."
        ),
        "Verder zijn 64 andere uitspraken en 14 instrumenten vastgelegd; ze staan hieronder.",
    ]


def test_the_key_points_say_what_is_reported_and_what_is_shown(invented: PolicyRecord) -> None:
    """What is said of the commitments and what evidence shows of them are two sentences."""
    points = under(dossier([invented], as_of=INVENTED_AS_OF, language="nl"), "Kernpunten")
    assert (
        "Over dertien van de achttien toezeggingen is iets gemeld: bij twee dat de uitvoering nog "
        "niet is begonnen, bij twee dat de uitvoering loopt, bij één dat er deels aan is voldaan, "
        "bij vijf dat eraan is voldaan, bij één dat de uitvoering niet is voortgezet en bij twee "
        "dat de uitvoering is overgedragen."
    ) in points
    assert (
        "Van zeven van de achttien toezeggingen is nagegaan of bewijs laat zien dat eraan is "
        "voldaan: bij één is niets gevonden, bij drie bevestigt het bewijs dat, bij één bevestigt "
        "het bewijs dat gedeeltelijk en bij twee weerspreekt het bewijs dat."
    ) in points


def test_what_is_reported_of_all_alike_is_not_counted_twice() -> None:
    """Where one thing is reported, how many it holds for is said once."""
    small = small_record()
    other = attrs.evolve(small.commitments[0], id="report-2")
    record = attrs.evolve(small, statements=(*small.statements, other))
    points = under(dossier([record], as_of=LATER, language="nl"), "Kernpunten")
    assert "Over één van de twee toezeggingen is gemeld dat de uitvoering loopt." in points


@pytest.mark.parametrize(
    "language, firm, reported",
    [
        (
            "nl",
            "Er zijn twee toezeggingen gedaan. Ze zijn allebei stellig.",
            "Over elk van de twee toezeggingen is gemeld dat de uitvoering loopt.",
        ),
        (
            "en",
            "There are two commitments. Both are firm.",
            "For each of the two commitments, it has been reported that work is in progress.",
        ),
    ],
)
def test_what_holds_for_both_is_said_of_both(language: Language, firm: str, reported: str) -> None:
    """Of two commitments one says "both" and "each of the two", not "all" or "two of the two"."""
    small = small_record()
    other = attrs.evolve(small.commitments[0], id="report-2")
    (update,) = (each for each in small.updates if each.claimed is not None)
    updates = (*small.updates, attrs.evolve(update, statement="report-2"))
    record = attrs.evolve(small, statements=(*small.statements, other), updates=updates)
    points = under(
        dossier([record], as_of=LATER, language=language),
        "Kernpunten" if language == "nl" else "Key points",
    )
    assert [each for each in points if each in {firm, reported}] == [firm, reported]


def test_the_key_points_say_what_is_not_known(record: PolicyRecord) -> None:
    """Without dates and without updates the note says both, once."""
    points = under(dossier([record], as_of=AS_OF, language="nl"), "Kernpunten")
    assert points[-2:] == [
        "Voor geen van de toezeggingen is een einddatum vastgelegd.",
        (
            "Over wat er sindsdien is gebeurd, is niets gemeld. Of de uitvoering is onderzocht, is "
            "evenmin bekend."
        ),
    ]


def test_what_is_overdue_stands_among_the_key_points_with_its_date() -> None:
    """A term that has passed is named with its last day."""
    points = under(dossier([small_record()], as_of=LATER, language="nl"), "Kernpunten")
    at = points.index("De termijn is verstreken voor:")
    assert points[at + 1] == (
        "Bericht over de brandweer. De termijn is op 31 mei 2011 verstreken, zeven maanden "
        "geleden. "
        "Het Ministerie van Vuur meldde op 1 maart 2011 dat de uitvoering loopt. "
        "Verantwoordelijk: Ministerie van Vuur."
    )


def test_of_many_entries_a_key_point_names_ten_and_counts_the_rest() -> None:
    """A key point stays readable, and says how much more there is."""
    small = small_record()
    promise = small.commitments[0]
    many = tuple(attrs.evolve(promise, id=f"report-{n}") for n in range(14))
    record = attrs.evolve(
        small, statements=(*small.statements[1:], *many), dispositions=(), updates=()
    )
    points = under(dossier([record], as_of=LATER, language="nl"), "Kernpunten")
    late = (
        "Bericht over de brandweer. De termijn is op 31 mei 2011 verstreken, zeven maanden "
        "geleden. "
        "Verantwoordelijk: Ministerie van Vuur."
    )
    assert points.count(late) == 10
    assert "Er zijn er nog vier; zie hieronder." in points


def test_an_answer_on_a_contradicted_ground_is_told() -> None:
    """The request is named among the key points, and the ground is marked where it stands."""
    record = small_record().with_update(
        "claim",
        date=dt.date(2011, 6, 1),
        by="ministry",
        evidence="contradicts",
        document="letter",
        quotes=["Het brandweerfonds betaalt de ladders."],
    )
    note = dossier([record], as_of=LATER, language="nl")
    points = under(note, "Kernpunten")
    at = points.index("Een grond voor het antwoord is door bewijs weersproken bij:")
    assert points[at + 1] == "Rapporteer over de brandweer."
    assert under(note, "Wat is gevraagd en geantwoord")[-1] == (
        "[Engels] The fund has been sufficient.[4] De brief van 29 april 2010 weerspreekt de "
        "bewering.[1]"
    )


# -- requests ------------------------------------------------------------------------------------


def test_a_request_without_an_answer_says_so() -> None:
    """No answer is not the same as an answer that was not given."""
    record = attrs.evolve(small_record(), dispositions=())
    note = dossier([record], as_of=LATER, language="nl")
    assert under(note, "Wat is gevraagd en geantwoord")[1] == "Er is geen antwoord vastgelegd."


def test_a_request_quoted_from_another_paper_is_said_to_be(record: PolicyRecord) -> None:
    """The motion's text is not in the record: its words are those of the letter."""
    note = dossier([record], as_of=AS_OF, language="nl")
    assert under(note, "Wat is gevraagd en geantwoord")[0] == (
        "De tekst van de motie van 8 december 2009 ontbreekt in het dossier; wat daarin is "
        "gevraagd, is aangehaald zoals de brief van 29 april 2010 het weergeeft."
    )


def test_the_paper_of_several_requests_is_named_once_above_them(invented: PolicyRecord) -> None:
    """One alone names it itself, and of questions none is said to be asked in a question."""
    alone = attrs.evolve(invented, requests=invented.requests[-1:], dispositions=())
    together, one = (
        under(dossier([each], as_of=INVENTED_AS_OF, language="nl"), "Wat is gevraagd en geantwoord")
        for each in (invented, alone)
    )
    asked, term = "Het lid Peters vraagt wie de radar levert.", "“uiterlijk op 30 juni 2032”."
    paper = "de vragen van 30 mei 2033"

    assert together.index(f"Uit {paper}:") < together.index(f"{asked} Gevraagde termijn: {term}")
    assert "In de motie van 14 januari 2031 is gevraagd:" in together
    assert [each for each in together if paper in each] == [f"Uit {paper}:"]
    assert one[0] == f"{asked} Dit komt uit de vraag van 30 mei 2033. Gevraagde termijn: {term}"
