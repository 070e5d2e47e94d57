"""One module a chart: from a view (plain data) to a layout (fitted text and geometry) to artists."""
