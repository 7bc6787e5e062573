"""Words that a summary keeps: what limits, doubts, counts or dates something, and who does it."""

from __future__ import annotations

import re
from typing import Final

#: A word or sign of these is lost by nobody: without it a sentence would say more.
_KEPT: Final = {
    "nl": re.compile(
        r"\d|\b(?:"
        # what is not, or only partly, so
        r"niet|geen|nooit|niets|niemand|nergens|evenmin|noch|zonder|nauwelijks|onvoldoende"
        r"|alleen|slechts|uitsluitend|enkel|pas|vooral|voornamelijk|hoofdzakelijk|zeker"
        r"|met name|in het bijzonder|behalve|behoudens|uitgezonderd|uitzondering\w*|buiten"
        r"|beperkt\w*|deels|gedeeltelijk\w*|tijdelijk\w*|wel|nog|al dan|tegen|exclusief|excl"
        r"|inclusief|incl|mede|echter|hoewel|terwijl|ondanks"
        # what must hold, and what is not sure
        r"|als|indien|wanneer|mits|tenzij|zodra|zolang|zover|afhankelijk\w*|voorbehoud"
        r"|voorwaard\w*|randvoorwaard\w*|moet\w*|dien(?:t|en)|mogelijk\w*|nodig|wenselijk"
        r"|verwacht\w*|beoog\w*|beoogd\w*|stree\w*|tracht\w*|probe\w*|poging\w*|voornemen\w*"
        r"|wil|willen|zou|zouden|kan|kunnen|kunt|mag|mogen|hopelijk|hoop|hopen|waarschijnlijk"
        r"|vermoedelijk|wellicht|misschien|eventue\w*|in principe|in beginsel|vooralsnog"
        r"|voorlopig\w*|zoveel|spoedig|snel"
        # who says so
        r"|aldus|volgens|zegt|zeggen|stelt|vindt|meent|zogen\w+"
        # what is undertaken, and by whom
        r"|zal|zullen|ga|gaat|gaan|toezeg\w*|informe\w*|bericht\w*|uw Kamer|de Kamer"
        r"|kabinet\w*|regering|minister\w*|staatssecretaris\w*|rijk|namens|ik"
        # how many, and when
        r"|\u00e9\u00e9n|eerste|twee\w*|drie\w*|vier\w*|vijf\w*|zes\w*|zeven\w*|acht|achtste|negen\w*|tien\w*|elf"
        r"|twaalf\w*|twintig\w*|dertig|veertig|vijftig|honderd\w*|duizend\w*|miljoen\w*"
        r"|miljard\w*|procent\w*|helft|kwart|derde\w*|hooguit|hoogste"
        r"|minste|minstens|maxima\w*|minima\w*|circa|ongeveer|minder|meer dan|btw|\u20ac"
        r"|uiterlijk|jaar\w*|jaren|maand\w*|kwarta\w*|wek\w+|week\w*|dag|dagen|dagelijks"
        r"|zomer\w*|herfst|winter\w*|voorjaar\w*|najaar\w*|reces\w*|eind|einde|begin|medio"
        r"|termijn\w*|komende?|volgende?|binnenkort|vandaag|morgen|nu|momenteel|eerder|later"
        r"|voordat|nadat|totdat|sinds|vanaf"
        r"|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
        r"|december)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\d|n't\b|n\u2019t\b|\b(?:"
        r"not|no|never|none|nobody|nothing|nowhere|neither|nor|without|hardly|barely|cannot"
        r"|only|solely|merely|mainly|mostly|chiefly|primarily|particularly|in particular"
        r"|especially|except\w*|excluding|apart|other than|but|limited|partly|partially"
        r"|temporar\w*|yet|still|against|although|though|while|whereas|despite|however"
        r"|if|when|where|whether|unless|until|provided|providing|once|as long|so far|subject"
        r"|depend\w*|condition\w*|contingent|must|should|needs?|needed|necessary|appropriate"
        r"|possible|possibly|practicable|expect\w*|intend\w*|intention|aims?|aiming|seeks?"
        r"|seeking|tr(?:y|ies|ying)|attempt\w*|hop(?:e|es|ing)|hopefully|plan(?:s|ned)?"
        r"|would|could|can|may|might|likely|probably|perhaps|potential\w*|in principle"
        r"|provisional\w*|will|shall|inform|update|report to|government|minister\w*|cabinet"
        r"|secretary|department|behalf|I|according|says?|said|claims?|argues?|alleged\w*"
        r"|reported\w*|so-called"
        r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty"
        r"|fifty|hundreds?|thousands?|millions?|billions?|percent|half|third|quarter\w*"
        r"|one|first|second|most|least|up to|approximately|fewer|less|more than|VAT|years?"
        r"|annual\w*|months?|monthly|weeks?|weekly|days?|daily|summer|autumn"
        r"|winter|spring|recess|end|beginning|mid|term|coming|next|soon|shortly|today"
        r"|tomorrow|now|currently|earlier|later|before|after|since|January|February"
        r"|March|April|May|June|July|August|September|October|November|December)\b",
        re.IGNORECASE,
    ),
}


def must_stay(words: str, language: str) -> bool:
    """Whether words limit, doubt, count, date or undertake something, or say who does it."""
    return _KEPT[language].search(words) is not None
