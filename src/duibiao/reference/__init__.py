"""Facts of the outside: regions, industries, code lists, terms."""
