"""How a test of a contract fails, and the day for which its reports are made."""

import datetime as dt
from typing import NoReturn

AS_OF = dt.date(2011, 4, 1)
"""The day for which the sample reports are made."""


def fail(message: str) -> NoReturn:
    """Fail a test, with what of the contract does not hold."""
    raise AssertionError(message)
