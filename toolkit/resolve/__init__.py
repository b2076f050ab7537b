"""Who is who across articles, and which printed names need a second look."""

from toolkit.resolve.joining import Resolution
from toolkit.resolve.resolving import resolve

__all__ = ["Resolution", "resolve"]
