"""What was odd about a citation, as a stable code and a sentence in Dutch and in English."""

from __future__ import annotations

from attrs import field, frozen

from ssrpolicy.model.texts import Language

# Each code with its two sentences; the places in braces are filled from what was read.
_SENTENCES: dict[str, dict[Language, str]] = {
    "year-behind-suffix": {
        "nl": "{0} is gelezen als het jaar achter het dossier, niet als het nummer van een stuk.",
        "en": "{0} was read as the year after the dossier, not as the number of a paper.",
    },
    "year-or-number": {
        "nl": "Of {0} een jaar is of het nummer van een stuk, is niet te zeggen.",
        "en": "Whether {0} is a year or the number of a paper cannot be determined.",
    },
    "no-dossier": {
        "nl": "Er staat een nummer zonder dossier; welk stuk bedoeld is, is niet te zeggen.",
        "en": "The number stands without a dossier; which paper is meant cannot be determined.",
    },
    "dossier-assumed": {
        "nl": "Er staat een nummer zonder dossier; aangenomen is dat dossier {0} bedoeld is.",
        "en": "The number stands without a dossier; dossier {0} was assumed.",
    },
    "joint-dossiers": {
        "nl": "Eén nummer staat achter verscheidene dossiers; bij welk dossier het hoort, is niet "
        "te zeggen.",
        "en": "One number stands after several dossiers; which of them it belongs to cannot be "
        "determined.",
    },
    "dossier-or-paper": {
        "nl": "Of {0} een dossier is of stuk {1} in dossier {2}, is niet te zeggen.",
        "en": "Whether {0} is a dossier or paper {1} in dossier {2} cannot be determined.",
    },
    "dossier-part": {
        "nl": "{0} is gelezen als deel van het dossiernummer.",
        "en": "{0} was read as part of the dossier number.",
    },
    "reprint": {
        "nl": "Achter het nummer staat een herdruk ({0}); het adres is dat van het stuk zelf.",
        "en": "A reprint is named after the number ({0}); the address is that of the paper.",
    },
    "letter-or-chapter": {
        "nl": "Of {0} een begrotingshoofdstuk is of een stuk van de Eerste Kamer, is niet te "
        "zeggen.",
        "en": "Whether {0} is a budget chapter or a paper of the Senate cannot be determined.",
    },
    "letter-and-number": {
        "nl": "Er staan een nummer en een letter; welk van de twee het stuk aanwijst, is niet te "
        "zeggen.",
        "en": "There are a number and a letter; which of them names the "
        "paper cannot be determined.",
    },
    "session-year-missing": {
        "nl": "Oudere stukken van de Eerste Kamer hebben het vergaderjaar in hun nummer; zonder "
        "vergaderjaar kan dit nummer een ander zijn.",
        "en": "Older papers of the Senate have the session year in their number; without it, this "
        "number may be a different one.",
    },
    "session-year-doubtful": {
        "nl": "Of een stuk van de Eerste Kamer uit {0} het vergaderjaar in zijn nummer heeft, is "
        "niet te zeggen.",
        "en": "Whether a paper of the Senate from {0} has the session year in its number cannot "
        "be determined.",
    },
    "range": {
        "nl": "De reeks {0} tot en met {1} staat voor {2} stukken.",
        "en": "The range {0} to {1} stands for {2} papers.",
    },
    "range-doubtful": {
        "nl": "{0} tot {1} is geen oplopende reeks van redelijke lengte; alleen de twee genoemde "
        "stukken zijn kandidaat.",
        "en": "{0} to {1} is not a rising range of sensible length; only the two papers named are "
        "candidates.",
    },
    "no-number-marker": {
        "nl": "{0} is gelezen als het nummer van een stuk, al staat er geen 'nr.' voor.",
        "en": "{0} was read as the number of a paper, though no 'nr.' stands before it.",
    },
    "unmarked": {
        "nl": "Alleen de vorm wijst op een Kamerstuk; de woorden eromheen zeggen het niet.",
        "en": "Only the form suggests a parliamentary paper; the words around it do not say so.",
    },
    "dossier-or-amount": {
        "nl": "{0} kan een dossier zijn of een hoeveelheid; gelezen is een dossier.",
        "en": "{0} may be a dossier or an amount; it was read as a dossier.",
    },
    "house-missing": {
        "nl": "Er staat niet bij van welke Kamer dit stuk is.",
        "en": "The words do not say which House this paper is from.",
    },
    "session-year-unknown": {
        "nl": "Zonder vergaderjaar is dit stuk niet aan te wijzen.",
        "en": "Without a session year this paper cannot be identified.",
    },
    "proceedings-page": {
        "nl": "Er staat een bladzijde en geen item; het nummer is daaruit niet af te leiden.",
        "en": "A page is named and no item; the number cannot be derived from it.",
    },
    "malformed-identifier": {
        "nl": "Dit lijkt op een nummer van de officiële publicaties, maar is het niet.",
        "en": "This looks like a number of the official publications, but is not one.",
    },
}

CODES = tuple(sorted(_SENTENCES))


@frozen
class CitationWarning:
    """One thing that was odd about a citation.

    Attributes:
        code: a stable name for the kind of oddity, one of ``CODES``.
        details: the words that the sentence speaks of, in its order.
    """

    code: str = field()
    details: tuple[str, ...] = ()

    @code.validator
    def _known(self, _attribute: object, value: str) -> None:
        if value not in _SENTENCES:
            msg = f"There is no citation warning {value!r}."
            raise ValueError(msg)

    def message(self, language: Language = "en") -> str:
        """Return the warning as a sentence."""
        return _SENTENCES[self.code][language].format(*self.details)

    def __str__(self) -> str:
        """Return the warning as an English sentence."""
        return self.message()
