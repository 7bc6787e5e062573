"""Plugins as they are found, loaded, asked for by name, and refused."""

import importlib.metadata
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ssrpolicy.entry_points import entry_points
from ssrpolicy.errors import PluginError, ReporterError
from ssrpolicy.reporting import Registry, load_plugins

Install = Callable[..., Path]
Code = Callable[..., str]

HOOK = "from ssrpolicy.reporting import hookimpl\n@hookimpl\n"


def failures_of(registry: Registry, distribution: str) -> list[str]:
    """What failed of one distribution, in words."""
    return [str(f) for f in registry.failures if f.origin.distribution == distribution]


def names_of(registry: Registry, distribution: str) -> list[str]:
    """The names of the reporters that one distribution offers."""
    return [r.name for r in registry.reporters if r.origin.distribution == distribution]


def test_a_plugin_is_found_with_its_distribution_and_version(
    install: Install, plugin_code: Code
) -> None:
    """A reporter knows whose it is: the distribution's name and version."""
    install("acme-plain", plugin_code(), version="2.3")

    offered = load_plugins().reporter("plain")

    assert str(offered) == "plain of acme-plain 2.3"
    assert (offered.suffix, offered.media_type, offered.principal) == ("txt", "text/plain", True)


def test_the_first_of_two_installations_counts(
    install: Install, plugin_code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A distribution that is on the path twice is the one that is imported, told once."""
    install("acme-plain", plugin_code(), version="1.0")
    first = tmp_path / "first"
    shutil.copytree(tmp_path / "site", first)
    (first / "acme_plain-1.0.dist-info").rename(first / "acme_plain-2.0.dist-info")
    metadata = first / "acme_plain-2.0.dist-info" / "METADATA"
    metadata.write_text(metadata.read_text().replace("1.0", "2.0"))
    monkeypatch.syspath_prepend(first)

    assert str(load_plugins().reporter("plain")) == "plain of acme-plain 2.0"


def test_the_plugins_found_are_those_that_python_itself_finds(
    install: Install, plugin_code: Code
) -> None:
    """Entry points are read from their files, which takes less time and finds the same."""
    install("acme-plain", plugin_code(), entry_points={"one": "acme_plain", "two": "acme_plain"})
    expected = {
        (point.dist.name, point.dist.version, point.name)
        for point in importlib.metadata.entry_points(group="ssrpolicy")
        if point.dist is not None
    }

    found = [(each.distribution, each.version, each.name) for each in entry_points("ssrpolicy")]

    assert set(found) == expected
    assert len(found) == len(expected) > 2


def test_a_plugin_in_a_zip_file_is_found(
    install: Install, plugin_code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever Python can import from can have plugins."""
    site = install("acme-zipped", plugin_code()).parent
    with zipfile.ZipFile(tmp_path / "plugins.zip", "w") as archive:
        for path in site.rglob("*"):
            if path.is_file():
                archive.write(path, path.relative_to(site))
    shutil.rmtree(site)
    monkeypatch.syspath_prepend(tmp_path / "plugins.zip")

    assert str(load_plugins().reporter("plain")) == "plain of acme-zipped 1.0"


@pytest.mark.parametrize(
    "lines, entry_points",
    [
        ("name = before any section\n[ssrpolicy]\nacme_plain = acme_plain", 1),
        ("# a comment\n[console_scripts]\nx = y:z\n[ssrpolicy]\n\nacme_plain=acme_plain [x]", 1),
        ("[ssrpolicy]\nno entry", 0),
        ("[console_scripts]\nno entry\n[ssrpolicy]\nacme_plain = acme_plain", 0),
    ],
)
def test_entry_points_are_read_as_installers_write_them(
    lines: str, entry_points: int, install: Install, plugin_code: Code
) -> None:
    """Comments, other groups and extras do no harm; a file that is not in order is passed over."""
    path = install("acme-plain", plugin_code())
    path.with_name("acme_plain-1.0.dist-info").joinpath("entry_points.txt").write_text(lines)

    registry = load_plugins()

    assert len(names_of(registry, "acme-plain")) == entry_points
    assert failures_of(registry, "acme-plain") == []


def test_an_entry_point_that_names_nothing_is_a_failure(
    install: Install, plugin_code: Code
) -> None:
    """What an entry point cannot mean is named as it is written."""
    install("acme-plain", plugin_code(), entry_points={"plain": "acme plain"})

    assert failures_of(load_plugins(), "acme-plain") == [
        (
            "acme-plain 1.0: plain could not be loaded: "
            "ImportError: 'acme plain' does not name a module, or an object in one"
        )
    ]


def test_reporters_are_sorted_by_name(install: Install, plugin_code: Code) -> None:
    """The order of installation and registration does not show."""
    for name in ("zulu", "alfa", "mike"):
        install(f"acme-{name}", plugin_code(name))

    names = [r.name for r in load_plugins().reporters if r.origin.distribution.startswith("acme")]

    assert names == ["alfa", "mike", "zulu"]


IMPOSSIBLE = {
    "import": (
        "import a_module_that_nobody_has\n",
        (
            "acme-broken 1.0: acme_broken could not be loaded: "
            "ModuleNotFoundError: No module named 'a_module_that_nobody_has'"
        ),
    ),
    "syntax": (
        "def (:\n",
        (
            "acme-broken 1.0: acme_broken could not be loaded: "
            "SyntaxError: invalid syntax (acme_broken.py, line 1)"
        ),
    ),
    "exit": (
        "raise SystemExit(3)\n",
        (
            "acme-broken 1.0: acme_broken could not be loaded: "
            "it asked the program to exit (SystemExit: 3)"
        ),
    ),
    "nothing": (
        '"""Offers nothing."""\n',
        (
            "acme-broken 1.0: acme_broken offers nothing: it has no function "
            "ssrpolicy_reporters, ssrpolicy_rules, ssrpolicy_readers or "
            "ssrpolicy_drafters, marked with hookimpl"
        ),
    ),
    "unmarked": (
        "def ssrpolicy_reporters():\n    return []\n",
        (
            "acme-broken 1.0: acme_broken does not fit: TypeError: ssrpolicy_reporters is not "
            "marked with ssrpolicy.reporting.hookimpl"
        ),
    ),
    "misspelt": (
        (HOOK + "def ssrpolicy_reporter():\n    return []\n"),
        (
            "acme-broken 1.0: a hook is not known: there is no hook ssrpolicy_reporter; "
            "did you mean ssrpolicy_reporters?"
        ),
    ),
    "hook raises": (
        (HOOK + "def ssrpolicy_reporters():\n    return 1 / 0\n"),
        "acme-broken 1.0: ssrpolicy_reporters(): ZeroDivisionError: division by zero",
    ),
    "hook exits": (
        ("import sys\n" + HOOK + "def ssrpolicy_reporters():\n    sys.exit('tot ziens')\n"),
        (
            "acme-broken 1.0: ssrpolicy_reporters(): "
            "it asked the program to exit (SystemExit: tot ziens)"
        ),
    ),
    "generator raises": (
        (HOOK + "def ssrpolicy_reporters():\n    yield from ()\n    raise OSError('weg')\n"),
        "acme-broken 1.0: ssrpolicy_reporters(): OSError: weg",
    ),
    "returns None": (
        (HOOK + "def ssrpolicy_reporters():\n    pass\n"),
        "acme-broken 1.0: ssrpolicy_reporters(): it returned None, not a list",
    ),
    "returns a text": (
        (HOOK + "def ssrpolicy_reporters():\n    return 'excel'\n"),
        "acme-broken 1.0: ssrpolicy_reporters(): it returned 'excel', not a list",
    ),
    "returns numbers": (
        (HOOK + "def ssrpolicy_reporters():\n    return [7]\n"),
        (
            "acme-broken 1.0: the reporter 7: TypeError: it has no name and no summary and no "
            "suffix and no media_type and no api and no options and no write"
        ),
    ),
    "rule of another kind": (
        (HOOK + "def ssrpolicy_rules():\n    return [print]\n"),
        "acme-broken 1.0: the rule print: it is not an ssrpolicy.reporting.Rule",
    ),
    "rule of another severity": (
        (
            "from ssrpolicy.reporting import hookimpl, rule\n"
            "@rule('fire-doubted', 'grave')\ndef doubted(record):\n    'A doubt.'\n"
            "@hookimpl\ndef ssrpolicy_rules():\n    return [doubted]\n"
        ),
        (
            "acme-broken 1.0: acme_broken could not be loaded: the severity is "
            "'grave', not error, warning or note"
        ),
    ),
    "arguments": (
        (HOOK + "def ssrpolicy_reporters(config):\n    return []\n"),
        (
            "acme-broken 1.0: acme_broken does not fit: PluginValidationError: Plugin "
            "'acme_broken' for hook 'ssrpolicy_reporters' hookimpl definition: "
            "ssrpolicy_reporters(config) Argument(s) {'config'} are declared in the "
            "hookimpl but can not be found in the hookspec"
        ),
    ),
}


@pytest.mark.parametrize("case", IMPOSSIBLE)
def test_a_broken_plugin_is_named_with_its_cause(
    case: str, install: Install, plugin_code: Code
) -> None:
    """The failure names the distribution and why; every other plugin still works."""
    code, expected = IMPOSSIBLE[case]
    install("acme-broken", code)
    install("acme-plain", plugin_code())

    registry = load_plugins()

    assert failures_of(registry, "acme-broken") == [expected]
    assert names_of(registry, "acme-broken") == []
    assert names_of(registry, "acme-plain") == ["plain"]


UNFIT = {
    "api = 1": (
        "api = 2",
        (
            "TypeError: it is written for version 2 of the contract, and this ssrpolicy knows "
            "version 1; a newer ssrpolicy may know it"
        ),
    ),
    'name = "plain"': (
        'name = "Plain text"',
        "TypeError: name is 'Plain text', not such as 'excel'",
    ),
    'suffix = "txt"': ('suffix = ".txt"', "TypeError: suffix is '.txt', not such as 'xlsx'"),
    'media_type = "text/plain"': (
        'media_type = "text"',
        "TypeError: media_type is 'text', not such as 'application/json'",
    ),
    "options = NoOptions": ("options = {}", "TypeError: options is {}, not an attrs class"),
    "return [Reporter()]": (
        "return [Reporter]",
        "TypeError: it is a class; offer an instance, Reporter()",
    ),
    "    def write(": ("    def writes(", "TypeError: it has no write"),
    "api = 1\n": ("api = '1'\n", "TypeError: api is '1', not a version such as 1"),
    "    api = 1": ("    api = 0", "TypeError: api is 0, not a version such as 1"),
    '    name = "plain"': (
        "    name = property(lambda self: 1 / 0)",
        "ZeroDivisionError: division by zero",
    ),
    "    def write(self, report, out):": (
        "    write = 'out'\n    def writes(self, report, out):",
        "TypeError: write cannot be called",
    ),
    'summary = "Writes its own name."': (
        "summary = property(lambda self: 1 / 0)",
        "ZeroDivisionError: division by zero",
    ),
}


@pytest.mark.parametrize("original", UNFIT)
def test_a_reporter_that_does_not_fit_is_refused(
    original: str, install: Install, plugin_code: Code
) -> None:
    """What is wrong with a reporter is found when it is offered, not when it is asked for."""
    changed, cause = UNFIT[original]
    code = plugin_code()
    assert original in code
    install("acme-unfit", code.replace(original, changed))

    registry = load_plugins()

    assert [str(f.cause) for f in registry.failures if "acme" in str(f)] == [cause]
    assert names_of(registry, "acme-unfit") == []


def test_a_misspelt_hook_does_not_cost_the_others(install: Install, plugin_code: Code) -> None:
    """A plugin with one hook misspelt and one right is told of the one and heard on the other."""
    install("acme-plain", plugin_code() + "\n@hookimpl\ndef ssrpolicy_ruls():\n    return []\n")

    registry = load_plugins()

    assert names_of(registry, "acme-plain") == ["plain"]
    assert failures_of(registry, "acme-plain") == [
        (
            "acme-plain 1.0: a hook is not known: there is no hook ssrpolicy_ruls; "
            "did you mean ssrpolicy_rules?"
        )
    ]


def test_a_name_offered_by_two_is_refused_only_when_asked_for(
    install: Install, plugin_code: Code
) -> None:
    """Two reporters of one name load; the bare name is ambiguous, the full names are not."""
    install("acme-plain", plugin_code())
    install("other-plain", plugin_code(), version="0.4")
    registry = load_plugins()

    assert failures_of(registry, "acme-plain") + failures_of(registry, "other-plain") == []
    assert str(registry.reporter("other-plain:plain")) == "plain of other-plain 0.4"
    assert str(registry.reporter("Acme_Plain:plain")) == "plain of acme-plain 1.0"
    with pytest.raises(ReporterError) as refused:
        registry.reporter("plain")
    assert str(refused.value) == (
        "2 distributions offer a reporter 'plain': acme-plain 1.0, other-plain 0.4.\n"
        "Say acme-plain:plain or other-plain:plain."
    )


def test_a_name_offered_twice_by_one_plugin_is_a_failure(
    install: Install, plugin_code: Code
) -> None:
    """The first of two reporters of one name in one plugin is kept."""
    code = plugin_code().replace("[Reporter()]", "[Reporter(), Reporter()]")
    install("acme-plain", code)

    registry = load_plugins()

    assert names_of(registry, "acme-plain") == ["plain"]
    assert failures_of(registry, "acme-plain") == [
        "acme-plain 1.0: the reporter plain: it is offered twice"
    ]


def test_an_unknown_name_gets_the_nearest_and_what_failed(
    install: Install, plugin_code: Code
) -> None:
    """Who misspells a reporter, or asks for one that failed to load, is told which it is."""
    install("acme-plain", plugin_code())
    install("acme-broken", "import a_module_that_nobody_has\n")

    with pytest.raises(ReporterError) as refused:
        load_plugins().reporter("plian")

    lines = str(refused.value).splitlines()
    assert lines[:2] == ["No reporter is called 'plian'.", "Did you mean plain?"]
    assert (
        "  acme-broken 1.0: acme_broken could not be loaded: "
        "ModuleNotFoundError: No module named 'a_module_that_nobody_has'"
    ) in lines


def test_strictness_makes_a_failure_fatal(install: Install) -> None:
    """With strict loading, a broken plugin stops the call and is named."""
    install("acme-broken", "raise ValueError('kapot')\n")

    with pytest.raises(PluginError, match=r"acme-broken 1\.0: .*ValueError: kapot"):
        load_plugins(strict=True)


def test_a_disabled_distribution_is_not_imported(install: Install) -> None:
    """SSRPOLICY_DISABLE_PLUGINS names distributions as installers compare names."""
    install("acme-broken", "raise ValueError('kapot')\n")

    registry = load_plugins(environ={"SSRPOLICY_DISABLE_PLUGINS": "nobody, Acme.Broken"})

    assert failures_of(registry, "acme-broken") == []
    assert [p.origin.distribution for p in registry.plugins if p.disabled] == ["acme-broken"]
    assert "acme_broken" not in sys.modules


def test_all_plugins_can_be_disabled(install: Install, plugin_code: Code) -> None:
    """The word all leaves no reporter, and the refusal of one says why."""
    install("acme-plain", plugin_code())

    registry = load_plugins(environ={"SSRPOLICY_DISABLE_PLUGINS": "all"})

    assert registry.reporters == ()
    with pytest.raises(ReporterError, match=r"Disabled by SSRPOLICY_DISABLE_PLUGINS: .*acme-plain"):
        registry.reporter("plain")


@pytest.mark.usefixtures("no_environment")
def test_a_single_file_is_a_plugin(tmp_path: Path, plugin_code: Code) -> None:
    """A file in the plugins folder is loaded under its own name, given or from the environment."""
    (tmp_path / "my_reporter.py").write_text(plugin_code(), encoding="utf-8")
    (tmp_path / "_not_this.py").write_text("raise ValueError", encoding="utf-8")
    (tmp_path / "test_my_reporter.py").write_text("raise ValueError", encoding="utf-8")
    (tmp_path / "conftest.py").write_text("raise ValueError", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no plugin", encoding="utf-8")

    given = load_plugins(plugins_dir=tmp_path)
    found = load_plugins(environ={"SSRPOLICY_PLUGINS_DIR": str(tmp_path)})

    assert str(given.reporter("plain")) == "plain of my_reporter.py"
    assert [each for each in given.failures if each.origin.distribution.endswith(".py")] == []
    assert given.reporter("my_reporter.py:plain").principal
    assert str(found.reporter("plain")) == "plain of my_reporter.py"


@pytest.mark.usefixtures("no_environment")
def test_a_broken_single_file_is_named(tmp_path: Path, plugin_code: Code) -> None:
    """A file that fails is named; the file beside it works."""
    (tmp_path / "broken.py").write_text("raise ValueError('kapot')", encoding="utf-8")
    (tmp_path / "whole.py").write_text(plugin_code(), encoding="utf-8")

    registry = load_plugins(plugins_dir=tmp_path)

    assert failures_of(registry, "broken.py") == [
        "broken.py: broken could not be loaded: ValueError: kapot"
    ]
    assert names_of(registry, "whole.py") == ["plain"]
    assert "ssrpolicy_plugin_file_broken" not in sys.modules


@pytest.mark.usefixtures("no_environment")
def test_a_plugins_folder_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    """A folder that cannot be listed is named, and stops nothing."""
    folder = tmp_path / "nowhere"

    assert failures_of(load_plugins(plugins_dir=folder), str(folder)) == [
        (f"{folder}: nowhere could not be loaded: the folder for plugins {folder} does not exist")
    ]


def test_unreadable_metadata_hide_no_other_plugin(install: Install, plugin_code: Code) -> None:
    """A distribution whose entry points are not UTF-8 is passed over."""
    path = install("acme-broken", "")
    info = path.with_name("acme_broken-1.0.dist-info")
    (info / "entry_points.txt").write_bytes(b"[ssrpolicy]\nx = \xff\n")
    install("acme-plain", plugin_code())

    assert names_of(load_plugins(), "acme-plain") == ["plain"]


def test_what_a_plugin_prints_goes_to_standard_error(
    install: Install, plugin_code: Code, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard output stays the caller's, who may be writing JSON to it."""
    install("acme-plain", "print('Welkom!')\n" + plugin_code())

    load_plugins()

    assert capsys.readouterr() == ("", "Welkom!\n")


def test_an_entry_point_can_name_an_object(install: Install, plugin_code: Code) -> None:
    """A plugin is a module or any object with the hooks in it."""
    code = plugin_code().replace("@hookimpl\n", "class Plugin:\n  @staticmethod\n  @hookimpl\n")
    code = code.replace("def ssrpolicy_reporters():\n", "  def ssrpolicy_reporters():\n  ")
    install("acme-plain", code + "\n", entry_points={"plain": "acme_plain:Plugin"})

    assert names_of(load_plugins(), "acme-plain") == ["plain"]
