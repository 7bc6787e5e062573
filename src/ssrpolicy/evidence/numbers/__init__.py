"""The numbers that a text states, as digits or as Dutch or English numerals."""
