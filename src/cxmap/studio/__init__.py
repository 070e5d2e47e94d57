"""The studio: a page in the browser, on this machine only, over the files of a project."""
