"""What is generated from the models of a file, ``generated.json``, read once."""

from __future__ import annotations

from pathlib import Path

from cxmap.model.records import read

RECORDS, SCHEMA, REFERENCES = read(Path(__file__).with_name("generated.json"))
