"""Files → records, pages, words and photographs, or every problem in them."""
