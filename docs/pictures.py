"""Takes the pictures of the note, the tracker and the page; `make pictures` runs it.

Each is of the invented record that is in order, as LibreOffice and Chromium show it today. The
tests' own LibreOffice is used, so that `tests/` is on Python's path.
"""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from playwright.sync_api import sync_playwright

import ssrpolicy
from office import Office

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
RECORD = ROOT / "fixtures" / "records" / "duinmark-2040-3"
AS_OF = dt.date(2042, 2, 15)

Saved: TypeAlias = Callable[[bytes, str, str], bytes]
"""Gives a document, of one suffix, as LibreOffice saves it with another."""

# The part of a printed page that is shown, in pixels: from the left and the top, width and height.
_NOTE = ("-r", "88", "-x", "0", "-y", "0", "-W", "728", "-H", "1030")
_TRACKER = ("-r", "96", "-x", "0", "-y", "0", "-W", "1123", "-H", "560")
_SCREEN = {"width": 1280, "height": 800}


def pictures(saved: Saved, chromium: Path) -> Mapping[str, bytes]:
    """Return the pictures of today, as PNG by their names."""
    return {
        "note": _printed(saved(_reported("word"), "docx", "pdf"), _NOTE),
        "tracker": _printed(saved(_reported("excel"), "xlsx", "pdf"), _TRACKER),
        "page": _screen(_reported("html"), chromium),
    }


def _reported(reporter: str) -> bytes:
    out = io.BytesIO()
    ssrpolicy.report(ssrpolicy.load(RECORD), reporter, out, as_of=AS_OF, language="en")
    return out.getvalue()


def _printed(pdf: bytes, part: tuple[str, ...]) -> bytes:
    """The first page of a PDF."""
    command = ["pdftoppm", "-png", "-singlefile", "-f", "1", "-l", "1", *part, "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)  # noqa: S603 - the program and its arguments are constants of this file, and no shell reads them
    return done.stdout


def _screen(html: bytes, chromium: Path) -> bytes:
    """The first screen of a page."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        path.write_bytes(html)
        # As root, in a container, Chromium has no sandbox of its own.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": _SCREEN["width"], "height": _SCREEN["height"]}, offline=True
        )
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]")
        taken = page.screenshot()
        browser.close()
    return taken


def main() -> None:
    """Write the pictures, or say which program is missing."""
    found = {name: shutil.which(name) for name in ("soffice", "pdftoppm", "chromium")}
    if missing := [name for name, path in found.items() if path is None]:
        sys.exit(f"Not installed: {', '.join(missing)}. CONTRIBUTING.md names the packages.")
    with (
        tempfile.TemporaryDirectory() as folder,
        Office(Path(str(found["soffice"])), Path(folder)) as office,
    ):
        taken = pictures(office.saved, Path(str(found["chromium"])))
    for name, data in taken.items():
        (FOLDER / f"{name}.png").write_bytes(data)


if __name__ == "__main__":
    main()
