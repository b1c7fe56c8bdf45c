"""What is done when somebody asks for it by name: one file for each command, or for a few that belong together.

`options.py` says what each may be asked; `kennisstad.cli` leads to them. What needs a room of its own has its command there
(`editing`, `preview`, `local`, `proposal`, `archive`, `verifying`).
"""
