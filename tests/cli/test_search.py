"""`ssrpolicy search`: where words stand, in records and in the papers themselves."""

import datetime as dt
import json
from pathlib import Path

import attrs
import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ssrpolicy
from cli.conftest import Run
from ssrpolicy import Document, DocumentKind, LocalText, Passage, Request
from ssrpolicy.cli.across.searching import _cut, _lines
from ssrpolicy.cli.console import wrapped
from ssrpolicy.testing import small_record
from ssrpolicy.views import Hit, search


def hits_of(run: Run, *arguments: str | Path) -> list[dict[str, object]]:
    """The hits of a search, as JSON has them."""
    result = run("search", *arguments, "--format", "json", "--limit", "1000")
    data = json.loads(result.stdout)
    assert data["format"] == "ssrpolicy-search/1"
    assert data["total"] == len(data["hits"])
    hits: list[dict[str, object]] = data["hits"]
    return hits


def test_words_are_found_in_summaries_quotes_and_paragraphs(run: Run, records: Path) -> None:
    """In that order; every hit has all the words, says where it is, and has its address."""
    hits = hits_of(run, "training politie", records)
    kinds = [str(hit["kind"]) for hit in hits]

    assert kinds == sorted(kinds, key=["summary", "quote", "paragraph"].index)
    assert set(kinds) == {"summary", "quote", "paragraph"}
    for hit in hits:
        text = str(hit["text"])
        marked = [text[start:end].casefold() for start, end in hit["marks"]]  # type: ignore[attr-defined]  # JSON's values have no types, and marks is a list of pairs
        assert {"training", "politie"} & set(marked) or "politietraining" in marked
    paragraph = next(hit for hit in hits if hit["heading"] and hit["kind"] == "paragraph")
    assert paragraph["document"] == "kst-32123-X-124#letter"
    assert paragraph["heading"] == "SSR-instrumenten"
    assert paragraph["paragraph"] == 8
    assert str(paragraph["address"]).startswith("https://zoek.officielebekendmakingen.nl/kst-32123")


def test_the_newest_paper_comes_first(run: Run, records: Path) -> None:
    """Within summaries, quotes and paragraphs."""
    hits = [hit for hit in hits_of(run, "de", records) if hit["kind"] == "summary"]
    days = [str(hit["date"] or "") for hit in hits]

    assert len({*days}) > 2
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    "words, kind",
    [("pompstation", "heading"), ("onderzoeksrapport", "note"), ("kade", "paragraph")],
)
def test_what_a_reader_reads_of_a_paper_is_found(
    words: str, kind: str, run: Run, tmp_path: Path
) -> None:
    """A heading and a note are found as well as a paragraph, each told as what it is."""
    letter = tmp_path / "brief.txt"
    letter.write_text(
        "Geachte voorzitter,\n\nHet pompstation\n\nIk laat de kade verhogen.[1]\n\n"
        "Hoogachtend,\n\nJ. de Vries\n\n[1] Zie het onderzoeksrapport van 3 mei 2031.\n",
        encoding="utf-8",
    )
    assert run("new", letter, tmp_path / "brief").exit_code == 0

    hits = hits_of(run, words, tmp_path / "brief")

    assert [hit["kind"] for hit in hits] == [kind]
    assert (hits[0]["paragraph"] is None) == (kind != "paragraph")


@pytest.mark.parametrize(
    "words",
    [
        '"politietraining"',
        "focus -politietraining",
        "politietraining NOT",
        "politie* NEAR(training)",
        "POLITIETRAINING",
        "politietráining",
    ],
)
def test_what_people_type_is_words_and_never_syntax(words: str, run: Run, records: Path) -> None:
    """Quotation marks, a minus and NOT are signs and words like others."""
    result = run("search", words, records)

    expected = 1 if "NOT" in words or "NEAR" in words else 0
    assert result.exit_code == expected, result.stderr
    assert ("politietraining" in result.stdout) == (not expected)


def test_a_search_of_ten_thousand_signs_is_answered(run: Run, records: Path) -> None:
    """It finds nothing, and says so."""
    result = run("search", "nergens te vinden " * 600, records, "--language", "en")

    assert (result.exit_code, result.stdout) == (1, "Nothing found.\n")


def test_a_search_without_a_word_is_refused(run: Run, records: Path) -> None:
    """There is nothing to look for."""
    result = run("search", '"- "', records)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "holds no word to look for" in result.stderr


def test_a_search_for_more_words_than_it_takes_is_refused(run: Run, records: Path) -> None:
    """No word is left out in silence, neither of a search nor of --words."""
    many = " ".join(f"w{number}" for number in range(201))

    result = run("search", many, records)
    listed = run("list", "commitments", records, "--words", many)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "These are 201 different words; a search takes 200 at most." in result.stderr
    assert listed.exit_code == 2
    assert "a search takes 200 at most" in listed.stderr


def test_a_selection_says_where_to_look(run: Run, records: Path) -> None:
    """Only entries that are in, and the papers in which they stand."""
    within = hits_of(run, "opleiding", records, "--place", "Meralië", "--as-of", "2042-01-01")

    assert within
    assert {str(hit["id"]).partition("#")[0] for hit in within} == {"duinmark-2040-3"}


@pytest.mark.parametrize("day, found", [("2010-04-28", set()), ("2010-04-29", {"motion", "wish"})])
def test_a_cited_paper_without_a_date_is_found_from_the_day_it_is_cited(
    day: str, found: set[str], tmp_path: Path
) -> None:
    """Its title, what is asked in it and the words of that: nobody knew of these before."""
    quote = Passage(document="motion", quote="verzoekt de regering de kade te verhogen")
    request = Request(
        id="wish", document="motion", summary=LocalText(nl="Verhoog de kade."), quotes=(quote,)
    )
    motion = Document(
        id="motion", kind=DocumentKind.MOTION, title=LocalText(nl="Motie over de kade")
    )
    record = small_record()
    ssrpolicy.dump(
        attrs.evolve(
            record,
            documents=(
                *(attrs.evolve(each, date=dt.date(2010, 4, 29)) for each in record.documents),
                motion,
            ),
            requests=(*record.requests, request),
        ),
        tmp_path / "small",
    )
    hits = search(ssrpolicy.load_all(tmp_path), "kade", as_of=dt.date.fromisoformat(day)).hits

    assert {hit.id.partition("#")[2] for hit in hits} == found


def test_hits_are_readable_on_a_terminal(run: Run, records: Path) -> None:
    """The id, the place in the paper, and the words around what was found."""
    result = run("search", "politietraining", records, "--limit", "1")

    assert result.stdout.startswith("kst-32123-X-124#be-informed  samenvatting, 29 april 2010\n")
    assert "focus op politietraining." in " ".join(result.stdout.split())
    assert "treffers; de eerste staat hier (--limit)." in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_a_sentence_is_printed_once_below_all_that_it_is(run: Run, records: Path) -> None:
    """A quote of several entries stands in a paragraph too: each is named, and the words once."""
    limit = ("--limit", "1000")
    hits = hits_of(run, "politietraining", records)
    blocks = run("search", "politietraining", records, *limit).stdout.split("\n\n")[:-1]
    heads = [line for line in "\n".join(blocks).splitlines() if line.startswith("kst-")]

    assert sorted(line.partition("  ")[0] for line in heads) == sorted(str(h["id"]) for h in hits)
    assert [block.count("kst-") for block in blocks] == [1, 1, 3]


@pytest.mark.parametrize(
    "words, limit, total",
    [
        ("politietraining", "1000", "5 hits, in 3 sentences."),
        ("politietraining", "4", "5 hits; the first 4 are shown (--limit), in 3 sentences."),
        ("politietraining", "2", "5 hits; the first 2 are shown (--limit)."),
        ("politietraining", "1", "5 hits; the first is shown (--limit)."),
    ],
)
def test_the_total_says_in_how_many_sentences_the_hits_stand(
    words: str, limit: str, total: str, run: Run, records: Path
) -> None:
    """Where fewer sentences are printed than hits are counted; JSON counts hits alike."""
    asked = (words, records, "--limit", limit)
    printed = run("search", *asked, "--language", "en").stdout
    data = json.loads(run("search", *asked, "--format", "json").stdout)

    assert printed.splitlines()[-1] == total
    assert total.startswith(f"{data['total']} hits")
    assert ("sentences" in total) == (printed.count("\n\n") < len(data["hits"]))


@given(
    pieces=st.lists(
        st.tuples(st.text("ab é-", max_size=90).map(lambda text: f"{text} "), st.booleans()),
        min_size=1,
        max_size=9,
    )
)
def test_what_is_bold_takes_no_room_and_is_never_broken(pieces: list[tuple[str, bool]]) -> None:
    """The lines are those of the text without it, and each closes what it opens."""
    text = "".join(piece for piece, _marked in pieces)
    bold = _lines(pieces)

    assert click.unstyle(bold) == wrapped(text)
    for line in bold.splitlines():
        assert line.count("\x1b[1m") == line.count("\x1b[0m")


@pytest.mark.parametrize("text", ["a" * 9000, "b" * 9000 + "aaa" + "b" * 9000])
def test_a_word_without_end_is_cut(text: str) -> None:
    """It would fill the terminal; what was found is in what is shown."""
    found = text.index("aaa")
    marks = ((found, found + (9000 if text[0] == "a" else 3)),)
    shown, ((start, end),) = _cut(Hit(id="r#letter", kind="paragraph", text=text, marks=marks))

    assert len(shown) < 1500
    assert shown[start:end].strip("a") == ""
    assert shown.endswith(" …")


def test_the_words_that_were_found_are_bold() -> None:
    """And nothing else."""
    assert _lines([("de ", False), ("politie", True), ("training", False)]) == (
        "  de \x1b[1m\x1b[4mpolitie\x1b[0mtraining"
    )


def test_words_that_begin_with_a_minus_are_given_after_the_options(run: Run, records: Path) -> None:
    """Who types them first is told so."""
    refused = run("search", "-politie", records)
    found = run("search", "--limit", "1", "--", "-politie", records)

    assert refused.exit_code == 2
    assert "begin with a minus are given after --" in " ".join(refused.stderr.split())
    assert (found.exit_code, "politie" in found.stdout) == (0, True)


def test_words_after_the_path_are_put_right(run: Run, records: Path) -> None:
    """Who gives the path first is shown the order; words that are not a path anywhere are words."""
    turned = run("search", records, "Prinsjesdag")
    missing = run("search", "Prinsjesdag", "nowhere")

    assert (turned.exit_code, missing.exit_code) == (2, 2)
    assert "Prinsjesdag does not exist." in turned.stderr
    assert f"ssrpolicy search Prinsjesdag {records}" in " ".join(turned.stderr.split())
    assert "words come first" not in missing.stderr
