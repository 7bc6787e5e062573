"""A tracker's workbook read: what was edited in it since it was exported."""
