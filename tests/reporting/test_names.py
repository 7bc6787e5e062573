"""The names of the files that reports are written to."""

from pathlib import Path
from typing import Any, BinaryIO

import attrs
import pytest
from attrs import frozen

from ssrpolicy.errors import ReporterError
from ssrpolicy.reporting import (
    NoOptions,
    OfferedReporter,
    Origin,
    Report,
    report_names,
    report_stem,
)
from ssrpolicy.testing import nasty_record, small_record


@frozen
class Named:
    """A reporter that is asked for its name only."""

    name: str
    suffix: str
    summary: str = "Writes nothing."
    media_type: str = "text/plain"
    api: int = 1
    options: type[Any] = NoOptions

    def write(self, report: Report, out: BinaryIO) -> None:
        """Write nothing."""


def offered(name: str, suffix: str, distribution: str, *, principal: bool) -> OfferedReporter:
    """A reporter as the registry has it."""
    origin = Origin(distribution=distribution, entry_point=name)
    found = OfferedReporter.of(Named(name=name, suffix=suffix), origin)
    return attrs.evolve(found, principal=principal)


def test_the_principal_reporter_of_a_distribution_takes_the_plain_name() -> None:
    """The first that a distribution offers is told by its suffix alone, the others by name."""
    tracker = offered("excel", "xlsx", "ssrpolicy-excel", principal=True)
    annex = offered("annex", "xlsx", "ssrpolicy-excel", principal=False)

    assert report_names([tracker, annex], "kst-32123-X-124") == {
        tracker: "kst-32123-X-124.xlsx",
        annex: "kst-32123-X-124-annex.xlsx",
    }


def test_two_reports_of_one_name_are_refused() -> None:
    """Reporters of two distributions that would write one file are not both written."""
    ours = offered("json", "json", "ssrpolicy-json", principal=True)
    theirs = offered("dump", "JSON", "acme", principal=True)

    with pytest.raises(
        ReporterError,
        match=r"json of ssrpolicy-json and dump of acme would both write letter\.JSON",
    ):
        report_names([ours, theirs], "letter")


def test_one_record_gives_its_id_to_the_report(tmp_path: Path) -> None:
    """The report on one record bears its id, wherever it was found."""
    assert report_stem([small_record()], [tmp_path]) == "small"


def test_several_records_give_their_folder_s_name(tmp_path: Path) -> None:
    """The report on several records bears the name of the folder or file they were found in."""
    folder = tmp_path / "2010"
    for name in ("brandweer", "politie"):
        (folder / name).mkdir(parents=True)
    together = folder / "alle.json"
    together.touch()
    several = [small_record(), nasty_record()]

    assert report_stem(several, [folder]) == "2010"
    assert report_stem(several, [folder / "brandweer", folder / "politie"]) == "2010"
    assert report_stem(several, [together]) == "alle"
    assert report_stem(several, ["/"]) == "records"
    assert report_stem(several, []) == "records"
