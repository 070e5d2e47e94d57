"""Pictures: a scene of shapes and fitted lines of text, and its bytes as SVG, PNG and PDF."""
