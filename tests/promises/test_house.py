"""How the house is built: small files and folders, no circles, rooms with a face."""

import ast
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import attrs

from tables import each_case

ROOT = Path(__file__).parents[2]
PACKAGES = sorted(
    path.parent
    for source in (ROOT / "src", *ROOT.glob("plugins/*/src"))
    for path in source.glob("*/__init__.py")
)
FILES = sorted(path for package in PACKAGES for path in package.rglob("*.py"))

ALL_FILES = sorted(
    [*ROOT.glob("*.py")]
    + [
        path
        for folder in (".ci", "benchmarks", "docs", "plugins", "src", "tests")
        for path in (ROOT / folder).rglob("*.py")
    ]
)
"""Tests, benchmarks and scripts too."""

LINES = 300
MODULES = 15
OF_ONE_PREFIX = 2
ROOMS = tuple(
    sorted(path.parent.name for path in (ROOT / "src" / "ssrpolicy").glob("*/__init__.py"))
)
"""The rooms whose modules are private: other rooms import from the room, or a package in it."""


def module_of(path: Path) -> str:
    """The name by which Python imports a file."""
    source = next(parent for parent in path.parents if parent.name == "src")
    parts = path.relative_to(source).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULE_OF = {path: module_of(path) for path in FILES}
PACKAGE_NAMES = {name for path, name in MODULE_OF.items() if path.name == "__init__.py"}
MODULES_OF_OURS = frozenset(MODULE_OF.values())


@attrs.frozen
class Source:
    """What a module exports and imports, as its source says."""

    exported: frozenset[str]
    """The names in its ``__all__``."""
    imported: tuple[tuple[str, str | None], ...]
    """The modules of ours that it imports, each with the name that it takes from it, if any."""

    @classmethod
    def of(cls, tree: ast.Module) -> "Source":
        """Read a module's tree: imports anywhere in it, and for the type checker too."""
        exported = frozenset(
            name
            for node in tree.body
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
            for name in ast.literal_eval(node.value)
        )
        imported: list[tuple[str, str | None]] = []
        for node in statements(tree):
            if isinstance(node, ast.Import):
                imported += [(name.name, None) for name in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module is not None:
                imported += [(node.module, name.name) for name in node.names]
        ours = tuple(each for each in imported if each[0] in MODULES_OF_OURS)
        return cls(exported=exported, imported=ours)


def statements(tree: ast.AST) -> Iterator[ast.stmt]:
    """The statements of a module, those within others too; what stands in a line is passed by."""
    for block in ("body", "orelse", "finalbody", "handlers", "cases"):
        for node in getattr(tree, block, ()):
            if isinstance(node, ast.stmt):
                yield node
            yield from statements(node)


@cache
def sources() -> Mapping[str, Source]:
    """What each module of ours exports and imports, read when a test first asks for it."""
    return {
        module: Source.of(ast.parse(path.read_text(encoding="utf-8")))
        for path, module in MODULE_OF.items()
    }


@cache
def imports() -> Mapping[str, frozenset[str]]:
    """The modules of ours that each module imports."""
    found: dict[str, frozenset[str]] = {}
    for module, source in sources().items():
        names = set()
        for of, name in source.imported:
            below = f"{of}.{name}"
            is_module = below in MODULES_OF_OURS and name not in sources()[of].exported
            names.add(below if is_module else of)
        found[module] = frozenset(names - {module})
    return found


def circles(graph: Mapping[str, frozenset[str]]) -> list[list[str]]:
    """The sets of modules that import one another, however far round; by Tarjan's algorithm."""
    index: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        index[module] = lowest[module] = len(index)
        waiting.append(module)
        for each in sorted(graph.get(module, ())):
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

    for module in sorted(graph):
        if module not in index:
            visit(module)
    return found


def room_of(module: str) -> str:
    """The room of the core in which a module stands; nothing for what stands in none."""
    parts = module.split(".")
    return parts[1] if parts[0] == "ssrpolicy" and len(parts) > 1 else ""


def test_no_file_is_long() -> None:
    """A file can be read in one go, a module of tests too."""
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in ALL_FILES}

    assert {path.parts[len(ROOT.parts)] for path in lines} > {"conftest.py", "src", "tests"}
    assert {str(path): count for path, count in lines.items() if count > LINES} == {}


def test_no_folder_is_a_heap() -> None:
    """A folder has few modules besides its ``__init__``, and folders take the place of prefixes."""
    folders = defaultdict(list)
    for module in MODULES_OF_OURS:
        package, _, name = module.rpartition(".")
        if package and not any(each.startswith(f"{module}.") for each in MODULES_OF_OURS):
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
        for module, names in imports().items()
    }

    assert circles(within) == []


def test_a_module_is_named_in_a_string_only_where_that_is_meant() -> None:
    """An import by a string would go past all that holds imports: these three are known."""
    named = {
        (module, ast.unparse(call.args[0]).strip("f'"))
        for path, module in MODULE_OF.items()
        if "import_module" in (text := path.read_text(encoding="utf-8"))
        for call in ast.walk(ast.parse(text))
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("import_module")
        if "ssrpolicy" in ast.unparse(call.args[0])
    }

    assert named == {
        # The methods of a record that take more than the record; its class must not know how.
        ("ssrpolicy.model.asking.questions", "ssrpolicy.answering"),
        # Each command is one file, loaded when it is asked for.
        ("ssrpolicy.cli.main", "ssrpolicy.cli.{module}"),
        ("ssrpolicy.cli.missing_options", "ssrpolicy.cli.{module}"),
    }


def test_a_circle_is_found() -> None:
    """What looks for circles finds one, and no chain."""
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set(), "e": {"a"}}

    assert circles({module: frozenset(names) for module, names in graph.items()}) == [["b", "c"]]


def test_no_module_bears_the_name_of_what_its_package_exports() -> None:
    """A module that is imported stands in its package under its name, in whatever stood there."""
    exported = {f"{each}.{name}" for each, source in sources().items() for name in source.exported}
    doubled = exported & MODULES_OF_OURS

    assert doubled == {"ssrpolicy.cli.main"}  # whose function replaces it


@each_case("room", ROOMS)
def test_a_room_is_used_through_its_face(room: str) -> None:
    """What others may use of a room is what it, or a package in it, exports."""
    private = f"ssrpolicy.{room}."
    past = {
        f"{module} imports {each}"
        for module, names in imports().items()
        for each in names
        if each.startswith(private) and room_of(module) != room and each not in PACKAGE_NAMES
    }

    assert past == set()


def test_the_linter_holds_the_face_of_each_room() -> None:
    """An editor that runs the linter says the same as the test above, for every room."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    held = {
        module.split(".")[1]
        for contract in settings["tool"]["importlinter"]["contracts"]
        for module in contract.get("protected_modules", ())
    }

    assert {
        room for room in ROOMS if any(m.startswith(f"ssrpolicy.{room}.") for m in MODULES_OF_OURS)
    } == held


def test_contributing_says_where_every_change_goes() -> None:
    """Each path of its table is there, and every room and module of the core is among them."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.partition("## Where a change goes")[2].partition("\n## ")[0]
    core = "src/ssrpolicy/"
    named = set(re.findall(rf"`({core}[a-z_.]+(?:/[a-z_.]+)*/?)`", section))
    named_plugins = set(re.findall(r"`(plugins/[a-z]+/)`", section))
    rooms = {f"{core}{name}/" for name in ROOMS}
    modules = {f"{core}{each.name}" for each in (ROOT / core).glob("[a-z]*.py")}

    assert [each for each in sorted(named | named_plugins) if not (ROOT / each).exists()] == []
    assert sorted((rooms | modules) - named) == []
