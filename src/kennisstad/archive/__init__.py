"""The site as it was on a day, in a folder or one file that opens by double click, without a host (decisions/0017)."""
