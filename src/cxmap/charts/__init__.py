"""Charts: from a view (plain data) to a scene (geometry and fitted text) to bytes.

How a chart is made, and how another one is added:

1. ``views``: frozen dataclasses that say what it shows, with no file, model or reference left in them.
2. ``from_project``: a function that makes the view from a project. ``catalogue`` gives the chart its name.
3. A folder of its own, named as the view is, with ``layout(view, options) -> Scene``. It fits text with one
   ``text.Typesetter``, takes colours and type from ``theme``, words from ``words``, columns and rows from ``grid``,
   title, key and notes from ``frame``, symbols from ``marks``, free places for labels from ``labels``, and returns the
   shapes and lines of text of ``scene``, all in points from the top left. Tables of notes under stages share ``sheet``.
4. ``save`` draws any scene, and knows no chart: ``svg`` writes, ``png`` and ``pdf`` ``paint`` with matplotlib.
   In SVG and PNG text is made of the outlines of its ``glyphs``, in PDF it stays text.

Every text of a file goes through the typesetter: nothing else may make a ``scene.Line``.
"""
