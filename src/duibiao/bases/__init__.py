"""Which requirements a product is judged by: bases (对标依据), from scheme to product."""
