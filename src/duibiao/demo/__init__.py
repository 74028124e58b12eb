"""One small city for a first look, built only by actions."""
