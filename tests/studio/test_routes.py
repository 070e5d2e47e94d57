"""What each route answers: the figures of the commands, places that can be edited, and problems that say what to do."""

from __future__ import annotations

import json
import time
import xml.etree.ElementTree as ET
from urllib.parse import unquote

import pytest

from tests.cli.command import cxmap
from tests.session.test_session import DECIDES, FILE, IDEA, JOURNEY, LIBRARY
from tests.studio.conftest import opened
from tests.support import TODAY

SVG = "{http://www.w3.org/2000/svg}"


def get(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status, response.text
    return response.json()


def post(client, path, body, status=200):
    response = client.post(path, json=body)
    assert response.status_code == status, response.text
    return response.json()


def scored(client, **wanted):
    """One of a journey's scores."""
    every = get(client, "/api/scores/shoes")["scores"]
    return next(one for one in every if all(one[key] == value for key, value in wanted.items()))


def test_the_project_names_everything_and_where_it_stands(client):
    found = get(client, "/api/project")
    assert found["version"] == 1
    assert list(found["files"]) == [FILE, "library.cxmap.yaml"]
    assert [persona["title"] for persona in found["personas"]] == ["Noor", "André"]
    [journey] = found["journeys"]
    assert journey["stages"][0]["touchpoints"][0]["at"] == DECIDES
    assert (found["undo"], found["redo"], found["edits"], found["problem"]) == (None, None, [], None)


def test_a_point_is_changed_where_it_stands(client, root):
    score = scored(client, about="shoes/decides/noor/experience")
    assert (score["value"], score["was"], score["editable"]) == (8, None, True)
    body = {"op": "set", "at": score["at"], "was": score["was"], "value": 7.5}
    done = post(client, "/api/edit", {"file": FILE, "base": None, "label": "Score", "ops": [body]})
    assert done["undo"] == {"label": "Score", "files": [FILE]}
    assert (scored(client, touchpoint="decides", persona="noor", kind="experience")["value"]) == 7.5
    assert scored(client, touchpoint="decides", persona="andre", kind="experience")["value"] == 8
    alone = scored(client, about="shoes/decides/andre/experience")  # what is said of all is now said of him alone
    assert alone["at"] == [*DECIDES, "scores", "experience"]
    assert post(client, "/api/undo", {"version": done["version"]})["redo"]["label"] == "Score"
    assert (root / FILE).read_text() == JOURNEY
    assert post(client, "/api/redo", {"version": 99})["changes"] == done["changes"]


@pytest.mark.parametrize(
    ("score", "at", "why"),
    [
        ("{mean: 7, n: 50}", None, "measured"),
        ("{counts: {6: 1, 8: 3}}", None, "measured"),
        ("[5, {mean: 7, n: 50}]", None, "measured"),
        ("{mark: 7, source: asked}", None, "measured"),
        ("{mark: 7, source: wall}", ["experience", "mark"], None),
        ("[5, 6]", ["experience", {"last": True}], None),
        ("7", ["experience"], None),
    ],
)
def test_what_was_measured_is_not_dragged(root, score, at, why):
    text = JOURNEY.replace("experience: 8", f"experience: {score}").replace(
        "personas: [noor, andre]", "personas: [noor]"
    )
    (root / FILE).write_text(text.replace("by_persona: {andre: {feeling: Careful}}", "wow: W"))
    (root / "library.cxmap.yaml").write_text(LIBRARY + "  asked: {title: Asked, kind: survey}\n")
    with opened(root) as client:
        found = scored(client, touchpoint="decides", kind="experience")
        assert found["why"] == why
        if at:
            assert found["at"] == [*DECIDES, "scores", *at]
            post(
                client,
                "/api/edit",
                {"file": FILE, "ops": [{"op": "set", "at": found["at"], "was": found["was"], "value": 3}]},
            )
            assert scored(client, touchpoint="decides", kind="experience")["value"] == 3


def test_a_thing_is_given_as_it_stands_with_what_may_stand_there(client):
    found = get(client, "/api/touchpoint/shoes/decides")
    assert found["given"]["scores"] == {"importance": 6, "experience": 8}
    assert (found["file"], found["line"], found["at"]) == (FILE, 12, DECIDES)
    keys = [field["key"] for field in found["fields"]]
    assert keys[:2] == ["id", "title"]
    assert set(found["given"]) <= set(keys)
    assert next(field for field in found["fields"] if field["key"] == "channel")["to"] == "channels"
    assert get(client, "/api/part/personas/andre")["given"]["name"] == "André"
    assert "stages" not in get(client, "/api/part/journey/shoes")["given"]
    assert get(client, "/api/part/stage/shoes/idea")["given"] == {"id": "idea", "title": "The idea"}
    for path in (
        "/api/touchpoint/shoes/none",
        "/api/touchpoint/none/decides",
        "/api/part/personas/none",
        "/api/part/nothing/noor",
    ):
        assert get(client, path, 404)["error"]["code"] == "not-found"


def test_what_names_a_thing_is_told_with_the_op_that_takes_it_out(client, root):
    uses = get(client, "/api/uses/personas/andre")["uses"]
    assert [(use["file"], use["line"]) for use in uses] == [(FILE, 6), (FILE, 21)]
    edits = [
        {"file": FILE, "ops": [use["op"] for use in uses]},
        {"file": "library.cxmap.yaml", "ops": [{"op": "remove", "at": ["personas", "andre"]}]},
    ]
    post(client, "/api/edit", {"edits": edits, "label": "Delete"})
    assert "andre" not in (root / FILE).read_text()
    [use] = get(client, "/api/uses/touchpoint/shoes/decides")["uses"]
    assert use["text"] == "returns_to: decides"
    ops = [use["op"], {"op": "remove", "at": DECIDES}]
    post(client, "/api/edit", {"file": FILE, "ops": ops})
    assert get(client, "/api/uses/stage/shoes/idea")["uses"] == []


def test_a_refused_edit_says_which_error_it_would_bring_in(client):
    ops = [{"op": "set", "at": [*DECIDES, "scores", "experience"], "value": 99}]
    error = post(client, "/api/edit", {"file": FILE, "ops": ops}, 422)["error"]
    assert error["code"] == "refused"
    assert error["findings"][0]["about"] == {"what": "touchpoint", "id": "decides", "journey": "shoes"}
    conflict = post(client, "/api/edit", {"file": FILE, "ops": [{**ops[0], "value": 5, "was": 3}]}, 409)["error"]
    assert (conflict["now"], conflict["was"], conflict["at"]) == (8, 3, ops[0]["at"])


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/api/edit", {}, 400),
        ("/api/edit", {"edits": []}, 400),
        ("/api/edit", {"edits": [1]}, 400),
        ("/api/edit", {"file": FILE, "ops": []}, 400),
        ("/api/edit", {"file": FILE, "ops": [{"op": "x"}]}, 400),
        ("/api/edit", {"file": FILE, "ops": [{"op": {}, "at": ["journey"]}]}, 400),
        ("/api/edit", {"file": FILE, "ops": [{"op": "set", "at": ["journey", "stages", "0"], "value": 1}]}, 409),
        ("/api/edit", {"file": FILE, "label": 3, "ops": [{"op": "remove", "at": ["journey"]}]}, 400),
        ("/api/edit", {"file": FILE, "base": 3, "ops": [{"op": "remove", "at": ["journey"]}]}, 400),
        ("/api/edit", {"file": "../x", "ops": [{"op": "remove", "at": ["journey"]}]}, 404),
        ("/api/edit", {"file": "cxmap.toml", "ops": [{"op": "remove", "at": ["journey"]}]}, 404),
        ("/api/undo", {}, 400),
        ("/api/undo", {"version": True}, 400),
        ("/api/undo", {"version": 1}, 409),
        ("/api/redo", {"version": 1}, 409),
        ("/api/new", {"kind": "other", "title": "T"}, 400),
        ("/api/new", {"kind": [], "title": "T"}, 400),
        ("/api/new", {"kind": "journey", "title": " "}, 400),
        ("/api/new", {"kind": "journey", "title": "T", "id": "../x"}, 400),
        ("/api/new", {"kind": "journey", "title": "T", "personas": ["none"]}, 400),
        ("/api/new", {"kind": "journey", "title": "T", "id": "shoes"}, 409),
        ("/api/fix", {"file": FILE}, 400),
        ("/api/fix", {"file": FILE, "code": "CX101", "line": 1}, 409),
        ("/api/fix", {"file": "none", "code": "CX101", "line": 1}, 404),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(client, root, path, body, status):
    before = {one: one.read_bytes() for one in root.iterdir()}
    error = post(client, path, body, status)["error"]
    assert error["message"]
    assert error["help"] or status == 400
    assert {one: one.read_bytes() for one in root.iterdir()} == before


@pytest.mark.parametrize(
    "text", ["", "[]", "nothing", "[" * 100_000, '{"x": NaN', "\ud800".encode("utf-8", "surrogatepass")]
)
def test_a_body_that_is_no_object_is_told(client, text):
    response = client.post("/api/edit", content=text, headers={"Content-Type": "application/json"})
    assert (response.status_code, response.json()["error"]["code"]) == (400, "bad-request")


def test_a_journey_and_a_persona_are_made_as_the_commands_make_them(client, root):
    made = post(client, "/api/new", {"kind": "journey", "title": "Brings them back", "personas": ["noor"]})
    assert made["made"] == ["brings-them-back"]
    assert (root / "brings-them-back.cxmap.yaml").exists()
    assert post(client, "/api/new", {"kind": "persona", "title": "Ben Olsen"})["made"] == ["ben-olsen"]
    assert "  ben-olsen:\n    name: Ben Olsen\n" in (root / "library.cxmap.yaml").read_text()
    version = get(client, "/api/project")["version"]
    post(client, "/api/undo", {"version": version})
    post(client, "/api/undo", {"version": version + 1})
    assert (root / "library.cxmap.yaml").read_text() == LIBRARY
    assert not (root / "brings-them-back.cxmap.yaml").exists()


def test_undo_asks_whether_another_page_made_an_edit_meanwhile(client):
    post(client, "/api/edit", {"file": FILE, "ops": [{"op": "set", "at": ["journey", "goal"], "value": "Run"}]})
    assert "meanwhile" in post(client, "/api/undo", {"version": 1}, 409)["error"]["message"]


def test_a_fix_is_offered_with_its_finding(client, root):
    (root / FILE).write_text(JOURNEY.replace("title: The idea", "titel: The idea"))
    [found] = [one for one in _refreshed(client)["findings"] if one["code"] == "CX101"]
    assert found["fix"] == "write 'title'"
    post(client, "/api/fix", {key: found[key] for key in ("file", "code", "line")} | {"base": None})
    assert (root / FILE).read_text() == JOURNEY


def _refreshed(client):
    """What is found once the change on disk has been seen."""
    for _ in range(500):
        time.sleep(0.02)
        found = get(client, "/api/findings")
        if found["version"] > 1:
            return found
    raise AssertionError("the change was not seen")


def test_a_chart_says_where_each_point_is_and_is_sent_once(client):
    response = client.get("/api/chart/shoes/emotion?theme=dark&persona=noor&compare=shoes")
    root = ET.fromstring(response.content)
    abouts = [item.get("data-about") for item in root.iter() if item.get("data-about")]
    assert abouts.count("shoes/decides/noor/experience") == 1
    ids = [name for item in root.iter() if (name := item.get("id"))]
    assert len(ids) == len(set(ids))
    assert all(name.startswith("c-shoes-emotion-") for name in ids)
    [area] = [item for item in root.iter() if item.get("data-scale")]
    marks = [item for item in root.iter() if item.get("data-about") == "shoes/decides/noor/experience"]
    top, bottom, low, high = (float(area.attrib[f"data-{name}"]) for name in ("top", "bottom", "min", "max"))
    y = bottom - (bottom - top) * (8 - low) / (high - low)
    numbers = [
        float(text) for text in marks[0].attrib["d"].replace("M", " ").replace("C", " ").replace("Z", "").split()
    ]
    assert sum(numbers[1::2]) / len(numbers[1::2]) == pytest.approx(y, abs=0.5)
    again = client.get(
        "/api/chart/shoes/emotion?theme=dark&persona=noor&compare=shoes",
        headers={"If-None-Match": response.headers["etag"]},
    )
    assert (again.status_code, again.content) == (304, b"")
    for path in ("none/emotion", "shoes/roadmap", "-/emotion", "shoes/none"):
        get(client, f"/api/chart/{path}", 404)
    get(client, "/api/chart/shoes/emotion?theme=none", 400)
    assert get(client, "/api/chart/-/roadmap", 422)["error"]["code"] == "no-chart"
    assert get(client, "/api/chart/shoes/emotion?persona=nobody", 422)["error"]["code"] == "no-chart"


def test_figures_are_those_of_the_commands(client, root):
    ranked = json.loads(cxmap("gaps", "--format", "json", cwd=root).out)
    [ranking] = get(client, "/api/ranking?lang=nl")["rankings"]
    assert ranking["rows"] == ranked["rows"]
    table = cxmap("gaps", "--lang", "nl", cwd=root).out
    assert ranking["reading"][0] in table
    for row, shown in zip(ranking["rows"], ranking["shown"], strict=True):
        line = next(line for line in table.split(shown["whose"])[1].splitlines() if row["title"] in line)
        assert [shown[key] for key in ("importance", "experience", "gap", "figure")] == [
            word for word in line.split() if word.replace(",", "").replace("−", "").isdigit()
        ][1:]
    get(client, "/api/ranking?lang=none", 400)
    report = json.loads(cxmap("report", "--format", "json", "--today", TODAY.isoformat(), cwd=root).out)
    assert get(client, "/api/needs")["needs"] == report["needs"]
    people, plan = get(client, "/api/people"), get(client, "/api/plan")
    assert {key: people[key] for key in ("personas", "stakeholders")} == {
        key: report[key] for key in ("personas", "stakeholders")
    }
    assert {key: plan[key] for key in ("actions", "metrics")} == {key: report[key] for key in ("actions", "metrics")}
    found = json.loads(cxmap("validate", "--format", "json", "--today", TODAY.isoformat(), cwd=root).out)
    assert [one["code"] for one in get(client, "/api/findings")["findings"]] == [
        one["code"] for one in found["diagnostics"]
    ]
    text = get(client, f"/api/file/{FILE}")
    assert text["text"] == JOURNEY


def test_hostile_text_is_data(root):
    hostile = "</text><script>alert(1)</script>&amp; \u202e {0} [red]"
    (root / FILE).write_text(JOURNEY.replace("title: Decides", f"title: {json.dumps(hostile)}"))
    with opened(root) as client:
        assert get(client, "/api/touchpoint/shoes/decides")["given"]["title"] == hostile
        svg = client.get("/api/chart/shoes/emotion")
        assert "<script" not in svg.text
        ET.fromstring(svg.content)
        value = '"; rm -rf /\n\t# x: [{'
        ops = [{"op": "set", "at": [*IDEA, "#asks", "doing"], "value": value}]
        post(client, "/api/edit", {"file": FILE, "ops": ops})
        assert get(client, "/api/touchpoint/shoes/asks")["given"]["doing"] == value


def test_a_broken_file_keeps_its_chart_and_a_broken_project_says_why(client, root):
    assert client.get("/api/chart/shoes/emotion").status_code == 200
    (root / FILE).write_text(JOURNEY.replace("title: Pays", "title: [Pays"))
    _refreshed(client)
    chart = client.get("/api/chart/shoes/emotion")
    assert (chart.status_code, unquote(chart.headers["x-cxmap-as-of"]).split(":")[0]) == (200, FILE)
    assert get(client, "/api/project")["files"][FILE]["broken"]["line"] > 1
    body = {"file": FILE, "ops": [{"op": "set", "at": ["journey", "goal"], "value": "Run"}]}
    assert post(client, "/api/edit", body, 422)["error"]["code"] == "not-editable"
