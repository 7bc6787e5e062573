"""PDF files: their characters, lines, pages and paragraphs."""
