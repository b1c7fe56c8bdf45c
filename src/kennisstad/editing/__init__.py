"""An editor of lines: changes a record, every place that names it, and no other byte."""
