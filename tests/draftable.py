"""Invented letters and answers to draft from, and what was proposed and decided of a draft."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import ssrpolicy
from ssrpolicy.model import Proposal

DAY = dt.date(2026, 3, 5)
BY = ("--by", "jansen", "--date", str(DAY))
"""Who decides, and when."""

LETTER = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 5 maart 2024

Geachte voorzitter,

Met belangstelling heb ik kennis genomen van de motie van het lid Van Dam.

De motie van het lid Van Dam (Kamerstuk 29 628, nr. 1200) verzoekt de regering om het aantal
wijkagenten in kleine gemeenten in kaart te brengen.

Ik beschouw de motie hiermee als afgedaan. De kosten van de politie zijn vorig jaar gestegen.

Het kabinet zal hiertoe met de korpschef afspraken maken en uw Kamer hierover voor het einde van
het jaar informeren. De regeling wordt volgend jaar geëvalueerd. Ik streef ernaar de wachttijden
te verkorten. Gemeenten zullen hun eigen plannen opstellen.

Hoogachtend,

De minister van Justitie en Veiligheid,

D. Yeşilgöz-Zegerius
"""

LETTER_OF = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 5 maart 2024

Geachte voorzitter,

{sentence}

Hoogachtend,

De minister van Justitie en Veiligheid,

D. Yeşilgöz-Zegerius
"""
"""A letter that says one sentence, its ``sentence``."""

ANSWERS = """\
Vragen van het lid Peters aan de Minister van Defensie (ingezonden 2 juli 2024).

Vraag 1

Bent u bekend met het bericht over de vertraging? Wat zijn de gevolgen?

Antwoord 1

Ja, dat bericht is mij bekend. De gevolgen van de vertraging zijn beperkt.

Vraag 2

Wanneer is de levering voorzien?

Antwoord 2

De levering is vertraagd door een staking. Na de zomer kom ik hier bij uw Kamer op terug.
"""

HEAD = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Datum 3 september 2031
Betreft Havens

Geachte voorzitter,

"""
CLOSE = "\n\nHoogachtend,\n\nDe minister van Infrastructuur en Waterstaat,\n\nA. Bakker\n"


def proposals(folder: Path, kind: str) -> list[Proposal]:
    """The proposals of a kind about which nobody decided."""
    return [each for each in ssrpolicy.draft(folder).proposals if each.kind == kind]


def decided(folder: Path) -> list[str]:
    """What was decided, in the order in which it was."""
    decisions: list[dict[str, Any]] = tomllib.loads((folder / "decisions.toml").read_text("utf-8"))[
        "decisions"
    ]
    return [each["decided"] for each in decisions]


HEAD_EN = """\
To the Chair of the House

Date 3 September 2031
Subject Ports

Dear Chair,

"""
CLOSE_EN = "\n\nYours sincerely,\n\nThe Minister of Infrastructure\n\nA. Bakker\n"
