"""What the tests of the readers share."""

from collections.abc import Callable

import pytest

from ssrpolicy.reporting import SourceReading, load_plugins


@pytest.fixture(scope="session")
def read() -> Callable[[str, bytes], SourceReading]:
    """Read bytes with the installed reader of a name, as the host does."""
    readers = {each.name: each for each in load_plugins(environ={}).readers}
    return lambda name, data: readers[name].read(data, f"brief.{name}")
