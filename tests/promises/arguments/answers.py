"""What a call with a wrong argument answers."""

import re
from collections.abc import Callable

import pytest

from ssrpolicy import SsrPolicyError

# What Python or a library says where nobody thought of the mistake.
INNARDS = re.compile(
    r"has no attribute|NoneType|unhashable|not subscriptable|not iterable|__|attrs?\b|<factory>|"
    r"expected str, bytes|unexpected type|must be real number|not supported between"
)


def said(call: Callable[[], object]) -> str:
    """The message of the error that a call raises, with its hint."""
    with pytest.raises((SsrPolicyError, ValueError, TypeError)) as raised:
        call()
    return str(raised.value)
