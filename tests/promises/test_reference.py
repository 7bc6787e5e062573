"""What the documentation promises: a page or picture made from the code says what the code says."""

import enum
import importlib
import inspect
import json
import os
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import ssrpolicy
from ssrpolicy.views.language.labels import tables
from ssrpolicy_calendar.words import WORDS

ROOT = Path(__file__).parents[2]
WRITERS = sorted((ROOT / "docs").glob("*/*.py"))


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The pages as their writers write them, by the paths of these.

    In a process of its own: what the tests of other rooms left behind is not in the reference.
    """
    program = (
        "import json, runpy, sys; "
        "print(json.dumps({each: runpy.run_path(each)['page']() for each in sys.argv[1:]}))"
    )
    written = subprocess.run(
        [sys.executable, "-c", program, *map(str, WRITERS)],
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    found: dict[str, str] = json.loads(written)
    return found


@pytest.mark.heavy
@pytest.mark.parametrize("writer", WRITERS, ids=lambda path: path.stem)
def test_a_page_of_the_reference_is_what_the_code_says(
    writer: Path, pages: dict[str, str], pytestconfig: pytest.Config
) -> None:
    """The page next to its writer is current; the writer, or `--update-goldens`, renews it."""
    page = writer.with_suffix(".svg" if writer.parent.name == "explanation" else ".md")
    written = pages[str(writer)]

    if pytestconfig.getoption("--update-goldens"):
        page.write_text(written, encoding="utf-8", newline="\n")
    assert page.read_text(encoding="utf-8") == written


@pytest.mark.heavy
def test_the_sheet_of_sentences_has_every_label(pages: dict[str, str]) -> None:
    """Whoever reads it through has read all that a report can print, in both languages."""
    (sheet,) = (text for path, text in pages.items() if Path(path).stem == "sentences")
    headings = {line.removeprefix("### ") for line in sheet.splitlines() if line[:4] == "### "}
    assert set(tables()) - headings == set()
    assert all(
        f"| {key} | {words} | {WORDS['en'][key]} |" in sheet for key, words in WORDS["nl"].items()
    )


def public() -> Iterator[tuple[str, str, Any]]:
    """Every public name of every public package, with its value."""
    for package in runpy.run_path(str(ROOT / "docs" / "reference" / "packages.py"))["PACKAGES"]:
        module = importlib.import_module(package)
        yield from ((package, name, getattr(module, name)) for name in module.__all__)


def sections() -> dict[str, str]:
    """The sections of the pages on Python, by the name that each is about."""
    found: dict[str, str] = {}
    for page in ("model.md", "packages.md"):
        text = (ROOT / "docs" / "reference" / page).read_text(encoding="utf-8")
        for part in re.split(r"^##+ ", text, flags=re.MULTILINE)[1:]:
            name, _, body = part.partition("\n")
            found[name] = found.get(name, "") + body
    return found


def attributes(cls: type) -> Iterator[str]:
    """The names of what an object of a class of ours offers: its fields, properties, methods."""
    if attrs.has(cls):
        yield from (field.name for field in attrs.fields(cls) if not field.name.startswith("_"))
    # Not dir: of a closed list that gives its members alone.
    for owner in (each for each in cls.__mro__ if each.__module__.startswith("ssrpolicy")):
        # What every error has stands with the first of them.
        if owner is cls or owner is not ssrpolicy.SsrPolicyError:
            names = {**vars(owner), **inspect.get_annotations(owner)}
            members = getattr(cls, "__members__", ())
            yield from (each for each in names if each not in members and each[0] != "_")
    if cls is ssrpolicy.SsrPolicyError:
        yield from vars(cls("It cannot be done."))


def test_every_public_name_is_in_the_reference() -> None:
    """Each class, function, constant and name of a type has a section, on one of two pages."""
    known = sections()

    assert [f"{package}.{name}" for package, name, _ in public() if name not in known] == []


def test_every_attribute_of_a_public_class_is_in_the_reference() -> None:
    """The section of a class names each of its attributes, properties and methods."""
    known = sections()
    missing = [
        f"{name}.{attribute}"
        for _, name, value in public()
        if isinstance(value, type)
        for attribute in attributes(value)
        if not re.search(rf"[`(, ]{attribute}[`:(]", known[name])
    ]

    assert missing == []


def test_every_value_of_a_public_list_is_in_the_reference() -> None:
    """The section of a closed list names each of its values."""
    known = sections()
    lists = {
        name: cls
        for _, name, cls in public()
        if isinstance(cls, type) and issubclass(cls, enum.Enum)
    }

    assert len(lists) > 20
    assert [
        f"{name}.{member.name}"
        for name, cls in lists.items()
        for member in cls
        if f"`{member.value}`" not in known[name]
    ] == []


def test_every_attribute_of_a_public_class_is_explained() -> None:
    """A field has words in the docstring of its class, a property or method one of its own."""
    unexplained = []
    pages = runpy.run_path(str(ROOT / "docs" / "reference" / "packages.py"))
    explained, written_doc = pages["explained"], pages["written_doc"]
    for _, name, cls in public():
        if not isinstance(cls, type):
            continue
        ours = [each for each in cls.__mro__ if each.__module__.startswith("ssrpolicy")]
        words = " ".join(each.__doc__ or "" for each in ours)
        fields = {field.name for field in attrs.fields(cls)} if attrs.has(cls) else set()
        for attribute in dict.fromkeys(attributes(cls)):
            member = inspect.getattr_static(cls, attribute, "")
            own = inspect.getdoc(getattr(member, "__func__", member))
            if inspect.ismemberdescriptor(member) and attribute not in fields:
                owner = next(each for each in cls.__mro__ if attribute in vars(each))
                own = written_doc(owner, attribute)
            if attribute in fields:
                explained(cls, attribute)  # it raises where there are no words
            elif not own and not re.search(rf"\b{attribute}\b", words):
                unexplained.append(f"{name}.{attribute}")

    assert not unexplained, "\n".join(unexplained)


def test_every_label_is_in_the_reference() -> None:
    """The page of labels has each key that `label` takes."""
    page = (ROOT / "docs" / "reference" / "labels.md").read_text(encoding="utf-8")
    missing = [
        f"{table}.{key}"
        for table, entries in tables().items()
        for key, words in entries.items()
        if isinstance(words.get("en"), str) and f"| `{table}.{key}` |" not in page
    ]

    assert missing == []


def test_every_command_is_in_the_reference() -> None:
    """The page of the command has a section for each, also those below `add`."""
    writer = ROOT / "docs" / "reference" / "command.py"
    page: str = runpy.run_path(str(writer))["page"]()

    for command in ("report", "new-reporter", "add statement"):
        assert f"\n## ssrpolicy {command}\n" in page


def test_what_a_contract_is_set_to_is_explained() -> None:
    """The words below an attribute of a class are those of the reference."""
    bare = re.compile(r"^- `(programs|variables|given|shows|parts)\b[^`]*`$", re.MULTILINE)
    contracts = {name: body for name, body in sections().items() if name.endswith("Contract")}

    assert len(contracts) > 5
    assert [name for name, body in contracts.items() if bare.search(body)] == []
