"""How the house is built: small files and folders, no circles, rooms with a face."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = sorted(
    path.parent
    for source in (ROOT / "src", *ROOT.glob("plugins/*/src"))
    for path in source.glob("*/__init__.py")
)
FILES = sorted(path for package in PACKAGES for path in package.rglob("*.py"))

LINES = 300
MODULES = 15
OF_ONE_PREFIX = 2
ROOMS = tuple(
    sorted(path.parent.name for path in (ROOT / "src" / "ssrpolicy").glob("*/__init__.py"))
)
"""The rooms whose modules are private: other rooms import from the room, or a package in it."""

FOR_TYPES_ALONE = {"ssrpolicy.errors imports ssrpolicy.model.findings"}
"""An exception says which findings it carries; through the face this would be a circle."""


def module_of(path: Path) -> str:
    """The name by which Python imports a file."""
    source = next(parent for parent in path.parents if parent.name == "src")
    parts = path.relative_to(source).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULE_OF = {path: module_of(path) for path in FILES}
PACKAGE_NAMES = {name for path, name in MODULE_OF.items() if path.name == "__init__.py"}
TREES = {module: ast.parse(path.read_text(encoding="utf-8")) for path, module in MODULE_OF.items()}


def exported(module: str) -> frozenset[str]:
    """The names in a module's ``__all__``."""
    return frozenset(
        name
        for node in TREES[module].body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
        for name in ast.literal_eval(node.value)
    )


def imported(module: str) -> Iterator[str]:
    """The modules of ours that a module imports: anywhere in it, and for the type checker too."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in TREES)
        elif isinstance(node, ast.ImportFrom) and node.module in TREES:
            for name in node.names:
                below = f"{node.module}.{name.name}"
                is_module = below in TREES and name.name not in exported(node.module)
                yield below if is_module else node.module


IMPORTS: Mapping[str, frozenset[str]] = {
    module: frozenset(imported(module)) - {module} for module in TREES
}


def circles(imports: Mapping[str, frozenset[str]]) -> list[list[str]]:
    """The sets of modules that import one another, however far round; by Tarjan's algorithm."""
    index: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        index[module] = lowest[module] = len(index)
        waiting.append(module)
        for each in sorted(imports.get(module, ())):
            if each not in index:
                visit(each)
                lowest[module] = min(lowest[module], lowest[each])
            elif each in waiting:
                lowest[module] = min(lowest[module], index[each])
        if lowest[module] == index[module]:
            at = waiting.index(module)
            if len(waiting) > at + 1:
                found.append(sorted(waiting[at:]))
            del waiting[at:]

    for module in sorted(imports):
        if module not in index:
            visit(module)
    return found


def room_of(module: str) -> str:
    """The room of the core in which a module stands; nothing for what stands in none."""
    parts = module.split(".")
    return parts[1] if parts[0] == "ssrpolicy" and len(parts) > 1 else ""


def test_no_file_is_long() -> None:
    """A file can be read in one go."""
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}

    assert {str(path): count for path, count in lines.items() if count > LINES} == {}


def test_no_folder_is_a_heap() -> None:
    """A folder has few modules beside its ``__init__``, and folders take the place of prefixes."""
    folders = defaultdict(list)
    for module in TREES:
        package, _, name = module.rpartition(".")
        if package and not any(each.startswith(f"{module}.") for each in TREES):
            folders[package].append(name)
    prefixes = {
        folder: Counter(name.strip("_").partition("_")[0] for name in names)
        for folder, names in folders.items()
    }

    assert [folder for folder, names in folders.items() if len(names) > MODULES] == []
    assert [
        f"{folder}: {prefix}"
        for folder, counted in prefixes.items()
        for prefix, count in counted.items()
        if count > OF_ONE_PREFIX
    ] == []


def test_no_files_import_each_other() -> None:
    """Each file can be understood, and changed, without those that are built upon it."""
    within = {
        module: frozenset(each for each in names if each.split(".")[0] == module.split(".")[0])
        for module, names in IMPORTS.items()
    }

    assert circles(within) == []


def test_a_circle_is_found() -> None:
    """What looks for circles finds one, and no chain."""
    imports = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set(), "e": {"a"}}

    assert circles({module: frozenset(names) for module, names in imports.items()}) == [["b", "c"]]


def test_no_module_bears_the_name_of_what_its_package_exports() -> None:
    """A module that is imported stands in its package under its name, in whatever stood there."""
    doubled = {f"{package}.{name}" for package in TREES for name in exported(package)} & set(TREES)

    assert doubled == {"ssrpolicy.cli.main"}  # whose function replaces it


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_used_through_its_face(room: str) -> None:
    """What others may use of a room is what it, or a package in it, exports."""
    private = f"ssrpolicy.{room}."
    past = {
        f"{module} imports {each}"
        for module, names in IMPORTS.items()
        for each in names
        if each.startswith(private) and room_of(module) != room and each not in PACKAGE_NAMES
    }

    assert past - FOR_TYPES_ALONE == set()
