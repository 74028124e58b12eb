"""Requirement against requirement: relation, verdict, outcome, proof."""
