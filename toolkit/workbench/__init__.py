"""What notebooks share, in small readable files beside the corpus: the selection, pins, corrections."""

from toolkit.workbench.findings import Finding
from toolkit.workbench.workbench import Workbench

__all__ = ["Finding", "Workbench"]
