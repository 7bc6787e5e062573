"""The text of a source on a page, made without a template, with its recorded passages marked."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from operator import attrgetter

from attrs import evolve
from markupsafe import Markup

from ssrpolicy.views import Segment, SegmentState, Stretch, capital, label
from ssrpolicy_html.markup import RecordPage, as_markup, escaped, own_words

# Where a passage belongs to several entries, it looks like the first of these.
_WEIGHTY = ("commitment", "request", "condition", "position", "engagement", "claim", "instrument")

_ENDING = ".,;:!?)]»”’"
"""What closes a sentence or a part of it, and has no space before it."""

# In characters: more of what nobody recorded is cut off, to so many, before the word that is cut.
_LONGEST_GAP = 95
_CUT_GAP = 89


def segments(page: RecordPage, document: str, stretch: Stretch) -> Markup:
    """Return a part of a source, each passage marked and followed by the numbers of its entries."""
    return as_markup(
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
    text = escaped(segment.text)
    if segment.state is SegmentState.PLAIN:
        return text
    id = "" if segment.begins is None else f' id="{escaped(page.spot(document, segment.begins))}"'
    if segment.state is SegmentState.QUOTED:
        references = "".join(
            f'<a class="ref {lead.entry.kind}" href="#{escaped(lead.anchor)}" '
            f'aria-label="{escaped(capital(lead.entry.kind_label))} {lead.number}">'
            f"{lead.number}</a>"
            for lead in sorted(map(page.leads.__getitem__, segment.ends), key=attrgetter("place"))
        )
        leads = [page.leads[each] for each in segment.entries]
        look = min((lead.entry.kind for lead in leads), key=_WEIGHTY.index)
        overlap = " overlap" if len(leads) > 1 else ""
        places = " ".join(str(lead.place) for lead in leads)
        return f'<mark class="{look}{overlap}"{id} data-e="{places}">{text}</mark>{references}'
    aside = ""
    if segment.state is SegmentState.UNRECORDED:
        missing = escaped(label("page.not_recorded", page.language))
        aside = f'<small class="aside alert" lang="{page.language}"> {missing}</small>'
    elif segment.reason is not None:
        reason = escaped(label(f"set_aside_reason.{segment.reason}", page.language))
        aside = f'<small class="aside" lang="{page.language}"> {reason}</small>'
    return f'<span class="{segment.state}"{id}>{text}</span>{escaped(ending)}{aside}'


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
        place = own_words(f"{place}, {partly}" if gap.partly else place)
        text, tag, link = gap.text, "span", ""
        if source.stretches:
            tag, link = "a", f' href="#{escaped(page.spot(source.id, gap.begins))}"'
            if len(text) > _LONGEST_GAP:
                text = f"{text[:_CUT_GAP].rsplit(' ', 1)[0]}…"
        lines.append(
            f'<li><span lang="{language}">{place}:</span> '
            f'<{tag}{link} dir="auto">{escaped(text)}</{tag}></li>'
        )
    return as_markup(["\n".join(lines)])
