"""Every write of bases."""
