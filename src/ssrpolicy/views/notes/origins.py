"""Where the facts about a document come from: the register, another place, or nowhere."""

from collections.abc import Iterable

from ssrpolicy.model import Document
from ssrpolicy.views.language import words
from ssrpolicy.views.notes.part import Part


def origins(part: Part, document: Document) -> list[str]:
    """Return a sentence for each place that facts come from which the paper does not state."""
    said = []
    if document.metadata_from is not None:
        said.append(part.words("briefing.from_register"))
    elif document.from_register:
        fields = ", ".join(_fields(part, document.from_register))
        said.append(part.words("briefing.partly_from_register", fields=fields))
    for each in document.facts_from:
        place = each.name if each.url is None else f"{each.name} ({each.url})"
        fields = part.listing(_fields(part, each.facts))
        said.append(part.words("briefing.facts_from", fields=fields, name=place))
    if document.unsourced:
        fields = part.listing(_fields(part, document.unsourced))
        said.append(part.words("briefing.unsourced", fields=fields))
    return said


def _fields(part: Part, names: Iterable[str]) -> list[str]:
    known = words("briefing_particular")
    return [part.words(f"briefing_particular.{n}") if n in known else n for n in names]
