"""What is handed over: charts and tables as files, and the briefing pack, all with their sources."""
