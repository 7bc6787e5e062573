"""The PDF library in a process of its own: what it does there does not end the command."""

import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from plugins.sources.tests.letters import department_letter
from plugins.sources.tests.pdf_files import PdfFile

from ssrpolicy.cli.main import _command
from ssrpolicy.errors import InputError
from ssrpolicy_sources.pdf.guard import Guard
from ssrpolicy_sources.pdf.reader import read

pytestmark = pytest.mark.heavy

LETTER = department_letter().data()
_PAGE = '{"width": 595, "height": 842, "unreadable": 0, "picture": false, "pieces": []}'
_BEGINS = f"""
import os, sys, time
sys.stdin.buffer.read()
print('{{"pages": 2}}', flush=True)
print('{_PAGE}', flush=True)
"""


@pytest.fixture
def program(tmp_path: Path) -> Callable[[str], Path]:
    """A function that writes a program, which a guard runs in place of the usual one."""

    def write(code: str) -> Path:
        file = tmp_path / "program.py"
        file.write_text(code, encoding="utf-8")
        return file

    return write


@pytest.mark.parametrize(
    "code, page",
    [
        (f"{_BEGINS}os.abort()", 2),
        (f"{_BEGINS}import ctypes; ctypes.string_at(0)", 2),
        (f"{_BEGINS}raise MemoryError", 2),
        (f"{_BEGINS}print('{_PAGE[:20]}', flush=True); os._exit(0)", 2),
        ("", 1),
    ],
    ids=["aborts", "reads address 0", "has no memory", "ends within a line", "reads nothing"],
)
def test_a_crash_is_an_answer_that_names_the_page(
    program: Callable[[str], Path], code: str, page: int
) -> None:
    """Whatever ends the process that reads, the one that asked goes on, and says what works."""
    with pytest.raises(InputError) as refused:
        read(LETTER * 100, Guard(program=program(code)))

    assert refused.value.message == f"the PDF library crashed on page {page} of the PDF."
    assert "from a browser" in (refused.value.hint or "")


@pytest.mark.parametrize(
    "silence, total, code",
    [
        (0.5, 60, f"{_BEGINS}time.sleep(3600)"),
        (60, 1, f"{_BEGINS}\nwhile True: print('{_PAGE}', flush=True)"),
    ],
    ids=["says nothing", "never ends"],
)
def test_a_process_that_hangs_is_ended(
    program: Callable[[str], Path], silence: float, total: float, code: str
) -> None:
    """One page may take only so long, and the file as well."""
    with pytest.raises(InputError, match="took too long to read"):
        read(LETTER, Guard(program=program(code), silence=silence, total=total))


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit of memory for a process")
def test_a_pdf_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    """A file of some kilobytes wants more memory than a letter may, and the command says so."""
    made = PdfFile().page().words(80, 700, "De minister zegt dat dit een brief is.")
    packer = zlib.compressobj(9)
    block = b"BT /F0 10 Tf (De minister zegt wat) Tj ET\n" * 25_000
    # After a full flush, packed blocks stand by themselves: the same one may come again.
    first, again = (packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH) for __ in "12")
    packed = first + again * 750 + packer.flush()
    file = tmp_path / "brief.pdf"
    file.write_bytes(made.data(content=packed))
    done = CliRunner().invoke(_command, ["new", str(file), str(tmp_path / "record")])

    assert done.exit_code == 2
    assert f"Error: {file}: the PDF library crashed on page 1 of the PDF.\n" in done.output
    assert not (tmp_path / "record").exists()


def test_a_page_of_far_more_characters_than_are_printed_on_one_is_refused() -> None:
    """What lays a page out would take minutes over it."""
    file = PdfFile().page().words(80, 700, "De minister zegt dat dit een brief is.").page()
    for number in range(1_600):
        file.words(20, 20 + number % 700, "etaoin"[number % 6] * 100)
    with pytest.raises(InputError, match=r"page 2 of the PDF has more than 150,000") as refused:
        read(file.data())
    assert refused.value.hint == "Print it anew as a PDF, in pages of A4."


def test_a_page_of_the_web_that_was_saved_as_one_page_is_read() -> None:
    """A browser makes a page as long as what stands on it."""
    file = PdfFile().page()
    for number in range(700):
        file.words(
            60, 20 + 14 * number, f"De minister schrijft over haven {number}. ".ljust(86, "x")
        )
    assert len(read(file.data()).text) > 60_000


def test_where_no_process_can_be_started_the_text_is_the_same() -> None:
    """As in a program that is packed together with its Python."""
    assert read(LETTER, Guard(python=None)) == read(LETTER)
    assert read(LETTER, Guard(python="/nowhere/python")) == read(LETTER)
    assert read(LETTER, Guard(program=Path("/nowhere/in.zip/program.py"))) == read(LETTER)


def test_a_library_that_is_not_there_is_named(program: Callable[[str], Path]) -> None:
    """It is not a fault of the PDF."""
    answer = '{"refused": "library", "error": "No module named pypdfium2"}'
    with pytest.raises(InputError, match="cannot be loaded: No module named pypdfium2") as refused:
        read(LETTER, Guard(program=program(f"print({answer!r})")))

    assert refused.value.hint == "Install ssrpolicy-sources again."


def test_the_process_imports_nothing_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter's own folder may hold anything, and none of it is run."""
    for name in ("json", "pypdfium2", "ctypes", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(1)\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    assert read(LETTER).text.startswith("> Retouradres")
