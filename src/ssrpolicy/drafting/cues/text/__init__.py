"""A document as a drafter reads it: its sentences, each in its question or answer."""
