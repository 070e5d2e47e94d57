"""A studio without a network: its application, asked as a browser on this machine would."""

from __future__ import annotations

import itertools

import pytest
from starlette.testclient import TestClient

from cxmap.session.session import Session
from cxmap.studio.desk import Desk
from cxmap.studio.server import Studio
from tests.session.test_session import NAMES
from tests.support import TODAY

TOKEN = "t0ken"
PORT = 4711
HOST = f"127.0.0.1:{PORT}"


@pytest.fixture
def root(tmp_path):
    """A small project."""
    for name, text in NAMES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def opened(root, *, read_only=False):
    """A browser in front of a project's studio."""
    session = Session(root, lambda: TODAY, read_only=read_only)
    studio = Studio(Desk(session), PORT, TOKEN)
    studio.app._now = itertools.count().__next__  # so that no test writes too often
    headers = {"X-Cxmap-Token": TOKEN, "Sec-Fetch-Site": "same-origin"}
    return TestClient(studio.app, base_url=f"http://{HOST}", headers=headers)


@pytest.fixture
def client(root):
    """The browser."""
    with opened(root) as client:
        yield client
