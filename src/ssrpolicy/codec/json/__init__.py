"""Records in the form of JSON: read, written, and the schema of that form."""
