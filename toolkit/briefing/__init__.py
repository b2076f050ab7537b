"""What is handed over: charts and tables as files, and a briefing whose every claim is numbered to its sentence."""

from toolkit.briefing.citations import Citation
from toolkit.briefing.exporting import export
from toolkit.briefing.pack import Briefing, brief

__all__ = ["Briefing", "Citation", "brief", "export"]
