"""The words of events, in Dutch and English."""

from typing import Final

from ssrpolicy import Language

WORDS: Final[dict[Language, dict[str, str]]] = {
    "nl": {
        "name": "Termijnen van toezeggingen",
        "about": "Termijnen: {title}",
        "selected": "{name} (selectie)",
        "due": "Termijn: {summary}",
        "due_in_words": "Termijn {term}: {summary}",
        "met": "Aangetoond: {summary}",
        "said": "Gemeld als voldaan, niet aangetoond: {summary}",
        "off": "Vervallen: {summary}",
        "owners": "Verantwoordelijk: {names}",
        "nobody": "Verantwoordelijk: niet genoemd",
        "term": "Termijn: {term}",
        "state": "Stand: {state}",
        "source": "Bron: {document}",
    },
    "en": {
        "name": "Due dates of commitments",
        "about": "Due dates: {title}",
        "selected": "{name} (selection)",
        "due": "Due: {summary}",
        "due_in_words": "Due {term}: {summary}",
        "met": "Shown: {summary}",
        "said": "Reported as fulfilled, not shown: {summary}",
        "off": "No longer due: {summary}",
        "owners": "Responsible: {names}",
        "nobody": "Responsible: not named",
        "term": "Timeframe: {term}",
        "state": "Status: {state}",
        "source": "Source: {document}",
    },
}
"""What an event says besides what is recorded, by the language of the report."""
