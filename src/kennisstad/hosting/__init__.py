"""What a host does with the site: one list of headers, caching, types and redirects, and how each host wants to be told."""
