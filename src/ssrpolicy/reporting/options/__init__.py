"""The options of a reporter: how they are declared, and read from text."""
