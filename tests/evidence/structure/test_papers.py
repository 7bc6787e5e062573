"""Letters in English, motions, written questions and letters of today."""

from evidence.structure.parts import headings, kinds, of_kind
from ssrpolicy.evidence import SourceText

ENGLISH = """MINISTRY OF FOREIGN AFFAIRS

To the Speaker of the House of Representatives

The Hague, 29 April 2010

Subject: security sector reform

Dear Madam Speaker,

This letter answers the motion. It was asked for.

1. Introduction

The government takes the view that no more is needed.

2. Next steps

Three things follow:

- a mission to Burundi;
- a fund, and
- advice.

Yours sincerely,

J. Smith
Minister of Foreign Affairs
"""


def test_english_letter_with_numbered_headings() -> None:
    """An English letter has its parts told apart, too."""
    assert [kind for kind, _ in kinds(ENGLISH)] == [
        *["letterhead"] * 5,
        *["body", "heading", "body", "heading", "body", "body"],
        *["signature"] * 2,
    ]
    source = SourceText(ENGLISH)
    assert headings(source) == ("1. Introduction", "2. Next steps")
    assert [sentence.text for sentence in source.sentences][-3:] == [
        "- a mission to Burundi;",
        "- a fund, and",
        "- advice.",
    ]


def test_several_signatories() -> None:
    """Each office with its name is a signature; an annex after them is body text again."""
    text = (
        "De ministers zetten dit voort.\n\n"
        "De minister van Buitenlandse Zaken,\nA. de Boer\n\n"
        "Mede namens de minister van Defensie,\nB. C. van Dijk\n\n"
        "Bijlage\n\nDe cijfers staan hieronder.\n"
    )
    expected = ["body", "signature", "signature", "heading", "body"]
    assert [kind for kind, _ in kinds(text)] == expected


MOTION = """Vergaderjaar 2030\u20132031

41 207

Versterking van het toezicht op de veiligheidssector in partnerlanden

Nr. 12

MOTIE VAN DE LEDEN DE WIT EN JANSEN

Voorgesteld 8 december 2030

De Kamer,

gehoord de beraadslaging,

verzoekt de regering de Kamer te informeren over de mogelijkheden,

en gaat over tot de orde van de dag.

De Wit

Jansen
"""


def test_motion() -> None:
    """A motion's head and the names of its movers are not body text; each of its parts is."""
    assert of_kind(MOTION, "heading") == []
    assert of_kind(MOTION, "signature") == ["De Wit", "Jansen"]
    assert of_kind(MOTION, "body") == [
        "De Kamer,",
        "gehoord de beraadslaging,",
        "verzoekt de regering",
        "en gaat over",
    ]


def test_letter_of_today() -> None:
    """The address, the fields and the page numbers of a printed letter are told from its text."""
    text = (
        "> Retouradres Postbus 20061 2500 EB Den Haag\n\n"
        "Aan de Voorzitter van de\nTweede Kamer der Staten-Generaal\nDen Haag\n\n"
        "Datum       5 maart 2031\nBetreft     Stand van zaken moties\n\n"
        "Geachte voorzitter,\n\n"
        "Hierbij bied ik u de stand van zaken aan. Ik ga in op:\n\n"
        "-   de motie-Van der Wit c.s. (Kamerstuk 41 207, nr. 12);\n-   overig.\n\n"
        "1.1 Uitvoering van de motie over de inzet\nvan Nederland in de Sahel\n\n"
        "Het kabinet zal:\na. de inzet verhogen;\nb. met de EU spreken.\n\n"
        "                              Pagina 1 van 2\n"
        "\fMeer volgt later.\n\n"
        "De minister van Buitenlandse Zaken,\n\n\n\nA. de Wit\n"
    )
    assert [kind for kind, _ in kinds(text)] == [
        *["letterhead"] * 4,
        *["body", "body", "heading", "body", "ornament", "body"],
        *["signature"] * 2,
    ]
    assert [sentence.text for sentence in SourceText(text).sentences] == [
        "Hierbij bied ik u de stand van zaken aan.",
        "Ik ga in op:",
        "- de motie-Van der Wit c.s. (Kamerstuk 41 207, nr. 12);",
        "- overig.",
        "Het kabinet zal:",
        "a. de inzet verhogen;",
        "b. met de EU spreken.",
        "Meer volgt later.",
    ]


def test_who_asks_and_who_answers_stands_in_the_head_of_written_questions() -> None:
    """Neither is a sentence to be recorded; the first question is."""
    text = (
        "Vragen gesteld door de leden der Kamer\n\n2210\n\n"
        "Vragen van de leden De Wit en Voorbeeld (beiden ABC) aan de Minister van Defensie over\n"
        "bericht «Haven gaat dicht. Wat nu?» (ingezonden 5 juli 2031).\n\n"
        "Antwoord van Minister Voorbeeld (Defensie), mede namens de Minister van Financiën\n"
        "(ontvangen 22 augustus 2031). Zie ook Aanhangsel Handelingen, nr. 2166.\n\n"
        "Vraag 1\n\nBent u bekend met het bericht?\n\nAntwoord 1\n\nJa.\n"
    )

    assert [sentence.text for sentence in SourceText(text).sentences] == [
        "Bent u bekend met het bericht?",
        "Ja.",
    ]
