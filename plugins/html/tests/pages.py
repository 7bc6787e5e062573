"""Pages made of records, and read as a browser reads them."""

import datetime as dt
import io
from html.parser import HTMLParser

from ssrpolicy import PolicyRecord
from ssrpolicy.reporting import run_report

AS_OF = dt.date(2010, 12, 31)


VOID = {"meta", "input"}


class Page(HTMLParser):
    """A page as a browser reads it: its texts, its ids, its links and its elements."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.owned: dict[str, list[str]] = {"script": [], "style": []}
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element, its id and its link."""
        found = dict(attrs)
        self.elements.append((tag, found))
        if (own := found.get("id")) is not None:
            self.ids.append(own)
        if (link := found.get("href")) is not None:
            self.links.append(link)
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that is open; another would be a slip of the template."""
        assert self._open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element that has nothing within."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees apart from the page's own style and script."""
        self.owned.get(self._open[-1] if self._open else "", self.texts).append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element with this name."""
        return [attributes for name, attributes in self.elements if name == tag]


def text_of_page(
    *records: PolicyRecord, language: str = "nl", as_of: dt.date = AS_OF, **options: object
) -> str:
    """The page on records."""
    out = io.BytesIO()
    run_report(records, "html", out, as_of=as_of, language=language, options=options)  # type: ignore[arg-type]  # the tests give nl and en only
    return out.getvalue().decode("utf-8")
