"""What somebody may type or lay down to break a site, on purpose or not."""
