"""Draw the pictures in the README: `python tests/screenshots/make.py`."""

import io
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

import briefing
from briefing.render import Look, highlight, memo, memo_layout, render

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WIDTH, HEIGHT = 80, 24

# Rich's own format asks a server for its font; a picture in a README must do without.
FORMAT = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: {char_height}px; \
line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: arial; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">\
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">
{matrix}
</g>
</g>
</svg>
"""


def pictures() -> dict[str, str]:
    """Give the name of each picture's file and its content."""
    seed = next((ROOT / "seeds").glob("*.txt"))
    document = briefing.parse(seed.read_text(encoding="utf-8"), name=seed.name)
    made = briefing.summarize(document)
    marked = highlight.render(document, made.sentences, "rich", Look(width=WIDTH, colour=True)).splitlines()[:HEIGHT]
    head = memo.Head(date="24 November 2026", to="The Board", sender="Research desk")
    noted = memo_layout.compose([made], head)
    return {
        "briefing.svg": picture("briefing summarize", render(made, "rich", Look(width=WIDTH, colour=True))),
        "highlight.svg": picture("briefing --highlight", "\n".join(marked)),
        "memo.svg": picture("briefing memo", memo_layout.render(noted, "rich", Look(colour=True))),
    }


def picture(command: str, output: str) -> str:
    """Give the picture of a terminal that shows what a command has printed."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="standard")
    console.print(Text.from_ansi(output.rstrip("\n")))
    return console.export_svg(
        title=command, theme=SVG_EXPORT_THEME, code_format=FORMAT, unique_id=command.split()[-1].strip("-")
    )


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    for name, content in pictures().items():
        (HERE / name).write_text(content, encoding="utf-8", newline="\n")
