"""What a note needs of its template: the styles of its blocks and looks."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from ssrpolicy.views import (
    Block,
    Bullets,
    Contents,
    Facts,
    Grid,
    Heading,
    Note,
    Paragraph,
    texts_of,
)
from ssrpolicy_word.options import Sources
from ssrpolicy_word.writing.runs import STYLES_OF_LOOKS

DEEPEST = 3
"""The lowest level of headings and lists; what is below it is set like it."""


def heading_style(level: int) -> str:
    """Return the name of the style of headings of a level."""
    return f"heading {min(level, DEEPEST)}"


def bullet_style(level: int) -> str:
    """Return the name of the style of lists of a level."""
    return "List Bullet" if level == 1 else f"List Bullet {min(level, DEEPEST)}"


@frozen(kw_only=True)
class Needs:
    """The styles that a note needs, in the order that they are reported, and what it repeats."""

    styles: tuple[str, ...]
    repeated: frozenset[int]


def needs_of(note: Note, sources: Sources) -> Needs:
    """Return what a note consists of, gone over once before it is written."""
    runs = [run for block in note.blocks for text in texts_of(block) for run in text]
    looks = {run.look for run in runs}
    cited = Counter(run.source for run in runs if run.source is not None)
    wanted = {"Title", *(style for look, style in STYLES_OF_LOOKS.items() if look in looks)}
    for block in note.blocks:
        wanted.update(_styles(block))
    cited_by_link = sources != "none" and any(source.url for source in note.sources)
    if cited_by_link or any(run.url is not None or run.anchor is not None for run in runs):
        wanted.add("Hyperlink")
    if note.sources and sources != "none":
        wanted |= _NOTED if sources == "footnotes" else _LISTED
        if sources == "list":
            wanted |= {"heading 1", "Note Source"} if note.quotes else {"heading 2", "Table Text"}
    repeated = frozenset(source for source, times in cited.items() if times > 1)
    return Needs(styles=tuple(sorted(wanted)), repeated=repeated)


_NOTED = {"footnote text", "footnote reference", "Note Closing"}
_LISTED = {"Source Reference"}


def _styles(block: Block) -> Iterator[str]:
    match block:
        case Contents():
            yield from ("Note Lead", "toc 1", "Hyperlink")
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
