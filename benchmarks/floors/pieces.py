"""The same elements and texts of a page, rendered with the plainest of Jinja templates."""

import importlib
import pickle
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

_ELEMENT = re.compile(r"(<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>)", re.DOTALL)
_PLAIN = "{% for tag, text in pieces %}{{ tag }}{{ text }}{% endfor %}"
_BUFFERED = 2_000


def keep_pieces(page: str, kept: str) -> Callable[[], None]:
    """Keep the elements of a page that was made, each with the text after it."""

    def keep() -> None:
        parts = _ELEMENT.split(Path(page).read_text(encoding="utf-8"))[1:]
        pieces = [(parts[i], unescape(parts[i + 1])) for i in range(0, len(parts), 2)]
        with Path(kept).open("wb") as file:
            pickle.dump(pieces, file, protocol=pickle.HIGHEST_PROTOCOL)

    return keep


def plain_pieces(kept: str, target: str) -> Callable[[], None]:
    """Render the kept elements as they are and the texts escaped, and write the page."""
    jinja, markup = importlib.import_module("jinja2"), importlib.import_module("markupsafe").Markup
    with Path(kept).open("rb") as file:
        pieces = [(markup(tag), text) for tag, text in pickle.load(file)]
    template = jinja.Environment(autoescape=True).from_string(_PLAIN)

    def write() -> None:
        stream = template.stream(pieces=pieces)
        stream.enable_buffering(_BUFFERED)
        with Path(target).open("wb") as page:
            page.writelines(piece.encode("utf-8") for piece in stream)

    return write
