"""A reporter without a fault keeps the whole contract."""

import pytest

from faithful import Faithful
from ssrpolicy.testing import ReporterContract


@pytest.mark.heavy
class TestFaithful(ReporterContract):
    """A reporter without a fault keeps the whole contract."""

    reporter = Faithful()
