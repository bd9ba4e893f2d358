"""Jupyter notebooks: the Markdown of their text cells; code and results are left out."""

import json

from briefing.document import Document
from briefing.errors import SourceError
from briefing.formats import markdown


def parse(text: str, *, name: str, language: str) -> Document:
    """Give the document of a notebook; its text, where offsets and lines point, is the Markdown of its cells.

    Raises:
        SourceError: it is no notebook.
    """
    return markdown.parse(marked(text, name=name), name=name, language=language)


def marked(text: str, *, name: str) -> str:
    """Give the Markdown of a notebook's text cells, an empty line between them.

    Raises:
        SourceError: it is no notebook.
    """
    try:
        cells = json.loads(text)["cells"]
        texts = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise SourceError(f"{name}: no notebook that can be read; save it again in its editor") from None
    return "\n\n".join(texts)
