"""What is measured: every row, and its budgets."""
