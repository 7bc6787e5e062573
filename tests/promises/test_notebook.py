"""The notebooks of the gallery: their cells run, and show what stands below them."""

import ast
import contextlib
import io
import shutil
from pathlib import Path
from typing import Any

import nbformat as untyped
import pytest

nbformat: Any = untyped  # which has no types
GALLERY = Path(__file__).parents[2] / "docs" / "gallery"
NOTEBOOKS = sorted(GALLERY.glob("*.ipynb"))


def outputs(source: str, names: dict[str, Any], number: int) -> list[Any]:
    """Run a cell as a notebook does; return what it prints, and what its last line gives."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed, value = io.StringIO(), None
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, f"cell {number}", "exec"), names)  # noqa: S102 - the cells of our own notebooks
        if isinstance(last, ast.Expr):
            expression = ast.Expression(last.value)
            value = eval(compile(expression, f"cell {number}", "eval"), names)  # noqa: S307 - the cells of our own notebooks
    found = []
    if printed.getvalue():
        found.append(nbformat.v4.new_output("stream", name="stdout", text=printed.getvalue()))
    if value is not None:
        data = {"text/plain": repr(value)}
        found.append(nbformat.v4.new_output("execute_result", data, execution_count=number))
    return found


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_each_cell_shows_what_the_notebook_shows(
    file: Path,
    fixtures: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    pytestconfig: pytest.Config,
) -> None:
    """Run from top to bottom, the cells of a notebook give what it shows below each."""
    shutil.copytree(fixtures / "records", tmp_path / "fixtures" / "records")
    monkeypatch.chdir(tmp_path)
    notebook: Any = nbformat.read(file, as_version=4)
    nbformat.validate(notebook)
    names: dict[str, Any] = {"__name__": "__main__"}
    shown, actual = [], []
    for number, cell in enumerate((c for c in notebook.cells if c.cell_type == "code"), start=1):
        shown.append((cell.execution_count, cell.outputs))
        actual.append((number, outputs(cell.source, names, number)))
        cell.execution_count, cell.outputs = actual[-1]

    if pytestconfig.getoption("--update-goldens"):
        nbformat.write(notebook, file)
        shown = actual
    assert actual == shown
    assert len(actual) > 4
