"""``ssrpolicy new-reporter``: a distribution of a reporter to start from."""

import os
import re
import shlex
import unicodedata
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

import click

import ssrpolicy
from ssrpolicy.cli.console import print_line
from ssrpolicy.cli.parameters import example
from ssrpolicy.codec import refuse_in_record
from ssrpolicy.entry_points import COMMANDS, entry_points
from ssrpolicy.errors import OptionError, OutputError
from ssrpolicy.messages import _
from ssrpolicy.reporting import load_plugins, ready_folder
from ssrpolicy.storage import is_free, new_folder

PREFIX = "ssrpolicy-"
# The reporters of ssrpolicy itself, whether they are installed or not.
_OURS = (
    *("calendar", "excel", "excel-review", "html", "json", "sqlite"),
    *("word", "word-annex", "word-changes", "word-dossier"),
)
# The distributions of plugins of ssrpolicy itself, whether they are installed or not.
_OUR_DISTRIBUTIONS = (
    *("calendar", "corpus", "excel", "html", "json", "register", "sources", "word"),
)
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST = 24
# Under their own names, the templates would be taken for a package and its tests.
_SUFFIX = ".txt"
_HIDDEN = {"gitignore": ".gitignore", "github/check.yml": ".github/workflows/check.yml"}


@click.command("new-reporter", epilog=example("ssrpolicy new-reporter action-list"))
@click.argument("name", metavar="NAME")
@click.argument("folder", type=click.Path(path_type=Path), metavar="[DIR]", required=False)
def command(name: str, folder: Path | None) -> None:
    """Make a distribution with a reporter NAME: a plugin that works, to be made yours.

    It has a pyproject.toml, its source, a README and tests, which pass as they are. DIR is by
    default a new folder named after it; what is there already is never written over.
    """
    _refuse_name(name, taken=(reporter.name for reporter in load_plugins().reporters))
    target = Path(f"{PREFIX}{name}") if folder is None else folder
    for file in write_distribution(name, target):
        print_line(_("Wrote {file}.", file=file))
    print_line()
    print_line(_("Next:"))
    print_line(f"  cd {shlex.quote(str(target))}")
    print_line("  python -m pip install --editable '.[check]'")
    print_line("  python -m pytest")
    print_line(f"  ssrpolicy report RECORD --to {name} --output report.txt")


def _refuse_name(name: str, taken: Iterable[str]) -> None:
    """Raise OptionError where a reporter cannot have a name: with one that would do, or why not.

    ``taken`` are the names of reporters that are installed.
    """
    if not NAME.fullmatch(name) or len(name) > LONGEST or name.startswith(PREFIX):
        raise OptionError(
            _("{name!r:.80} cannot be a reporter's name.", name=name), hint=name_instead(name)
        )
    if name.startswith("test"):
        raise OptionError(
            _(
                "{name!r} cannot be a reporter's name: pytest would take its classes for tests.",
                name=name,
            ),
            hint=_("Name it for what it makes, such as action-list."),
        )
    if name in {*_OURS, *taken}:
        raise OptionError(
            _("There is a reporter {name!r} already.", name=name),
            hint=_(
                "Name yours for what is its own, such as {name}-list; `ssrpolicy plugins` "
                "lists those that are installed.",
                name=name,
            ),
        )


def name_instead(name: str) -> str:
    """Return what a name must be, with the nearest that would do."""
    rule = _(
        "A name is lower-case words with hyphens between them, of at most {longest} characters, "
        "and begins with a letter",
        longest=LONGEST,
    )
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-").removeprefix(PREFIX)
    near = (f"acme-{words}" if words[:1].isdigit() else words)[:LONGEST].rstrip("-")
    return (
        _("{rule}, such as {near}.", rule=rule, near=near) if NAME.fullmatch(near) else f"{rule}."
    )


def write_distribution(name: str, folder: Path, *, kind: str = "distribution") -> tuple[Path, ...]:
    """Write a distribution, by default of a reporter, into a new or empty folder; return its files.

    Raises OutputError where something stands there; nothing is ever written over. Raises
    OptionError where a distribution is called so already: to install this one would remove that.
    """
    _refuse_distribution(name)
    target = Path(os.path.realpath(folder))
    refuse_in_record(target)
    if not is_free(target):
        raise OutputError(
            _("{folder} is there already, and is not written over.", folder=folder),
            hint=_("Name a folder that is not there yet, or is empty."),
        )
    texts = _texts(name, kind)
    ready_folder(target.parent)
    with new_folder(target) as staged:
        for path, text in texts.items():
            file = staged / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    return tuple(folder / path for path in texts)


def _refuse_distribution(name: str) -> None:
    distribution = f"{PREFIX}{name}"
    installed = {each.origin.distribution for each in load_plugins().plugins}
    # One that offers commands alone is there too.
    installed |= {each.distribution for each in entry_points(COMMANDS)}
    if name in _OUR_DISTRIBUTIONS or distribution in installed:
        raise OptionError(
            _(
                "There is a distribution {distribution} already, and installing this one would "
                "remove it.",
                distribution=distribution,
            ),
            hint=_("Name yours for what is its own, such as acme-{name}.", name=name),
        )


def _texts(name: str, kind: str) -> dict[str, str]:
    """Return the files of a new distribution: the path of each, with its text."""
    package = f"{PREFIX}{name}".replace("-", "_")
    major, minor = ssrpolicy.__version__.split(".")[:2]
    words = {
        "name": name,
        "distribution": f"{PREFIX}{name}",
        "package": package,
        "function": name.replace("-", "_"),
        "suffix": name.replace("-", ""),
        "cls": "".join(word.capitalize() for word in name.split("-")),
        # The first version of ssrpolicy with which it surely works, and the first that may differ.
        "core": f"{major}.{minor}",
        "next_core": f"{major}.{int(minor) + 1}",
    }
    templates = _templates(files("ssrpolicy.cli.scaffolds") / kind)
    return {
        path.replace("src/package/", f"src/{package}/"): Template(text).substitute(words)
        for path, text in templates
    }


def _templates(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from _templates(each, f"{above}{each.name}/")
        elif each.name.endswith(_SUFFIX):
            name = each.name.removesuffix(_SUFFIX)
            # Packages leave out files whose names begin with a point.
            yield _HIDDEN.get(f"{above}{name}", f"{above}{name}"), each.read_text("utf-8")
