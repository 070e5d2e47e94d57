"""Who may ask: one guard before everything, which refuses unless each of its questions is answered.

Against any web page that the user visits (forged requests, DNS rebinding), and other users and programs of this
machine. There is no cookie: another server on this machine would get it, and without one there is nothing to forge.
"""

from __future__ import annotations

import json
import secrets
import time
from collections import deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY: Final = 256 * 1024
MAX_WRITES: Final = 20
"""In a second."""
TOKEN: Final = b"x-cxmap-token"
POLICY: Final = (
    "default-src 'none'; "
    "script-src 'self'; "
    "style-src 'self'; "
    "img-src 'self' data:; "
    "font-src 'self'; "
    "connect-src 'self'; "
    "form-action 'none'; "
    "base-uri 'none'; "
    "frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; "
    "trusted-types 'none'"
)
HEADERS: Final[dict[bytes, bytes]] = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
}


class Refusal(Exception):
    """Why a request is not passed on."""

    def __init__(self, status: int, code: str, message: str, help_: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.help = help_

    @property
    def body(self) -> bytes:
        """The answer."""
        return json.dumps({"error": {"code": self.code, "message": str(self), "help": self.help}}).encode()


class Guard:
    """Stands before an application.

    Args:
        app: What it guards.
        token: The secret.
        hosts: The values of ``Host`` that stand for this server.
        shell: Whether a path is part of the shell, which holds nothing of the project.
        now: A clock in seconds.
    """

    def __init__(
        self,
        app: ASGIApp,
        token: str,
        hosts: frozenset[str],
        shell: Callable[[str], bool],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._app = app
        self._token = token.encode()
        self._hosts = hosts
        self._origins = frozenset(f"http://{host}" for host in hosts)
        self._shell = shell
        self._now = now
        self._writes: deque[float] = deque(maxlen=MAX_WRITES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # no web socket is spoken here
            return
        api = scope["path"].startswith("/api/")

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name.lower() for name, _ in message["headers"]}
                more = HEADERS | {b"cache-control": b"no-store" if api else b"no-cache"}
                added = [(name, value) for name, value in more.items() if name not in own]
                message = {**message, "headers": [*message["headers"], *added]}
            await send(message)

        try:
            body = await self._passed(scope, receive)
        except Refusal as refusal:
            await _refuse(refusal, answer)
            return
        await self._app(scope, receive if body is None else _once(body, receive), answer)

    async def _passed(self, scope: Scope, receive: Receive) -> bytes | None:
        """Let a request pass.

        Returns:
            The body of a write; ``None``: it has none.

        Raises:
            Refusal: It may not.
        """
        headers: dict[bytes, bytes] = {}
        for name, value in scope["headers"]:
            if name in headers and name in {b"host", b"origin", b"sec-fetch-site", b"content-type", TOKEN}:
                raise Refusal(400, "bad-request", f"the header {name.decode('latin-1')} is there twice")
            headers[name] = value
        shell = self._shell(scope["path"])
        self._from_here(headers, page=scope["path"] == "/" and scope["method"] in {"GET", "HEAD"})
        if not shell and not secrets.compare_digest(headers.get(TOKEN, b""), self._token):
            raise Refusal(
                401, "no-token", "the secret is missing or wrong", "open the address that cxmap studio printed"
            )
        if scope["method"] in {"GET", "HEAD"}:
            return None
        if scope["method"] != "POST" or shell:
            raise Refusal(405, "method", f"{scope['method']} is not answered here")
        if headers.get(b"content-type", b"").split(b";")[0].strip().lower() != b"application/json":
            raise Refusal(415, "not-json", "what is sent is not application/json")
        self._not_too_often()
        return await _body(headers, receive)

    def _from_here(self, headers: Mapping[bytes, bytes], *, page: bool) -> None:
        """Whether this server's own page asks; the shell alone is shown whoever leads there.

        ``Host`` is compared with this server's own names, never with ``Origin``: with DNS rebinding both are the
        attacker's.
        """
        if headers.get(b"host", b"").decode("latin-1").lower() not in self._hosts:
            raise Refusal(421, "wrong-host", "this server has another name", "open the address that was printed")
        if page:
            return
        origin = headers.get(b"origin")
        if origin is not None and origin.decode("latin-1").lower() not in self._origins:
            raise Refusal(403, "foreign", "another page asks")
        if headers.get(b"sec-fetch-site", b"none") not in {b"same-origin", b"none"}:
            raise Refusal(403, "foreign", "another page asks")

    def _not_too_often(self) -> None:
        now = self._now()
        if len(self._writes) == MAX_WRITES and now - self._writes[0] < 1:
            raise Refusal(429, "too-many", f"more than {MAX_WRITES} changes in a second", "wait a moment")
        self._writes.append(now)


async def _body(headers: Mapping[bytes, bytes], receive: Receive) -> bytes:
    """The body, which is not read further than is allowed."""
    too_large = Refusal(413, "too-large", f"more than {MAX_BODY:,} bytes", "make several changes of it")
    length = headers.get(b"content-length", b"0")
    if not length.isdigit() or len(length) > 12 or int(length) > MAX_BODY:
        raise too_large
    body = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if len(body) > MAX_BODY:
            raise too_large
        if not message.get("more_body") or message["type"] == "http.disconnect":
            return body


def _once(body: bytes, receive: Receive) -> Receive:
    """What hands over a body that was read, and then what comes."""
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def next_message() -> Message:
        return waiting.pop() if waiting else await receive()

    return next_message


async def _refuse(refusal: Refusal, send: Send) -> None:
    body = refusal.body
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
