"""The server of the studio: an ASGI application over one session, on this machine only."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import hashlib
import json
import secrets
import signal
import socket
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import quote

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from watchfiles import awatch

from cxmap.errors import UsageError
from cxmap.output.drawing.mpl import load
from cxmap.output.drawing.webfonts import FILES as FONTS
from cxmap.studio.desk import Asked, Picture, Problem
from cxmap.studio.guard import Guard
from cxmap.studio.routes import EVENTS, ROUTES
from cxmap.text import escape

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from types import FrameType

    from starlette.requests import Request

    from cxmap.studio.desk import Desk
    from cxmap.studio.routes import StudioRoute

T = TypeVar("T")
KINDS: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
WATCHED: Final = (
    *(".yaml", ".yml", ".toml", ".png", ".jpg", ".jpeg"),
    *("cxmap-baseline.json", ".answers.json", ".gitignore"),
)
PING: Final = 15.0
DEBOUNCE: Final = 60
"""Milliseconds for which changes on disk are gathered."""
PATIENCE: Final = 1
"""Seconds after which a connection that does not end is ended."""
WAITING: Final = 8
"""Changes that a reader of events may be behind."""


def static_files() -> dict[str, tuple[bytes, str]]:
    """The files of the page by their names, each with its kind: nothing else is ever read for a name."""
    page, shared = files("cxmap") / "studio" / "web", files("cxmap") / "web"
    found = {
        item.name: (item.read_bytes(), KINDS[PurePosixPath(item.name).suffix])
        for item in page.iterdir()
        if PurePosixPath(item.name).suffix in KINDS
    }
    return found | {name: ((shared / name).read_bytes(), KINDS[".woff2"]) for name in FONTS.values()}


class Studio:
    """One studio: the application, the thread of its session, and those who wait for changes.

    Args:
        desk: The session; only its thread touches it from now on.
        ports: The port that it is reached by; several where tests ask.
        token: The secret; ``None``: a new one.
        poll: Whether to look at the files again and again, where the system tells of no changes.
    """

    def __init__(self, desk: Desk, port: int, token: str | None = None, *, poll: bool = False) -> None:
        self.token = token or secrets.token_urlsafe(24)
        self.address = f"http://127.0.0.1:{port}/#k={self.token}"
        self._desk = desk
        self._poll = poll
        self._thread = ThreadPoolExecutor(1, "cxmap-session")
        self._readers: set[asyncio.Queue[str | None]] = set()
        self._static = static_files()
        self._ended = asyncio.Event()
        hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))
        self.app = Guard(self._application(), self.token, hosts, self._is_shell)

    def _application(self) -> Starlette:
        read_only = self._desk.session.read_only
        routes = [
            Route("/", self._shell),
            Route("/static/{name}", self._shell),
            Route(EVENTS, self._events),
            *(
                Route(route.path, self._endpoint(route), methods=["POST" if route.writes else "GET"])
                for route in ROUTES
                if not (route.writes and read_only)
            ),
        ]
        made = Starlette(routes=routes, lifespan=self._life, exception_handlers={HTTPException: _no_route})
        made.router.redirect_slashes = False
        return made

    def _is_shell(self, path: str) -> bool:
        return path == "/" or path.startswith("/static/")

    async def _shell(self, request: Request) -> Response:
        found = self._static.get(request.path_params.get("name", "index.html"))
        if found is None:
            raise HTTPException(404)
        return Response(found[0], headers={"content-type": found[1]})

    def _endpoint(self, route: StudioRoute) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            try:
                body = _body(await request.body()) if route.writes else {}
                query = {name: request.query_params.getlist(name) for name in request.query_params}
                asked = Asked(request.path_params, query, body)
                before = self._desk.session.version
                response = await self._in_thread(lambda: self._answer(route, asked, request.headers))
                if route.writes:
                    self._tell(before, self._written())
                    self._thread.submit(self._tidy)
            except Problem as problem:
                return _said(problem, self._desk.session.version)
            return response

        return endpoint

    def _answer(self, route: StudioRoute, asked: Asked, headers: Mapping[str, str]) -> Response:
        """The answer of a route, made in the session's thread."""
        session = self._desk.session
        try:
            found = route.answer(self._desk, asked)
        except UsageError as error:
            raise Problem(503, "no-project", str(error), "correct it in an editor; this page follows") from error
        version = {"x-cxmap-version": str(session.version)}
        if not isinstance(found, Picture):
            text = escape.json({"version": session.version, **found}, indent=None)
            return Response(text, headers=version, media_type="application/json")
        if found.as_of:
            version["x-cxmap-as-of"] = quote(found.as_of)
        tag = f'"{session.version}-{hashlib.sha256(found.svg.encode()).hexdigest()[:16]}"'
        version |= {"etag": tag, "cache-control": "private, no-cache"}
        if headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=version)
        return Response(found.svg, headers=version, media_type="image/svg+xml")

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    # Changes.

    async def _events(self, _: Request) -> Response:
        return StreamingResponse(self._stream(), media_type="text/event-stream")

    async def _stream(self) -> AsyncIterator[str]:
        queue: asyncio.Queue[str | None] = asyncio.Queue(WAITING)
        self._readers.add(queue)
        try:
            yield _event(self._desk.session.version, ())
            while not self._ended.is_set():
                try:
                    text = await asyncio.wait_for(queue.get(), PING)
                except TimeoutError:
                    text = ": ping\n\n"
                if text is None:
                    return
                yield text
        finally:
            self._readers.discard(queue)

    def _tell(self, before: int, names: tuple[str, ...]) -> None:
        """Tell all readers of a new version, if there is one."""
        version = self._desk.session.version
        if version == before:
            return
        for queue in self._readers:
            if queue.full():  # a reader so far behind asks for all again anyway
                queue.get_nowait()
            queue.put_nowait(_event(version, names))

    def _written(self) -> tuple[str, ...]:
        """The files of the edit that was made last."""
        session = self._desk.session
        stacks = [stack[-1] for stack in (session.undoable, session.redoable) if stack]
        return tuple(change.name for edit in stacks if edit.version == session.version for change in edit.changes)

    def _tidy(self) -> None:
        """After an answer, when nobody waits."""
        self._desk.session.warm()
        gc.collect()

    def end(self) -> None:
        """End all streams, as the server waits for them; safe in a handler of a signal."""
        self._ended.set()
        for queue in self._readers:
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(None)

    async def _watch(self) -> None:
        """Look at files that change, until the end."""
        changes = awatch(
            self._desk.session.root,
            watch_filter=_is_watched,
            debounce=DEBOUNCE * 5,
            step=DEBOUNCE,
            stop_event=self._ended,
            force_polling=self._poll or None,
            ignore_permission_denied=True,
        )
        async for _ in changes:
            before = self._desk.session.version
            names = await self._in_thread(self._desk.session.refresh)
            self._tell(before, names or ())

    @contextlib.asynccontextmanager
    async def _life(self, _: Starlette) -> AsyncIterator[None]:
        await self._in_thread(self._begin)
        self._thread.submit(load)  # what draws takes a moment to load, in which a browser starts
        watching = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            self.end()
            watching.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watching
            self._thread.shutdown(wait=False, cancel_futures=True)

    def _begin(self) -> None:
        self._desk.session.refresh()
        gc.collect()
        gc.freeze()  # what was read stays, so that later collections need not walk over it


class Server(uvicorn.Server):
    """Ends its streams when it is asked to end: uvicorn would wait for them."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(
            uvicorn.Config(
                studio.app,
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=PATIENCE,
                lifespan="on",
                ws="none",
            )
        )
        self._studio = studio
        self.ended_by = 0

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 - what uvicorn calls
        """End; at the second Ctrl-C at once."""
        self.ended_by = sig
        self.force_exit = self.should_exit and sig == signal.SIGINT
        self.should_exit = True
        asyncio.get_running_loop().call_soon_threadsafe(self._studio.end)


def listening(port: int) -> socket.socket:
    """A socket on this machine only.

    Args:
        port: 0: one that is free.

    Raises:
        OSError: The port is taken.
    """
    found = socket.socket(socket.AF_INET)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(("127.0.0.1", port))
        found.listen()  # so that whoever reads the address and asks at once waits
    except OSError:
        found.close()
        raise
    return found


def _is_watched(_: object, path: str) -> bool:
    return path.lower().endswith(WATCHED) and "/.cxmap-" not in path.replace("\\", "/")


def _event(version: int, names: tuple[str, ...]) -> str:
    return f"data: {escape.json({'version': version, 'files': list(names)}, indent=None)}\n\n"


def _body(data: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Problem(400, "bad-request", "what was sent is no JSON object")
    return found


def _said(problem: Problem, version: int) -> Response:
    error = {"code": problem.code, "message": str(problem), "help": problem.help, **problem.more}
    text = escape.json({"version": version, "error": error}, indent=None)
    return Response(text, problem.status, media_type="application/json")


async def _no_route(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is for
    code = {404: "not-found", 405: "method"}.get(error.status_code, "bad-request")
    return _said(Problem(error.status_code, code, "there is nothing here"), 0)
