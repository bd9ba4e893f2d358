"""Subtitles (SubRip, WebVTT): what is said, joined over the cues; numbers, times and speakers are marks of it."""

from collections import Counter
from dataclasses import dataclass
from html import unescape
from math import inf

from briefing.blocks import Block, Reading
from briefing.patterns import SENTENCE_END, regex
from briefing.readers.limits import check_lines
from briefing.readers.readings import blanks, lines

_TIME = r"(?:(\d{1,3}):)?(\d\d):(\d\d)[.,](\d{3})"
_TIMES = regex(rf"[ \t]*{_TIME}(?:[ \t]+-->[ \t]+|,){_TIME}(?:[ \t].*)?\Z")
_STAMP = regex(r"[ \t]*(?:(\d{1,2}):)?(\d{1,2}):(\d\d)[ \t]*\Z")
"""When what follows begins, on a line of its own, as in the text beside a film."""
_TAG = regex(r"<[^<>]{0,200}>|\{\\[^{}]{0,200}\}")
_VOICE = regex(r"<v(?:\.[\w.-]{1,80})?[ \t]+([^<>]{1,80})>")
_LABEL = regex(
    r"[ \t]*(?:[-–—>]{1,2}[ \t]*)?\[?([^\W\d_a-z][\w.'’-]{0,30}(?: [^\W\d_a-z][\w.'’-]{0,30}){0,3})\]?:(?=[ \t]|\Z)"
)
_DASH = regex(r"[ \t]*(?:[-–—]{1,2}(?=[ \t]?\w)|>>+)[ \t]*")
_SOUND = regex(r"[ \t]*(?:\[[^\[\]]{1,80}\]|\([^()]{1,80}\)|[♪#♫].*)[ \t]*\Z")
_MARKS = regex(r"[.!?…。！？]")
_PAUSE, _LONG_PAUSE = 1.0, 2.0  # Seconds of silence that part what has no marks, and whole sentences
_MOST_WORDS, _MANY_WORDS = 40, 80
"""Of what has no marks; from so many on, the end of a sentence is that of a paragraph."""
_NO_PAUSE = 0.3  # Seconds within which a cue goes on from that before it, and may repeat its lines
_FEWEST_WORDS = 5  # Of a turn that says something
_WORDS_A_MARK = 40  # With fewer marks than one to so many words, the ends of sentences cannot be told
_SHORT_LINE = 5  # Characters that lines have at least, in the mean, numbers and times among them
_UNMARKED = "few marks end a sentence: cut at pauses"


@dataclass(slots=True)
class _SpokenLine:
    """A line of what is said, or heard."""

    start: int
    text: str
    """As long as the line, its marks blanked."""
    number: int
    from_second: float
    to_second: float
    speaker: str | None = None
    is_turn: bool = False
    """Whether it says that another speaks now."""
    is_sound: bool = False


def read(text: str, *, name: str) -> Reading:  # noqa: ARG001 - every reader is called so
    """Return what is said, turn by turn, each sentence with its time; sounds stand aside."""
    check_lines(text, least=_SHORT_LINE)
    spoken, shown = _said(list(lines(text)), is_web=text.startswith("WEBVTT")), list(blanks(text))
    for line in spoken:
        shown[line.start : line.start + len(line.text)] = line.text
    words = " ".join(line.text for line in spoken if not line.is_sound)
    is_marked = _WORDS_A_MARK * len(_MARKS.findall(words)) >= len(words.split())
    turns: list[list[_SpokenLine]] = []
    count = 0
    for line in spoken:
        if not turns or _parts(turns[-1], count, line, is_marked=is_marked):
            turns.append([])
            count = 0
        turns[-1].append(line)
        count += len(line.text.split())
    doubts = () if is_marked else (_UNMARKED,)
    return Reading("".join(shown), tuple(map(_block, turns)), doubts=doubts)


def _said(given: list[tuple[int, str]], *, is_web: bool) -> list[_SpokenLine]:
    """Return the lines that are neither numbers nor times nor notes, without those that a rolling caption repeats."""
    found: list[_SpokenLine] = []
    labels = Counter(match[1] for _, line in given if (match := _LABEL.match(_TAG.sub("", line))))
    numbers = {number for number, (_, after) in enumerate(given[1:]) if _TIMES.match(after)}
    times: tuple[float, float] | None = None
    before: set[str] = set()
    now: set[str] = set()
    ended = 0.0
    for number, (at, line) in enumerate(given):
        if match := _TIMES.match(line) or _STAMP.match(line):
            begins = _seconds(*match.groups()[:4])
            times = (begins, _seconds(*match.groups()[4:]) if match.lastindex == 8 else inf)
            before, now = now if times[0] < ended + _NO_PAUSE else set(), set()
            ended = times[1]
        elif not line.strip():
            times = None if is_web else times
        elif times and number not in numbers:
            said = _line(line, labels, is_web=is_web)
            now.add(said.text.strip())
            if said.text.strip() and said.text.strip() not in before:
                said.start, said.number, (said.from_second, said.to_second) = at, number, times
                found.append(said)
    return found


def _seconds(hours: str | None, minutes: str, seconds: str, thousandths: str = "0") -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(thousandths) / 1000


def _line(bare: str, labels: Counter[str], *, is_web: bool) -> _SpokenLine:
    voice = _VOICE.search(bare)
    text = _TAG.sub("", bare)
    text = unescape(text) if is_web else text
    line = _SpokenLine(0, text, 0, 0, 0, voice[1].strip() if voice else None, is_turn=voice is not None)
    label = _LABEL.match(text)
    if label and (label[1].isupper() or labels[label[1]] > 1):
        line.speaker, line.is_turn = label[1], True
        text = text[label.end() :]
    elif _SOUND.match(text):
        line.is_sound = True
    elif dash := _DASH.match(text):
        line.is_turn = True
        text = text[dash.end() :]
    line.text = text[: len(bare)].ljust(len(bare))
    return line


def _parts(turn: list[_SpokenLine], words: int, line: _SpokenLine, *, is_marked: bool) -> bool:
    """Return whether a line begins another turn or paragraph than that of so many words before it."""
    last = turn[-1]
    if line.is_sound or last.is_sound or (line.is_turn and (line.speaker != turn[0].speaker or not line.speaker)):
        return True
    pause = line.from_second - last.to_second
    if not is_marked:
        return pause >= _PAUSE or (words >= _MOST_WORDS and line.from_second != last.from_second)
    ended = SENTENCE_END.search(last.text.rstrip()) is not None
    return ended and (pause >= _LONG_PAUSE or words >= _MANY_WORDS)


def _block(turn: list[_SpokenLine]) -> Block:
    first, last = turn[0], turn[-1]
    start = first.start + len(first.text) - len(first.text.lstrip())
    is_short = first.is_turn and sum(len(line.text.split()) for line in turn) < _FEWEST_WORDS
    times = tuple((line.start, _clock(line.from_second)) for line in turn[1:])
    aside = "sound" if first.is_sound else "short turn" if is_short else ""
    block = Block(start, last.start + len(last.text.rstrip()), first.number + 1, lines=last.number - first.number + 1)
    return block._replace(aside=aside, speaker=first.speaker, time=_clock(first.from_second), times=times)


def _clock(second: float) -> str:
    return f"{int(second) // 3600:02}:{int(second) // 60 % 60:02}:{int(second) % 60:02}"
