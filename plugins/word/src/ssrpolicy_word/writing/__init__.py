"""A note written as a Word document: blocks, runs, footnotes and properties."""
