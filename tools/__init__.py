"""Programs for those who work on cxmap: what generates, draws and measures. None is part of the package."""
