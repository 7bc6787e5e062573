"""The budget annex: motions and commitments, completed and in progress."""
