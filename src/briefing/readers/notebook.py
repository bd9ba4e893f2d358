"""Jupyter notebooks: the Markdown of their text cells; code and results are left out.

The document's text, where offsets and lines point, is that Markdown.
"""

import json

from briefing.blocks import Reading
from briefing.errors import SourceError
from briefing.readers import commonmark


def read(text: str, *, name: str) -> Reading:
    """Give the reading of the Markdown of a notebook's text cells, an empty line between them.

    Raises:
        SourceError: it is no notebook.
    """
    try:
        cells = json.loads(text)["cells"]
        texts = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise SourceError(f"{name}: no notebook that can be read; save it again in its editor") from None
    return commonmark.read("\n\n".join(texts), name=name)
