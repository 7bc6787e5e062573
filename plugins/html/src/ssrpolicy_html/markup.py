"""The parts of a page that recur most, made without a template: entries, and links to them."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import frozen
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
    capital,
    label,
    unbroken,
    visible,
)

_NAME = "{name}"


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
def escaped(text: str) -> str:
    """Return a text as markup, in which nothing is markup of its own and nothing acts unseen."""
    return str(escape(visible(text, controls=False)))


@lru_cache(maxsize=1 << 12)
def own_words(text: str) -> str:
    """Return a text as markup, unless it is a quote: a number stays on one line with its word."""
    return escaped(unbroken(text))


def verbatim(text: str) -> Markup:
    """Return words of a source as markup, character for character."""
    return Markup(escaped(text))  # noqa: S704 - its text is escaped


def entry(page: RecordPage, read: PageEntry, level: int) -> Markup:
    """Return an entry under a heading of this level: what it says, its state and its history."""
    lead, language = page.leads[read.id], page.language
    anchor = escaped(lead.anchor)
    kind = escaped(capital(read.kind_label))
    parts = [
        (
            f'<article class="entry {read.kind}" id="{anchor}">\n'
            f'<p class="kind"><span class="no">{lead.number}</span> {kind}</p>\n'
            f"<h{level}{_words(read.summary)}</h{level}>\n"
        )
    ]
    if read.standing:
        states = [
            f'<div class="v-{axis.value}"><dt>{own_words(axis.label)}</dt>'
            f"<dd>{own_words(capital(axis.text))}</dd></div>\n"
            for axis in read.standing
        ]
        parts += ['<dl class="standing">\n', *states, "</dl>\n"]
    parts += [_quotes(page, read.quotes), "\n", _facts(page, read.details), "\n"]
    for number, answer in enumerate(read.answers, start=1):
        heading = f"{own_words(answer.label)}: <strong>{own_words(answer.text)}</strong>"
        parts += [
            (
                f'<section class="answer" id="{anchor}/{number}">\n'
                f"<h{level + 1}>{heading}</h{level + 1}>\n"
            ),
            f"{_facts(page, answer.details)}\n{_quotes(page, answer.quotes)}\n</section>\n",
        ]
    if read.doubt:
        doubt = escaped(label("field.doubt", language))
        parts.append(
            f'<p class="doubt"><span>{doubt}</span> <span{_words(read.doubt)}</span></p>\n'
        )
    if read.history:
        heading = escaped(label("reading_part.history", language))
        parts += [
            f'<section class="history">\n<h{level + 1}>{heading}</h{level + 1}>\n<ol>\n',
            *[_event(page, event) for event in read.history],
            "</ol>\n</section>\n",
        ]
    own = escaped(f"{page.read.id}#{read.id}")
    parts.append(f'<p class="self"><a href="#{anchor}">{own}</a></p>\n</article>\n')
    return as_markup(parts)


def _words(words: LanguageText) -> str:
    """The end of a start tag and its text, in the language of the text."""
    language = f' lang="{escaped(words.language)}"' if words.language else ""
    return f' dir="auto"{language}>{own_words(words.text)}'


def _event(page: RecordPage, event: Event) -> str:
    value = f': <strong dir="auto">{own_words(event.value)}</strong>' if event.value else ""
    by = ""
    if event.by is not None:
        before, _, after = label("page.by", page.language, name=_NAME).partition(_NAME)
        name = own_words(event.by.text)
        if event.by.language:
            name = f'<span lang="{escaped(event.by.language)}">{name}</span>'
        by = f' <span class="by" dir="auto">{own_words(before)}{name}{own_words(after)}</span>'
    note = f"<p{_words(event.note)}</p>\n" if event.note else ""
    document = ""
    if event.paper and not event.quotes:
        document = f'<p class="by">{own_words(capital(event.paper))}</p>\n'
    return (
        f'<li><p><time datetime="{event.date.isoformat()}">{own_words(event.day)}</time> '
        f"{own_words(event.axis_label)}{value}{by}</p>\n"
        f"{note}{document}{_quotes(page, event.quotes)}</li>\n"
    )


def _quotes(page: RecordPage, found: Iterable[Quotation]) -> str:
    """Quotes, each with its document, which leads to its place in the text."""
    return "".join([_quote(page, quote) for quote in found])


def _quote(page: RecordPage, quote: Quotation) -> str:
    name = own_words(capital(quote.name))
    if quote.begins is None:
        unverified = escaped(label("page.not_verified", page.language))
        alert = f' <strong class="alert">{unverified}</strong>'
    else:
        alert = ""
        if page.with_text:
            name = f'<a href="#{escaped(page.spot(quote.document, quote.begins))}">{name}</a>'
    place = f", {own_words(quote.place)}" if quote.place else ""
    return (
        f'<figure class="quote"><blockquote lang="{escaped(quote.language)}" dir="auto">'
        f"{escaped(quote.text)}</blockquote>\n<figcaption>{name}{place}{alert}</figcaption></figure>\n"
    )


def _facts(page: RecordPage, found: Iterable[Detail]) -> str:
    """What is recorded of an entry, under its labels."""
    lines = [
        f"<div><dt>{own_words(each.label)}</dt>"
        + "".join([f'<dd dir="auto">{_pointer(page, value)}</dd>' for value in each.values])
        + "</div>\n"
        for each in found
    ]
    return "".join(['<dl class="told">\n', *lines, "</dl>\n"]) if lines else ""


def _pointer(page: RecordPage, value: Pointer) -> str:
    text = own_words(value.text)
    if value.language:
        text = f'<span lang="{escaped(value.language)}">{text}</span>'
    text = own_words(value.before) + text + own_words(value.after)
    if value.entry:
        if value.record == page.read.id and value.entry in page.leads:
            text = f'<span class="no">{page.leads[value.entry].number}</span> {text}'
        return f'<a href="#{escaped(f"{value.record}/{value.entry}")}">{text}</a>'
    if value.url:
        return f'<a href="{escaped(value.url)}" rel="noopener noreferrer external">{text}</a>'
    return text


def as_markup(parts: Iterable[str]) -> Markup:
    """Return markup that is made of parts, of which every text of a record is escaped."""
    return Markup("".join(parts))  # noqa: S704 - every text of a record is escaped in them
