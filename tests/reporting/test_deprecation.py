"""What will be taken away is said to the authors who use it, before it is gone."""

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
from ssrpolicy.reporting import load_plugins
from ssrpolicy.reporting.deprecation import warn_deprecated

Install = Callable[..., Path]
Code = Callable[..., str]

FORMER = {"since": "0.3", "gone_in": "0.5", "instead": "use ssrpolicy.reporting.sheet_of"}
SAID = (
    "ssrpolicy.reporting.page_of is deprecated since ssrpolicy 0.3 and gone in 0.5: "
    "use ssrpolicy.reporting.sheet_of"
)


@pytest.fixture
def former(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module of a later ssrpolicy, in which a name of this one is a former name."""

    def page_of(name: str) -> object:
        if name != "page_of":
            raise AttributeError(name)
        warn_deprecated("ssrpolicy.reporting.page_of", **FORMER)
        return len

    module = ModuleType("ssrpolicy.later")
    module.__getattr__ = page_of  # type: ignore[method-assign]  # how a module is given one at run time
    monkeypatch.setitem(sys.modules, "ssrpolicy.later", module)
    return module


def test_a_former_name_still_works_and_warns_at_the_line_that_uses_it(former: ModuleType) -> None:
    """The author sees the own file and line, and what to use instead."""
    with pytest.warns(SsrPolicyDeprecationWarning) as warned:
        assert former.page_of is len

    assert str(warned[0].message) == SAID
    assert warned[0].filename == __file__


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


TESTS = """
from acme_plain import Reporter
from ssrpolicy.testing import ReporterContract

class TestPlain(ReporterContract):
    reporter = Reporter()

    def expected(self, report):
        return ()
"""
LATER = """
from ssrpolicy.reporting.deprecation import warn_deprecated
def __getattr__(name):
    if name != "page_of":
        raise AttributeError(name)
    warn_deprecated("ssrpolicy.reporting.page_of", **{former!r})
    return len
"""


@pytest.mark.slow
@pytest.mark.heavy
def test_the_warning_reaches_an_author_who_runs_the_contract(
    tmp_path: Path, plugin_code: Code
) -> None:
    """Plain pytest, without any setting, ends with the warning and the author's own line."""
    later = LATER.format(former=FORMER)
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
