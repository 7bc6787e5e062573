"""The tables of the tracker, one module for each sheet."""
