"""The words of a quote found in a source, exactly, or where they were nearly meant."""
