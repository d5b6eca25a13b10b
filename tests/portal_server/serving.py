"""The HTTP side: a threaded server that logs what it is asked and answers what a function says."""

import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from threading import Lock, Thread

from .exchange import Answer, Line, Request

LATENCY = 0.004
"""Seconds an answer takes: two requests at one time are then seen to be two."""
ADDRESSES = count(2)


class Host:
    """A host on a loopback address of its own: politeness is per host, and so are tests of it."""

    def __init__(self, answer: Callable[[Request], tuple[Answer, bytes, bool]], slow: float = 0) -> None:
        self.log: list[Line] = []
        self._slow = slow
        self._answer = answer
        self._in_flight = 0
        self._lock = Lock()
        self._server = self._listening()
        self._server.daemon_threads = True
        host, port = self._server.server_address[:2]
        self.name = f"{host}:{port}"
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def _listening(self) -> ThreadingHTTPServer:
        number = next(ADDRESSES)
        try:
            return ThreadingHTTPServer((f"127.0.{number // 250}.{number % 250 + 1}", 0), self._handler())
        except OSError:
            return ThreadingHTTPServer(("127.0.0.1", 0), self._handler())

    def close(self) -> None:
        """Stop answering."""
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        host = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def handle_any(self) -> None:
                begun = time.monotonic()
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                request = Request(self.command, self.path, dict(self.headers.items()), body)
                with host._lock:
                    host._in_flight += 1
                    in_flight = host._in_flight
                try:
                    answer, payload, known = host._answer(request)
                    time.sleep(host._slow if host._slow and len(host.log) % 4 == 3 else LATENCY)
                finally:
                    with host._lock:
                        host._in_flight -= 1
                with host._lock:
                    host.log.append(
                        Line(
                            begun,
                            request.method,
                            request.target,
                            request.headers,
                            body,
                            in_flight,
                            answer.status,
                            answer.pages,
                            known,
                        )
                    )
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(payload)))
                self.end_headers()
                self.wfile.write(payload)

            def do_GET(self) -> None:
                self.handle_any()

            def do_POST(self) -> None:
                self.handle_any()

            def log_message(self, *_: object) -> None:
                """The log is kept, not printed."""

        return Handler
