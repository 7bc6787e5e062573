"""What every view needs of a record: names, and the passages that are quoted."""
