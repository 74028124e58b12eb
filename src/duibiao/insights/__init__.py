"""Boards: figures of the campaign, each of them a link to what it counts."""
