"""The commands: a register built, told of, listed and searched, as people type them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from plugins.register.tests.portfolio import write_folder

from ssrpolicy.cli.main import _command

pytestmark = pytest.mark.heavy

DAY = ("--as-of", "2041-06-01")
CLEAN = "duinmark-2040-3"


def run(*arguments: str | Path, **environment: str) -> Result:
    """Run ``ssrpolicy`` with arguments."""
    words = [str(each) for each in arguments]
    return CliRunner(env=environment).invoke(_command, words, prog_name="ssrpolicy")


@pytest.fixture(scope="module")
def folder(office: Path) -> Path:
    """Records that share motions, and relate to each other."""
    return office


@pytest.fixture(scope="module")
def register(folder: Path, new_address: Callable[[], str]) -> str:
    """The address of a register of the folder."""
    address = new_address()
    result = run("register", "build", folder, "--database", address)
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{address}: 7 records (7 files read, 0 unchanged, 0 removed).\n"
    return address


@pytest.mark.parametrize(
    "words",
    [
        ("list", "motions"),
        ("list", "commitments", "--overdue", "--limit", "2"),
        ("list", "statements", "--owner", "none", "--format", "csv"),
        ("list", "letters", "--format", "json"),
        ("list", "commitments", "--owner", "lm-buza", "--sector", "justice", "--place", "PSE"),
        ("list", "motions", "--place", "lagemeer-2031-7#bergovia", "--owner", "none"),
        ("list", "changes", "--since", "2041-01-01"),
        ("list", "statements", "--as-of", "2032-01-01"),
        ("search", "politie", "--limit", "3"),
        ("search", "politie opleiding", "--format", "json", "--kind", "commitment"),
    ],
)
def test_the_output_is_that_of_the_folder(
    register: str, folder: Path, words: tuple[str, ...]
) -> None:
    """To the byte, in each format; what is said of the rows, too."""
    command, *asked = words
    of_folder = run(command, *DAY, *asked, folder)
    found = run(command, *DAY, *asked, "--database", register)

    assert (found.exit_code, found.output) == (of_folder.exit_code, of_folder.output)
    assert found.exit_code == 0, found.stderr


def test_the_environment_names_the_register_where_no_folder_is_given(
    register: str, folder: Path
) -> None:
    """A folder that is given is asked; both on the command line are refused."""
    of_register = run("list", "letters", *DAY, SSRPOLICY_DATABASE=register)
    of_one = run("list", "letters", folder / CLEAN, *DAY, SSRPOLICY_DATABASE=register)
    both = run("list", "letters", folder, "--database", register)
    neither = run("list", "letters")
    empty = run("list", "letters", "--database", "", SSRPOLICY_DATABASE=register)

    assert of_register.stdout.count("kst-32123-X-124#letter") == 1
    assert "kst-32123-X-124" not in of_one.stdout
    assert "not both" in both.stderr
    assert (empty.exit_code, empty.stdout) == (2, "")
    assert "--database" in neither.stderr
    assert (both.exit_code, neither.exit_code) == (2, 2)


def test_a_register_says_of_what_it_was_made(register: str, folder: Path) -> None:
    """In words, and as JSON; no password is in either."""
    text = run("register", "info", "--database", register).stdout
    told = json.loads(run("register", "info", "--database", register, "--format", "json").stdout)

    assert f"Source: {folder.absolute()} (7 files)\n" in text
    assert told["format"] == "ssrpolicy-register/1"
    assert told["records"] == 7
    assert told["sources"] == {str(folder.absolute()): 7}
    assert told["problems"] == []


@pytest.mark.parametrize(
    "language, said",
    [("en", "Name a database with --database "), ("nl", "Noem een database met --database ")],
)
def test_a_database_named_as_a_path_is_says_how_it_is_named(
    register: str, language: str, said: str
) -> None:
    """The address that was typed stands in the sentence, without a password."""
    for address in (register, "postgresql://anna:geheim@localhost/office"):
        result = run("register", "info", address, SSRPOLICY_LANGUAGE=language)

        assert result.exit_code == 2
        assert said in result.stderr
        assert "geheim" not in result.output


def test_problems_are_told_with_lists_and_by_info(tmp_path: Path) -> None:
    """A broken record among good ones: the others are shown, and it is named."""
    folder = write_folder(tmp_path / "office")
    (folder / CLEAN / "record.toml").write_text("id = [", "utf-8")
    address = tmp_path / "register.sqlite"
    built = run("register", "build", folder, "--database", address)
    listed = run("list", "letters", "--database", address, *DAY, "--format", "json")
    info = run("register", "info", "--database", address)

    assert (built.exit_code, listed.exit_code) == (1, 1)
    assert "6 records" in built.stdout
    again = f"1 problem in its files: ssrpolicy register info --database {address}\n"
    assert again in built.stderr
    (problem,) = json.loads(listed.stdout)["problems"]
    assert (problem["code"], problem["line"]) == ("toml-syntax", 1)
    assert str(folder / CLEAN / "record.toml") in info.stderr


def test_the_answers_are_in_dutch_where_that_is_asked(register: str) -> None:
    """As everywhere: messages follow the language of the machine."""
    told = run("register", "info", "--database", register, SSRPOLICY_LANGUAGE="nl").stdout
    refused = run("register", "info", "--database", "nergens.sqlite", SSRPOLICY_LANGUAGE="nl")

    assert told.startswith("Register: ")
    assert "Gebouwd: " in told
    assert refused.exit_code == 2
    assert "nergens.sqlite is er niet." in refused.stderr


@pytest.mark.parametrize(
    "words",
    ["'; DROP TABLE texts; --", '"politie" OR NOT NEAR(x)', "politie*", "%", "a%_b", "x" * 10_000],
)
def test_what_people_type_is_words(register: str, folder: Path, words: str) -> None:
    """Signs of SQL and of search engines are signs like others."""
    found = run("search", words, "--database", register)
    of_folder = run("search", words, folder)

    assert (found.exit_code, found.output) == (of_folder.exit_code, of_folder.output)
    assert "Traceback" not in found.output
