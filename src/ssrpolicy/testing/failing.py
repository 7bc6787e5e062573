"""How a test of a contract fails, and the day for which its reports are made."""

import datetime as dt
from typing import TYPE_CHECKING, Any, NoReturn

AS_OF = dt.date(2011, 4, 1)
"""The day for which the sample reports are made."""


def fail(message: str) -> NoReturn:
    """Fail a test, with what of the contract does not hold."""
    raise AssertionError(message)


class Contract:
    """What every contract is: a class whose tests fail where a member is not set."""

    if not TYPE_CHECKING:  # a type checker would take any name for a member

        def __getattr__(self, name: str) -> Any:
            """Fail for a member that is declared and that nobody set, in words of its author."""
            classes = type(self).__mro__
            declared = (vars(each).get("__annotations__", {}) for each in classes)
            if name.startswith("_") or not any(name in names for names in declared):
                raise AttributeError(name)
            contract = next(each for each in classes if each.__module__.startswith(__package__))
            fail(f"{type(self).__name__} sets no {name}; {contract.__name__} says what that is")
