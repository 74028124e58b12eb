"""Numbers that rank; they never decide an outcome."""
