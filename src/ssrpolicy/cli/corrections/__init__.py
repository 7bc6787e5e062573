"""``ssrpolicy replace``, ``remove`` and ``undo``: what is recorded, corrected."""
