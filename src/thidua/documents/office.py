"""Word documents as PDF by LibreOffice, where the machine has it.

The document is somebody's upload: a profile of its own that is thrown away, macros off, links never followed, no proxy that leads
anywhere, bounds for processor, memory and file, and an end by force when it takes too long.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

PROGRAM = "soffice"
SECONDS, PROCESSOR_SECONDS = 60, 45
MEMORY_KB, FILE_BLOCKS = 3 * 1024 * 1024, 100_000
MOST_BYTES = 5 * 1024 * 1024
FONTS = Path(__file__).parent / "fonts"
SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
PROXY = "/org.openoffice.Inet/Settings"
SETTINGS = (
    (SECURITY, "DisableMacrosExecution", "true"),
    (SECURITY, "MacroSecurityLevel", "3"),
    (SECURITY, "BlockUntrustedRefererLinks", "true"),
    (SECURITY, "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    (PROXY, "ooInetProxyType", "2"),
    (PROXY, "ooInetHTTPProxyName", "127.0.0.1"),
    (PROXY, "ooInetHTTPProxyPort", "9"),
    (PROXY, "ooInetHTTPSProxyName", "127.0.0.1"),
    (PROXY, "ooInetHTTPSProxyPort", "9"),
)
SAME = {"Times New Roman": "Liberation Serif", "Arial": "Liberation Sans"}
BOUNDS = (f"-t {PROCESSOR_SECONDS}", f"-v {MEMORY_KB}", f"-f {FILE_BLOCKS}", "-c 0")
# One at a time: Debian's sh takes the last of several.
LIMITS = " && ".join([*(f"ulimit {bound}" for bound in BOUNDS), 'exec "$@"'])


class CannotConvert(Exception):
    """LibreOffice is not there, took too long, or made no PDF of it."""


def program() -> str | None:
    """Bounds are set by the shell of a Unix."""
    return shutil.which(PROGRAM) if os.name == "posix" else None


def pdf_of(docx: bytes, *, seconds: float = SECONDS) -> bytes:
    """The document's pages with the fonts of this package in the place of Times New Roman and Arial."""
    found = program()
    if found is None:
        raise CannotConvert("LibreOffice is not installed.")
    with tempfile.TemporaryDirectory(prefix="thidua-office-") as made:
        folder = Path(made)
        (folder / "shown.docx").write_bytes(docx)
        _prepare(folder)
        _run(_command(found, folder), folder, seconds)
        out = folder / "shown.pdf"
        if not out.is_file():
            raise CannotConvert("LibreOffice made no PDF of it.")
        if out.stat().st_size > MOST_BYTES:
            raise CannotConvert("The PDF is too large to be looked at.")
        return out.read_bytes()


def _prepare(folder: Path) -> None:
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in SETTINGS
    )
    head = '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    (user / "registrymodifications.xcu").write_text(f"{head}{items}</oor:items>", encoding="utf-8")
    same = "".join(
        f'<alias binding="same"><family>{asked}</family><prefer><family>{given}</family></prefer></alias>'
        for asked, given in SAME.items()
    )
    fonts = f'<dir>{FONTS}</dir>{same}<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    cache = f"<cachedir>{folder / 'cache'}</cachedir>"
    (folder / "fonts.conf").write_text(f"<fontconfig>{fonts}{cache}</fontconfig>", encoding="utf-8")


def _command(found: str, folder: Path) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = [
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nologo",
        "--convert-to",
        "pdf:writer_pdf_Export",
    ]
    paths = ["--outdir", str(folder), str(folder / "shown.docx")]
    return ["/bin/sh", "-c", LIMITS, "sh", found, profile, *options, *paths]


def _run(command: Sequence[str], folder: Path, seconds: float) -> None:
    """In a session of its own, so that its end takes all its processes along; none of our variables go with it."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 -- a program of the machine, with words of ours
        command, cwd=folder, env=_environment(folder), stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )  # fmt: skip
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise CannotConvert("LibreOffice took too long.") from None
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError):  # all of them may have ended
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(folder: Path) -> Mapping[str, str]:
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
        "FONTCONFIG_FILE": str(folder / "fonts.conf"),
        "SAL_USE_VCLPLUGIN": "svp",
    }
