"""What notebooks share, in small readable files beside the corpus: the selection, pins, corrections."""

from toolkit.workbench.findings import Finding
from toolkit.workbench.workbench import PROJECT, VARIABLE, Workbench, open_workbench, shipped_sources

__all__ = ["PROJECT", "VARIABLE", "Finding", "Workbench", "open_workbench", "shipped_sources"]
