"""Any record that the model allows, for properties: odd texts, every vocabulary, every axis."""

from strategies.entries import statements, updates
from strategies.records import records
from strategies.valid import valid_records
from strategies.values import texts

__all__ = ["records", "statements", "texts", "updates", "valid_records"]
