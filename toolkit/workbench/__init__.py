"""What notebooks share, in small readable files beside the corpus: the selection, pins, corrections."""
