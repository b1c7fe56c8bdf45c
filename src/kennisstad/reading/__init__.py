"""What did the editor type, and where? Bytes, words and values of YAML, each with its place."""
