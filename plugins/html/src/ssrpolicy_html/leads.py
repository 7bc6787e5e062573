"""What leads where on the page: the anchor and the number of every entry, and of every mark."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from ssrpolicy import Language
from ssrpolicy.views import PageRecord, ReadingPage, Segment, SegmentState, label

# Where a passage belongs to several entries, it looks like the first of these.
_WEIGHT = {
    kind: weight
    for weight, kind in enumerate(
        ("commitment", "request", "condition", "position", "engagement", "claim", "instrument")
    )
}


@frozen(kw_only=True)
class Lead:
    """An entry as the page refers to it: by its number, its anchor and its place on the page."""

    anchor: str
    number: str
    kind: str
    kind_label: str
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

    def look(self, segment: Segment) -> str:
        """Return the classes of a segment: by what it is marked."""
        if segment.state is not SegmentState.QUOTED:
            return segment.state.value
        kinds = [self.leads[id].kind for id in segment.entries]
        first = min(kinds, key=_WEIGHT.__getitem__)
        return f"{first} overlap" if len(kinds) > 1 else first

    def places(self, segment: Segment) -> str:
        """Return the places on the page of the entries that quote a segment."""
        return " ".join(str(self.leads[id].place) for id in segment.entries)

    def ending(self, segment: Segment) -> Sequence[Lead]:
        """Return the entries of which a passage ends with a segment, by their order on the page."""
        if len(segment.ends) < 2:  # noqa: PLR2004 - fewer need no order
            return [self.leads[id] for id in segment.ends]
        return sorted((self.leads[id] for id in segment.ends), key=lambda lead: lead.place)


def record_pages(reading: ReadingPage, *, with_text: bool) -> Iterator[RecordPage]:
    """Yield the records of a page, each with its leads, when it is asked for."""
    place = 0
    for read in reading.records(with_text=with_text):
        leads = {
            lead.anchor.partition("/")[2]: lead for lead in _leads(read, reading.language, place)
        }
        yield RecordPage(
            read=read, leads=leads, first=place, language=reading.language, with_text=with_text
        )
        place += len(leads)


def _leads(read: PageRecord, language: Language, place: int) -> Iterator[Lead]:
    for group, key in (
        (read.requests, "page.prefix_request"),
        (read.statements, None),
        (read.instruments, "page.prefix_instrument"),
    ):
        prefix = "" if key is None else label(key, language)
        for number, entry in enumerate(group, start=1):
            yield Lead(
                anchor=f"{read.id}/{entry.id}",
                number=f"{prefix}{number}",
                kind=entry.kind,
                kind_label=entry.kind_label,
                place=place,
            )
            place += 1
