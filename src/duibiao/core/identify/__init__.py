"""Who and what is meant: credit codes, standard numbers, sizes, names of indicators."""
