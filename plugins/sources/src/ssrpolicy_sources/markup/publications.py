"""The reader of official publications: parliamentary papers and written questions as XML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from attrs import define, field
from lxml import etree

from ssrpolicy.reporting import ApartKind, InputError, SourceReading
from ssrpolicy_sources.markup.flow import Flow
from ssrpolicy_sources.markup.parsing import parsed_xml
from ssrpolicy_sources.messages import _
from ssrpolicy_sources.text import raised


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Each begins and ends a paragraph. The first line of each list is of papers since 2010, the
# second of those from 1995 to 2009.
_BLOCKS: Final = _names(
    """
    al noot.al tussenkop titel subtitel kop tekstregel dossiernr stuknr datumtekst functie plaats
    ondertekening li kamervraagnummer kamervraagomschrijving kamervraagopmerking vraag antwoord
    box title row wat lid artikel citaat-al term definitie bron bijschrift onderschrift afzender
    considerans.al aanhef slotformulier.al dagtekening groet context.al motie-overwegingen
    tuskop onderw ondtek lijst tabblok adres
    """
)
_CONTAINERS: Final = _names(
    """
    officiele-publicatie kamerstuk kamervragen kamerstukkop kamervraagkop dossier dossiernummer
    stuk algemeen vrije-tekst tekst divisie al-groep lijst tekst-sluiting table tgroup thead tbody
    tfoot circulaire bijlage hoofdstuk paragraaf structuurtekst definitielijst definitie-item
    citaat plaatje illustratie kamerstukonderwerp voorwerk nawerk considerans aanhef wetgeving
    regeling regeling-tekst wettekst wijzig-artikel wij slotformulier advies motie
    kamerwrk frontm body kamvragen kamvraag deel
    """
)
_INLINE: Final = _names(
    """
    nadruk extref intref sup inf ondernummer datum achternaam voornaam nr li.nr kamervraagonderwerp
    ltrlabel dossiernummer-id entry unl organisatie noot.nr lidnr url redactie begrip abbr symbool
    lb nummer letat super sub emf versie-nr
    """
)
_EITHER: Final = _names("naam datum")
_SILENT: Final = _names("colspec spanspec metadata meta witreg")
_APART: Final = _names("versie ordernr vergjaar")
_NOTES: Final = _names("noot voetnoot")
_SPACED: Final = _names("achternaam voornaam al")
_PAPERS: Final = _names("kamerstuk kamervragen kamerwrk")


def read(data: bytes) -> SourceReading:
    """Return the text of a paper; raises InputError for XML of anything else."""
    root = parsed_xml(data)
    kind = _kind(root)
    if kind not in _PAPERS:
        raise InputError(
            _("the XML is not that of a parliamentary paper, but of: {kind}.", kind=kind),
            hint=_("Take the XML of the letter itself, whose name begins with kst- or ah-."),
        )
    walk = _Walk()
    walk.element(root)
    walk.flow.end()
    remarks = []
    if walk.unknown:
        named = ", ".join(sorted(walk.unknown)[:20])
        remarks.append(
            _("The XML has elements that are not known; their text was kept: {names}.", names=named)
        )
    if not walk.flow.text.last.strip():
        raise InputError(_("the XML has no text."))
    return walk.flow.text.reading(_words(root), remarks)


def _kind(root: Any) -> str:
    """Return the name of the element that says what is published."""
    if root.tag != "officiele-publicatie":
        return str(etree.QName(root).localname)
    inner = [each.tag for each in root if isinstance(each.tag, str) and each.tag != "metadata"]
    return next((tag for tag in inner if tag in _PAPERS), inner[0] if inner else str(root.tag))


def _words(root: Any) -> Iterator[str]:
    """Yield every text of a document but what is between the signs of comments."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.text:
            yield element.text
        if element.tail:
            yield element.tail


@define
class _Walk:
    """One pass over the elements of a paper."""

    flow: Flow = field(factory=Flow)
    unknown: set[str] = field(factory=set)

    def element(self, element: Any) -> None:
        """Add an element, with what stands in it."""
        if not isinstance(element.tag, str):
            return  # an instruction such as <?xpp?>, which may stand inside a word
        tag = str(etree.QName(element).localname)
        if tag in _NOTES:
            self._note(element)
        elif tag in _APART:
            self.flow.text.apart(ApartKind.HIDDEN, " ".join(element.itertext()))
        elif (
            tag == "al"
            and element.getprevious() is not None
            and _is(element.getprevious(), "li.nr")
        ):
            self.flow.apart_by_blank()
            self._inside(element)
            self.flow.end()
        elif (tag == "nr" and _is(element.getparent(), "vraag", "antwoord")) or self._is_block(
            element, tag
        ):
            self.flow.end()
            self._inside(element)
            self.flow.end()
        else:
            if tag == "entry":
                self.flow.next_cell()
            elif tag in _SPACED:
                self.flow.apart_by_blank()
            self._inside(element)

    def _is_block(self, element: Any, tag: str) -> bool:
        """Whether an element makes paragraphs; else what is around it says."""
        if tag == "nr":
            return _is(element.getparent(), "vraag", "antwoord")
        if tag in _EITHER:
            return not _in_a_sentence(element)
        if tag == "al" and _is(element.getparent(), "entry"):
            return False
        if tag in _BLOCKS or tag in _CONTAINERS:
            return True
        if tag in _INLINE or tag in _SILENT:
            return False
        self.unknown.add(tag)
        return not _in_a_sentence(element)

    def _inside(self, element: Any) -> None:
        self.flow.add(element.text)
        for child in element:
            self.element(child)
            self.flow.add(child.tail)

    def _note(self, element: Any) -> None:
        """Add the mark of a note where it stands, and its words to the notes."""
        mark = "".join(each for number in element.iter("noot.nr") for each in number.itertext())
        mark = mark.strip()
        words = _Walk()
        for child in element:
            if not _is(child, "noot.nr"):
                words.element(child)
                words.flow.apart_by_blank()
            words.flow.add(child.tail)
        words.flow.end()
        self.unknown |= words.unknown
        said = " ".join(filter(None, (element.text and element.text.strip(), *words.paragraphs())))
        # The file has a mark once, and the text where it refers to the note and before that.
        self.flow.add(raised(mark))
        self.flow.text.note(f"{self.flow.text.mark(mark)} {said}".strip())
        for inner in words.flow.text.notes:
            self.flow.text.note(inner)

    def paragraphs(self) -> tuple[str, ...]:
        """Return the paragraphs so far, each on one line."""
        return self.flow.text.paragraphs


def _in_a_sentence(element: Any) -> bool:
    """Whether words stand before or after an element, in the one that holds it."""
    parent = element.getparent()
    around = [] if parent is None else [parent.text, *(each.tail for each in parent)]
    return any(text and text.strip() for text in around)


def _is(element: Any, *names: str) -> bool:
    return element is not None and isinstance(element.tag, str) and element.tag in names
