"""What a drafter proposes for a record, and what people decided about it."""
