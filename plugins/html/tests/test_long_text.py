"""A page leaves out a text that has more sentences than a browser lays out in reasonable time."""

import datetime as dt
import io
from pathlib import Path

import pytest

import ssrpolicy

pytestmark = pytest.mark.heavy

SHOWN = 8_000
QUOTE = "Dit is het citaat."


def page(folder: Path, sentences: int) -> str:
    """The page of a letter with this many sentences, of which one is quoted."""
    letter = folder / "brief.txt"
    others = "\u2022 a\n" * (sentences - 1)
    letter.write_text(f"Geachte voorzitter,\n\n{QUOTE}\n\n{others}\n", encoding="utf-8")
    made = ssrpolicy.new(letter, folder / "nieuw").folder
    record = made / "record.toml"
    entry = '[[statements]]\nid = "een"\nkind = "position"\nsummary = "Een."\n'
    text = f'{record.read_text("utf-8")}\n{entry}quotes = ["{QUOTE}"]\n'
    record.write_text(text, encoding="utf-8")
    out = io.BytesIO()
    ssrpolicy.report(ssrpolicy.load(made), "html", out, as_of=dt.date(2031, 4, 1), language="nl")
    return out.getvalue().decode()


@pytest.mark.parametrize("more", [0, 1])
def test_the_text_is_shown_up_to_a_number_of_sentences(tmp_path: Path, more: int) -> None:
    """Where it is left out, the page says so, and how many sentences are recorded."""
    shown = page(tmp_path, SHOWN + more)
    left_out = "De tekst van dit document staat niet op deze pagina." in shown
    assert left_out is bool(more)
    assert ('<div class="text"' in shown) is not bool(more)
    assert QUOTE in shown
    assert f"{SHOWN + more}" in shown
