"""Foreign files: opened in a limited process, read into cells, never trusted."""
