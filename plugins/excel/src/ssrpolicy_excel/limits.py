"""What Excel holds at most, from its published limits, and how much of it is read back."""

import datetime as dt

from ssrpolicy.reporting import PackageLimits

MOST_ROWS = 1_048_576  # of a sheet, its header included
MOST_LINKS = 65_530  # on one sheet
LONGEST_TEXT = 32_767  # of a cell, in UTF-16 code units
LONGEST_ADDRESS = 2_079  # of a link
LONGEST_TITLE = 32  # above a message at a cell
LONGEST_MESSAGE = 255  # at a cell
LONGEST_LIST = 255  # of values that stand in a validation itself
FIRST_DAY = dt.date(1900, 1, 1)  # of Excel's calendar; earlier days stand as words
MOST_ROWS_READ = PackageLimits().rows  # of a sheet; the gate of packages lets no more through
MOST_NEW_ROWS = 10_000  # that a sheet has more than were exported; what is in them is not merged
