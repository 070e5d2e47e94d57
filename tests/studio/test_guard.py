"""Who may ask: the refusals, on every route that there is."""

from __future__ import annotations

import re

import pytest

from cxmap.studio.guard import HEADERS, MAX_BODY, MAX_WRITES
from cxmap.studio.routes import EVENTS, ROUTES
from tests.session.test_session import FILE, JOURNEY
from tests.studio.conftest import HOST, PORT, opened

API = {re.sub(r"{(\w+)(:path)?}", "x", route.path): "POST" if route.writes else "GET" for route in ROUTES} | {
    EVENTS: "GET"
}
SHELL = {"/": "GET", "/static/index.html": "GET", "/static/nothing.js": "GET"}
EVERY = [*API.items(), *SHELL.items(), ("/api/", "GET"), ("/nothing", "GET"), ("/docs", "GET")]


def ask(client, path, method, **more):
    if method == "POST":
        more.setdefault("json", {})
    return client.request(method, path, **more)


def refused(response, status, code):
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    for name, value in HEADERS.items():
        assert response.headers[name.decode()] == value.decode()
    assert not [name for name in response.headers if name.startswith("access-control") or name == "set-cookie"]


@pytest.fixture(scope="module")
def any_client(tmp_path_factory):
    root = tmp_path_factory.mktemp("guard")
    (root / FILE).write_text(JOURNEY)
    with opened(root) as client:
        yield client


HOSTS = [
    "evil.example",
    f"evil.example:{PORT}",
    "127.0.0.1",
    "127.0.0.1:80",
    f"0.0.0.0:{PORT}",
    f"127.0.0.1:{PORT}.evil",
    "",
]
ORIGINS = ["http://evil.example", "null", f"https://{HOST}", f"http://127.0.0.1:{PORT + 1}", ""]
KINDS = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain", "", "text/json"]


@pytest.mark.parametrize("host", HOSTS)
def test_another_host(any_client, host):
    """With the right secret too: that is what DNS rebinding would look like."""
    for path, method in EVERY:
        refused(ask(any_client, path, method, headers={"Host": host, "Origin": f"http://{host}"}), 421, "wrong-host")


@pytest.mark.parametrize("origin", ORIGINS)
def test_another_origin(any_client, origin):
    for path, method in EVERY:
        if path != "/":
            refused(ask(any_client, path, method, headers={"Origin": origin}), 403, "foreign")


@pytest.mark.parametrize("site", ["cross-site", "same-site", "other"])
def test_another_site(any_client, site):
    for path, method in EVERY:
        if path != "/":
            refused(ask(any_client, path, method, headers={"Sec-Fetch-Site": site}), 403, "foreign")


@pytest.mark.parametrize("token", ["", "wrong", "t0ken ", "T0KEN", "t0ken\u00e9"])
def test_no_secret_or_a_wrong_one(any_client, token):
    elsewhere = {"Cookie": "X-Cxmap-Token=t0ken", "Authorization": "Bearer t0ken"}
    for path, method in EVERY:
        if path not in SHELL:
            headers = {"X-Cxmap-Token": token.encode(), **elsewhere}
            refused(ask(any_client, f"{path}?token=t0ken&k=t0ken", method, headers=headers), 401, "no-token")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_another_method(any_client, method):
    for path, _ in EVERY:
        refused(any_client.request(method, path), 405, "method")
    for path, right in API.items():
        if right == "GET":
            assert any_client.post(path, json={}).status_code == 405


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_form_could_send(any_client, kind):
    for path, _ in EVERY:
        if path not in SHELL:
            refused(any_client.post(path, content=b"{}", headers={"Content-Type": kind}), 415, "not-json")


def test_too_large(any_client):
    body = b'{"x": "' + b"x" * MAX_BODY + b'"}'
    for path, _ in EVERY:
        if path not in SHELL:
            headers = {"Content-Type": "application/json"}
            refused(any_client.post(path, content=body, headers=headers), 413, "too-large")
            parts = (body[start : start + 99_999] for start in range(0, len(body), 99_999))  # without a length
            refused(any_client.post(path, content=parts, headers=headers), 413, "too-large")


@pytest.mark.parametrize(
    "path",
    [
        "/static/..%2fserver.py", "/static/../server.py", "/static/%2e%2e/guard.py", "/static//etc/passwd",
        "/static/index.html/", "/web/index.html", "/api/file/cxmap.toml", "/api/file/..%2f..%2fetc%2fpasswd",
        "/api/file//etc/passwd", "/api/file/%2e%2e/x.cxmap.yaml", "/api/file/journey.cxmap.yaml%00",
        "/api/chart/..%2f/emotion", "/api/chart/shoes/..%2f..", "/api/part/x/y",
    ],
)  # fmt: skip
def test_no_name_leads_out(client, path):
    response = client.get(path)
    assert response.status_code in {401, 404}
    assert "cxmap: 1" not in response.text


def test_the_shell_is_for_whoever_leads_there_and_holds_nothing(client, root):
    headers = {"X-Cxmap-Token": "", "Sec-Fetch-Site": "cross-site", "Origin": "null"}
    shell = client.get("/", headers=headers)
    assert shell.status_code == 200
    assert "shoes" not in shell.text
    assert root.name not in shell.text
    assert client.get("/static/fira-sans-regular.woff2", headers={"X-Cxmap-Token": ""}).status_code == 200


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
def test_all_names_of_this_machine(client, host):
    headers = {"Host": f"{host}:{PORT}", "Origin": f"http://{host}:{PORT}"}
    assert client.get("/api/project", headers=headers).status_code == 200


def test_headers_of_what_is_answered(client):
    for path, kept in (
        ("/api/project", "no-store"),
        ("/", "no-cache"),
        ("/api/chart/shoes/emotion", "private, no-cache"),
    ):
        headers = client.get(path).headers
        assert {name.decode(): headers[name.decode()] for name in HEADERS} == {
            name.decode(): value.decode() for name, value in HEADERS.items()
        }
        assert headers["cache-control"] == kept
        assert "server" not in headers


def test_a_header_that_is_there_twice_is_refused(client):
    headers = [("Host", HOST), ("X-Cxmap-Token", "t0ken"), ("X-Cxmap-Token", "wrong")]
    refused(client.get("/api/project", headers=headers), 400, "bad-request")


def test_no_more_writes_in_a_second_than_a_person_makes(client):
    client.app._now = lambda: 5.0
    statuses = [client.post("/api/undo", json={"version": 1}).status_code for _ in range(MAX_WRITES + 1)]
    assert statuses == [409] * MAX_WRITES + [429]
    client.app._now = lambda: 6.0
    assert client.post("/api/undo", json={"version": 1}).status_code == 409


def test_with_read_only_there_are_no_routes_that_write(root):
    with opened(root, read_only=True) as client:
        for route in ROUTES:
            if route.writes:
                refused(client.post(route.path, json={}), 404, "not-found")
                assert client.get(route.path).status_code == 404
        assert client.get("/api/project").json()["read_only"] is True
        assert {one["why"] for one in client.get("/api/scores/shoes").json()["scores"]} == {"read-only"}
