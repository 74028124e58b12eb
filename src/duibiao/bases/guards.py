"""Conditions of the steps of bases."""
