"""The form on one's own computer: shows it, checks what it changes with every rule, and writes that down."""
