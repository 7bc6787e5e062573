"""The XML of official publications, in both of its dialects."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from ssrpolicy.errors import InputError
from ssrpolicy.reporting import SourceReading
from ssrpolicy.starting import head_of

Read: TypeAlias = Callable[[str, bytes], SourceReading]

PAPER = """\
<?xml version="1.0" encoding="utf-8"?>
<officiele-publicatie><metadata><meta name="x" content="y"/></metadata><kamerstuk>
<kamerstukkop><tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>
<tekstregel inhoud="vergaderjaar">Vergaderjaar 2031-2032</tekstregel></kamerstukkop>
<dossier><dossiernummer><dossiernr>41 207</dossiernr></dossiernummer>
<titel>Haven van Lagemeer</titel></dossier>
<stuk><stuknr>Nr. <ondernummer kamer="2">15</ondernummer></stuknr>
<titel>BRIEF VAN DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT</titel>
<algemeen><vrije-tekst><tekst>
<al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al>
<al>Lagemeer, <datum isodatum="2031-09-08">8 september 2031</datum></al>
<al>De motie-De Wit<noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>Kamerstuk
41 207, nr. 12.</noot.al></noot> vraagt om over<?xpp afbm?>leg met
<nadruk type="cur">de bewo</nadruk>ners.</al>
<lijst type="expliciet"><li><li.nr>–</li.nr><al>de kade;</al></li>
<li><li.nr>–</li.nr><al>het water.</al></li></lijst>
<table><tgroup cols="2"><colspec colname="c1"/><tbody><row><entry><al>Jaar</al></entry>
<entry><al>Bedrag</al></entry></row></tbody></tgroup></table>
<al>Dat zal ik doen<noot id="n2" type="voet"><noot.nr>1</noot.nr><noot.al>Zie ook
aldaar.</noot.al></noot>.</al></tekst>
<tekst-sluiting><ondertekening><functie>De Minister van Infrastructuur en Waterstaat,</functie>
<naam><voornaam>A.B.</voornaam><achternaam>Voorbeeld</achternaam></naam></ondertekening>
</tekst-sluiting></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>
"""
OLDER = """\
<?xml version="1.0" encoding="utf-8"?>
<kamerwrk kamer="2" publtype="kst"><kop><titel>Tweede Kamer der Staten-Generaal</titel>
<subtitel>2</subtitel><subtitel>Vergaderjaar 1997-1998</subtitel></kop>
<frontm><versie dtd="0.10">x</versie><ordernr>8K0001</ordernr><vergjaar>1997-1998</vergjaar>
<onderw><nummer>24 507</nummer><naam>Haven van Lagemeer</naam></onderw></frontm>
<body><stuk><ltrlabel>Nr. </ltrlabel><nummer>4</nummer>
<titel>BRIEF VAN DE MINISTER VAN VERKEER EN WATERSTAAT</titel>
<al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al>
<al>'s-Gravenhage, 5 maart 1998</al><tuskop letat="vet">Overleg</tuskop><al>Ik zal met de
bewoners <?xpp qa?>overleggen.</al><witreg></witreg><nieuw>Zo is het.</nieuw></stuk></body>
</kamerwrk>
"""
QUESTIONS = """\
<officiele-publicatie><kamervragen><kamervraagkop>
<tekstregel inhoud="vergaderjaar">Vergaderjaar 2031-2032</tekstregel>
<tekstregel>Aanhangsel van de Handelingen</tekstregel></kamervraagkop>
<kamervraagnummer>100</kamervraagnummer>
<kamervraagomschrijving>Vragen van het lid <naam><achternaam>De Wit</achternaam></naam> over
<kamervraagonderwerp>de haven</kamervraagonderwerp>.</kamervraagomschrijving>
<vraag><nr>Vraag 1</nr><al>Is dit zo?</al></vraag>
<antwoord><nr>Antwoord 1</nr><al>Ja, dat is zo.</al></antwoord></kamervragen></officiele-publicatie>
"""


def test_a_paper_is_read_with_its_notes_at_the_end(read: Read) -> None:
    """An instruction inside a word is nothing, an item is a paragraph, and so is a row."""
    made = read("publication", PAPER.encode())

    assert made.text == (
        "Tweede Kamer der Staten-Generaal\n\nVergaderjaar 2031-2032\n\n41 207\n\n"
        "Haven van Lagemeer\n\nNr. 15\n\n"
        "BRIEF VAN DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT\n\n"
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n"
        "Lagemeer, 8 september 2031\n\n"
        "De motie-De Wit¹ vraagt om overleg met de bewoners.\n\n– de kade;\n\n– het water.\n\n"
        "Jaar\tBedrag\n\nDat zal ik doen¹.\n\n"
        "De Minister van Infrastructuur en Waterstaat,\n\nA.B. Voorbeeld\n\n"
        "¹ Kamerstuk 41 207, nr. 12.\n\n¹ Zie ook aldaar.\n"
    )
    assert made.remarks == ()


def test_the_head_of_a_paper_states_what_it_is(read: Read) -> None:
    """Number, date, kind and author come from what is printed."""
    made = read("publication", PAPER.encode())
    head = head_of(made.text, made.parts)

    assert (str(head.number), str(head.date), head.kind) == ("kst-41207-15", "2031-09-08", "letter")
    assert [each.value for each in head.authors] == ["minister-ienw"]


def test_a_paper_of_the_older_dialect_is_read(read: Read) -> None:
    """What the publisher kept for itself is set apart, and an unknown element is named."""
    made = read("publication", OLDER.encode())

    assert made.text == (
        "Tweede Kamer der Staten-Generaal\n\n2\n\nVergaderjaar 1997-1998\n\n24 507\n\n"
        "Haven van Lagemeer\n\nNr. 4\n\nBRIEF VAN DE MINISTER VAN VERKEER EN WATERSTAAT\n\n"
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n"
        "'s-Gravenhage, 5 maart 1998\n\nOverleg\n\nIk zal met de bewoners overleggen.\n\n"
        "Zo is het.\n"
    )
    assert [each.text for each in made.parts.apart] == ["x", "8K0001", "1997-1998"]
    (remark,) = made.remarks
    assert remark == "The XML has elements that are not known; their text was kept: nieuw."
    assert str(head_of(made.text).number) == "kst-24507-4"


def test_questions_and_answers_have_headings(read: Read) -> None:
    """Each question and each answer stands under its own."""
    made = read("publication", QUESTIONS.encode())

    assert "\n\nVraag 1\n\nIs dit zo?\n\nAntwoord 1\n\nJa, dat is zo.\n" in made.text
    assert "Vragen van het lid De Wit over de haven." in made.text
    assert str(head_of(made.text).number) == "ah-tk-20312032-100"


ENTITIES = '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><officiele-publicatie>&b;'


@pytest.mark.parametrize(
    "data, said",
    [
        ("<officiele-publicatie><handelingen/></officiele-publicatie>", "but of: handelingen"),
        ("<staatscourant><al>x</al></staatscourant>", "but of: staatscourant"),
        (ENTITIES, "the XML has entities of its own"),
        (
            "<!--" + "x" * 30_000 + "-->" + ENTITIES + "</officiele-publicatie>",
            "the XML has entities of its own",
        ),
        ("<!DOCTYPE kamerwrk SYSTEM 'x'><kamerwrk><al>caf&eacute;</al></kamerwrk>", "entities"),
        ("<kamerwrk><al>open</kamerwrk>", "this is not well-formed XML"),
        ("<kamerwrk>" + "<al>" * 5_000, "its elements are nested too deeply"),
        ("<kamerwrk><al>" + "woord " * 2_000_000, "a text, a name or a tag with its attributes"),
        ("<kamerwrk><body/></kamerwrk>", "the XML has no text"),
        ("<kamerwrk>" + "<witreg/>" * 300_001 + "</kamerwrk>", "more than 300,000 elements"),
    ],
    ids=[
        "proceedings",
        "gazette",
        "entities",
        "late",
        "undeclared",
        "broken",
        "deep",
        "long",
        "empty",
        "many",
    ],
)
def test_other_xml_is_refused_with_words(read: Read, data: str, said: str) -> None:
    """The message says what it is."""
    with pytest.raises(InputError) as refused:
        read("publication", data.encode())

    assert said in refused.value.message
