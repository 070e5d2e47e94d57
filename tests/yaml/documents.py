"""Strategies that write YAML the way people do: layouts, not data."""

from __future__ import annotations

from hypothesis import strategies as st

KEYS = st.sampled_from(["a", "b", "id", "title", "x-1", "née", "k 1", "😀"])
ODD_KEYS = st.sampled_from(["1", "1.0", "true", "~", "<<", "[a]", "{x: y}", "&k a", "!!str 1", "012"])
PLAIN_WORDS = [
    *("word", "two words", "é😀", "it's", "who?", "a#b", "a:b", "-x", "?x", "=", "<", "x\u2028y", "\u0085", "x\u0085y"),
    *("", "~", "null", "true", "TRUE", "False", "no", "on", "y", "Yes", "1:30", "2026-01-14", "1.2.3", "1,5", "1_000"),
    *("012", "0o14", "0o9", "0x1F", "0x", "0b1", "00", "+1", "-0", "1.5", ".5", "5.", "+.5", "-.5e-3", "1e3", "1E+2"),
    *("1e", ".inf", "-.INF", ".nan"),
]
WORDS = st.sampled_from(PLAIN_WORDS)
BLOCK_LINES = st.lists(
    st.sampled_from(["text", "", "  deeper", "# no comment", "x: y", "- z", "é"]), min_size=1, max_size=4
)
COMMENTS = st.sampled_from(["", "", "", "", " # comment", " # cxmap: ignore[CX304]"])
DAMAGE = st.sampled_from(" \t:-#{}[]'\"&*!|>%@`,\n\r?~\u2028\ufeff\x07x1\\")


@st.composite
def documents(draw):
    """A text that is YAML, with any kind of line break."""
    head = draw(st.sampled_from(["", "", "# head\n", "---\n", "%YAML 1.2\n---\n"]))
    tail = draw(st.sampled_from(["", "", "...\n", "# tail\n", "\n\n"]))
    text = head + draw(_mappings(0, 0, [])) + tail
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))


@st.composite
def damaged_documents(draw):
    """A text that was YAML before one or two characters were taken out, put in or replaced."""
    text = draw(documents())
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, max(0, len(text) - 1)))
        kind, character = draw(st.sampled_from("dir")), draw(DAMAGE)
        text = text[:at] + ("" if kind == "d" else character) + text[at + (kind != "i") :]
    return text


@st.composite
def _mappings(draw, indent, depth, anchors):
    text = ""
    for _ in range(draw(st.integers(1, 4))):
        if draw(st.integers(0, 8)) == 0:
            text += draw(st.sampled_from(["\n", " " * indent + "# own line\n"]))
        key, form = draw(KEYS), draw(st.integers(0, 40))
        if form == 0:
            key = f'"{key}"'
        elif form == 1:
            key = draw(ODD_KEYS)
        start = f"? {key}\n{' ' * indent}" if form == 2 else key
        text += " " * indent + start + ":" + draw(_values(indent, depth, anchors))
    return text


@st.composite
def _lists(draw, indent, depth, anchors):
    text = ""
    for _ in range(draw(st.integers(1, 3))):
        text += " " * indent + "-"
        if depth > 3 or draw(st.booleans()):
            text += draw(_values(indent + 1, depth, anchors))
        else:
            text += f" id: {draw(KEYS)}\n" + draw(_mappings(indent + 2, depth + 1, anchors))
    return text


@st.composite
def _values(draw, indent, depth, anchors):
    """What stands behind a colon or a dash, to the end of the line or of the lines below."""
    form = draw(st.integers(0, 30))
    if form == 0 and anchors:
        return f" *{draw(st.sampled_from(anchors))}\n"
    anchor = f" &n{len(anchors)}" if form == 1 else ""
    tag = draw(st.sampled_from([" !!str", " !", " !x", " !!int"])) if form == 2 else ""
    kind = draw(st.sampled_from(["scalar", "scalar", "flow", "mapping", "list"])) if depth < 4 else "scalar"
    comment = draw(COMMENTS)
    if kind == "mapping":
        rest = comment + "\n" + draw(_mappings(indent + draw(st.integers(1, 3)), depth + 1, anchors))
    elif kind == "list":
        rest = comment + "\n" + draw(_lists(indent + draw(st.integers(1, 3)), depth + 1, anchors))
    else:
        value = draw(_scalars(indent) if kind == "scalar" else _flows(indent, 0))
        rest = (f" {value}" if value else "") + ("" if value[:1] in "|>" else comment) + "\n"
    if anchor:
        anchors.append(anchor[2:])
    return anchor + tag + rest


@st.composite
def _flows(draw, indent, depth):
    kind = draw(st.sampled_from(["scalar", "scalar", "mapping", "list"])) if depth < 3 else "scalar"
    if kind == "scalar":
        return draw(_quoted(indent) | WORDS.map(lambda word: word.replace(",", ";") or '""'))
    separator = draw(st.sampled_from([", ", ",", " ,", ",\n" + " " * (indent + 3)]))
    items = [draw(_flows(indent, depth + 1)) for _ in range(draw(st.integers(0, 3)))]
    if kind == "list":
        return f"[{separator.join(items)}]"
    return "{" + separator.join(f"{draw(KEYS)}: {item}" for item in items) + "}"


@st.composite
def _scalars(draw, indent):
    return draw(WORDS | _quoted(indent) | _blocks(indent))


@st.composite
def _quoted(draw, indent):
    word = draw(WORDS)
    if draw(st.booleans()):
        tail = draw(st.sampled_from(["", "\n" + " " * (indent + 2) + "more", " # no comment"]))
        return "'" + word.replace("'", "''") + tail + "'"
    escaped = r"\u00e9\n\t\\ \" \ud83d\ude00"
    return '"' + draw(st.sampled_from([word, escaped, word + "\\\n" + " " * (indent + 2) + "x"])) + '"'


@st.composite
def _blocks(draw, indent):
    sign = draw(st.sampled_from("|>")) + draw(st.sampled_from(["", "-", "+", " # comment"]))
    lines = ["first", *draw(BLOCK_LINES)]
    return sign + "".join("\n" + (" " * (indent + 2) + line if line else "") for line in lines)
