"""The first page; later the public site and the signed-in workbench."""
