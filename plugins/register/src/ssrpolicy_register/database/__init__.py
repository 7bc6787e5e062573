"""A register: many records in one database, kept up to date and asked for any day."""
