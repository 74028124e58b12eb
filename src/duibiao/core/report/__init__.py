"""What goes up and comes back: states, deadlines, completeness. Tables and pure rules."""
