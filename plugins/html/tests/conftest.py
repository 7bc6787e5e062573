"""Chromium for the tests of pages, which waits as long as a busy machine needs."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

_PATIENCE = 120_000
"""How many milliseconds anything may take."""


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    """Chromium, once for all tests of a file."""
    with sync_playwright() as playwright:
        # As root, in a container, Chromium has no sandbox of its own.
        started = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox"], timeout=_PATIENCE
        )
        expect.set_options(timeout=_PATIENCE)
        yield started
        started.close()


@pytest.fixture(scope="module")
def new_page(browser: Browser) -> Callable[..., Page]:
    """A function that opens an empty page without a network: `new_page(viewport=...)`."""

    def opened(**how: Any) -> Page:
        page = browser.new_page(offline=True, **how)
        page.set_default_timeout(_PATIENCE)
        return page

    return opened
