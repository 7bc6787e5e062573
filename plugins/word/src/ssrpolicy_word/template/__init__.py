"""The template of a document: opened safely, and given what a note needs."""
