"""Readers of plugins: found, chosen, and fenced: a broken one harms nobody."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ssrpolicy.errors import InputError, PluginError
from ssrpolicy.reporting import Registry, load_plugins, read_source

GOOD = '''
from ssrpolicy.reporting import ApartKind, ApartText, InputError, PageStart, SourceReading
from ssrpolicy.reporting import TextParts, hookimpl


class Markdown:
    """Reads letters in Markdown."""

    name, summary, api = "markdown", "Letters in Markdown.", 1
    suffixes, media_types = ("md", "markdown"), ("text/markdown",)

    def read(self, data, name):
        text = data.decode("utf-8")
        if text.startswith("secret"):
            raise InputError("the letter is secret", hint="Ask for a public one.")
        head, _, body = text.partition("\\n---\\n")
        return SourceReading(
            text=body,
            parts=TextParts(
                pages=(PageStart(start=0, page=1),),
                apart=(ApartText(kind=ApartKind.PAGE_HEAD, text=head, page=1),),
            ),
            remarks=("One page was read.",),
        )


@hookimpl
def ssrpolicy_readers():
    return [Markdown()]
'''


@pytest.fixture
def registry(tmp_path: Path) -> Callable[..., Registry]:
    """The plugins of a folder with this reader, changed in one place, and no others."""

    def load(old: str = "", new: str = "", name: str = "markdown_reader") -> Registry:
        folder = tmp_path / "plugins"
        folder.mkdir(exist_ok=True)
        assert old in GOOD
        (folder / f"{name}.py").write_text(GOOD.replace(old, new, 1), "utf-8")
        return load_plugins(plugins_dir=folder, environ={})

    return load


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A letter in Markdown."""
    path = tmp_path / "brief.md"
    path.write_bytes(b"Pagina 1\n---\nGeachte voorzitter,\n\nHierbij informeer ik u.\n")
    return path


def named(registry: Registry) -> list[str]:
    """The readers from the folder, by name."""
    return [each.name for each in registry.readers if each.origin.version is None]


def test_a_reader_gives_text_parts_and_the_original(
    registry: Callable[..., Registry], source: Path
) -> None:
    """The text has a name of its own, next to the file that it was read from."""
    new = read_source(source, registry=registry())

    assert (new.name, new.original_name) == ("brief.txt", "brief.md")
    assert new.text == "Geachte voorzitter,\n\nHierbij informeer ik u.\n"
    assert new.original == source.read_bytes()
    assert new.parts is not None
    assert [each.text for each in new.parts.apart] == ["Pagina 1"]
    assert new.remarks == ("One page was read.",)
    assert list(new.files) == ["brief.txt", "brief.md", "brief.parts.json"]


def test_plain_text_needs_no_reader(registry: Callable[..., Registry], tmp_path: Path) -> None:
    """It is taken as it is, to the byte."""
    path = tmp_path / "brief.txt"
    path.write_bytes(b"Geachte voorzitter,\r\n\r\nHierbij informeer ik u.\r\n")
    new = read_source(path, registry=registry())

    assert (new.files, new.parts) == ({"brief.txt": path.read_bytes()}, None)


@pytest.mark.parametrize(
    "old, new, cause",
    [
        ('"markdown", "Letters', '"Mark Down", "Letters', "name is 'Mark Down'"),
        ('("md", "markdown")', '"md"', "suffixes is 'md'"),
        ('("text/markdown",)', "()", "media_types is ()"),
        ('Markdown.", 1', 'Markdown.", 2', "written for version 2 of the contract"),
        ("[Markdown()]", "[Markdown]", "it is a class; offer an instance, Markdown()"),
        ("[Markdown()]", "[Markdown(), Markdown()]", "it is offered twice"),
        ("def read(", "def reed(", "it has no read"),
        ("[Markdown()]", "None", "it returned None, not a list"),
        ("ssrpolicy_readers", "ssrpolicy_reader", "did you mean ssrpolicy_readers?"),
    ],
)
def test_a_reader_that_does_not_fit_is_named(
    registry: Callable[..., Registry], old: str, new: str, cause: str
) -> None:
    """What is wrong is said; every other plugin is loaded as before."""
    loaded = registry(old, new)
    (failure,) = [each for each in loaded.failures if each.origin.version is None]

    assert cause in str(failure)
    assert {"excel", "word", "json", "html"} <= {each.name for each in loaded.reporters}


@pytest.mark.parametrize(
    "old, new, cause",
    [
        ("text = data", "raise KeyError('body')\n        text = data", "KeyError: 'body'"),
        ("text = data", "raise SystemExit(3)\n        text = data", "it asked the program to exit"),
        ("return SourceReading(", "return dict(", "it returned {"),
        ("text=body", "text=' '", "it gave no text"),
        ("text=body", "text=body + chr(0)", "control character U+0000"),
        ("text=body", "text=body + chr(0xD800)", "half of a character pair"),
        ("text=body", "text=data", 'where "..." belongs'),
        ('("One page was read.",)', "'One page.'", "remarks is 'One page.'"),
        ("parts=TextParts(", "parts=dict(", "parts is {"),
        ("start=0", "start=1", "first page does not begin at the start"),
        ("pages=(", "notes=9_999, pages=(", "begin after the end of the text"),
    ],
)
def test_a_reader_that_fails_is_blamed(
    registry: Callable[..., Registry], source: Path, old: str, new: str, cause: str
) -> None:
    """The error names the reader, its plugin and the cause, and a way that works."""
    with pytest.raises(PluginError) as failed:
        read_source(source, registry=registry(old, new))

    assert "The reader markdown of markdown_reader.py failed while it read" in failed.value.message
    assert cause in failed.value.message
    assert "plain text can be read" in (failed.value.hint or "")


def test_a_refusal_of_the_reader_is_the_users(
    registry: Callable[..., Registry], source: Path
) -> None:
    """What a reader says of a file that it cannot read is shown with the file's name."""
    source.write_bytes(b"secret")
    with pytest.raises(InputError) as refused:
        read_source(source, registry=registry())

    assert refused.value.message == f"{source}: the letter is secret"
    assert refused.value.hint == "Ask for a public one."


def test_what_a_reader_changes_of_the_process_is_set_back_and_said(
    registry: Callable[..., Registry], source: Path
) -> None:
    """The remark names the reader and the thing."""
    changing = registry("text = data", 'import os; os.environ["LEZER"] = "1"; text = data')
    new = read_source(source, registry=changing)

    assert "changed the environment" in new.remarks[-1]


def test_of_two_readers_one_is_chosen_by_name(
    registry: Callable[..., Registry], source: Path
) -> None:
    """Where two take a file, the user says which."""
    registry("One page", "A first reader")
    both = registry("One page", "A second reader", name="other_reader")
    with pytest.raises(InputError) as refused:
        read_source(source, registry=both)

    assert "markdown_reader.py:markdown, other_reader.py:markdown" in refused.value.message
    chosen = read_source(source, reader="other_reader.py:markdown", registry=both)
    assert chosen.remarks == ("A second reader was read.",)


def test_a_reader_that_there_is_not_is_refused_with_those_that_there_are(
    registry: Callable[..., Registry], source: Path
) -> None:
    """The hint lists the names."""
    with pytest.raises(InputError, match="No reader is called 'markup'") as refused:
        read_source(source, reader="markup", registry=registry())

    assert "markdown" in (refused.value.hint or "")
