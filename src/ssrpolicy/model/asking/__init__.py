"""What is asked of a record: arguments that are checked, and answers that have a place."""
