"""Coverage-guided fuzzing of every place where bytes of others come in; see ``tests.reliability.surfaces``.

    pip install atheris
    python -m tools.reliability.fuzz --minutes 60 [--work FOLDER]

The first byte of an input chooses the surface.
The inputs that reached new code stay in ``FOLDER/corpus`` for the next run; one that broke a promise is written to
``FOLDER/crash-…`` and its traceback printed. Exit status 0: nothing was found.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MAX_BYTES = 8192
SLOW_SECONDS = 60  # generous: the instrumentation makes everything several times slower
TOKENS = (
    *(
        "cxmap: 1\n",
        "journey:",
        "stages:",
        "touchpoints:",
        "personas:",
        "scores:",
        "by_persona:",
        "handover:",
        "evidence:",
    ),
    *("importance:", "experience:", "desired:", "mean:", "counts:", "scale:", "min:", "max:", "actions:", "metrics:"),
    *(
        "- id: a\n",
        "title: A",
        "channel: ",
        "source: ",
        "depends_on: [a]",
        "# cxmap: ignore[CX304]",
        "ignore-file[CX3]",
    ),
    *(
        "\t",
        "\r\n",
        "\r",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "&a ",
        "*a",
        "<<: ",
        "!!str ",
        "!x ",
        "? ",
        ": ",
        "- ",
        "|\n",
    ),
    *(
        ">-\n",
        "{",
        "}",
        "[",
        "]",
        '"',
        "'",
        "\\ud83d\\ude00",
        "\\x1b",
        "\x85",
        "\u2028",
        "\ufeff",
        "5,5",
        "1e400",
        ".nan",
    ),
    *(
        "journey\n",
        "section ",
        "title ",
        "accDescr",
        "```mermaid\n",
        ": 5: Ann, Ben\n",
        "sep=;\n",
        "touchpoint;",
        "extend = ",
    ),
    *("31-3-2026", "2026-01-01", "yes", "“", "\x1b", "::error::", "0x1F", "012", "-0.0", "~", "null", "TODO", "<x>"),
)


def main() -> int:
    """Fuzz in a process of its own: libFuzzer ends the one that it runs in, and imports are watched from the first."""
    from tests.reliability.surfaces import seeds as start_from

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--work", type=Path, default=ROOT / ".fuzz")
    options = parser.parse_args()
    corpus, seeds = options.work / "corpus", options.work / "seeds"
    for folder in (corpus, seeds):
        folder.mkdir(parents=True, exist_ok=True)
    for number, (surface, contents) in enumerate(start_from().items()):
        for which, content in enumerate(contents):
            (seeds / f"{surface}-{which:03}").write_bytes(bytes([number]) + content[:MAX_BYTES])
    dictionary = options.work / "tokens.dict"
    dictionary.write_text("".join(f'"{_escaped(token.encode())}"\n' for token in TOKENS))
    command = [sys.executable, "-c", "from tools.reliability.fuzz import fuzz; fuzz()", corpus, seeds]
    command += [f"-max_total_time={round(options.minutes * 60)}", f"-max_len={MAX_BYTES}", f"-timeout={SLOW_SECONDS}"]
    command += [
        f"-dict={dictionary}",
        f"-artifact_prefix={options.work}/",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
    ]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _escaped(token: bytes) -> str:
    return "".join(rf"\x{byte:02x}" for byte in token)


def fuzz() -> None:
    """Hand libFuzzer's inputs to the promises, until it has had enough."""
    import atheris  # type: ignore[import-untyped]  # ships no types

    with atheris.instrument_imports(include=["cxmap", "yaml"]):
        from tests.reliability.promises import findings
        from tests.reliability.surfaces import SURFACES

        findings(b"cxmap: 2\n")  # imports the output formats
    surfaces = list(SURFACES.values())

    def one_input(data: bytes) -> None:
        if data:
            surfaces[data[0] % len(surfaces)](data[1:])

    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
