"""Policy records of letters to Parliament: what was asked, answered and promised."""

__version__ = "0.1.0"
