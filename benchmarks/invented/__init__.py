"""The invented records that are measured, the same in every run."""
