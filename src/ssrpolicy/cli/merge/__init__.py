"""``ssrpolicy merge``: a tracker's edits merged into the records."""
