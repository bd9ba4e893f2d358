"""Messages as they are sent, and boxes of them."""

import base64

import pytest

import briefing
from briefing import readers
from briefing.source import Source

TEXT = "The council adopted the plan on Monday. It will cost forty million."


def message(body=TEXT, headers="", subject="Harbour plan", date="Mon, 2 Mar 2026 09:14:00 +0100"):
    head = f"From: Ida Holm <ida@example.org>\nTo: jon@example.org\nSubject: {subject}\nDate: {date}\n"
    return f"{head}MIME-Version: 1.0\n{headers}\n{body}\n"


def mixed(*parts):
    inner = "".join(f"--X\n{head}\n\n{body}\n" for head, body in parts)
    return message(inner + "--X--", 'Content-Type: multipart/mixed; boundary="X"\n')


def parsed(data):
    return briefing.parse(Source("a", data.encode() if isinstance(data, str) else data))


def outline(data):
    document = parsed(data)
    found = [f"0 {document.title}"] if document.title else []
    for section in document.sections:
        found += [f"{section.heading.level} {section.heading.text}"] if section.heading else []
        found += [sentence.text for sentence in section.sentences]
    return found


def beside(data):
    return [(item.kind, item.text) for item in parsed(data).boilerplate]


SAID = ["0 Harbour plan", "The council adopted the plan on Monday.", "It will cost forty million."]
PAGE = f"<html><body><p>{TEXT}</p></body></html>"
CASES = {
    "plain": message(),
    "base64": message(base64.b64encode(TEXT.encode()).decode(), "Content-Transfer-Encoding: base64\n"),
    "quoted printable, wrapped": message(
        "The council =\nadopted the plan on=20Monday. It will\ncost forty million.",
        "Content-Transfer-Encoding: quoted-printable\n",
    ),
    "a page alone": message(PAGE, "Content-Type: text/html\n"),
    "a page beside its text": mixed(("Content-Type: text/plain", TEXT), ("Content-Type: text/html", PAGE)),
    "a page that the text only points to": mixed(
        ("Content-Type: text/plain", "Open this."), ("Content-Type: text/html", PAGE)
    ),
    "a subject in an encoded word": message(subject="=?utf-8?q?Harbour_plan?="),
    "an encoding that is none": message(headers="Content-Type: text/plain; charset=nonsense\n"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_message_is_its_subject_and_its_text(case):
    assert outline(CASES[case]) == SAID


def test_what_is_no_message_stands_aside():
    body = f"{TEXT}\n\nOn Sunday, 1 March 2026, Jon wrote:\n> When does the council meet?\n\n-- \nIda Holm, Nordvik"
    attached = mixed(
        ("Content-Type: text/plain", body),
        ('Content-Type: application/pdf\nContent-Disposition: attachment; filename="plan.pdf"', "JVBERi0="),
    )
    assert outline(attached) == SAID
    assert beside(attached) == [
        ("mail head", "From: Ida Holm <ida@example.org>"),
        ("mail head", "To: jon@example.org"),
        ("mail head", "Date: Mon, 2 Mar 2026 09:14:00 +0100"),
        ("quoted mail", "On Sunday, 1 March 2026, Jon wrote:"),
        ("quoted mail", "When does the council meet?"),
        ("signature", "Ida Holm, Nordvik"),
        ("attachment", "plan.pdf"),
    ]


def test_a_page_of_a_message_quotes_too():
    quoted = "<div><p><b>From:</b> Jon &lt;jon@example.org&gt;<br><b>Sent:</b> Monday</p></div><p>When is it?</p>"
    found = beside(message(f"<html><body><p>{TEXT}</p>{quoted}</body></html>", "Content-Type: text/html\n"))
    assert [text for kind, text in found if kind == "quoted mail"][-1] == "When is it?"


def test_the_messages_of_a_box_are_sections_in_the_order_of_their_dates():
    later = message(
        "The state pays half of the harbour plan.", subject="Money", date="Tue, 3 Mar 2026 09:14:00 +0100"
    )
    line = "From ida@example.org Mon Mar  2 09:14:00 2026\n"
    assert outline(f"{line}{later}\n{line}{message()}") == [
        "1 Harbour plan",
        *SAID[1:],
        "1 Money",
        "The state pays half of the harbour plan.",
    ]


def test_an_answer_in_a_box_is_told_from_what_it_answers():
    line = "From ida@example.org Mon Mar  2 09:14:00 2026\n"
    answer = message("So be it.", subject="Re: Harbour plan", date="Tue, 3 Mar 2026 09:14:00 +0100")
    found = outline(f"{line}{message()}\n{line}{answer}")
    assert [row for row in found if row[0] == "1"] == ["1 Harbour plan", "1 Re: Harbour plan"]


@pytest.mark.parametrize(
    ("name", "content", "format"),
    [
        ("a", message(), "mail"),
        ("a.eml", "From: a@b.c\nSubject: Plan\n\nText.", "mail"),
        ("a.txt", "From: Ann\nSubject: Plan\n\nText that one typed.", "text"),
        ("a.txt", f"From me to you: {TEXT}", "text"),
        ("a.txt", "From dawn on Monday 2 March 2026\nThe council met.", "text"),
    ],
)
def test_a_message_is_told_by_headers_that_nobody_types(name, content, format):
    assert readers.detect(Source(name, content.encode())) == format


def test_more_parts_than_a_message_has_are_refused():
    deep = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(300))
    with pytest.raises(briefing.SourceError, match="a message of more than 200 parts"):
        parsed(message(deep, 'Content-Type: multipart/mixed; boundary="x"\n'))
