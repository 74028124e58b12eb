"""The relation of `core` over whole columns: one law, written once, run by Polars or Spark."""
