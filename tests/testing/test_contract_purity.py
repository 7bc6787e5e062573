"""The contract finds a reporter that reads or keeps more than the report that it is given."""

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest

from ssrpolicy.testing import ReporterContract

MODULE = '''
"""A reporter with a fault in one line."""
import datetime as dt
import itertools, locale, os, tempfile, time
from pathlib import Path
from ssrpolicy.reporting import NoOptions

from time import strftime as form
from posix import environ as SYSTEM
CALLS = itertools.count()
KEPT = {{}}

class Acme:
    name = "acme"
    summary = "The ids of records."
    suffix = "{suffix}"
    media_type = "{media_type}"
    api = 1
    options = NoOptions
    seen = False
    check = True  # a member of its own, which is not the function of a rule

    def write(self, report, out):
        text = " ".join(record.id for record in report.records)
        {line}
        out.write(text.encode())
'''
Make = Callable[..., ReporterContract]


@pytest.fixture
def contract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """A function that gives the contract of a reporter with a line of its own in `write`."""
    monkeypatch.syspath_prepend(tmp_path)

    def make(
        line: str = "pass", *, suffix: str = "txt", media_type: str = "text/plain"
    ) -> ReporterContract:
        name = f"acme_{abs(hash((line, suffix, media_type)))}"
        code = MODULE.format(line=line, suffix=suffix, media_type=media_type)
        (tmp_path / f"{name}.py").write_text(code, encoding="utf-8")
        reporter = importlib.import_module(name).Acme()
        common = type("Common", (), {"reporter": reporter})
        made: ReporterContract = type("Contract", (common, ReporterContract), {})()
        return made

    return make


@pytest.mark.parametrize(
    "line, name",
    [
        ('text += os.environ.get("USER", "")', "USER"),
        ('text += os.getenv("ACME_MODE", "")', "ACME_MODE"),
        ('text += "x" if "LANG" in os.environ else ""', "LANG"),
        ("text += str(len(dict(os.environ)) > 0)", "all of it"),
        ("import posix; text += posix.environ.get(b'USER', b'').decode()", "USER"),
        ("text += str(b'LANG' in SYSTEM)", "LANG"),
        ("text += os.environb.get(b'USER', b'').decode()", "USER"),
        ("text += os.path.expandvars('$HOME')[:0]", "expandvars"),
        ("import socket; text += socket.gethostname()", "gethostname"),
        ("import platform; text += platform.system()", "platform"),
        ("import getpass; text += getpass.getuser()", "getuser"),
        ("import uuid; text += str(uuid.getnode())", "getnode"),
        ("import locale; text += str(locale.getlocale())", "getlocale"),
        ("import tempfile; text += tempfile.gettempdir()", "gettempdir"),
        ("import pathlib; text += str(pathlib.Path.home())", "home"),
        ("from os import getcwd as folder; text += folder()", "getcwd"),
        ("text += str(os.getuid())", "getuid"),
    ],
)
def test_reading_the_environment_is_caught(contract: Make, line: str, name: str) -> None:
    """However it is looked at, and whether or not it shows in the file."""
    with pytest.raises(AssertionError, match=f"it reads the environment: .*{name}"):
        contract(line).test_it_reads_no_environment()


@pytest.mark.parametrize(
    "line, name",
    [
        ("text += str(dt.date.today().year)", "today"),
        ("text += dt.datetime.now().strftime('%d-%m')", "now"),
        ("text += str(int(time.time()))", "time"),
        ("text += time.strftime('%Y')", "strftime"),
        ("text += str(time.gmtime().tm_year)", "gmtime"),
        ("text += str(time.localtime(0).tm_hour)", "localtime"),
        ("text += form('%Y')", "strftime"),
        ("now = dt.datetime.now; text += str(now().year)", "now"),
    ],
)
def test_asking_the_clock_is_caught(contract: Make, line: str, name: str) -> None:
    """In whatever form the day, the year or the time zone then stands in the file."""
    with pytest.raises(AssertionError, match=f"it asks the clock: .*{name}.*report.as_of"):
        contract(line).test_it_asks_no_clock()


def test_a_time_that_is_given_is_written_in_any_way(contract: Make) -> None:
    """Only what says which time it is now is a clock."""
    line = "text += time.strftime('%Y', time.gmtime(0)) + f'{report.as_of:%d-%m}'"
    contract(line).test_it_asks_no_clock()


@pytest.mark.parametrize(
    "line, name",
    [
        ("os.environ['ACME'] = '1'", "environment"),
        ("os.chdir(tempfile.gettempdir())", "folder"),
        ("locale.setlocale(locale.LC_ALL, 'C.UTF-8')", "locale"),
    ],
)
def test_what_is_changed_of_the_process_is_caught(contract: Make, line: str, name: str) -> None:
    """The host sets it back; a remark of the reporter's own is not a fault."""
    with pytest.raises(AssertionError, match=rf"changed .*{name}.*, which the whole"):
        contract(line).test_it_changes_nothing_of_the_process()
    contract("report.remark('One style is lacking.')").test_it_changes_nothing_of_the_process()


@pytest.mark.heavy
def test_what_python_itself_reads_is_no_fault(contract: Make) -> None:
    """A temporary file is where the environment says, and that is not the reporter's doing."""
    made = contract("with tempfile.TemporaryFile() as file: file.write(b'x')")

    made.test_it_reads_no_environment()
    made.test_it_writes_no_other_file()


@pytest.mark.slow
@pytest.mark.heavy
@pytest.mark.parametrize(
    "line",
    [
        'text += "" if self.seen else " (first)"; self.seen = True',
        'text += "" if next(CALLS) else " (first)"',
        'text += " (more)" * (next(CALLS) > 1)',
        'text += KEPT.setdefault("language", report.language)',
        'text += str(KEPT.setdefault("day", report.as_of))',
    ],
)
def test_output_that_settles_after_the_first_call_is_caught(contract: Make, line: str) -> None:
    """What is kept in the reporter or its module shows when a process begins anew."""
    made = contract(line)

    with pytest.raises(AssertionError, match="is something kept between calls"):
        made.test_the_first_call_is_like_every_other()


@pytest.mark.heavy
@pytest.mark.parametrize(
    "line, name",
    [
        ('Path("{folder}/side.log").write_text(text)', "side.log"),
        ('Path("{folder}/side").mkdir(exist_ok=True)', "side"),
        ('Path("side.log").write_text(text)', "side.log"),
        ("tempfile.mkstemp(suffix='.left')", ".left"),
        ('Path.home().joinpath(".acme").write_text(text)', ".acme"),
        ("import subprocess as s; s.run(['touch', 'side.log'])", "side.log"),
        (
            (
                "import subprocess as s; at = Path(__file__).with_name; "
                "s.run(['touch', at('.side'), at('_side'), at('side')])"
            ),
            "/.side, .*/_side, .*/side",
        ),
    ],
)
def test_a_side_file_is_caught(contract: Make, tmp_path: Path, line: str, name: str) -> None:
    """Wherever it is written: next to the record, at home, or left among the temporary files."""
    with pytest.raises(AssertionError, match=f"it writes files of its own: .*{name}"):
        contract(line.replace("{folder}", str(tmp_path))).test_it_writes_no_other_file()


@pytest.mark.heavy
@pytest.mark.parametrize(
    "line, name",
    [
        ("import subprocess as s; s.run(['touch', '{folder}/far/side'])", "touch"),
        ("os.system('echo > {folder}/far/side')", "echo"),
        ("os.fork() or os._exit(0)", "a copy of itself"),
    ],
)
def test_a_program_that_writes_where_nobody_looks_is_caught(
    contract: Make, tmp_path: Path, line: str, name: str
) -> None:
    """Unless the tests name it: what it does is then its author's to answer for."""
    (tmp_path / "far").mkdir(exist_ok=True)
    made = contract(line.replace("{folder}", str(tmp_path)))

    with pytest.raises(AssertionError, match=f"it starts other programs: {name}; .* in programs"):
        made.test_it_writes_no_other_file()
    type(made).programs = (name,)
    made.test_it_writes_no_other_file()


@pytest.mark.slow
@pytest.mark.heavy
def test_a_reporter_without_a_fault_passes(contract: Make) -> None:
    """None of these tests fails where nothing is wrong."""
    made = contract()

    made.test_it_reads_no_environment()
    made.test_the_first_call_is_like_every_other()
    made.test_it_writes_no_other_file()
    made.test_another_process_gives_the_same()


@pytest.mark.parametrize(
    "suffix, media_type, message",
    [
        ("xlsx", "text/plain", "a file that ends in .xlsx is application/vnd"),
        ("xlsx", "application/x-acme", "a file that ends in .xlsx is application/vnd"),
        ("html", "text/csv", "files of text/csv end in .csv, and not in .html"),
        ("pdf", "text/plain; charset=utf-8", "a file that ends in .pdf is application/pdf"),
        ("html", "text/plain", "a file that ends in .html is text/html"),
        ("csv", "text/plain", "a file that ends in .csv is text/csv"),
    ],
)
def test_a_suffix_that_contradicts_the_media_type_is_caught(
    contract: Make, suffix: str, media_type: str, message: str
) -> None:
    """Also where the media type is one that Python does not know, or any text."""
    with pytest.raises(AssertionError, match=message):
        contract(suffix=suffix, media_type=media_type).test_its_suffix_and_media_type_fit()


@pytest.mark.parametrize(
    "suffix, media_type",
    [
        ("md", "text/plain"),
        ("lines", "text/plain"),
        ("acme", "application/x-acme"),
        ("xlsx", "application/octet-stream"),
        ("agenda.txt", "text/plain"),
    ],
)
def test_a_suffix_that_fits_is_accepted(contract: Make, suffix: str, media_type: str) -> None:
    """A suffix of one's own, a text of any kind, and what says nothing of itself."""
    contract(suffix=suffix, media_type=media_type).test_its_suffix_and_media_type_fit()


@pytest.mark.parametrize("kind", ["application/xml", "application/atom+xml"])
def test_what_is_not_xml_is_caught(contract: Make, kind: str) -> None:
    """As what is not JSON is; XML passes."""
    made = contract("text = '<a>' + text + '</a>'", suffix="xml", media_type=kind)
    broken = contract("text = '<a>' + text", suffix="xml", media_type=kind)

    made.test_its_suffix_and_media_type_fit()
    with pytest.raises(AssertionError, match="it is not XML"):
        broken.test_its_suffix_and_media_type_fit()


CELLS = """
        import csv, io
        rows = io.StringIO()
        texts = [each.summary for r in report.records for each in (*r.requests, *r.statements)]
        texts += [each.name for r in report.records for each in r.instruments]
        writer = csv.writer(rows, delimiter={delimiter!r})
        writer.writerows([("summary", "n"), *(({guard!r} + t.text("nl"), "-5") for t in texts)])
        text = rows.getvalue()
"""


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_a_cell_that_a_spreadsheet_calculates_is_caught(contract: Make, delimiter: str) -> None:
    """In CSV a text that begins with = is a formula, unless something stands before it."""
    raw = contract(CELLS.format(delimiter=delimiter, guard=""), suffix="csv", media_type="text/csv")
    guarded = contract(
        CELLS.format(delimiter=delimiter, guard="'"), suffix="csv", media_type="text/csv"
    )

    with pytest.raises(AssertionError, match="a cell that a spreadsheet calculates: '=SUM"):
        raw.test_text_is_not_a_formula()
    guarded.test_text_is_not_a_formula()


@pytest.mark.parametrize("behind", ["", "\u201e", "\uff1d"])
def test_a_cell_guarded_by_its_first_sign_alone_is_caught(contract: Make, behind: str) -> None:
    """Quotation marks before a formula, and the wide forms of its signs, guard nothing."""
    signs = f"=+-@\t{behind}"
    guard = f"(\"'\" if t.text('nl')[:1] in {signs!r} else '')"
    cells = CELLS.replace("{guard!r}", guard).format(delimiter=",")
    made = contract(cells, suffix="csv", media_type="text/csv")

    with pytest.raises(AssertionError, match=r"that a spreadsheet calculates: '[\u201e\uff1d]"):
        made.test_text_is_not_a_formula()
