"""How is Markdown read? Of fields (small and safe), and of hand-written pages."""
