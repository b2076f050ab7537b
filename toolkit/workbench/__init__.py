"""What notebooks share, in small readable files beside the corpus: the corpus in use, the selection, pins, corrections."""
