"""What made the weights: data, network, training, export. An extra; run as ``python -m quotetrack.training``."""
