"""What a note consists of: the styles that it needs, and the sources it refers to again."""

from collections.abc import Iterator

from attrs import frozen

from ssrpolicy.views import Block, Bullets, Facts, Grid, Heading, Look, Note, Paragraph, texts_of
from ssrpolicy_word.writing.markup import bullet_style, heading_style
from ssrpolicy_word.writing.runs import STYLES_OF_LOOKS


@frozen(kw_only=True)
class Contents:
    """The styles that a note needs, in the order that they are reported, and what it repeats."""

    styles: tuple[str, ...]
    repeated: frozenset[int]


def contents_of(note: Note, *, footnotes: bool) -> Contents:
    """Return what a note consists of, gone over once before it is written."""
    wanted = {"Title"}
    looks: set[Look] = set()
    linked = any(source.url for source in note.sources)
    once: set[int] = set()
    repeated: set[int] = set()
    for block in note.blocks:
        wanted.update(_styles(block))
        for runs in texts_of(block):
            for run in runs:
                looks.add(run.look)
                linked = linked or run.url is not None or run.anchor is not None
                if run.source is not None:
                    (repeated if run.source in once else once).add(run.source)
    wanted.update(STYLES_OF_LOOKS[look] for look in looks if look in STYLES_OF_LOOKS)
    if linked:
        wanted.add("Hyperlink")
    if note.sources:
        wanted |= _NOTED if footnotes else _LISTED
    return Contents(styles=tuple(sorted(wanted)), repeated=frozenset(repeated))


_NOTED = {"footnote text", "footnote reference", "Note Closing"}
_LISTED = {"heading 1", "Note Source", "Source Reference"}


def _styles(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield heading_style(block.level)
        case Paragraph():
            yield "Note Lead"
        case Bullets():
            yield bullet_style(block.level)
        case Facts():
            yield from ("Note Fact", "Note Fact Last")
        case Grid():
            yield from ("Note Table", "Table Text")
