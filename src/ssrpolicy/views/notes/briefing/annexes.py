"""The annexes of a briefing note: the statements that promise nothing, the means, the papers."""

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from ssrpolicy.model import Statement
from ssrpolicy.views.notes.blocks import Block, Bullets, Heading, Runs, lines
from ssrpolicy.views.notes.briefing.supplied import Supplied, given
from ssrpolicy.views.notes.briefing.tables import documents, instruments, others
from ssrpolicy.views.notes.part import Part

_KINDS = ("positions", "claims", "engagements")
# The first page names so many annexes; where there are more, it leads to the list of them.
_FEW = 4
_ANCHOR = "annexes"


@frozen(kw_only=True)
class Annex:
    """One annex: its number, what it is called, and its sections in the order of reading."""

    number: int
    key: str
    title: str
    part: Part
    make: Callable[[Part], list[Block]]

    @property
    def anchor(self) -> str:
        """Where links to the annex lead."""
        return f"annex_{self.number}"

    @property
    def heading(self) -> str:
        """The annex by its number and title: "Bijlage 1: Documenten"."""
        return self.part.words("briefing.annex", number=self.number, title=self.title)

    def blocks(self) -> Iterator[Block]:
        """Yield the annex under its heading."""
        yield Heading(2, self.heading, self.anchor, self.key)
        yield from self.make(self.part)


def annexes_of(parts: Sequence[Part]) -> list[Annex]:
    """Return the annexes of a note: three on one record at most, or one a record on several."""
    if len(parts) > 1:
        return [
            Annex(number=part.number, key=part.record.id, title=part.title, part=part, make=_whole)
            for part in parts
        ]
    (part,) = parts
    record = part.record
    made: dict[str, Callable[[Part], list[Block]]] = {}
    if any(getattr(record, kind) for kind in _KINDS):
        made["annex_statements"] = _statements
    if record.instruments:
        made["instruments"] = instruments
    if record.documents:
        made["documents"] = documents
    return [
        Annex(number=number, key=key, title=part.words(f"briefing.{key}"), part=part, make=make)
        for number, (key, make) in enumerate(made.items(), start=1)
    ]


def annexes_named(part: Part, annexes: Sequence[Annex], supplied: Supplied) -> Runs:
    """Return what the first page says of the annexes: those in the note, and those with it."""
    links = [(part.run(annex.heading, anchor=annex.anchor),) for annex in annexes]
    if len(annexes) > _FEW:
        several = part.words("briefing.annexes_many", last=len(annexes))
        links = [(part.run(several, anchor=_ANCHOR),)]
    return lines(*links, *_enclosed(part, supplied))


def list_of_annexes(part: Part, annexes: Sequence[Annex], supplied: Supplied) -> list[Block]:
    """Return the section that lists the annexes, with links to those in the note."""
    items = [(part.run(annex.heading, anchor=annex.anchor), part.run(".")) for annex in annexes]
    anchor = _ANCHOR if len(annexes) > _FEW else None
    return [
        part.heading("briefing.annexes", 1, anchor),
        part.paragraph("briefing.annexes_about"),
        Bullets((*items, *_enclosed(part, supplied))),
    ]


def _enclosed(part: Part, supplied: Supplied) -> list[Runs]:
    """The papers that go with the note, or the place for them."""
    return [given(part, "annexes", text) for text in supplied.annexes or (None,)]


def _statements(part: Part) -> list[Block]:
    blocks: list[Block] = []
    for kind in _KINDS:
        statements: Sequence[Statement] = getattr(part.record, kind)
        blocks += _section(part, kind, others(part, statements))
    return blocks


def _whole(part: Part) -> list[Block]:
    return [
        *_statements(part),
        *_section(part, "instruments", instruments(part)),
        *_section(part, "documents", documents(part)),
    ]


def _section(part: Part, key: str, blocks: list[Block]) -> list[Block]:
    return part.section(f"briefing.{key}", blocks, below=3 - part.level)
