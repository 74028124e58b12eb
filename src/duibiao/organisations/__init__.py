"""The tree of organisations (18 kinds) and who works where, as handler or as reviewer."""
