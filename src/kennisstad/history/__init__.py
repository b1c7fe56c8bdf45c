"""The repository's own history → what changed in the records, commit by commit."""

from kennisstad.history.git import GitFailed, Objects, Repository
from kennisstad.history.walk import HINTS, between, history_fault, read_history

__all__ = ["HINTS", "GitFailed", "Objects", "Repository", "between", "history_fault", "read_history"]
