"""The reader of web pages: a letter as HTML, and never a page about one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from attrs import define, field

from ssrpolicy.reporting import ApartKind, InputError, SourceReading
from ssrpolicy_sources.markup.flow import Flow
from ssrpolicy_sources.markup.parsing import parsed_html
from ssrpolicy_sources.messages import _
from ssrpolicy_sources.text import clean, raised

_SILENT: Final = frozenset(
    ("script", "style", "template", "head", "svg", "object", "audio", "video")
)
_NAVIGATION: Final = frozenset(
    (
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "menu",
        "select",
        "dialog",
        "noscript",
        "textarea",
        "iframe",
        "noframes",
    )
)
_BLOCKS: Final = frozenset(
    (
        *("address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
        *("html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody"),
        *("tfoot", "thead", "tr", "ul"),
    )
)
_LETTER: Final = re.compile(
    r"\b(?:geachte|hoogachtend|dear|yours (?:sincerely|faithfully)|gehoord de beraadslaging"
    r"|having heard the debate|de voorzitter van de (?:tweede|eerste) kamer"
    r"|(?:vraag|question) 1)\b",
    re.IGNORECASE,
)
_DOWNLOAD: Final = re.compile(
    r"\.pdf(?:$|[?#])|/(?:file|download|blob)/?(?:$|[?#])|/binaries/.*\.(?:docx?|odt)$",
    re.IGNORECASE,
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTE: Final = re.compile(
    r"(?:^|[\s_-])(?:foot-?note|voetnoot|noot|endnote)s?(?:$|[\s_-])", re.IGNORECASE
)
_MARK: Final = re.compile(r"\s*\[?(\d{1,3})\]?\s*")
_MOST_LINKS: Final = 5


def read(data: bytes) -> SourceReading:
    """Return the text of a letter; raises InputError for a page that only links to one."""
    root = parsed_html(data)
    body = root.find("body")
    if body is None or root.find(".//frameset") is not None:
        raise _frames()
    walk = _Walk(_main(body))
    walk.element(body)
    walk.flow.end()
    text = walk.flow.text
    said = "\n".join(text.paragraphs)
    if links := _links(body) if not _LETTER.search(said) else []:
        raise InputError(
            _("this is a page about a letter, and not the letter."),
            hint=_("Take its PDF: {links}", links=", ".join(links[:_MOST_LINKS])),
        )
    if not said.strip():
        if root.find(".//iframe") is not None:
            raise _frames()
        raise InputError(
            _("the page has no text."),
            hint=_("A page that a program fills in is saved by the browser: Save page as."),
        )
    remarks = [_("What the frames within the page show was not read.")] if walk.frames else []
    return text.reading(_words(body), remarks)


def _frames() -> InputError:
    return InputError(
        _("the page consists of frames, and has no text of its own."),
        hint=_("Open the frame with the letter by itself, and save that."),
    )


def _main(body: Any) -> Any:
    """Return the element that has the text proper: the one that says so, or the whole body."""
    for path in (".//main", ".//*[@role='main']", ".//article", ".//*[@id='content']"):
        found = body.findall(path)
        if len(found) == 1 and found[0].text_content().strip():
            return found[0]
    return body


def _links(body: Any) -> list[str]:
    """Return the addresses from which a page has files downloaded."""
    links = [link for link in body.iter("a") if link.get("href")]
    found = [
        clean(str(link.get("href")))
        for link in links
        if link.get("download") is not None or _DOWNLOAD.search(str(link.get("href")))
    ]
    return list(dict.fromkeys(found))


def _words(body: Any) -> Iterator[str]:
    """Yield every text that is on the page."""
    if not isinstance(body.tag, str):
        return
    if body.tag not in _SILENT:
        yield clean(body.text or "")
        for child in body:
            yield from _words(child)
            yield clean(child.tail or "")


def _is_note(element: Any) -> bool:
    return bool(_NOTE.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


@define
class _Walk:
    """One pass over the elements of a page."""

    main: Any
    flow: Flow = field(factory=Flow)
    frames: int = 0
    _inside_main: bool = field(default=False, init=False)

    def element(self, element: Any, *, lines: bool = False) -> None:
        """Add an element, with what stands in it."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SILENT:
            return
        before = self._inside_main
        self._inside_main = before or element is self.main
        if tag in _NAVIGATION or (tag in _BLOCKS and self._beside(element)):
            self.frames += tag == "iframe"
            self._apart(ApartKind.NAVIGATION, element)
        elif _is_hidden(element):
            self._apart(ApartKind.HIDDEN, element)
        elif tag == "del":
            self._apart(ApartKind.DELETED, element)
        elif tag == "br":
            self.flow.line_end()
        elif tag == "sup" and (mark := _MARK.fullmatch(element.text_content())):
            self.flow.add(element.text_content().replace(mark[1], raised(mark[1])).strip())
        elif tag in ("td", "th"):
            self.flow.next_cell()
            self._inside(element, lines=lines)
        elif tag in _BLOCKS:
            self.flow.end()
            is_note = _NOTE.search(f"{element.get('class') or ''} {element.get('id') or ''}")
            nested = any(
                _NOTE.search(each.get("class") or "") for each in element.iterdescendants("*")
            )
            self._inside(element, lines=lines or tag == "pre")
            if is_note and not nested:
                self.flow.text.note(" ".join(self.flow.taken().split()))
            self.flow.end()
        else:
            self._inside(element, lines=lines)
        self._inside_main = before

    def _beside(self, element: Any) -> bool:
        """Whether an element stands outside the one with the text proper, and not around it."""
        if self._inside_main or self.main.tag == "body":
            return False
        return self.main not in element.iterdescendants()

    def _apart(self, kind: ApartKind, element: Any) -> None:
        # What stands within a sentence does not end it.
        if element.tag in _BLOCKS or element.tag in _NAVIGATION:
            self.flow.end()
        said = " ".join(" ".join(_words(element)).split())
        self.flow.text.apart(kind, said)

    def _inside(self, element: Any, *, lines: bool) -> None:
        self._add(element.text, lines=lines)
        for child in element:
            self.element(child, lines=lines)
            self._add(child.tail, lines=lines)

    def _add(self, said: str | None, *, lines: bool) -> None:
        if said and said.strip() and not (self._inside_main or self.main.tag == "body"):
            self.flow.text.apart(ApartKind.NAVIGATION, clean(said))
        else:
            self.flow.add(said, lines=lines)
