"""How is it said? What a template may see: one language, sorted, formatted, every address resolved.

A view is a frozen dataclass of texts, numbers and other views. Templates loop over views and ask nothing of them.
"""
