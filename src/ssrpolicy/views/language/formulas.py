"""Texts that a spreadsheet could take for a formula."""

import re
from typing import Final

from ssrpolicy.arguments import check_type

# A spreadsheet may pass over blanks and quotation marks before a formula, and reads the wide forms
# of its signs, which East Asian keyboards have, as the signs.
_FORMULA: Final = re.compile(r"[\t\r]|[\s\u00ad\"'“”„‘’]*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet that opens a table of texts could calculate a text.

    It begins with = + - or @, after blanks and quotation marks too, or with a tab; with an
    apostrophe before it, it is shown as it is. A negative number as a text is one as well.
    """
    check_type(text, str, "text", '"nr. 124"')
    return _FORMULA.match(text) is not None
