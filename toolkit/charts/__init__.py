"""Charts for briefings: frames of a corpus to Altair charts, one theme, each with its sources."""
