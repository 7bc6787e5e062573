"""What `make bench` measures: the steps of a portfolio report, against floors of the same run."""
