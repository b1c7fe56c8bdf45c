"""JSON Schema of what editors type, for editors' tools and the form: what follows from the model, and what the data give."""
