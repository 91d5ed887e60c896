"""How well statements are found: analysed articles against the same articles as people annotated them.

Spans are compared as sets of word tokens, so punctuation and quotation marks at an edge cost nothing. In each
article, annotated and found statements are paired one to one, best overlap first (Jaccard of content tokens).
What stands nested in another statement is left out: annotators marked the outermost ones.

Each article is read and compared once; the figures (``report``), the classes of errors (``errors``), the
calibration (``reliability``) and the comparison with another version (``difference``) all look at the same pairs.
"""

from quotetrack.evaluation.found import evaluate, found_in, read_statements
from quotetrack.evaluation.gold import (
    Annotation,
    GoldArticle,
    Pairs,
    annotated_articles,
    read_annotations,
    read_gold,
)
from quotetrack.evaluation.pairing import RIGHT_CONTENT, Compared, Found, compare, kind_by_marks, verdicts
from quotetrack.evaluation.report import Report, report

__all__ = [
    "RIGHT_CONTENT",
    "Annotation",
    "Compared",
    "Found",
    "GoldArticle",
    "Pairs",
    "Report",
    "annotated_articles",
    "compare",
    "evaluate",
    "found_in",
    "kind_by_marks",
    "read_annotations",
    "read_gold",
    "read_statements",
    "report",
    "verdicts",
]
