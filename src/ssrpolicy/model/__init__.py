"""What is recorded: frozen classes without input, output or formats."""
