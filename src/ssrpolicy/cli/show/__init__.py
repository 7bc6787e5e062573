"""``ssrpolicy show``: a record or an entry on the terminal."""
