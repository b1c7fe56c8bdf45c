"""From YAML records to the pages of a bilingual programme site. Knows no site generator: `hooks/` talks to that."""
