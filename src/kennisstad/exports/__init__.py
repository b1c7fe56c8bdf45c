"""What the site gives besides pages: open data, a sitemap, pictures. Each export is text or bytes, by its path."""
