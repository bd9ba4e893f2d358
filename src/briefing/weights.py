"""From a text file to the table in it: a row a name, with its numbers and why they are so, parted by ' | '."""

from pathlib import Path


def read(file: Path) -> dict[str, tuple[float, ...]]:
    """Return the numbers of each name; a line that opens with '#' is a remark."""
    rows = (line.split(" | ") for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {name.strip(): tuple(map(float, numbers.split())) for name, numbers, _ in rows}
