"""What a plugin does to the streams of a process leaves the command its own."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.shared_state.processes import RULE, command

Install = Callable[..., Path]
Code = Callable[..., str]
WHO = "The reporter faulty of acme-faulty 1.0"
DAY = dt.date(2010, 12, 31)

# What a plugin can do to the streams of a real process.
STREAMS = [
    "import os\nos.write(1, b'{}')",
    "import sys\nsys.__stdout__.write('{}')",
    "import subprocess\nsubprocess.run(['echo', '{}'])",
    "import sys\nsys.stdout.close()\nsys.stderr.close()",
    "import sys\nsys.__stdout__.close()\nsys.__stderr__.close()",
    "import os\nos.close(1)\nos.close(2)",
    "import sys\nsys.stdout = sys.stderr = None",
    "print('{}')",
]


@pytest.mark.slow
@pytest.mark.heavy
@pytest.mark.parametrize("code", STREAMS)
def test_what_a_plugin_does_to_the_streams_leaves_standard_output_to_the_command(
    code: str, install: Install, letter: Path
) -> None:
    """What is printed as JSON can be read, though a plugin printed, or closed what it found."""
    body = code.replace("\n", "\n    ")
    rule = RULE.replace("import os\n    os.umask(0)", body)
    site = install("acme-faulty", f"{code}\n{rule}").parent

    done = command("check", letter, "--format", "json", site=site)

    assert json.loads(done.stdout)["records"] == ["kst-32123-X-124"]
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.heavy
@pytest.mark.parametrize("code", [code for code in STREAMS if "close" in code or "None" in code])
def test_who_closes_the_streams_or_takes_them_away_is_named(
    code: str, install: Install, plugin_code: Code, letter: Path, tmp_path: Path
) -> None:
    """Python's own as well as those that a plugin finds, and their descriptors."""
    site = install("acme-faulty", plugin_code("faulty", write=f"{code}\nout.write(b'x')")).parent

    done = command(
        *("report", letter, "--to", "faulty", "--as-of", DAY, "--output-dir", tmp_path), site=site
    )

    said = f"{WHO} changed the standard streams, which the whole program shares; it was set back."
    assert done.stderr.count(said) == 1, done.stderr


@pytest.mark.slow
@pytest.mark.heavy
@pytest.mark.parametrize("code", STREAMS)
def test_a_reporter_that_does_so_leaves_them_to_the_next(
    code: str, install: Install, plugin_code: Code, letter: Path, tmp_path: Path
) -> None:
    """Both reports are made, and standard output says so and nothing else."""
    site = install("acme-faulty", plugin_code("faulty", write=f"{code}\nout.write(b'x')")).parent

    done = command(
        *("report", letter, "--to", "faulty", "--to", "json", "--as-of", DAY),
        *("--output-dir", tmp_path),
        site=site,
    )

    assert done.stdout.splitlines() == [
        f"Wrote {tmp_path}/kst-32123-X-124.txt.",
        f"Wrote {tmp_path}/kst-32123-X-124.json.",
    ]
    assert done.returncode == 0, done.stderr
