"""The page while it is made: its template is given one record after the other, and streamed."""

import base64
import hashlib
import json
from functools import cache, partial
from importlib.resources import files
from typing import Any, BinaryIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ssrpolicy.reporting import Report
from ssrpolicy.views import (
    ReadingPage,
    Value,
    capital,
    label,
    number,
    proposals_table,
    reading_page,
    unbroken,
    visible,
)
from ssrpolicy_html.markup import entry, record_pages, verbatim
from ssrpolicy_html.options import HtmlOptions
from ssrpolicy_html.sources import gaps, segments
from ssrpolicy_html.timeline import timeline

MANY = 400
"""From how many entries on a browser makes and lays out first what comes into view."""

_PIECES = 2_000
# What would end the element or a line of script; in JSON it stands as its escape code.
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def write_page(report: Report, options: HtmlOptions, out: BinaryIO) -> None:
    """Write the page of a report; nothing in it comes from elsewhere than the report."""
    language = report.language
    read = reading_page(
        report.records, as_of=report.as_of, language=language, selection=report.selection
    )

    def words(key: str, **parts: object) -> str:
        return label(key, language, **parts)

    stream = (
        environment()
        .get_template("page.html")
        .stream(
            reading=read,
            records=record_pages(read, with_text=options.sources),
            several=read.several,
            many=read.size > MANY,
            options=options,
            timeline=timeline(read) if options.timeline else None,
            size=number(read.size, language),
            index=index_island(read),
            proposals=_proposals(report) if options.drafts else (),
            words=words,
        )
    )
    stream.enable_buffering(_PIECES)
    out.writelines(piece.encode("utf-8") for piece in stream)


_SHOWN = ("kind", "confidence", "summary", "source_words")


def _proposals(report: Report) -> list[tuple[str, list[tuple[Value, ...]]]]:
    """The open proposals of each record that has any: kind, confidence, words, and the letter's."""
    by_id = {draft.record: draft for draft in report.drafts}
    found = []
    for record in report.records:
        draft = by_id.get(record.id)
        if draft is not None and draft.proposals:
            table = proposals_table(record, draft, language=report.language)
            columns = [table.column(key) for key in _SHOWN]
            found.append((record.id, list(zip(*columns, strict=True))))
    return found


class _Environment(Environment):
    """An environment in which a dot only ever means an attribute, which is faster to look up."""

    getattr = staticmethod(getattr)  # type: ignore[assignment]  # the builtin takes any object, too


def _shown(value: object) -> object:
    """A text as the page has it: what is not seen as its code, and no line ends after "nr.".

    What is markup already was a text before.
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return visible(unbroken(value), controls=False)


@cache
def environment() -> Environment:
    """The templates of the package; whatever a record says is text in them."""
    made = _Environment(
        loader=PackageLoader("ssrpolicy_html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    own = files("ssrpolicy_html").joinpath("templates")
    style, script = (own.joinpath(name).read_text("utf-8") for name in ("page.css", "page.js"))
    made.globals |= {
        "style": Markup(style),  # noqa: S704 - a file of this package, of which nothing is a record's
        "script": Markup(script),  # noqa: S704 - a file of this package, of which nothing is a record's
        "policy": partial(policy, style, script),
        "gaps": gaps,
        "segments": segments,
        "entry": entry,
    }
    made.filters |= {"capital": capital, "verbatim": verbatim}
    return made


def policy(style: str, script: str, *, many: bool = False) -> str:
    """Return the content security policy: this style and this script, and nothing else at all.

    Only on a large page may the script make markup, of what the page holds back for it.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types page" if many else "trusted-types 'none'",
        )
    )


def index_island(read: ReadingPage) -> Markup:
    """Return which entries have which value, by the places of the choices, as JSON."""
    index: dict[str, Any] = {
        each.key: [list(choice.entries) for choice in each.choices] for each in read.filters
    }
    text = json.dumps(index, separators=(",", ":"))
    return Markup(text.translate(_ESCAPED))  # noqa: S704 - escaped in the line above


def _digest(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest())
    return f"sha256-{digest.decode('ascii')}"
