"""Over https: the certificate is asked for the name, though the address that was looked up is the one called."""

import ssl
import threading
from datetime import timedelta
from http.client import HTTPException
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.utils import timezone

from thidua.modules.exchange import hearing
from thidua.modules.exchange.hooks import reach
from thidua.modules.exchange.hooks.reach import post, target
from thidua.modules.exchange.jobs import tell
from thidua.site.wiring import EVENTS


class Answering(BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def certificate(tmp_path):
    """For “localhost”, by nobody known."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = timezone.now()
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "both.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def port(certificate, settings):
    settings.WEBHOOKS_TO_PRIVATE_NETWORKS = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with HTTPServer(("127.0.0.1", 0), Answering) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_a_certificate_by_somebody_known(port, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert post(target(f"https://localhost:{port}/"), b"{}", {}) == 204


def test_a_certificate_by_nobody_known(port):
    with pytest.raises(ssl.SSLCertVerificationError):
        post(target(f"https://localhost:{port}/"), b"{}", {})


def test_a_certificate_for_another_name(port, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with pytest.raises(ssl.SSLCertVerificationError):
        post(target(f"https://127.0.0.1:{port}/"), b"{}", {})


def test_the_house_tells_of_what_happens_and_the_worker_passes_it_on():
    assert hearing.in_force in EVENTS["decisions.in_force"]
    assert hearing.revoked in EVENTS["register.revoked"]
    assert hearing.launched in EVENTS["campaigns.launched"]
    assert tell.queue == "mail"


class Dripping(BaseHTTPRequestHandler):
    """Ten seconds for one line of an answer, each drop within the limit of a read."""

    def do_POST(self):
        try:
            for letter in "HTTP/1.1 204 ".ljust(200, "x"):
                self.wfile.write(letter.encode())
                self.server.stop.wait(0.05)
        except OSError:
            pass

    def log_message(self, *_):
        pass


def test_who_answers_drop_by_drop_is_left(settings, monkeypatch):
    settings.DEBUG = settings.WEBHOOKS_TO_PRIVATE_NETWORKS = True
    monkeypatch.setattr(reach, "SECONDS_IN_ALL", 0.3)
    with HTTPServer(("127.0.0.1", 0), Dripping) as server:
        server.stop = threading.Event()
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        with pytest.raises((OSError, HTTPException)):
            post(target(f"http://127.0.0.1:{server.server_port}/"), b"{}", {})
        server.stop.set()
        server.shutdown()
        thread.join()
