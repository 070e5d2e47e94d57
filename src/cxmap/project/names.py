"""Names of files and folders that mean something to every project."""

from __future__ import annotations

YAML_SUFFIXES = (".yaml", ".yml")
GITIGNORE = ".gitignore"
# Never journeys, whatever a project's .gitignore says.
PASSED_OVER = frozenset({".git", ".hg", ".svn", ".venv", "node_modules", "__pycache__"})
