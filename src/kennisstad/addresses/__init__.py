"""Where does it live? The addresses of pages and files, and what links in texts lead to."""
