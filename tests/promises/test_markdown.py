"""What the Markdown pages promise: links lead somewhere, and the examples work."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tables import each_case
from terminal import session

ROOT = Path(__file__).parents[2]
PAGES = [
    *sorted(ROOT.glob("*.md")),
    *sorted(ROOT.glob("docs/**/*.md")),
    *sorted(ROOT.glob("plugins/*/*.md")),
    *sorted(ROOT.glob("fixtures/*.md")),
]
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
# A line more in what `new` writes is not an untruth of the tutorial.
_LINE_NUMBER = re.compile(r"(?<=line )[0-9]+|(?<=toml:)[0-9]+")
# So many characters of code are as wide as the text of a page on GitHub.
_WIDTH = 100
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> list[str]:
    """The code blocks of a page in one language."""
    text = page.read_text(encoding="utf-8")
    return [code for name, code in _FENCE.findall(text) if name == language]


def readme_commands() -> list[str]:
    """The commands that README shows, as they are typed after `make setup`."""
    lines = "".join(blocks(ROOT / "README.md", "sh")).replace("\\\n", "").splitlines()
    return [line.removeprefix(".venv/bin/") for line in lines if line.startswith(".venv/bin/")]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder that looks like the repository to an example, and into which it may write."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures", target_is_directory=True)
    (tmp_path / "build").mkdir()
    return tmp_path


@each_case("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files_that_are_there(page: Path) -> None:
    """Every relative link of a page leads to a file of the repository."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    targets = [link.partition("#")[0] for link in _LINK.findall(text)]
    relative = [target for target in targets if target and "://" not in target]
    # The template shows what a link to another decision looks like.
    missing = [t for t in relative if "NNNN" not in t and not (page.parent / t).exists()]

    assert missing == []


@each_case("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_and_tables_fit_the_width_of_a_page(page: Path) -> None:
    """Who reads a page in a browser need not scroll sideways for what is typed, nor for a table."""
    typed = [line for code in blocks(page, "sh") for line in code.splitlines()]
    consoles = [line for code in blocks(page, "console") for line in code.splitlines()]
    drawn = [line for line in consoles if "───" in line or line.startswith("$ ")]

    assert [line for line in (*typed, *drawn) if len(line) > _WIDTH] == []


@pytest.mark.heavy
def test_the_commands_of_the_readme_work(checkout: Path) -> None:
    """Typed one after another, each command that README shows ends with 0 and says something."""
    for line in readme_commands():
        words = shlex.split(line)
        command = [str(Path(sys.executable).with_name(words[0])), *words[1:]]
        done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)

        assert (line, done.returncode, bool(done.stdout)) == (line, 0, True), done.stderr


@pytest.mark.heavy
def test_the_python_example_of_the_readme_works(checkout: Path) -> None:
    """The Python example runs as it stands, and makes the file that it names."""
    (example,) = blocks(ROOT / "README.md", "python")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", example],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr == ""
    assert (checkout / "build" / "tracker.xlsx").is_file()


def test_the_first_record_goes_as_the_tutorial_says(tmp_path: Path) -> None:
    """Done in order in an empty folder, each command of the tutorial prints what stands there."""
    page = (ROOT / "docs" / "tutorial" / "first-record.md").read_text(encoding="utf-8")
    record = tmp_path / "brief" / "record.toml"
    letters = iter(["brief.txt", "voortgang.txt"])
    told, printed = [], []
    for language, code in _FENCE.findall(page):
        if language == "text":
            (tmp_path / next(letters)).write_text(code, encoding="utf-8")
        if language == "toml":
            record.write_text(f"{record.read_text()}\n{code}")
        if language == "console":
            told.append(_LINE_NUMBER.sub("N", code))
            printed.append(_LINE_NUMBER.sub("N", session(code, tmp_path)))

    assert printed == told


def test_the_dutch_readme_shows_the_same_as_the_english_one() -> None:
    """Both name the same commands and examples and link to the same pages, and to each other."""
    english, dutch = ROOT / "README.md", ROOT / "README.nl.md"
    firsts = [each.read_text(encoding="utf-8").splitlines()[0] for each in (english, dutch)]

    assert [_LINK.findall(first) for first in firsts] == [["README.nl.md"], ["README.md"]]
    for language in ("sh", "python"):
        shown = [
            [
                line.partition("  #")[0].rstrip()
                for line in "".join(blocks(page, language)).splitlines()
            ]
            for page in (english, dutch)
        ]
        assert shown[0] == shown[1]
    linked = [set(_LINK.findall(page.read_text(encoding="utf-8"))) for page in (english, dutch)]
    assert linked[0] - {"README.nl.md"} == linked[1] - {"README.md"}


def test_readme_begins_with_what_it_is_and_how_to_try_it() -> None:
    """The first screen of README, 30 lines, names `make demo` and `make test`."""
    first_screen = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:30]

    assert [line.split()[:2] for line in first_screen if line.startswith("make ")] == [
        ["make", "demo"],
        ["make", "test"],
    ]
