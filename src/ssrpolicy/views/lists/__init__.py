"""Lists over many records, and the hits of a search in them."""
