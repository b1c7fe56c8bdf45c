"""What the site gives besides pages: open data, a sitemap, the stylesheet of the tracks. Each export is text, by its path."""
