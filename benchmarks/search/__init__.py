"""What visitors ask, and whether the site answers it in both places where they type."""
