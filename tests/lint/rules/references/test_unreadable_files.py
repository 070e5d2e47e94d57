"""What a file that cannot be read could have defined is not reported as unknown or unused."""

from __future__ import annotations

from tests.support import FILE, WITHOUT_ADVICE, diagnose_files


class TestFilesThatCannotBeRead:
    BROKEN = "cxmap: 1\nchannels: [\n"

    def found(self, text: str) -> list[str]:
        files = {"cxmap.toml": WITHOUT_ADVICE, FILE: text, "other.cxmap.yaml": self.BROKEN}
        return [one.code for one in diagnose_files(files, ask=[FILE])]

    def test_what_they_could_have_defined_is_not_reported(self):
        assert self.found("cxmap: 1\nstakeholders: {a: {title: A, kind: team, relations: [{to: nobody}]}}\n") == []
        assert self.found("cxmap: 1\nchannels: {c: {title: C, kind: human}}\n") == []

    def test_what_they_could_not_have_defined_is(self):
        text = "cxmap: 1\njourney: {id: j, title: J, personas: [noor], stages: [{id: s, title: S, touchpoints: [T]}]}\n"
        assert self.found(text.replace("T]", "{id: t, title: T, returns_to: nowhere}]")) == ["CX201"]
        assert self.found(text.replace("T]", "{id: t, title: T, by_persona: {andre: {}}}]")) == ["CX205"]

    def test_a_file_with_a_key_twice_can_be_read(self):
        files = {
            "cxmap.toml": WITHOUT_ADVICE,
            FILE: "cxmap: 1\nstakeholders: {a: {title: A, kind: team, relations: [{to: nobody}]}}\n",
            "other.cxmap.yaml": "cxmap: 1\nsegments: {a: {title: A, title: B}}\n",
        }
        assert [one.code for one in diagnose_files(files)] == ["CX201", "CX002"]
