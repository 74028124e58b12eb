"""Runs the tables of core/report/machines: steps, guards, four eyes, versions, due lists."""
