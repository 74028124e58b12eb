"""Texts of a list → typed columns, with every problem located."""
