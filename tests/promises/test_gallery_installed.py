"""The gallery as who installed ssrpolicy runs it: from wheels, in an environment of its own."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from promises.test_python_page import EXAMPLE, GALLERY, ROOT


@pytest.fixture(scope="module")
def installed(fresh_environment: Callable[..., Path]) -> Path:
    """An environment with the core from its wheel, and what the gallery draws with."""
    return fresh_environment(others=("numpy", "pandas", "matplotlib"))


def pages() -> Iterator[tuple[str, str, str]]:
    """Each page and notebook of the gallery: its name, its code as one script, what that prints."""
    for page in sorted(GALLERY.glob("*.md")):
        examples = [*EXAMPLE.finditer(page.read_text(encoding="utf-8"))]
        if examples:
            shown = "".join(each["shown"] or "" for each in examples)
            yield page.name, "\n".join(each["code"] for each in examples), shown
    for notebook in sorted(GALLERY.glob("*.ipynb")):
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        code = [cell for cell in cells if cell["cell_type"] == "code"]
        printed = [
            "".join(output["text"])
            for cell in code
            for output in cell["outputs"]
            if output["output_type"] == "stream"
        ]
        yield notebook.name, "\n\n".join("".join(cell["source"]) for cell in code), "".join(printed)


@pytest.mark.slow
@pytest.mark.parametrize("name, code, shown", [pytest.param(*each, id=each[0]) for each in pages()])
def test_a_page_of_the_gallery_runs_where_ssrpolicy_is_installed(
    name: str, code: str, shown: str, installed: Path, tmp_path: Path
) -> None:
    """Without this repository, and without its plugins, it prints what it shows."""
    shutil.copytree(ROOT / "fixtures" / "records", tmp_path / "fixtures" / "records")
    (tmp_path / "build").mkdir()
    script = tmp_path / f"{Path(name).stem.replace('-', '_')}.py"
    script.write_text(f"{code}\nprint(ssrpolicy.__file__)\n", encoding="utf-8")
    done = subprocess.run(
        [installed / "python", "-X", "utf8", script.name],
        cwd=tmp_path,
        env={**os.environ, "MPLBACKEND": "agg", "MPLCONFIGDIR": str(tmp_path / "matplotlib")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stderr
    printed, _, home = done.stdout.removesuffix("\n").rpartition("\n")
    assert Path(home).is_relative_to(installed.parent)
    assert f"{printed}\n" == (shown or "\n")
