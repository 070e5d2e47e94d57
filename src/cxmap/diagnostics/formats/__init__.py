"""One module an output format: each makes a text out of a report. ``registry`` lists them by name."""
