"""What is generated and committed is up to date: ``make generate`` makes it again."""

from __future__ import annotations

from tools import generate


def test_nothing_is_stale():
    assert [name for name, _ in generate.stale()] == []


def test_what_is_stale_is_named_and_made_again(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    assert generate.main(["--check"]) == 1
    named = capsys.readouterr().out.splitlines()
    assert "schemas/cxmap-v1.schema.json" in named
    assert not list(tmp_path.iterdir())
    assert generate.main([]) == 0
    assert capsys.readouterr().out.splitlines() == named
    assert generate.main(["--check"]) == 0
    assert capsys.readouterr().out == ""
