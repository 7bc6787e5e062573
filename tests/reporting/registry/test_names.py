"""Names that are offered by two, twice, or by nobody."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.registry.asked import failures_of, names_of
from ssrpolicy.errors import ReporterError
from ssrpolicy.reporting import load_plugins

Install = Callable[..., Path]
Code = Callable[..., str]


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
