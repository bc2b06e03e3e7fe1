"""The load that pages are measured under: bounded, and only right answers are counted."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from thidua.site.bench.portal.load import Question, drive


class Pages(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        content = b"here" if self.path == "/right" else b"elsewhere, not it"
        self.send_response(200 if self.path in {"/right", "/other"} else 404)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def test_right_answers_are_counted_with_their_time(port):
    found = drive(Question(port, "/right", "here"), clients=2, seconds=0.3)
    assert found.n_wrong == 0
    assert len(found.each) > 2
    assert found.n_bytes == 4
    assert 0 < found.median <= found.p95


@pytest.mark.parametrize(("path", "status"), [("/gone", "404"), ("/other", "200")])
def test_an_error_and_another_page_are_wrong_answers(port, path, status):
    found = drive(Question(port, path, "here, but not this"), clients=1, seconds=0.1)
    assert found.each == []
    assert found.n_wrong > 0
    assert found.first_wrong.startswith(status)
