"""Runs of text as WordprocessingML, with the links of their part, and bookmarks to lead to."""

from __future__ import annotations

from itertools import count

from attrs import field, frozen
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from ssrpolicy.views import Look, Note, Run, unbroken
from ssrpolicy_word.template import Styles
from ssrpolicy_word.text import characters, language_tag, link_target, quoted
from ssrpolicy_word.writing.controls import text_control, tick_box

STYLES_OF_LOOKS = {Look.QUIET: "Note Remark", Look.TO_FILL: "Placeholder Text"}
"""The character styles for what stands out."""
# A long note says few short things many times: their markup is kept.
_SHORT = 40


def heading_bookmark(anchor: str) -> str:
    """Return the name of the bookmark at a heading, by its anchor."""
    return f"ssrpolicy_{anchor}"


@frozen
class Bookmarks:
    """Puts bookmarks around content; ``highest`` is the highest id that is taken."""

    highest: int = 0
    _ids: count[int] = field(init=False, repr=False)

    @_ids.default
    def _from_highest(self) -> count[int]:
        return count(self.highest + 1)

    def around(self, name: str, content: str) -> str:
        """Return content with a bookmark around it."""
        id = next(self._ids)
        return (
            f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{id}"/>'
        )


@frozen(kw_only=True)
class RunWriter:
    """Writes the runs of one part of a document."""

    note: Note
    part: Part
    styles: Styles
    _links: dict[str, str] = field(factory=dict)
    _looks: dict[tuple[Look, str], str] = field(factory=dict)
    _short: dict[tuple[str, Look, str, bool], str] = field(factory=dict)

    def written(self, run: Run, where: str) -> str:
        """Return a run, its link included, without the reference to its source.

        ``where`` says whose text it is, for the error where Word cannot hold it.
        """
        if run.url is not None or run.anchor is not None:
            return self._linked(run, where)
        if len(run.text) > _SHORT:
            return self._plain(run, where)
        key = (run.text, run.look, run.language, run.verbatim)
        if key not in self._short:
            self._short[key] = self._plain(run, where)
        return self._short[key]

    def _plain(self, run: Run, where: str, *, linked: bool = False) -> str:
        if not run.text:
            return ""
        if run.look is Look.BOX:
            # A space that never breaks keeps the box and its label on one line.
            text = characters(f"\u00a0{run.text}", where)
            label = f"<w:r>{self.properties(Look.PLAIN, run.language)}{text}</w:r>"
            return tick_box(run.text) + label
        written = "".join(
            [
                f"<w:r>{self.properties(piece.look, piece.language, linked=linked)}"
                f"{self._characters(piece, where)}</w:r>"
                for piece in self.note.by_language(run)
            ]
        )
        return text_control(run.text, written) if run.look is Look.TO_FILL else written

    def _characters(self, run: Run, where: str) -> str:
        """The text of a run; words that are quoted stay as they are."""
        if run.verbatim:
            return characters(run.text, where)
        return characters(unbroken(run.text), where, joined=not run.url)

    def _linked(self, run: Run, where: str) -> str:
        target = None if run.url is None else link_target(run.url)
        linked = target is not None or run.anchor is not None
        written = self._plain(run, where, linked=linked)
        if not written or not linked:
            return written
        to = f'w:anchor="{heading_bookmark(run.anchor or "")}"'
        if target is not None:
            to = f'r:id="{self._link(target)}"'
        return f'<w:hyperlink {to} w:history="1">{written}</w:hyperlink>'

    def properties(self, look: Look, language: str, *, linked: bool = False) -> str:
        """Return the properties of a run of a look in a language; empty where it needs none."""
        if linked:
            return self._with_language(self._style("Hyperlink"), language)
        key = (look, language)
        if key not in self._looks:
            self._looks[key] = self._with_language(self._look(look), language)
        return self._looks[key]

    def _look(self, look: Look) -> str:
        if look is Look.STRONG:
            return "<w:b/><w:bCs/>"
        return self._style(STYLES_OF_LOOKS[look]) if look in STYLES_OF_LOOKS else ""

    def _style(self, name: str) -> str:
        return f'<w:rStyle w:val="{self.styles.ids[name]}"/>'

    def _with_language(self, properties: str, language: str) -> str:
        tag = language_tag(language)
        if tag != self.styles.language:
            properties += f"<w:lang w:val={quoted(tag)}/>"
        return f"<w:rPr>{properties}</w:rPr>" if properties else ""

    def _link(self, target: str) -> str:
        if target not in self._links:
            id = f"{self._stem}{len(self._links) + 1}"
            self._links[target] = id
            # relate_to() would go through all links that are there for each one.
            self.part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, target, id, is_external=True)
        return self._links[target]

    _stem: str = field(init=False)

    @_stem.default
    def _free_stem(self) -> str:
        stem = "rIdLink"
        while any(id.startswith(stem) for id in self.part.rels):
            stem += "x"
        return stem
