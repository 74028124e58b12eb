"""Lists from workbooks: one session from the file to the receipt, for every room with a list."""
