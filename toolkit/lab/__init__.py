"""JupyterLab on the project's notebooks: working copies that have run, on loopback, with a token."""

from toolkit.lab.copies import restore
from toolkit.lab.server import open_lab

__all__ = ["open_lab", "restore"]
