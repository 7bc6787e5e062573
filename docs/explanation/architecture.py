"""Draws the picture of docs/explanation/architecture.md from the code; run it to draw it anew.

The floors are the layers that import-linter holds (pyproject.toml), with the plugins; the words in
each room are the first sentence of its package, the lines its imports, but for those implied.
"""

from __future__ import annotations

import ast
import html
import textwrap
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
_SOURCES = ROOT / "src" / "ssrpolicy"
_ROOM_WIDTH, _ROOM_HEIGHT, _GAP, _FLOOR_HEIGHT, _MARGIN = 212, 106, 18, 150, 20
_LONGEST_LINE = 33


def page() -> str:
    """Return the picture as SVG."""
    floors = _floors()
    width = max(map(len, floors)) * (_ROOM_WIDTH + _GAP) - _GAP + 2 * _MARGIN
    height = len(floors) * _FLOOR_HEIGHT - (_FLOOR_HEIGHT - _ROOM_HEIGHT) + 2 * _MARGIN
    places = {
        room: (
            (width - len(floor) * (_ROOM_WIDTH + _GAP) + _GAP) // 2 + number * (_ROOM_WIDTH + _GAP),
            _MARGIN + level * _FLOOR_HEIGHT,
        )
        for level, floor in enumerate(floors)
        for number, room in enumerate(floor)
    }
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="sans-serif">',
        "<title>The rooms of ssrpolicy, floor by floor; imports run downwards</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    for upper, lowers in _reduced(_imports(list(places))).items():
        parts += [_line(places[upper], places[lower]) for lower in sorted(lowers)]
    parts += [part for room, place in places.items() for part in _room(room, place)]
    return "\n".join([*parts, "</svg>\n"])


def _floors() -> list[list[str]]:
    """The rooms of each floor, from the top to the bottom, as import-linter holds them apart."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layers,) = (each["layers"] for each in contracts if each["type"] == "layers")
    plugins = sorted(file.parent.name for file in (ROOT / "plugins").glob("*/pyproject.toml"))
    floors = [[room.strip() for room in layer.split("|")] for layer in layers]
    # The plugins stand right above what they use, on the floor over `commands`.
    floor = floors[next(n for n, rooms in enumerate(floors) if "commands" in rooms) - 1]
    middle = len(plugins) // 2
    floor[:] = [*plugins[:middle], *floor, *plugins[middle:]]
    return floors


def _folder(room: str) -> Path:
    plugin = ROOT / "plugins" / room / "src" / f"ssrpolicy_{room}"
    return plugin if plugin.is_dir() else _SOURCES / room


def _imports(rooms: list[str]) -> dict[str, set[str]]:
    """Which other rooms each room imports, those in functions included."""
    found: dict[str, set[str]] = {}
    for room in rooms:
        folder = _folder(room)
        files = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]
        trees = [ast.parse(file.read_text("utf-8")) for file in files]
        named = {
            node.module.split(".")[1] if "." in node.module else alias.name
            for tree in trees
            for node in _statements(tree.body)
            if isinstance(node, ast.ImportFrom) and node.module and node.module != "__future__"
            if node.module.split(".")[0] == "ssrpolicy"
            for alias in node.names
        }
        found[room] = (named & set(rooms)) - {room}
    # For the type checker alone an error names the finding that it carries.
    found["errors"] = set()
    return found


def _statements(block: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Yield the statements of a block and of those within it; what they consist of is left out."""
    for statement in block:
        yield statement
        for part in ("body", "orelse", "finalbody", "handlers", "cases"):
            yield from _statements(getattr(statement, part, ()))


def _reduced(imports: dict[str, set[str]]) -> dict[str, set[str]]:
    """The same without an import that leads where another one leads, too."""

    def reached(room: str) -> set[str]:
        return imports[room].union(*map(reached, imports[room]))

    return {
        room: {
            each
            for each in named
            if not any(each in reached(other) for other in named if other != each)
        }
        for room, named in imports.items()
    }


def _line(upper: tuple[int, int], lower: tuple[int, int]) -> str:
    x1, y1 = upper[0] + _ROOM_WIDTH // 2, upper[1] + _ROOM_HEIGHT
    x2, y2 = lower[0] + _ROOM_WIDTH // 2, lower[1]
    middle = (y1 + y2) // 2
    curve = f"M {x1} {y1} C {x1} {middle}, {x2} {middle}, {x2} {y2}"
    return f'<path d="{curve}" fill="none" stroke="#7a8aa0" stroke-width="1.5"/>'


def _room(room: str, place: tuple[int, int]) -> list[str]:
    x, y = place
    lines = textwrap.wrap(_subject(room), _LONGEST_LINE)
    size = f'width="{_ROOM_WIDTH}" height="{_ROOM_HEIGHT}"'
    look = 'fill="#eef3f9" stroke="#2b4a73" stroke-width="1.5"'
    return [
        f'<rect x="{x}" y="{y}" {size} rx="6" {look}/>',
        f'<text x="{x + 10}" y="{y + 22}" font-size="15" font-weight="bold">{room}</text>',
        *(
            f'<text x="{x + 10}" y="{y + 42 + 16 * number}" font-size="12">'
            f"{html.escape(line)}</text>"
            for number, line in enumerate(lines)
        ),
    ]


def _subject(room: str) -> str:
    """What a room is for: the first line of its docstring."""
    folder = _folder(room)
    file = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    said = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    return said.partition("\n")[0].replace("``", "").rstrip(".")


if __name__ == "__main__":
    Path(__file__).with_suffix(".svg").write_text(page(), encoding="utf-8", newline="\n")
