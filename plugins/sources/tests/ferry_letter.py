"""An invented letter of two pages to Parliament, about the night ferry of an invented country."""

from __future__ import annotations

import textwrap

from plugins.sources.tests.pdf_files import PdfFile

_LEFT, _TOP, _FOOT = 80, 705, 30
_SIZE, _PITCH = 11, 18
_WIDTH = 72
_LOWEST = 170

_HEAD = (
    "De Voorzitter van de Tweede Kamer",
    "der Staten-Generaal",
    "",
    "Datum 14 maart 2033",
    "Betreft Nachtveer naar Westwaard",
)
TEXT = """\
Geachte voorzitter,

In de motie van het lid Terpstra (Kamerstuk 41 310, nr. 7) wordt de regering verzocht de
veerdienst tussen Duinhaven en Westwaard ook na middernacht te laten varen. Met deze brief
informeer ik uw Kamer, mede namens de Minister van Zorg, over de manier waarop ik de motie
uitvoer.

Aanleiding

Westwaard heeft 2.300 inwoners en geen ziekenhuis. Wie na de laatste boot van 23.15 uur zorg
nodig heeft, is aangewezen op de reddingsboot. In 2032 voer de reddingsboot 41 keer met een
patiënt aan boord. De bemanning kan dat werk niet blijven doen naast haar eigenlijke taak.

Proef met een nachtveer

Ik geef uitvoering aan de motie met een proef. Vanaf 1 september 2033 vaart er elke nacht een
veerboot om 1.30 uur uit Duinhaven en om 2.30 uur terug. De proef duurt een jaar. Voor de proef
stel ik ten hoogste 1,4 miljoen euro beschikbaar. Een dienst die de hele nacht vaart, acht ik
niet doelmatig: daarvoor is het aantal reizigers te klein.

Het tarief is gelijk aan dat van overdag. Na afloop van de proef kan de dienst blijven, mits ten
minste 20 reizigers per nacht er gebruik van maken. Ik streef ernaar om de boot in de loop van
2034 elektrisch te laten varen.

Vervolg

Ik zal uw Kamer uiterlijk op 1 december 2034 informeren over de uitkomsten van de proef. Daarna
stuur ik uw Kamer jaarlijks een overzicht van het gebruik. De Minister van Zorg onderzoekt met
de huisartsen van Westwaard of er op het eiland een zorgpost kan komen, en informeert uw Kamer
daarover voor de zomer van 2033.

Ik vertrouw erop u hiermee voldoende te hebben geïnformeerd.

Hoogachtend,

De Minister van Kust en Water,

T. de Ruyter-Zand"""
_SET_AS_HEADINGS = ("Aanleiding", "Proef met een nachtveer", "Vervolg")


def ferry_letter() -> PdfFile:
    """The letter: its reference in a margin, its headings in italics, and page numbers below."""
    made = PdfFile()
    height = _new_page(made, 1)
    made.lines(_LEFT, height, _HEAD, _SIZE, _PITCH)
    height -= (len(_HEAD) + 2) * _PITCH
    page = 1
    for paragraph in TEXT.split("\n\n"):
        heading = paragraph in _SET_AS_HEADINGS
        for line in textwrap.wrap(paragraph, _WIDTH):
            if page == 1 and height < _LOWEST:
                page, height = 2, _new_page(made, 2)
            made.words(_LEFT, height, line, _SIZE, "italic" if heading else "plain")
            height -= _PITCH
        # A heading stands right above its text.
        height -= 0 if heading else _PITCH
    return made


def _new_page(made: PdfFile, number: int) -> int:
    """Begin a page with its margin and its number, and return how high its text begins."""
    made.page().words(_LEFT, _FOOT, f"Pagina {number} van 2", 7)
    made.lines(490, _TOP, ("Kenmerk", "KW-2033-0178"), 7, 9)
    return _TOP
