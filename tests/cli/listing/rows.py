"""The rows of a list as JSON gives them."""

import json
from pathlib import Path

from cli.conftest import Run


def rows_of(run: Run, *arguments: str | Path) -> list[dict[str, object]]:
    """The rows of a list, as JSON has them."""
    result = run("list", *arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    rows: list[dict[str, object]] = json.loads(result.stdout)["rows"]
    return rows
