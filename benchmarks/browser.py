"""How a large page does in a real browser: until one can use it, filter it and search it.

It is a program of its own, for a process that has loaded Playwright makes larger children.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

_PATIENCE = 300_000
_READY = "html[data-ready]"
_LOADING = "performance.getEntriesByType('navigation')[0].domInteractive"
# The time until the next frame is painted: what a reader waits for.
_CHANGED = """([id, value]) => new Promise((done) => {
  const control = document.getElementById(id)
    || document.querySelector(`select[data-key="${id}"]`);
  const started = performance.now();
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)));
})"""
_HELD = "document.querySelectorAll('section.record > noscript').length === 0"
_ASKED = (
    ("filter by kind", "kind", "0"),
    ("filter by owner too", "owners", "1"),
    ("take the filters off", "kind", ""),
    ("the first search", "~words", "politie noorderland"),
    ("the next search", "~words", "grens"),
)


def figures_of(path: str) -> Iterator[str]:
    """Yield a line for each thing measured, or one that says that Chromium is missing."""
    page = Path(path)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        yield "not measured, for it is not installed (on Debian: chromium)"
        return
    with sync_playwright() as playwright:
        # As root, in a container, Chromium has no sandbox of its own.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        opened = browser.new_page(viewport={"width": 1280, "height": 900}, offline=True)
        opened.goto(page.resolve().as_uri(), wait_until="commit")
        opened.wait_for_selector(_READY, timeout=_PATIENCE)
        size = page.stat().st_size / 1_000_000
        seconds = opened.evaluate("performance.now()") / 1_000
        read = opened.evaluate(_LOADING) / 1_000
        yield f"{size:.0f} MB read in {read:.1f} s, first interaction after {seconds:.1f} s"
        # At once, while most records are still held back; then with all of them made.
        for state in ("at once", "all made"):
            for name, control, value in _ASKED:
                yield f"{state}, {name}: {opened.evaluate(_CHANGED, [control, value]):.0f} ms"
            opened.evaluate(_CHANGED, ["~words", ""])
            opened.evaluate(_CHANGED, ["owners", ""])
            while not opened.evaluate(_HELD):
                opened.wait_for_timeout(250)
        yield f"all records made {opened.evaluate('performance.now()') / 1_000:.0f} s after opening"
        browser.close()


if __name__ == "__main__":
    for said in figures_of(sys.argv[1]):
        print(f"the page in Chromium, by the clock: {said}", flush=True)
