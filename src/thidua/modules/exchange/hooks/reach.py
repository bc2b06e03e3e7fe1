"""Whether an address may be told anything: https, and not a machine inside the own network unless that is allowed.

The address is looked up once and that answer is the one connected to, so a name cannot change in between.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from thidua.kernel.errors import Cannot

SECONDS, SECONDS_IN_ALL = 10, 20
PORTS = {"https": 443, "http": 80}
# Addresses in which an inner IPv4 address may hide.
TUNNELS = tuple(
    ipaddress.ip_network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
)
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class CannotReach(Cannot):
    """The address is not one that may be told."""


@dataclass(frozen=True, slots=True)
class Target:
    scheme: str
    host: str
    ip: str
    port: int
    path: str


def target(address: str) -> Target:
    """Raises CannotReach with what is wrong with the address."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        host, port = "", 0
    if not host or not port or parts.username or parts.password:
        raise CannotReach(
            _("This is not an address of the web, such as https://vidu.gov.vn/nhan-tin."), field="address"
        )
    if parts.scheme != "https" and not settings.DEBUG:
        raise CannotReach(_("Only an address with https:// is told."), field="address")
    if not address.isascii() or any(sign <= " " or sign == "\x7f" for sign in address):
        raise CannotReach(
            _("Write the address as a browser sends it: without spaces and marks."), field="address"
        )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, _look_up(host, port), port, path)


def _look_up(host: str, port: int) -> str:
    try:
        found = {str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        raise CannotReach(_("There is no machine under this name."), field="address") from None
    addresses = sorted(found, key=lambda one: (":" in one, one))  # a server without IPv6 still gets there
    if not settings.WEBHOOKS_TO_PRIVATE_NETWORKS and not all(_is_public(one) for one in addresses):
        raise CannotReach(
            _("This address lies inside a private network: the server's settings do not allow that."),
            field="address",
        )
    return addresses[0]


def _is_public(text: str) -> bool:
    address: Address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if any(address in net for net in TUNNELS):
            return False
        address = address.ipv4_mapped or address
    return address.is_global and not address.is_multicast


class _Pinned(http.client.HTTPConnection):
    """Connects to the address that was looked up; the certificate is asked for the name."""

    def __init__(self, to: Target) -> None:
        super().__init__(to.host, to.port, timeout=SECONDS)
        self.to = to

    def connect(self) -> None:
        self.sock = socket.create_connection((self.to.ip, self.to.port), SECONDS)
        if self.to.scheme == "https":
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.to.host)

    def break_off(self) -> None:
        with suppress(OSError):  # it was closed meanwhile
            if self.sock:
                self.sock.shutdown(socket.SHUT_RDWR)


def post(to: Target, body: bytes, headers: Mapping[str, str]) -> int:
    """The status of the answer, of which nothing else is read; it is not followed elsewhere. Raises OSError or HTTPException."""
    connection = _Pinned(to)
    # Each read has its own limit; a machine that answers drop by drop would keep within that for ever.
    enough = threading.Timer(SECONDS_IN_ALL, connection.break_off)
    enough.start()
    try:
        connection.request("POST", to.path, body, dict(headers))
        return connection.getresponse().status
    finally:
        enough.cancel()
        connection.close()
