"""What the glossary promises: every value of the vocabularies, as the reports word it."""

import tomllib
from pathlib import Path

from ssrpolicy.model import Severity, vocabulary
from tables import each_case

ROOT = Path(__file__).parents[2]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
WORDS = tomllib.loads(
    (ROOT / "src/ssrpolicy/views/language/words/vocabulary.toml").read_text(encoding="utf-8")
)
VOCABULARIES = {
    "answer": vocabulary.Answer,
    "appreciation": vocabulary.Appreciation,
    "claimed_status": vocabulary.ClaimedStatus,
    "course": vocabulary.Course,
    "document_kind": vocabulary.DocumentKind,
    "evidence_status": vocabulary.EvidenceStatus,
    "firmness": vocabulary.Firmness,
    "instrument_kind": vocabulary.InstrumentKind,
    "outcome": vocabulary.Outcome,
    "relation_kind": vocabulary.RelationKind,
    "schedule": vocabulary.Schedule,
    "set_aside_reason": vocabulary.SetAsideReason,
    "severity": Severity,
}


@each_case("name", VOCABULARIES)
def test_the_glossary_words_each_value_as_reports_do(name: str) -> None:
    """Each value of a vocabulary has a row with its English and its Dutch word."""
    missing = [
        f"{word['en']}, {word['nl']}"
        for value in VOCABULARIES[name]
        if not _row(str(value), word := WORDS[name][str(value)], derived=name == "schedule")
    ]

    assert missing == []


def _row(value: str, word: dict[str, str], *, derived: bool) -> bool:
    in_files = "(derived)" if derived else f"`{value}`"
    return f"| {word['en']} | {in_files} | {word['nl']} |" in GLOSSARY


def test_the_list_of_decisions_is_complete() -> None:
    """Every decision record is listed, by its number, under its own title."""
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    rows = []
    for path in sorted(folder.glob("[0-9]*.md")):
        title = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        rows.append(f"| [{path.name[:4]}]({path.name}) | {title.partition('. ')[2]} |")

    assert [row for row in rows if row not in listed] == []
    assert [row.split("]")[0][3:] for row in rows] == [
        f"{number:04}" for number in range(1, len(rows) + 1)
    ]
