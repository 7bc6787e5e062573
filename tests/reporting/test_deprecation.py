"""What will be taken away is said to the authors who use it, before it is gone."""

import io
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from ssrpolicy import SsrPolicyDeprecationWarning
from ssrpolicy.cli.main import _command
from ssrpolicy.reporting import NoOptions, Origin, load_plugins
from ssrpolicy.reporting.deprecation import Deprecation, former_names
from ssrpolicy.reporting.plugins.offers import offered_reporter

Install = Callable[..., Path]
Code = Callable[..., str]

FORMER = Deprecation(
    what="ssrpolicy.reporting.page_of",
    since="0.3",
    gone_in="0.5",
    instead="use ssrpolicy.reporting.sheet_of",
)
SAID = (
    "ssrpolicy.reporting.page_of is deprecated since ssrpolicy 0.3 and gone in 0.5: "
    "use ssrpolicy.reporting.sheet_of"
)


@pytest.fixture
def former(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module of a later ssrpolicy, in which a name of this one is a former name."""
    module = ModuleType("ssrpolicy.later")
    module.__getattr__ = former_names("ssrpolicy.later", {"page_of": (len, FORMER)})  # type: ignore[method-assign]  # how a module is given one at run time
    monkeypatch.setitem(sys.modules, "ssrpolicy.later", module)
    return module


def test_a_former_name_still_works_and_warns_at_the_line_that_uses_it(former: ModuleType) -> None:
    """The author sees the own file and line, and what to use instead."""
    with pytest.warns(SsrPolicyDeprecationWarning) as warned:
        assert former.page_of is len

    assert str(warned[0].message) == SAID
    assert warned[0].filename == __file__


def test_a_name_that_never_was_is_an_attribute_error(former: ModuleType) -> None:
    """Former names hide no slip of the pen."""
    with pytest.raises(AttributeError, match=r"module 'ssrpolicy\.later' has no attribute 'page'"):
        _ = former.page


@pytest.mark.usefixtures("former")
def test_who_imports_a_former_name_is_told_in_the_list_of_plugins(
    install: Install, plugin_code: Code
) -> None:
    """`ssrpolicy plugins` says it for authors who run no tests; the plugin works as before."""
    install("acme-plain", "from ssrpolicy.later import page_of\n" + plugin_code())

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SsrPolicyDeprecationWarning)
        registry = load_plugins()
        # A module that is there already is not imported again.
        del sys.modules["acme_plain"]
        listed = CliRunner().invoke(_command, ["plugins"]).stdout

    (plugin,) = (each for each in registry.plugins if each.origin.distribution == "acme-plain")
    assert plugin.outdated == (SAID,)
    assert [each.name for each in plugin.reporters] == ["plain"]
    assert f"  outdated: {SAID}\n" in listed


class Former:
    """A reporter that is written for a former version of the contract."""

    name = "former"
    summary = "Writes its own name."
    suffix = "txt"
    media_type = "text/plain"
    api = 0
    options = NoOptions

    def write(self, report: object, out: io.BytesIO) -> None:
        """Write the name."""


def test_a_former_version_of_the_contract_is_warned_of_before_it_is_refused() -> None:
    """A reporter for a version that is still spoken works, with a warning; then it is refused."""
    origin = Origin(distribution="acme", entry_point="acme")
    ending = Deprecation(
        what="version 0 of the contract",
        since="0.3",
        gone_in="0.5",
        instead="see what changed, and set api = 1",
    )

    with pytest.warns(SsrPolicyDeprecationWarning, match=r"version 0 of the contract.*set api = 1"):
        assert offered_reporter(Former(), origin, former={0: ending}).name == "former"
    with pytest.raises(TypeError, match="api is 0, not a version such as 1"):
        offered_reporter(Former(), origin)


TESTS = """
from acme_plain import Reporter
from ssrpolicy.testing import ReporterContract

class TestPlain(ReporterContract):
    reporter = Reporter()

    def expected(self, report):
        return ()
"""
LATER = """
from ssrpolicy.reporting.deprecation import Deprecation, former_names
__getattr__ = former_names("ssrpolicy.later", {{"page_of": (len, Deprecation(
    what={what!r}, since="0.3", gone_in="0.5", instead={instead!r}))}})
"""


def test_the_warning_reaches_an_author_who_runs_the_contract(
    tmp_path: Path, plugin_code: Code
) -> None:
    """Plain pytest, without any setting, ends with the warning and the author's own line."""
    later = LATER.format(what=FORMER.what, instead=FORMER.instead)
    (tmp_path / "conftest.py").write_text(
        "import sys, types\n"
        "module = types.ModuleType('ssrpolicy.later')\n"
        f"exec({later!r}, vars(module))\n"
        "sys.modules['ssrpolicy.later'] = module\n"
    )
    write = "from ssrpolicy.later import page_of\nout.write(self.name.encode())"
    (tmp_path / "acme_plain.py").write_text(plugin_code(write=write))
    (tmp_path / "test_plain.py").write_text(TESTS)

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "same_report"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert f"SsrPolicyDeprecationWarning: {SAID}" in done.stdout
    assert "acme_plain.py:14:" in done.stdout
