"""A PostgreSQL of the tests' own: in a temporary folder, reached by a socket there, and gone afterwards."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg

PASSWORD = "hunter2/ü?"


def programs() -> Path:
    """The folder with the programs of the server: Debian's newest, or the one on the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        pytest.fail("there is no PostgreSQL; apt-get install postgresql")
    return found[-1] if found else Path(str(on_path)).parent


# The server ends, and its folder goes, when nobody holds the other end of standard input any more: also when whoever
# started it was killed.
UNTIL_ALONE = 'folder=$1; shift; "$@" & read -r _; kill -QUIT $!; wait; rm -rf "$folder"'


@contextlib.contextmanager
def running() -> Iterator[Path]:
    """The folder of a running server's socket. A server never runs as root: then it is another user's."""
    bin_ = programs()
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory(prefix="cxmap-", dir="/tmp", ignore_cleanup_errors=True) as folder:  # short
        if as_user:
            shutil.chown(folder, "postgres")
        data, secret = f"{folder}/data", Path(folder, "secret")
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        made = [
            str(bin_ / "initdb"),
            "-D",
            data,
            "-U",
            "owner",
            f"--pwfile={secret}",
            "-A",
            "scram-sha-256",
            "-E",
            "UTF8",
        ]
        done = subprocess.run([*as_user, *made, "--no-sync"], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr + done.stdout
        postgres = [str(bin_ / "postgres"), "-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"]
        log = Path(folder, "log")
        with (
            log.open("wb") as said,
            subprocess.Popen(
                [*as_user, "sh", "-c", UNTIL_ALONE, "sh", folder, *postgres],
                stdin=subprocess.PIPE,
                stdout=said,
                stderr=said,
                start_new_session=True,
            ) as process,
        ):
            ready = [str(bin_ / "pg_isready"), "-q", "-h", folder]
            until = time.monotonic() + 60
            while subprocess.run(ready, check=False).returncode:
                assert process.poll() is None, log.read_text()
                assert time.monotonic() < until, log.read_text()
                time.sleep(0.05)
            yield Path(folder)


@pytest.fixture(scope="session")
def server() -> Iterator[Path]:
    """The folder of the socket of a server for all tests."""
    with running() as folder:
        yield folder


@pytest.fixture(scope="session")
def owner(server: Path) -> Iterator[psycopg.Connection]:
    """A connection that may do anything; ``reader`` may only read what is in the schema ``crm``."""
    import psycopg

    with psycopg.connect(
        host=str(server), user="owner", password=PASSWORD, dbname="postgres", autocommit=True
    ) as connection:
        connection.execute("CREATE SCHEMA crm")
        connection.execute(f"CREATE ROLE reader LOGIN PASSWORD '{PASSWORD}'")
        connection.execute("GRANT USAGE ON SCHEMA crm TO reader")
        connection.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA crm GRANT SELECT ON TABLES TO reader")
        yield connection
