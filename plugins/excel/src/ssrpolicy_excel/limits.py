"""What Excel holds at most, from its published limits."""

import datetime as dt

MOST_ROWS = 1_048_576
"""The most rows that a sheet holds, header included."""

FIRST_DAY = dt.date(1900, 1, 1)
"""The first day that Excel's calendar knows; earlier ones stand as words."""

LONGEST_TEXT = 32_767
"""The most characters that a cell holds, in UTF-16 code units."""

LONGEST_ADDRESS = 2_079
"""The most characters of a link's address."""

MOST_LINKS = 65_530
"""The most links on one sheet."""

LONGEST_TITLE = 32
"""The most characters of a title above a message at a cell."""

LONGEST_MESSAGE = 255
"""The most characters of a message at a cell."""

LONGEST_LIST = 255
"""The most characters of a list of values that stands in a validation itself."""
