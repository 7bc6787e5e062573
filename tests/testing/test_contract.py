"""A reporter without a fault keeps the whole contract."""

from faithful import Faithful
from ssrpolicy.testing import ReporterContract


class TestFaithful(ReporterContract):
    """A reporter without a fault keeps the whole contract."""

    reporter = Faithful()
