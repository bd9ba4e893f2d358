"""What is imported alone leaves no trace: each case in a process of its own."""

import os
import subprocess
import sys

import pytest

CASES = {
    "nothing is left behind": """
        (punkt,) = import_alone("nltk.tokenize.punkt")
        assert punkt.PunktParameters().abbrev_types == set()
        assert "nltk" not in sys.modules and "nltk.tokenize.punkt" not in sys.modules
        assert "nltk.corpus" not in sys.modules
    """,
    "the whole package comes later": """
        (alone,) = import_alone("nltk.tokenize.punkt")
        import nltk
        assert callable(nltk.word_tokenize)
        assert nltk.tokenize.punkt is sys.modules["nltk.tokenize.punkt"]
        assert nltk.sent_tokenize.__module__ == "nltk.tokenize"
    """,
    "a package already there is used": """
        import nltk
        (punkt,) = import_alone("nltk.tokenize.punkt")
        assert punkt is nltk.tokenize.punkt
        assert sys.modules["nltk"] is nltk
    """,
    "modules named together share their classes": """
        first, second = import_alone("email.mime.base", "email.mime.text")
        assert issubclass(second.MIMEText, first.MIMEBase)
    """,
    "what is no package is imported in the ordinary way": """
        (path,) = import_alone("os.path")
        assert path.sep
        (json,) = import_alone("json")
        assert json.dumps(1) == "1"
    """,
    "a package that needs its whole self is imported whole": """
        import pathlib, tempfile
        folder = pathlib.Path(tempfile.mkdtemp())
        (folder / "whole").mkdir()
        (folder / "whole" / "__init__.py").write_text("secret = 7")
        (folder / "whole" / "part.py").write_text("from whole import secret")
        sys.path.insert(0, str(folder))
        (part,) = import_alone("whole.part")
        assert part.secret == 7
        import whole
        assert whole.secret == 7 and whole.part is part
    """,
    "what is put off is imported when it is used": """
        with deferred("colorsys", "zoneinfo"):
            import colorsys, zoneinfo
            from colorsys import rgb_to_hsv
        assert "colorsys" not in sys.modules
        assert rgb_to_hsv(1, 1, 1) == colorsys.rgb_to_hsv(1, 1, 1) == (0, 0, 1)
        assert isinstance(sys.modules["colorsys"].rgb_to_hsv, type(test)) and "zoneinfo" not in sys.modules
    """,
    "what is missing is missing": """
        for name in ("nosuchpackage.part", "nltk.nosuchpart.punkt", "nltk.nosuchpart"):
            try:
                import_alone(name)
            except ModuleNotFoundError:
                continue
            raise AssertionError(name)
    """,
}


@pytest.mark.parametrize("code", CASES.values(), ids=CASES)
def test_import_alone(code, tmp_path):
    head = "import sys\nfrom briefing._imports import deferred, import_alone\ndef test(): pass\n"
    body = "\n".join(line.removeprefix("        ") for line in code.splitlines())
    if "sys.modules" in code or "sys.path" in code:
        command = [sys.executable, "-c", head + body]
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, env=os.environ | {"TMPDIR": str(tmp_path)}
        )
        assert done.returncode == 0, done.stderr
    else:
        exec(head + body, {})
