"""What notebooks share, in small readable files beside the corpus: the selection, pins, corrections, checks."""

from toolkit.workbench.checks import Check, checks_frame
from toolkit.workbench.findings import Finding
from toolkit.workbench.outlets import RELIABILITY, Outlet
from toolkit.workbench.workbench import PROJECT, VARIABLE, Workbench, open_workbench, shipped_sources

__all__ = [
    "PROJECT",
    "RELIABILITY",
    "VARIABLE",
    "Check",
    "Finding",
    "Outlet",
    "Workbench",
    "checks_frame",
    "open_workbench",
    "shipped_sources",
]
