"""The site, whole in memory, becomes a folder: its files, then the search index of its pages."""
