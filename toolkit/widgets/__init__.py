"""What notebooks show of a corpus: the article with its rows highlighted."""

from toolkit.widgets.reader import Reader, reader

__all__ = ["Reader", "reader"]
