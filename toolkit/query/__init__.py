"""The one filter, and pure questions asked of a corpus."""
