"""The choice of enterprises: recommendations, voluntary consent, account slots, changes."""
