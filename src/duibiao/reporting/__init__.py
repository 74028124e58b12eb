"""Filings upward: district package → city package → national office, frozen and numbered."""
