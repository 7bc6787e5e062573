"""The records of fixtures/ as `make demo` reads them, and environments to install in."""

import datetime as dt
import importlib.metadata
import os
import re
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ssrpolicy.model import PolicyRecord
from ssrpolicy.reporting.portfolio import Portfolio, read_portfolio

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def portfolio(fixtures: Path) -> Portfolio:
    """The letter and the record with every slip, read and judged together."""
    records = fixtures / "records"
    return read_portfolio([records / "kst-32123-X-124", records / "lagemeer-2031-7"])


@pytest.fixture(scope="session")
def clean(fixtures: Path) -> Portfolio:
    """The invented record that is in order, read and judged by itself."""
    return read_portfolio([fixtures / "records" / "duinmark-2040-3"])


@pytest.fixture(scope="session")
def clean_as_of() -> dt.date:
    """The day for which `make demo` reports that record."""
    return _day("CLEAN_AS_OF")


@pytest.fixture(scope="session")
def letter_record(portfolio: Portfolio) -> PolicyRecord:
    """The record of the letter."""
    return _record(portfolio, "kst-32123-X-124")


@pytest.fixture(scope="session")
def invented(portfolio: Portfolio) -> PolicyRecord:
    """The invented record with every slip."""
    return _record(portfolio, "lagemeer-2031-7")


@pytest.fixture(scope="session")
def invented_as_of() -> dt.date:
    """The day for which `make demo` reports the invented record with every slip."""
    return _day("INVENTED_AS_OF")


def _day(name: str) -> dt.date:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (day,) = re.findall(rf"^{name} := (.+)$", makefile, re.MULTILINE)
    return dt.date.fromisoformat(day)


def _record(portfolio: Portfolio, id: str) -> PolicyRecord:
    (found,) = (record for record in portfolio.records if record.id == id)
    return found


@pytest.fixture(scope="session")
def wheel_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """A function that builds the wheel of a distribution's folder, without the network."""

    def build(folder: Path) -> Path:
        target = tmp_path_factory.mktemp("wheel")
        _pip("wheel", "--no-build-isolation", "--no-deps", "--wheel-dir", target, folder)
        (wheel,) = target.glob("*.whl")
        return wheel

    return build


@pytest.fixture(scope="session")
def core_wheel(wheel_of: Callable[[Path], Path]) -> Path:
    """The wheel of the core, as it would be published."""
    return wheel_of(ROOT)


@pytest.fixture(scope="session")
def fresh_environment(
    tmp_path_factory: pytest.TempPathFactory, core_wheel: Path
) -> Callable[..., Path]:
    """A function that installs the core and the wheels given in a new environment.

    It gives the folder of the environment's commands. The libraries of others are linked from
    the environment of these tests, so that no network is needed; pip checks that they fit. With
    ``others`` come libraries that ssrpolicy itself does not need.
    """

    def environment(*wheels: Path, others: Sequence[str] = ()) -> Path:
        folder = tmp_path_factory.mktemp("environment")
        venv.create(folder, symlinks=True)
        base = {"base": str(folder), "platbase": str(folder)}
        site = Path(sysconfig.get_path("purelib", "posix_prefix", base))
        for name in _needed("ssrpolicy", "pytest", *others) - {"ssrpolicy"}:
            distribution = importlib.metadata.distribution(name)
            tops = {file.parts[0] for file in distribution.files or ()} - {"..", "__pycache__"}
            for top in tops:
                (site / top).symlink_to(Path(str(distribution.locate_file(top))))
        python = folder / "bin" / "python"
        _pip("--python", python, "install", core_wheel, *wheels)
        return python.parent

    return environment


def _needed(*names: str) -> set[str]:
    """The distributions that these need, with those that they need in turn, by their names."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            required = importlib.metadata.requires(name) or ()
            # What stands after a marker is for other systems, or for an extra.
            plain = [each for each in required if ";" not in each]
            waiting += [re.split(r"[^A-Za-z0-9_.-]", each)[0].lower() for each in plain]
    return found


def _pip(*arguments: object) -> None:
    command = [sys.executable, "-m", "pip", *map(str, arguments)]
    environment = {**os.environ, "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
