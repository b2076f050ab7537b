"""JupyterLab on the project's notebooks: on loopback, with its token, quiet about news."""

import os
import sys
from pathlib import Path

from toolkit.errors import LabError

PROJECT = Path(__file__).parents[1]
# Settings that replace JupyterLab's defaults: no news, no questions, widgets saved with their notebook.
SETTINGS = Path(__file__).with_name("labsettings")
FIRST = "notebooks/01_load.ipynb"
DEFAULT_PORT = 8888


def open_lab(*, port: int | None = None, browser: bool = True) -> int:
    """Run JupyterLab until it is stopped; the exit status.

    JupyterLab prints the address with its token, and says when a port is in use before it takes the next one.

    Args:
        port: the first port to try, 8888 unless given.
        browser: open a browser, where there is one.

    Raises:
        LabError: the notebooks are not there.
    """
    if not (PROJECT / FIRST).is_file():
        raise LabError(f"there is no {PROJECT / FIRST}; run `lab` from a checkout of the project, where they are")
    # Imported here: it takes a second that no other command should wait for.
    from jupyterlab.labapp import LabApp  # noqa: PLC0415

    LabApp.launch_instance(arguments(port=port, browser=browser and has_screen()))
    return 0


def arguments(*, port: int | None, browser: bool) -> list[str]:
    """JupyterLab's command line; it goes before the user's own configuration."""
    chosen = [
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={DEFAULT_PORT if port is None else port}",
        "--ServerApp.port_retries=50",
        f"--ServerApp.root_dir={PROJECT}",
        f"--ServerApp.open_browser={browser}",
        f"--LabApp.default_url=/lab/tree/{FIRST}",
        f"--LabApp.app_settings_dir={SETTINGS}",
        # Which tabs were open is remembered with the project, so that other projects' tabs do not come up here.
        f"--LabApp.workspaces_dir={os.environ.get('JUPYTERLAB_WORKSPACES_DIR', PROJECT / 'data' / 'lab')}",
        # Looking for language servers would run npm, if there is one, and fill the log.
        "--LanguageServerManager.autodetect=False",
    ]
    return [*chosen, "--allow-root"] if _is_root() else chosen


def _is_root() -> bool:
    """Whether this is root, as in a container, where JupyterLab wants to be told so. Windows has no user ids."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def has_screen() -> bool:
    """Whether a browser window can open; without a display only browsers for the terminal would."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
