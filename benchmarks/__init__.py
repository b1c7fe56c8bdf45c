"""What a build costs, beside what other generators take for the same content (RESULTS.md)."""
