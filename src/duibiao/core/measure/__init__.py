"""Text → requirement: the grammar of limits, units, quantities, rounding, grades."""
