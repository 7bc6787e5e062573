"""Heads of committees, governments, cover letters and answers; the papers are invented."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

import ssrpolicy
from ssrpolicy.model import Claim, Request
from ssrpolicy.starting import begin_record
from ssrpolicy.starting.head import head_of

COMMITTEE = """\
BRIEF VAN DE VOORZITTERS VAN DE VASTE COMMISSIES VOOR HAVENS EN KADES, VOOR VISSERIJ, KUST EN SLUIZEN, EN VOOR DIJKEN EN DE HOGE COLLEGES VAN HET WATER / ALGEMENE ZAKEN EN HUIS VAN DE ZEE, STRANDEN EN DUINEN

Aan de Minister van Defensie

Den Haag, 9 december 2022

De leden van de vaste commissies hebben kennisgenomen van uw brief over de havens.

Kunt u aangeven of deze berichten over de haven kloppen?
"""  # noqa: E501 - a head of one line, as the publisher prints it
RESPONSE = """\
Government Response to the House of Lords Harbours Committee report: Safer quays (HTML)
Published 10 February 2025

The Government is grateful to the House of Lords Harbours Committee for its inquiry into quays.
"""
COVER = """\
Antwoord op vragen van het lid Van der Bos (XYZ) over de havens

Den Haag, 5 januari 2026

Geachte voorzitter,

Hierbij zend ik u de antwoorden op de vragen van het lid Van der Bos (XYZ) over de havens
(2025Z99999, ingezonden 1 december 2025).

Hoogachtend,
DE STAATSSECRETARIS VAN INFRASTRUCTUUR EN WATERSTAAT - HAVENS EN KADES,

A. Bakker
"""
PRINTED = """\
Voortgang van de havens
Brief regering
Nummer: 2031D00001, datum: 2031-09-03, bijgewerkt: 2031-09-04 16:08, versie: 3
Tweede Kamer der Staten-Generaal | 2 |
Vergaderjaar 2031-2032 |
31 999 Havens
Nr. 874 BRIEF VAN DE MINISTER VAN DEFENSIE
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 3 september 2031
De kades van de haven zijn vorig jaar gemeten en daarna zijn zij verhoogd.

Uw Kamer heeft de resultaten van die metingen al in het voorjaar ontvangen.
"""


@pytest.fixture
def begun(tmp_path: Path) -> Callable[[str], Path]:
    """A function that makes a record of a text."""

    def make(text: str) -> Path:
        file = tmp_path / "letter.txt"
        file.write_text(text, encoding="utf-8")
        return begin_record(file, tmp_path / "record").folder

    return make


def claimed(folder: Path) -> list[str]:
    """What is proposed as a claim."""
    entries = [each.entry for each in ssrpolicy.draft(folder).proposals]
    return [each.quotes[0].quote for each in entries if isinstance(each, Claim)]


def test_committees_write_to_a_minister(begun: Callable[[str], Path]) -> None:
    """Their chairs are the authors, and what they ask is asked in their letter."""
    head = head_of(COMMITTEE)
    folder = begun(COMMITTEE)
    proposed = [each.entry for each in ssrpolicy.draft(folder).proposals]

    assert [each.words[:43] for each in head.authors] == [
        "Voorzitters van de Vaste Commissies voor Ha"
    ]
    assert [e.document for e in proposed if isinstance(e, Request)] == ["letter"]
    assert not [each for each in claimed(folder) if each.startswith("BRIEF")]


def test_a_government_responds_to_a_committee(begun: Callable[[str], Path]) -> None:
    """Title and day of publication are its head, and no claims."""
    head = head_of(RESPONSE)

    assert [each.words for each in head.authors] == ["Government"]
    assert head.addressee is not None
    assert head.addressee.words == "House of Lords Harbours Committee"
    assert not [e for e in claimed(begun(RESPONSE)) if "Published" in e or "Safer quays" in e]


def test_a_cover_letter_says_whose_questions_it_answers() -> None:
    """A state secretary with a field of work of their own is the one that the list has."""
    head = head_of(COVER)

    assert [each.value for each in head.authors] == ["staatssecretaris-ienw"]
    assert head.questions is not None
    assert [each.value for each in head.questions.authors] == ["van-der-bos"]
    assert head.questions.date == dt.date(2025, 12, 1)


def test_what_a_site_prints_is_not_claimed(begun: Callable[[str], Path]) -> None:
    """Numbers, versions and session years stand around the text."""
    found = " ".join(claimed(begun(PRINTED)))

    assert "kades" in found
    assert not [each for each in ("versie", "Vergaderjaar", "| 2 |", "BRIEF") if each in found]


@pytest.mark.parametrize(
    "words",
    [
        (
            "Antwoord op vragen van het lid Van der Bos over de havens\n\n"
            "Antwoord van Minister Bakker (Defensie) (ontvangen 22 december 2031)\n\n"
            "Vraag 1\n\nKlopt dit bericht over de havens?\n\nAntwoord 1\n\nJa, dat klopt.\n"
        ),
        (
            "Answers to written questions by the member Van der Bos about the ports\n\n"
            "Question 1\n\nIs this report on the ports right?\n\nAnswer 1\n\nYes, it is.\n"
        ),
    ],
)
def test_answers_are_called_so(tmp_path: Path, words: str) -> None:
    """Who answers questions is not taken for who asked them."""
    file = tmp_path / "letter.txt"
    file.write_text(words, encoding="utf-8")
    made = begin_record(file, tmp_path / "record")

    assert made.stated[0] == "kind answers to written questions"
