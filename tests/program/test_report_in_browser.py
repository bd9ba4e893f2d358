"""A report in a real browser: by mouse and by keyboard, without a request or a message, open to everyone, printed."""

import base64
import json
import os
import shutil
from pathlib import Path

import pytest

import briefing
from briefing.render.report import render

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
AXE = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))
"""The checker of accessibility, a package of npm's: `npm install axe-core`, or the path of its file in AXE_CORE."""
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync")
QUIET += (
    "--disable-background-networking",
    "--disable-component-update",
    "--window-size=1280,900",
    "--force-prefers-reduced-motion",
)

pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="there is no chromium with its driver")

ARABIC = """\
# المرفأ القديم يغلق أبوابه

أعلن مجلس المرفأ يوم الاثنين إغلاق الرصيف القديم بعد العثور على شقوق في ثلاثة من أعمدته. يبدأ العمل في الربيع القادم.

## الأسباب

قال المهندسون إن الشقوق اتسعت خلال شتاءين متتاليين. تبلغ كلفة الإصلاح سبعة ملايين.

## ما يأتي بعد ذلك

تنتقل العبارات إلى الرصيف الجديد ابتداء من شهر مارس. يستمر العمل سنة كاملة على الأقل.
"""
HOSTILE = """\
# "><script>alert(1)</script>' onmouseover='x

The first sentence says &lt;/style&gt; and {{ 7 * 7 }} to all. <svg onload=alert(2)> is said by the second one here.

## </h2><iframe src="javascript:alert(3)"></iframe>

Whoever reads [this](javascript:alert(4)) is not led away. The last of them is `--><style>*{display:none}</style>`.
"""
BOOK = "# A book\n\n" + "".join(
    f"## Chapter {n}\n\nThe {n} boats left the harbour at dawn. They came home at night with {n * 3} boxes.\n\n"
    for n in range(1, 301)
)


MARKED = {"arabic": (ARABIC, "arabic"), "hostile": (HOSTILE, "english"), "book": (BOOK, "english")}


def documents(name, seed, data):
    if name in MARKED:
        text, language = MARKED[name]
        return [briefing.parse(text, format="markdown", name=name, language=language)]
    paths = {"seed": [seed], "paper": [data / "corpus" / "04-hedgerows.txt"]}
    paths["several"] = [*paths["seed"], *paths["paper"]]
    return [briefing.parse(briefing.read(path)) for path in paths[name]]


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    home = str(tmp_path_factory.mktemp("home"))  # It leaves nothing in the user's own.
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for word in (*QUIET, f"--user-data-dir={home}"):
        options.add_argument(word)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(
        options=options, service=webdriver.ChromeService(DRIVER, env={**os.environ, "HOME": home})
    )
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser, tmp_path, seed, data):
    def open_report(name):
        made = [(document, briefing.summarize(document)) for document in documents(name, seed, data)]
        file = tmp_path / "report.html"
        file.write_text(render(made, date="24 November 2026"), encoding="utf-8")
        browser.get_log("browser")
        browser.get_log("performance")
        browser.get(file.as_uri())
        return browser

    return open_report


def is_seen(browser, element):
    script = "const r = arguments[0].getBoundingClientRect(); return [r.top, r.bottom, innerHeight]"
    for _ in range(40):  # It scrolls smoothly.
        top, bottom, height = browser.execute_script(script, element)
        if top > 40 and bottom < height - 40:
            return True
        browser.execute_async_script("setTimeout(arguments[0], 50)")
    return False


def click(browser, element):
    browser.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
    element.click()


def lead(browser, link):
    """Return what a link leads to, after it was followed."""
    return browser.find_element(By.ID, link.get_attribute("href").rpartition("#")[2])


@pytest.mark.parametrize("name", ["arabic", "several"])
def test_a_click_leads_from_a_point_to_its_mark_and_back(opened, name):
    browser = opened(name)
    points = browser.find_elements(By.CSS_SELECTOR, "a.point")
    for point in (points[0], points[len(points) // 2], points[-1]):
        click(browser, point)
        mark = lead(browser, point)
        assert mark.tag_name == "mark"
        assert mark.text == point.text
        assert is_seen(browser, mark)
        back = mark.find_element(By.TAG_NAME, "a")
        click(browser, back)
        assert lead(browser, back) == point.find_element(By.XPATH, "..")


def test_the_keyboard_does_too(opened):
    browser = opened("seed")
    point = browser.find_elements(By.CSS_SELECTOR, "a.point")[-1]
    browser.execute_script("arguments[0].focus()", point)
    point.send_keys(Keys.ENTER)
    assert is_seen(browser, lead(browser, point))
    browser.switch_to.active_element.send_keys(Keys.TAB)
    focused = browser.switch_to.active_element
    assert focused.find_element(By.XPATH, "..").tag_name == "mark"
    focused.send_keys(Keys.ENTER)
    assert browser.current_url.endswith(point.find_element(By.XPATH, "..").get_attribute("id"))


def test_the_first_key_leads_past_the_head(opened):
    browser = opened("seed")
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert browser.switch_to.active_element.text == "Skip to the briefing"


def test_the_strip_leads_to_the_marks(opened):
    browser = opened("seed")
    links = browser.find_elements(By.CSS_SELECTOR, "svg.strip a")
    assert len(links) == len(browser.find_elements(By.CSS_SELECTOR, "a.point"))
    browser.execute_script("arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))", links[-1])
    assert "#a1-s" in browser.current_url


@pytest.mark.parametrize("name", ["seed", "paper", "arabic", "several", "book", "hostile"])
def test_nothing_is_requested_and_nothing_is_complained_about(opened, name):
    browser = opened(name)
    assert browser.get_log("browser") == []
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    requested = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
    assert [url for url in requested if not url.startswith("file:") or not url.endswith("report.html")] == []


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed")
@pytest.mark.parametrize("name", ["seed", "paper", "arabic", "several", "book", "hostile"])
def test_it_is_open_to_everyone(opened, name):
    browser = opened(name)
    browser.execute_script(AXE.read_text(encoding="utf-8"))
    found = browser.execute_async_script("const done = arguments[0]; axe.run().then(done)")
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []


def test_printed_the_points_come_before_the_article(opened, seed):
    pdfium = pytest.importorskip("pypdfium2")
    browser = opened("seed")
    pages = pdfium.PdfDocument(base64.b64decode(browser.print_page()))
    text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    last = briefing.summarize(briefing.parse(briefing.read(seed))).sentences[-1].text[:40]
    assert text.index(last) < text.index("The article, whole") < text.rindex(last)
