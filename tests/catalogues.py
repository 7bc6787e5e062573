"""The gettext catalogues of the distributions, made of what stands in their code.

``make messages`` writes them: a message that is new in the code comes into the Dutch catalogue
without its Dutch, one that is gone goes out of it, and the compiled catalogue follows.
"""

import ast
import datetime as dt
import importlib.util
import inspect
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import click
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from ssrpolicy.cli.external import external_commands
from ssrpolicy.cli.main import _command
from ssrpolicy.reporting import load_plugins, options_of

ROOT = Path(__file__).parents[1]
CLICK = "click"
# The packages with messages of their own, and where each stands.
PACKAGES: Mapping[str, Path] = {
    "ssrpolicy": ROOT / "src/ssrpolicy",
    **{folder.name: folder for folder in sorted(ROOT.glob("plugins/*/src/ssrpolicy_*"))},
    CLICK: Path(str(importlib.util.find_spec("click").origin)).parent,  # type: ignore[union-attr]  # click is installed, and is a file
}
# The dates of a catalogue would differ with every run.
_NO_DAY = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def _empty(package: str, locale: str | None = None) -> Catalog:
    return Catalog(
        locale,
        project=package,
        version="1",
        header_comment=f"# The messages of {package} in Dutch; `make messages` renews this file.",
        msgid_bugs_address="",
        creation_date=_NO_DAY,
        revision_date=_NO_DAY,
        last_translator="",
        language_team="",
        fuzzy=False,
    )


def catalogue_file(package: str, language: str = "nl") -> Path:
    """The catalogue of a package; click's messages are translated in the core."""
    home = PACKAGES["ssrpolicy" if package == CLICK else package]
    return home / "locale" / language / "LC_MESSAGES" / f"{package}.po"


def in_the_code(package: str) -> Catalog:
    """Every message of a package, each with the files that have it."""
    found = _empty(package)
    folder = PACKAGES[package]
    for file in sorted(folder.rglob("*.py")):
        for message in messages_in_code(file.read_text(encoding="utf-8")):
            found.add(message, locations=[(file.relative_to(folder).as_posix(), 0)])
    core = package == "ssrpolicy"
    words = words_of_commands(_command, package) if core else words_of_plugin_commands(package)
    for place, message in words:
        found.add(message, locations=[(place.replace(" ", "-"), 0)])
    plugins = load_plugins(environ={})
    for reader in plugins.readers:
        if type(reader.reader).__module__.partition(".")[0] == package:
            found.add(reader.summary, locations=[(f"reader-{reader.name}", 0)])
    for offered in plugins.reporters:
        if type(offered.reporter).__module__.partition(".")[0] == package:
            helps = [option.help for option in options_of(offered.options)]
            for message in (offered.summary, *helps):
                found.add(message, locations=[(f"option-of-{offered.name}", 0)])
    return found


_TRANSLATES = re.compile(r"\b(?:_|ngettext|(?:marked_)?plural|marked)\(")
"""What stands in every module that has messages; the others need not be parsed."""


@cache
def nodes(text: str) -> list[ast.AST]:
    """All that a module consists of; it fills the memory, and is read once."""
    return list(ast.walk(ast.parse(text)))


def messages_in_code(text: str) -> Iterator[str | tuple[str, str]]:
    """What is translated in a module: the texts of ``_`` and the pairs of ``ngettext``.

    The syntax tree has those within f-strings too, which Babel sees in later versions of Python
    only.
    """
    found = nodes(text) if _TRANSLATES.search(text) else ()
    calls = [node for node in found if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda each: (each.lineno, each.col_offset)):
        called = call.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        match name, call.args:
            case "_" | "marked", [ast.Constant(value=str(message)), *_]:
                yield message
            case "_", [ast.Subscript(slice=ast.Constant(value=str(message)))]:
                yield message  # click keeps such a word under itself
            case "ngettext" | "plural" | "marked_plural", [
                ast.Constant(value=str(one)),
                ast.Constant(value=str(many)),
                *_,
            ]:
                yield one, many
            case _:
                pass


def words_of_plugin_commands(package: str) -> Iterator[tuple[str, str]]:
    """What the commands that a package adds say, but for what the core has in Dutch already."""
    core = translated("ssrpolicy")
    for name, offered in external_commands().items():
        for entry in offered:
            if entry.target.startswith(f"{package}."):
                words = words_of_commands(cast("click.Command", entry.load()), name)
                yield from ((place, message) for place, message in words if message not in core)


def words_of_commands(command: click.Command, place: str) -> Iterator[tuple[str, str]]:
    """What the help and the questions of a command say, and of the commands below it."""
    texts: list[Any] = [command.help, command.epilog, command.short_help, command.options_metavar]
    for param in command.params:
        texts += [param.metavar, getattr(param, "help", None), getattr(param, "question", None)]
    if isinstance(command, click.Group):
        texts.append(command.subcommand_metavar)
        context = click.Context(command)
        for name in command.list_commands(context):
            if place == "ssrpolicy" and name in external_commands():
                continue  # its words are in the catalogue of its own package
            if (below := command.get_command(context, name)) is not None:
                yield from words_of_commands(below, f"{place} {name}")
    yield from ((place, inspect.cleandoc(text)) for text in texts if text)


def translated(package: str) -> Catalog:
    """The Dutch catalogue of a package as it stands."""
    file = catalogue_file(package)
    if not file.exists():
        return Catalog(locale="nl", fuzzy=False)
    with file.open("rb") as opened:
        return read_po(opened, locale="nl")


def renewed(package: str) -> Catalog:
    """The Dutch catalogue of a package, with what stands in the code now."""
    old, new = translated(package), in_the_code(package)
    catalogue = _empty(package, locale="nl")
    for message in new:
        if message.id:
            before = old.get(message.id)
            # What was one sentence and is now two, by number, needs its Dutch anew.
            if before is not None and isinstance(before.string, str) != isinstance(message.id, str):
                before = None
            # A message that has come to count has one form so far, and no Dutch of its own.
            same = before is not None and isinstance(before.id, str) == isinstance(message.id, str)
            catalogue.add(
                message.id,
                before.string if before is not None and same else None,
                locations=sorted(set(message.locations)),
            )
    for gone in old:
        if gone.id and gone.id not in catalogue:
            print(f"no longer in the code: {gone.id!r} -> {gone.string!r}", file=sys.stderr)  # noqa: T201 - a program, and this is what it says
    return catalogue


def write(package: str) -> int:
    """Write the Dutch catalogue of a package, and compiled; return how much has no Dutch yet."""
    catalogue, file = renewed(package), catalogue_file(package)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        write_po(
            opened, catalogue, width=100, sort_by_file=True, omit_header=False, include_lineno=False
        )
    with file.with_suffix(".mo").open("wb") as opened:
        write_mo(opened, catalogue)
    return sum(not all(strings(message.string)) for message in catalogue if message.id)


def strings(string: str | Iterable[str] | None) -> tuple[str, ...]:
    """The forms of a message or of its translation: one, or one for each number."""
    return (string or "",) if string is None or isinstance(string, str) else tuple(string)


if __name__ == "__main__":
    for package in PACKAGES:
        print(f"{catalogue_file(package)}: {write(package)} without Dutch")  # noqa: T201 - a program, and this is what it says
