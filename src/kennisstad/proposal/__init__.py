"""A change that somebody proposes: its site with what is wrong left out, and what it changes in one comment."""
