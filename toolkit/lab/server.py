"""The server: on loopback, with its token, quiet about news, open on notebooks that have run."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from toolkit.lab.copies import changed, copies
from toolkit.workbench import PROJECT, open_workbench

# Settings that replace JupyterLab's defaults: no news, no questions, widgets saved with their notebook.
SETTINGS = Path(__file__).with_name("settings")
FIRST = "01_load.ipynb"
DEFAULT_PORT = 8888


def open_lab(*, port: int | None = None, browser: bool = True) -> int:
    """Run the first notebooks, then JupyterLab on all of them until it is stopped; the exit status.

    The others run on while JupyterLab starts; what is ready is said on standard error.

    JupyterLab prints the address with its token, and says when a port is in use before it takes the next one.

    Args:
        port: the first port to try, 8888 unless given.
        browser: open a browser, where there is one.

    Raises:
        LabError: the notebooks are not there.
    """
    folder = open_workbench().folder
    folder.mkdir(parents=True, exist_ok=True)
    runnable = copies(folder)
    # Imported here: they take a second that no other command should wait for.
    from jupyter_core.application import NoStart  # noqa: PLC0415
    from jupyterlab.labapp import LabApp  # noqa: PLC0415

    from toolkit.lab.running import run_first  # noqa: PLC0415

    server = LabApp.initialize_server(argv=list(arguments(folder, port=port, browser=browser and has_screen())))
    for name in changed(folder):
        server.log.info("%s: changed by you, so not run; toolkit.lab.restore(%r) brings the original back", name, name)
    if runnable:
        server.io_loop.run_sync(lambda: run_first(server, runnable))
    with suppress(NoStart):
        server.start()
    return 0


def arguments(folder: Path, *, port: int | None, browser: bool) -> Iterator[str]:
    """JupyterLab's command line; it goes before the user's own configuration."""
    root = PROJECT if folder.is_relative_to(PROJECT) else folder
    yield "--ServerApp.ip=127.0.0.1"
    yield f"--ServerApp.port={DEFAULT_PORT if port is None else port}"
    yield "--ServerApp.port_retries=50"
    yield f"--ServerApp.root_dir={root}"
    # What runs in a notebook crosses loopback, where other users of the machine might listen.
    yield "--KernelManager.transport_encryption=auto"
    yield f"--ServerApp.open_browser={browser}"
    yield f"--LabApp.default_url=/lab/tree/{(folder / FIRST).relative_to(root).as_posix()}"
    yield f"--LabApp.app_settings_dir={SETTINGS}"
    # Which tabs were open is remembered with the project, so that other projects' tabs do not come up here.
    yield f"--LabApp.workspaces_dir={os.environ.get('JUPYTERLAB_WORKSPACES_DIR', PROJECT / 'data' / 'lab')}"
    # Looking for language servers would run npm, if there is one, and fill the log.
    yield "--LanguageServerManager.autodetect=False"
    if _is_root():
        yield "--allow-root"


def _is_root() -> bool:
    """Whether this is root, as in a container, where JupyterLab wants to be told so. Windows has no user ids."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def has_screen() -> bool:
    """Whether a browser window can open; without a display only browsers for the terminal would."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
