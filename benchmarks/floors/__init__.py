"""The floors: the same output made as cheaply as the libraries allow, without our own work.

Each function prepares, and returns the work that is timed.
"""
