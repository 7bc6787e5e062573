"""Notes before any format: what they consist of; each kind of note is a package of its own."""
