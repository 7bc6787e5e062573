"""The reading page: sources with their passages marked, and what is recorded of them."""
