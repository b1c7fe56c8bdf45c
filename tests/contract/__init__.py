"""What who builds on the open data was promised: each field with its type, each column and each address of version 1."""
