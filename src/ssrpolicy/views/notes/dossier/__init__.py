"""The dossier of a record: all that it holds, section by section."""
