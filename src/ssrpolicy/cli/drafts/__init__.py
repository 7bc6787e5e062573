"""Commands about drafts: ``draft`` proposes entries, ``review`` decides about them."""
