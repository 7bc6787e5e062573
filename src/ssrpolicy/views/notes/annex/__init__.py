"""The budget annex: motions and commitments, dealt with and in hand."""
