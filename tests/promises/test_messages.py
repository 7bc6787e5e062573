"""What the messages promise: each is in the Dutch catalogue, whole, and nothing else is."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

import catalogues
from catalogues import PACKAGES, catalogue_file, strings, translated
from tables import each_case

in_the_code = cache(catalogues.in_the_code)

ROOT = Path(__file__).parents[2]
SOURCES = [ROOT / "src", *sorted(ROOT.glob("plugins/*/src"))]
# A hole as a message has it: {name}, {name!r}, {name!r:.80}; a table of TOML is not.
HOLE = re.compile(r"\{(\w[\w.]*)(?:![rsa])?(?::[^{}]*)?\}|%\((\w+)\)")


def nodes(file: Path) -> list[ast.AST]:
    """All that a file of the code consists of."""
    return catalogues.nodes(file.read_text(encoding="utf-8"))


@pytest.fixture(scope="module", autouse=True)
def forgotten() -> Iterator[None]:
    """What the code consists of fills the memory, and is kept for these tests alone."""
    yield
    catalogues.nodes.cache_clear()


def holes(messages: tuple[str, ...]) -> set[str]:
    """The names of the holes of a message, of all its forms together."""
    found = {name for message in messages for pair in HOLE.findall(message) for name in pair}
    # A form for one thing may leave out the number.
    return found - {"", "number"}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_message_of_the_code_has_its_dutch(package: str) -> None:
    """What is new in the code is translated; `make messages` says what is not."""
    dutch = translated(package)
    missing = [
        message.id
        for message in in_the_code(package)
        if message.id
        and ((found := dutch.get(message.id)) is None or not all(strings(found.string)))
    ]

    assert missing == []


@each_case("package", PACKAGES)
def test_the_catalogue_has_nothing_that_is_gone_from_the_code(package: str) -> None:
    """A message that nobody makes any more is not translated; nor is one in doubt."""
    code = in_the_code(package)
    dutch = [message for message in translated(package) if message.id]

    assert [message.id for message in dutch if message.id not in code] == []
    assert [message.id for message in dutch if message.fuzzy] == []


@each_case("package", PACKAGES)
def test_a_message_has_the_same_holes_in_dutch(package: str) -> None:
    """What a message names it names in both languages."""
    for message in translated(package):
        if message.id:
            assert holes(strings(message.string)) == holes(strings(message.id)), message.id


@each_case("package", PACKAGES)
def test_a_message_has_the_same_marks_for_click_in_dutch(package: str) -> None:
    """A backspace keeps the lines of an example apart; written out it would be printed."""
    for message in translated(package):
        if message.id:
            for text in strings(message.string):
                assert ("\b" in text) == ("\b" in strings(message.id)[0]), message.id
                assert "\\b" not in text, message.id


@each_case("package", PACKAGES)
def test_the_compiled_catalogue_is_the_one_that_people_write(package: str) -> None:
    """What is installed says what the .po file says; `make messages` compiles it."""
    with catalogue_file(package).with_suffix(".mo").open("rb") as opened:
        compiled = read_mo(opened)

    said = {strings(message.id): strings(message.string) for message in compiled if message.id}
    assert said == {
        strings(message.id): strings(message.string)
        for message in translated(package)
        if message.id
    }


def _takes_the_name(node: ast.AST) -> bool:
    """Whether a part of the code has ``_`` for something of its own."""
    if isinstance(node, ast.arg):
        return node.arg == "_"
    return isinstance(node, ast.Name) and node.id == "_" and not isinstance(node.ctx, ast.Load)


@pytest.mark.heavy
def test_no_function_uses_the_name_of_the_translation_for_something_else() -> None:
    """In a function that translates, ``_`` is the translation and no name for what is ignored."""
    wrong = []
    for source in SOURCES:
        for file in source.rglob("*.py"):
            # Most files have no other use of the name, and each function need not be gone through.
            if not any(_takes_the_name(node) for node in nodes(file)):
                continue
            for function in nodes(file):
                if isinstance(function, ast.FunctionDef):
                    names = [n for n in ast.walk(function) if isinstance(n, ast.Name)]
                    used = {type(name.ctx) for name in names if name.id == "_"}
                    taken = "_" in {each.arg for each in function.args.args}
                    if ast.Load in used and (taken or len(used) > 1):
                        wrong.append(f"{file.relative_to(ROOT)}:{function.lineno}")

    assert wrong == []


def test_what_is_translated_is_found_within_other_text_too() -> None:
    """Messages are collected from calls wherever they stand, singular and plural."""
    text = 'f\'{_("one {number}", number=1)}: {ngettext("file", "files", 2)}\'\n_(name)\n'

    assert list(catalogues.messages_in_code(text)) == ["one {number}", ("file", "files")]


# What raises them are defects of code that calls us, or makes reports: no person is to read them.
NOT_FOR_PEOPLE = {
    "AssertionError",
    "AttributeError",
    "KeyError",
    "TypeError",
    "NotImplementedError",
}
OF_PROGRAMS = ("testing", "lazy.py", "deprecation.py", "cli/new_reporter/distribution")


def literals(node: ast.expr) -> list[str]:
    """The texts with words that stand in an expression itself, outside every call."""
    match node:
        case ast.Constant(value=str(text)):
            return [text] if re.search(r"[A-Za-z]{2,} [A-Za-z]", text) else []
        case ast.JoinedStr(values=parts):
            words = "".join(str(part.value) for part in parts if isinstance(part, ast.Constant))
            return [words] if re.search(r"[A-Za-z]{2,} [A-Za-z]", words) else []
        case ast.IfExp(body=body, orelse=orelse):
            return literals(body) + literals(orelse)
        case ast.BinOp(left=left, right=right):
            return literals(left) + literals(right)
        case _:
            return []


@pytest.mark.heavy
def test_whatever_is_raised_or_remarked_is_translated() -> None:
    """No exception, finding, refusal or hint has a text that did not come out of the catalogue."""
    wrong = []
    for file in (file for source in SOURCES for file in source.rglob("*.py")):
        place = file.relative_to(ROOT).as_posix()
        if any(f"/{part}" in place for part in OF_PROGRAMS):
            continue
        for call in nodes(file):
            if not isinstance(call, ast.Call):
                continue
            name = call.func.id if isinstance(call.func, ast.Name) else ""
            name = call.func.attr if isinstance(call.func, ast.Attribute) else name
            said = [each.value for each in call.keywords if each.arg in ("message", "hint")]
            speaks = name in ("Problem", "Refusal", "refused", "remark")
            if speaks or (name.endswith("Error") and name not in NOT_FOR_PEOPLE):
                said += call.args
            wrong += [f"{place}:{call.lineno}: {text}" for each in said for text in literals(each)]

    assert wrong == []
