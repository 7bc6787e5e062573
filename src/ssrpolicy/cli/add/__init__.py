"""``ssrpolicy add``: one command for each kind of entry."""
