"""What the distributions promise: one version, pinned dependencies, nothing of one machine."""

import re
import subprocess
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

import ssrpolicy
from tables import each_case

ROOT = Path(__file__).parents[2]
CONSTRAINTS = ROOT / "constraints.txt"
PROJECTS = [ROOT / "pyproject.toml", *sorted(ROOT.glob("plugins/*/pyproject.toml"))]
PLUGINS = PROJECTS[1:]


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def canonical(name: str) -> str:
    """A distribution's name as installers compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned() -> dict[str, str]:
    """The versions in constraints.txt by canonical name."""
    lines = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("==") for line in lines if not line.startswith("#"))
    return {canonical(name): pin for name, pin in pairs}


def required(project: dict[str, Any]) -> set[str]:
    """The canonical names of everything a project asks for, its dependency groups included."""
    wanted = list(project["project"].get("dependencies", []))
    for group in project.get("dependency-groups", {}).values():
        wanted += [item for item in group if isinstance(item, str)]
    wanted += project["build-system"]["requires"]
    return {canonical(re.split(r"[^A-Za-z0-9_.-]", item)[0]) for item in wanted}


def files_of_the_repository() -> list[Path]:
    """The files that git keeps, or would keep; in an unpacked archive, every file."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listing.returncode != 0:
        pytest.skip("not a git checkout")
    names = listing.stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def test_the_version_of_the_core_is_written_once() -> None:
    """The installed core has the version that the package states."""
    assert version("ssrpolicy") == ssrpolicy.__version__


@each_case("path", PLUGINS, ids=lambda path: path.parent.name)
def test_a_plugin_accepts_the_core_beside_it(path: Path) -> None:
    """Each plugin carries the core's version and asks for a core of that minor version."""
    core = version("ssrpolicy")
    major, minor = core.split(".")[:2]
    project = read_toml(path)["project"]

    assert project["version"] == core
    assert f"ssrpolicy>={major}.{minor},<{major}.{int(minor) + 1}" in project["dependencies"]


@each_case("path", PLUGINS, ids=lambda path: path.parent.name)
def test_a_plugin_is_named_for_its_folder(path: Path) -> None:
    """Folder, distribution, package and entry point of a plugin bear one name."""
    name = path.parent.name
    project = read_toml(path)["project"]

    assert project["name"] == f"ssrpolicy-{name}"
    offered = project["entry-points"]
    assert offered.get("ssrpolicy", {name: f"ssrpolicy_{name}"}) == {name: f"ssrpolicy_{name}"}
    assert set(offered) <= {"ssrpolicy", "ssrpolicy.commands", "ssrpolicy.databases"}
    assert {*offered.get("ssrpolicy.commands", {name: ""})} == {name}
    package = path.parent / "src" / f"ssrpolicy_{name}"
    missing = [file for file in ("__init__.py", "py.typed") if not (package / file).is_file()]
    assert missing == []


def test_the_core_asks_for_no_office_library() -> None:
    """The core installs without the libraries that its plugins write with."""
    core = read_toml(PROJECTS[0])["project"]["dependencies"]
    names = {canonical(re.split(r"[^A-Za-z0-9_.-]", item)[0]) for item in core}

    assert names & {"openpyxl", "python-docx", "lxml", "defusedxml", "jinja2"} == set()


@each_case("path", PROJECTS, ids=lambda path: path.parent.name)
def test_every_dependency_is_pinned(path: Path) -> None:
    """What a distribution, its tests and its checks ask for has a version in constraints.txt."""
    assert required(read_toml(path)) - {"ssrpolicy"} - set(pinned()) == set()


def test_what_is_installed_is_what_is_pinned() -> None:
    """The tests run on the versions in constraints.txt."""
    wanted = set.union(*(required(read_toml(path)) for path in PROJECTS)) - {"ssrpolicy"}
    pins = pinned()

    assert {name: version(name) for name in wanted} == {name: pins[name] for name in wanted}


def test_constraints_are_names_and_versions_only() -> None:
    """Constraints are sorted lines of a name and one version, without addresses or markers."""
    lines = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]

    assert [
        line for line in pins if not re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9.]+", line)
    ] == []
    assert pins == sorted(pins, key=str.lower)


@pytest.mark.heavy
def test_no_file_names_a_registry_or_a_machine() -> None:
    """No file of the repository names a package registry or a path of one machine."""
    # In parts, so that this file does not name them either.
    registries = ["py" + r"pi\.", "python" + "hosted", "npm" + "js", r"index[-_]" + "url"]
    machines = ["/" + "root/", "/" + r"work\b", "/home" + "/", "/" + "Users/", "/opt" + "/"]
    unwanted = re.compile("|".join(registries + machines).encode())

    found = [
        f"{path.relative_to(ROOT)}: {match.group().decode()}"
        for path in files_of_the_repository()
        for match in unwanted.finditer(path.read_bytes())
    ]

    assert found == []
