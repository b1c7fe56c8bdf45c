"""A site while somebody works on it: it follows every change, and shows what is wrong in the browser."""
