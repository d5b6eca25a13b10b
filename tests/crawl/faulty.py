"""A site that misbehaves: for each path an answer, or a function that does as it likes with the socket."""

import ssl
import struct
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from socket import SO_LINGER, SOL_SOCKET
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from lanting import Answer

Misbehaving = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A server on loopback. `asked` are the paths it was asked for, with the conditions of each request."""

    def __init__(self, certificate: Path | None = None) -> None:
        self.answers: dict[str, Answer | Misbehaving] = {}
        self.asked: list[tuple[str, str | None]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                condition = self.headers["If-None-Match"] or self.headers["If-Modified-Since"]
                site.asked.append((self.path, condition))
                answer = site.answers.get(self.path, Answer(b"nothing here", status=404))
                if not isinstance(answer, Answer):
                    answer(self)
                elif condition and condition == (answer.headers.get("ETag") or answer.headers.get("Last-Modified")):
                    plain(self, Answer(b"", status=304, headers=answer.headers))
                else:
                    plain(self, answer)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        self._server.handle_error = lambda *_: None
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def plain(handler: BaseHTTPRequestHandler, answer: Answer) -> None:
    head(handler, answer.status, {**answer.headers, "Content-Length": str(len(answer.body))})
    handler.wfile.write(answer.body)


def head(handler: BaseHTTPRequestHandler, status: int, headers: dict[str, str]) -> None:
    handler.send_response(status)
    for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()


def reset_in_mid_body(handler: BaseHTTPRequestHandler) -> None:
    head(handler, 200, {"Content-Length": "90000"})
    handler.wfile.write(b"<html>" * 100)
    handler.wfile.flush()
    handler.connection.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def wrong_length(handler: BaseHTTPRequestHandler) -> None:
    head(handler, 200, {"Content-Length": "90000"})
    handler.wfile.write(b"<html><title>" + b"x" * 100)


def slow_drip(handler: BaseHTTPRequestHandler) -> None:
    head(handler, 200, {"Content-Length": "90000"})
    for _ in range(30):
        handler.wfile.write(b"<")
        handler.wfile.flush()
        time.sleep(0.05)


def endless(handler: BaseHTTPRequestHandler) -> None:
    head(handler, 200, {})
    for _ in range(2000):
        handler.wfile.write(b"<p>more</p>" * 1000)


def certificate(path: Path, *, days: int = 30) -> Path:
    """A certificate of localhost that nobody else vouches for, and its key, as PEM; expired with negative days."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=60))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]), False
        )
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path
