"""The parts of a page that recur most, made without a template: marked text, entries, links."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from operator import attrgetter

from attrs import evolve, frozen
from markupsafe import Markup, escape

from ssrpolicy import Language
from ssrpolicy.views import (
    Detail,
    Event,
    LanguageText,
    PageEntry,
    PageRecord,
    Pointer,
    Quotation,
    ReadingPage,
    Segment,
    SegmentState,
    Stretch,
    capital,
    label,
    unbroken,
    visible,
)

# Where a passage belongs to several entries, it looks like the first of these.
_WEIGHTY = ("commitment", "request", "condition", "position", "engagement", "claim", "instrument")

# In characters: more of what nobody recorded is cut off, to so many, before the word that is cut.
_LONGEST_GAP = 95
_CUT_GAP = 89

_NAME = "{name}"
_ENDING = ".,;:!?)]»”’"
"""What closes a sentence or a part of it, and has no space before it."""


@frozen(kw_only=True)
class Lead:
    """An entry as the page refers to it: by its number, its anchor and its place on the page."""

    entry: PageEntry
    anchor: str
    number: str
    place: int


@frozen(kw_only=True)
class RecordPage:
    """A record on the page, with the leads of its entries by their ids.

    ``first`` is the place of its first entry on the page, ``language`` the reader's, and
    ``with_text`` whether the page has the text of the sources.
    """

    read: PageRecord
    leads: dict[str, Lead]
    first: int
    language: Language
    with_text: bool

    def anchor(self, id: str) -> str:
        """Return the anchor of an entry or a document: ``record/id``, the same on every page."""
        return f"{self.read.id}/{id}"

    def spot(self, document: str, offset: int) -> str:
        """Return the anchor of the place in a document where a passage begins."""
        return f"{self.read.id}/{document}@{offset}"


def record_pages(reading: ReadingPage, *, with_text: bool) -> Iterator[RecordPage]:
    """Yield the records of a page, each with its leads, as they are needed."""
    place = 0
    for read in reading.records(with_text=with_text):
        leads = {lead.entry.id: lead for lead in _leads(read, reading.language, place)}
        yield RecordPage(
            read=read, leads=leads, first=place, language=reading.language, with_text=with_text
        )
        place += len(leads)


def _leads(read: PageRecord, language: Language, place: int) -> Iterator[Lead]:
    for group, prefix in (
        (read.requests, label(f"page.prefix_{read.asked}", language)),
        (read.statements, ""),
        (read.instruments, label("page.prefix_instrument", language)),
    ):
        for number, each in enumerate(group, start=1):
            anchor = f"{read.id}/{each.id}"
            yield Lead(entry=each, anchor=anchor, number=f"{prefix}{number}", place=place)
            place += 1


@lru_cache(maxsize=1 << 12)
def _text(text: str) -> str:
    """A text as markup, in which nothing is markup of its own and nothing acts unseen."""
    return str(escape(visible(text, controls=False)))


@lru_cache(maxsize=1 << 12)
def _own(text: str) -> str:
    """Return a text as markup, unless it is a quote: a number stays on one line with its word."""
    return _text(unbroken(text))


def verbatim(text: str) -> Markup:
    """Return words of a source as markup, character for character."""
    return Markup(_text(text))  # noqa: S704 - _text escapes what it is given


def segments(page: RecordPage, document: str, stretch: Stretch) -> Markup:
    """Return a part of a source, each passage marked and followed by the numbers of its entries."""
    return _markup(
        _segment(page, document, segment, ending) for segment, ending in _ended(stretch.segments)
    )


def _ended(segments: Sequence[Segment]) -> Iterator[tuple[Segment, str]]:
    """Yield segments, each with the signs that end its sentence: an aside stands after these."""
    taken = 0
    for segment, after in zip_longest(segments, segments[1:]):
        text, taken = segment.text[taken:], 0
        own = segment if text == segment.text else evolve(segment, text=text)
        if after is not None and after.state is SegmentState.PLAIN:
            if segment.state in (SegmentState.UNRECORDED, SegmentState.SET_ASIDE):
                taken = len(after.text) - len(after.text.lstrip(_ENDING))
            yield own, after.text[:taken]
        else:
            yield own, ""


def _segment(page: RecordPage, document: str, segment: Segment, ending: str) -> str:
    text = _text(segment.text)
    if segment.state is SegmentState.PLAIN:
        return text
    id = "" if segment.begins is None else f' id="{_text(page.spot(document, segment.begins))}"'
    if segment.state is SegmentState.QUOTED:
        references = "".join(
            f'<a class="ref {lead.entry.kind}" href="#{_text(lead.anchor)}" '
            f'aria-label="{_text(capital(lead.entry.kind_label))} {lead.number}">{lead.number}</a>'
            for lead in sorted(map(page.leads.__getitem__, segment.ends), key=attrgetter("place"))
        )
        leads = [page.leads[each] for each in segment.entries]
        look = min((lead.entry.kind for lead in leads), key=_WEIGHTY.index)
        overlap = " overlap" if len(leads) > 1 else ""
        places = " ".join(str(lead.place) for lead in leads)
        return f'<mark class="{look}{overlap}"{id} data-e="{places}">{text}</mark>{references}'
    aside = ""
    if segment.state is SegmentState.UNRECORDED:
        missing = _text(label("page.not_recorded", page.language))
        aside = f'<small class="aside alert" lang="{page.language}"> {missing}</small>'
    elif segment.reason is not None:
        reason = _text(label(f"set_aside_reason.{segment.reason}", page.language))
        aside = f'<small class="aside" lang="{page.language}"> {reason}</small>'
    return f'<span class="{segment.state}"{id}>{text}</span>{_text(ending)}{aside}'


def gaps(page: RecordPage, number: int) -> Markup:
    """Return a line for each sentence of a source that is not recorded in full.

    ``number`` is that of the source, from 0. Where its text is shown, a line leads to the place
    there, and has only the beginning of a long sentence.
    """
    source, language = page.read.sources[number], page.language
    partly = label("reading.partly", language)
    lines = []
    for gap in source.unrecorded:
        place = capital(label("page.paragraph", language, number=gap.paragraph))
        place = _own(f"{place}, {partly}" if gap.partly else place)
        text, tag, link = gap.text, "span", ""
        if source.stretches:
            tag, link = "a", f' href="#{_text(page.spot(source.id, gap.begins))}"'
            if len(text) > _LONGEST_GAP:
                text = f"{text[:_CUT_GAP].rsplit(' ', 1)[0]}…"
        lines.append(
            f'<li><span lang="{language}">{place}:</span> '
            f'<{tag}{link} dir="auto">{_text(text)}</{tag}></li>'
        )
    return _markup(["\n".join(lines)])


def entry(page: RecordPage, read: PageEntry, level: int) -> Markup:
    """Return an entry under a heading of this level: what it says, its state and its history."""
    lead, language = page.leads[read.id], page.language
    anchor = _text(lead.anchor)
    kind = _text(capital(read.kind_label))
    parts = [
        (
            f'<article class="entry {read.kind}" id="{anchor}">\n'
            f'<p class="kind"><span class="no">{lead.number}</span> {kind}</p>\n'
            f"<h{level}{_words(read.summary)}</h{level}>\n"
        )
    ]
    if read.standing:
        states = [
            f'<div class="v-{axis.value}"><dt>{_own(axis.label)}</dt>'
            f"<dd>{_own(capital(axis.text))}</dd></div>\n"
            for axis in read.standing
        ]
        parts += ['<dl class="standing">\n', *states, "</dl>\n"]
    parts += [_quotes(page, read.quotes), "\n", _facts(page, read.details), "\n"]
    for number, answer in enumerate(read.answers, start=1):
        heading = f"{_own(answer.label)}: <strong>{_own(answer.text)}</strong>"
        parts += [
            (
                f'<section class="answer" id="{anchor}/{number}">\n'
                f"<h{level + 1}>{heading}</h{level + 1}>\n"
            ),
            f"{_facts(page, answer.details)}\n{_quotes(page, answer.quotes)}\n</section>\n",
        ]
    if read.doubt:
        doubt = _text(label("field.doubt", language))
        parts.append(
            f'<p class="doubt"><span>{doubt}</span> <span{_words(read.doubt)}</span></p>\n'
        )
    if read.history:
        heading = _text(label("reading_part.history", language))
        parts += [
            f'<section class="history">\n<h{level + 1}>{heading}</h{level + 1}>\n<ol>\n',
            *[_event(page, event) for event in read.history],
            "</ol>\n</section>\n",
        ]
    own = _text(f"{page.read.id}#{read.id}")
    parts.append(f'<p class="self"><a href="#{anchor}">{own}</a></p>\n</article>\n')
    return _markup(parts)


def _words(words: LanguageText) -> str:
    """The end of a start tag and its text, in the language of the text."""
    language = f' lang="{_text(words.language)}"' if words.language else ""
    return f' dir="auto"{language}>{_own(words.text)}'


def _event(page: RecordPage, event: Event) -> str:
    value = f': <strong dir="auto">{_own(event.value)}</strong>' if event.value else ""
    by = ""
    if event.by is not None:
        before, _, after = label("page.by", page.language, name=_NAME).partition(_NAME)
        name = _own(event.by.text)
        if event.by.language:
            name = f'<span lang="{_text(event.by.language)}">{name}</span>'
        by = f' <span class="by" dir="auto">{_own(before)}{name}{_own(after)}</span>'
    note = f"<p{_words(event.note)}</p>\n" if event.note else ""
    document = ""
    if event.paper and not event.quotes:
        document = f'<p class="by">{_own(capital(event.paper))}</p>\n'
    return (
        f'<li><p><time datetime="{event.date.isoformat()}">{_own(event.day)}</time> '
        f"{_own(event.axis_label)}{value}{by}</p>\n"
        f"{note}{document}{_quotes(page, event.quotes)}</li>\n"
    )


def _quotes(page: RecordPage, found: Iterable[Quotation]) -> str:
    """Quotes, each with its document, which leads to its place in the text."""
    return "".join([_quote(page, quote) for quote in found])


def _quote(page: RecordPage, quote: Quotation) -> str:
    name = _own(capital(quote.name))
    if quote.begins is None:
        unverified = _text(label("page.not_verified", page.language))
        alert = f' <strong class="alert">{unverified}</strong>'
    else:
        alert = ""
        if page.with_text:
            name = f'<a href="#{_text(page.spot(quote.document, quote.begins))}">{name}</a>'
    place = f", {_own(quote.place)}" if quote.place else ""
    return (
        f'<figure class="quote"><blockquote lang="{_text(quote.language)}" dir="auto">'
        f"{_text(quote.text)}</blockquote>\n<figcaption>{name}{place}{alert}</figcaption></figure>\n"
    )


def _facts(page: RecordPage, found: Iterable[Detail]) -> str:
    """What is recorded of an entry, under its labels."""
    lines = [
        f"<div><dt>{_own(each.label)}</dt>"
        + "".join([f'<dd dir="auto">{_pointer(page, value)}</dd>' for value in each.values])
        + "</div>\n"
        for each in found
    ]
    return "".join(['<dl class="told">\n', *lines, "</dl>\n"]) if lines else ""


def _pointer(page: RecordPage, value: Pointer) -> str:
    text = _own(value.text)
    if value.language:
        text = f'<span lang="{_text(value.language)}">{text}</span>'
    text = _own(value.before) + text
    if value.entry:
        if value.record == page.read.id and value.entry in page.leads:
            text = f'<span class="no">{page.leads[value.entry].number}</span> {text}'
        return f'<a href="#{_text(f"{value.record}/{value.entry}")}">{text}</a>'
    if value.url:
        return f'<a href="{_text(value.url)}" rel="noopener noreferrer external">{text}</a>'
    return text


def _markup(parts: Iterable[str]) -> Markup:
    return Markup("".join(parts))  # noqa: S704 - every text of a record went through _text
