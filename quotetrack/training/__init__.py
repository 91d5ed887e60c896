"""What made the weights: data, network, training, export. An extra; run as ``python -m quotetrack.training``.

What each step gave is in ``ABLATION.md`` beside this file, what came of all in ``quotetrack/weights/MODEL_CARD.md``.
"""
