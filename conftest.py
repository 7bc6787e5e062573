"""What every test may ask for: fixtures, a record to change, golden texts, LibreOffice.

It stands at the root so that the tests of the core and those of each plugin share it.
"""

import difflib
import gc
import os
import shutil
import signal
import sys
from collections.abc import Callable, Generator, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from office import Office

ROOT = Path(__file__).parent

# Whatever the language of the machine; a test of another language asks for it.
os.environ["SSRPOLICY_LANGUAGE"] = "en"

# A shell has what it runs in the background ignore Ctrl-C, and with it every process begun there.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

MARKERS = {"soffice": "office", "chromium": "browser"}
"""The marker that a test needs for what a fixture starts; `make test-fast` leaves it out."""

COSTLY = {"heavy", "slow", "office", "browser"}
"""The markers of tests that may start processes, none of which run in `make test-fast`."""

ELSEWHERE = {
    "test_another_process_gives_the_same",
    "test_the_first_call_is_like_every_other",
    "test_it_writes_no_other_file",
}
"""The tests of a reporter's contract that make its reports in other processes: slow, of each.

What they find wrong in a reporter, the tests of `tests/testing` show in every run.
"""

# The same examples in every run; `--hypothesis-profile=explore` looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.register_profile("explore", deadline=None, max_examples=1_000)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The flags of this repository's tests."""
    group = parser.getgroup("ssrpolicy")
    group.addoption(
        "--update-goldens",
        action="store_true",
        help="write the golden texts anew from what the code yields; read the difference in git",
    )
    group.addoption(
        "--require-office",
        action="store_true",
        help="fail, rather than skip, a test that needs LibreOffice where it is not installed",
    )
    group.addoption(
        "--require-browser",
        action="store_true",
        help="fail, rather than skip, a test that needs Chromium where it is not installed",
    )
    group.addoption(
        "--require-postgresql",
        action="store_true",
        help="fail, rather than skip, a test that needs PostgreSQL where no server is named",
    )


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Has the garbage collector come seldom, and not at all while the tests are collected.

    Nothing is frozen for it: what is frozen stays so in all that reads many records, and the tests
    of these begin as a program that froze nothing.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.set_threshold(100_000)
        gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_unconfigure() -> None:
    """Has the garbage collector come once more, and pass by what is then left: all ends with it.

    Otherwise it would go through all that the tests loaded four times before the process ends.
    """
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_pycollect_makeitem(
    collector: pytest.Module | pytest.Class, name: str
) -> Generator[None, object, object]:
    """Refuses a test that starts LibreOffice or Chromium without the marker that says so."""
    found = yield
    for item in found if isinstance(found, list) else ():
        for fixture in MARKERS.keys() & getattr(item, "fixturenames", ()):
            if item.get_closest_marker(MARKERS[fixture]) is None:
                mark = f"@pytest.mark.{MARKERS[fixture]}"
                raise collector.CollectError(f"{name} uses {fixture}; put {mark} on it")
    return found


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks as slow what each reporter inherits that takes seconds; before any are left out."""
    for item in items:
        # The function's own name, without the case of a parametrised one.
        if getattr(item, "originalname", item.name) in ELSEWHERE:
            item.add_marker("slow")


_starts: list[str] = []


def _note_start(event: str, _: object) -> None:
    """Notes that a process is started, by a call that Python announces; os.system is not one."""
    if event in {"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn"}:
        _starts.append(event)


sys.addaudithook(_note_start)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Fails a test that starts a process without a marker that says so."""
    before = len(_starts)
    result = yield
    if len(_starts) > before and not COSTLY & {mark.name for mark in item.iter_markers()}:
        pytest.fail("it starts a process; put @pytest.mark.heavy on it", pytrace=False)
    return result


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The folder `fixtures/`; read from it, and write elsewhere."""
    return ROOT / "fixtures"


@pytest.fixture(scope="session")
def letter(fixtures: Path) -> Path:
    """The record folder of the letter kst-32123-X-124; read from it, and write elsewhere."""
    return fixtures / "records" / "kst-32123-X-124"


@pytest.fixture
def copied_record(fixtures: Path, tmp_path: Path) -> Callable[[str], Path]:
    """A function from a record's name to a copy of its folder that a test may change."""

    def copy(name: str = "kst-32123-X-124") -> Path:
        target = tmp_path / name
        # Links stay links, and bytes stay bytes: a record may hold either on purpose.
        shutil.copytree(fixtures / "records" / name, target, symlinks=True)
        return target

    return copy


@pytest.fixture
def letter_copy(copied_record: Callable[[str], Path]) -> Path:
    """A copy of the letter's record folder that a test may change."""
    return copied_record("kst-32123-X-124")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """A comparison of a text with the golden file of that name, `golden(name, actual)`.

    The files stand in the folder `golden` of the tests that use them. A missing one fails: only
    `--update-goldens` writes.
    """
    tests = next(folder for folder in request.path.parents if folder.name == "tests")
    update: bool = request.config.getoption("--update-goldens")

    def compare(name: str, actual: str) -> None:
        path = tests / "golden" / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="")
            return
        shown = path.relative_to(ROOT)
        if not path.is_file():
            reason = f"{shown} does not exist; --update-goldens writes it, then read it"
            pytest.fail(reason, pytrace=False)
        with path.open(encoding="utf-8", newline="") as file:
            expected = file.read()
        if actual != expected:
            difference = difflib.unified_diff(
                expected.splitlines(), actual.splitlines(), str(shown), "actual", lineterm="", n=1
            )
            pytest.fail("\n".join(difference) or f"{shown}: only line ends differ", pytrace=False)

    return compare


def _installed(
    request: pytest.FixtureRequest, commands: tuple[str, ...], required: str, missing: str
) -> Path:
    """Return the path of the first command that is installed.

    Without any, the test fails where the option ``required`` is given, as in CI; elsewhere it is
    skipped, since not every contributor has these programs, and the report says what is missing.
    """
    found = next(filter(None, map(shutil.which, commands)), None)
    if found is None:
        if request.config.getoption(required):
            pytest.fail(missing)
        pytest.skip(reason=f"{missing}, and this test drives it; with {required} it fails instead")
    return Path(found)


@pytest.fixture(scope="session")
def soffice(request: pytest.FixtureRequest) -> Path:
    """The path of LibreOffice's command; the test is skipped, or fails, where there is none."""
    missing = "LibreOffice is not installed (on Debian: libreoffice-calc-nogui, -writer-nogui)"
    return _installed(request, ("soffice", "libreoffice"), "--require-office", missing)


@pytest.fixture(scope="session")
def converted(
    soffice: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[bytes, str, str], bytes]]:
    """A function that gives a document, of one suffix, as LibreOffice saves it with another."""
    with Office(soffice, tmp_path_factory.mktemp("office")) as office:
        # Several tests look at the same document.
        yield cache(office.saved)


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Path:
    """The path of Chromium's command; the test is skipped, or fails, where there is none."""
    missing = "Chromium is not installed (on Debian: chromium)"
    return _installed(request, ("chromium", "chromium-browser"), "--require-browser", missing)
