"""The charts: of each a view of what it shows, a layout of it as a scene, and a description in words."""
