"""A tracker's workbook written: its sheets, styles, charts and hidden baseline."""
