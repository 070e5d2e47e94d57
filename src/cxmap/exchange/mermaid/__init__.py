"""The ``journey`` diagrams of mermaid, in and out."""
