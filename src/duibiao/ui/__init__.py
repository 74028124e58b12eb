"""What a person sees: words, components, design tokens."""
