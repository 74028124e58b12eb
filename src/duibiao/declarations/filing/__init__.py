"""Pages of declarations: the enterprise's workspace, the district's review, progress."""
