"""The port of the pages: free before a start, and answering after it."""

from __future__ import annotations

import http.client
import socket
import time
from collections.abc import Callable

from thidua.site.refusal import CannotRun


class CannotUsePort(CannotRun):
    """Another program has the port, or this user may not have it."""


class CannotServe(CannotRun):
    """The pages do not answer."""


def require_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise CannotUsePort(
                f"Không dùng được cổng {port} ({reason}). Hãy chọn cổng khác, ví dụ: --port {_another(port)}",
                f"Cannot use port {port} ({reason}). Choose another, for example: --port {_another(port)}",
            ) from error


def _another(port: int) -> int:
    return port + 1 if 1024 <= port < 65535 else 8080


def wait_for_page(port: int, require_running: Callable[[], None], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not _answers(port):
        require_running()
        if time.monotonic() > end:
            raise CannotServe(
                f"Trang web không trả lời sau {seconds:.0f} giây; lý do ở các dòng phía trên.",
                f"The pages do not answer after {seconds:.0f} s; the lines above say why.",
            )
        time.sleep(0.1)


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", "/", headers={"Host": f"localhost:{port}"})
        connection.getresponse().read()
    except OSError:
        return False
    finally:
        connection.close()
    return True
