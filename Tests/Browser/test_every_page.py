"""What holds on one page of every kind, on phone, tablet and desktop, light and dark."""

from importlib.resources import files

import pytest

from browser import DESKTOP, PHONE, TABLET, Form
from campus import PAGES

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text()
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})
    .then(found => done(found.violations), fault => done([{id: String(fault), impact: 'fault', help: '', nodes: []}]));
"""

every_page = pytest.mark.parametrize("name", PAGES)


def violations(browser):
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}"
        + "".join(f"\n    {node['html'][:160]}\n    {node.get('failureSummary', '')}" for node in rule["nodes"][:4])
        for rule in browser.driver.execute_async_script(RUN)
    ]


def prepare(browser, path):
    """Opens a page with axe in it, and shortens its lists: measuring the colours of 200 comments that one
    template wrote takes half a minute and finds what the first eight show."""
    browser.open(path)
    browser.driver.execute_script(
        "document.querySelectorAll('.thread > .comment:nth-child(n+9), .nest > .comment:nth-child(n+3), "
        ".rows > li:nth-child(n+13)').forEach(e => e.remove())")
    browser.driver.execute_script(AXE)


def test_axe_sees_what_is_wrong(examiner):
    prepare(examiner, "/about")
    examiner.driver.execute_script("document.querySelector('main p').style.color = 'rgb(200, 200, 200)'")
    assert "color-contrast" in "".join(violations(examiner))


@every_page
@pytest.mark.parametrize("form", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_in_light_and_dark(examiner, campus, name, form):
    examiner.take(form)
    examiner.show(dark=False)
    prepare(examiner, PAGES[name][0](campus))
    found = {"light": violations(examiner)}
    examiner.show(dark=True)
    found["dark"] = violations(examiner)
    examiner.show(dark=False)
    for scheme, rules in found.items():
        assert not rules, f"{examiner.path} in {scheme}:\n" + "\n".join(rules)


def test_a_long_name_leaves_room_for_the_link_below_it(examiner, campus):
    examiner.take(PHONE)
    prepare(examiner, campus.post(
        "posts.state = 'published' AND EXISTS (SELECT FROM comments m JOIN users u ON u.id = m.author_id "
        "WHERE m.post_id = posts.id AND m.state = 'published' AND m.edited_at IS NOT NULL AND m.number < 5 "
        "AND m.parent_number IS NULL AND m.score > -4 AND u.visibility = 'public' AND NOT u.is_held)",
        "comment_count, posts.id"))
    changed = examiner.evaluate("""[...document.querySelectorAll('.comment a.name:has(~ .more a)')].map(
        name => name.firstElementChild.textContent = 'Andrzej Malhotra-Grabowski').length""")
    assert changed > 0
    assert violations(examiner) == []


@every_page
def test_nothing_scrolls_sideways(examiner, campus, name):
    examiner.take(PHONE)
    examiner.open(PAGES[name][0](campus))
    for form in (Form(320, 640, True), PHONE, TABLET, DESKTOP):
        examiner.take(form)
        assert examiner.evaluate("document.documentElement.clientWidth") == form.width
        wider = examiner.evaluate("document.documentElement.scrollWidth") - form.width
        if wider > 0:
            over = examiner.evaluate(
                "[...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth)"
                ".map(e => e.outerHTML.slice(0, 120)).slice(0, 5)")
            pytest.fail(f"{examiner.path} is {wider} px wider than {form.width}:\n" + "\n".join(over))


@every_page
def test_the_console_stays_empty_and_nobody_else_is_asked(examiner, campus, name):
    where, status = PAGES[name]
    path = where(campus)
    examiner.complaints(), examiner.requests()
    examiner.open(path)
    expected = campus.address + path + " - Failed to load resource" if status >= 400 else None
    assert [words for words in examiner.complaints() if not (expected and words.startswith(expected))] == []
    asked = examiner.requests()
    assert any(address.startswith(campus.address + path) for address in asked)
    # The browser draws its own date fields with pictures of its own.
    assert [address for address in asked if not address.startswith((campus.address + "/", "data:"))] == []
    assert len(asked) <= 10, "a page should not need this many files"


@every_page
def test_the_status_and_the_policy_are_right(campus, name):
    where, status = PAGES[name]
    answer = campus.get(where(campus))
    assert answer.status == status
    assert answer.kind == "text/html"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "set-cookie" not in answer.headers, "reading sets no cookie"


def test_letters_can_be_twice_as_large(examiner, campus):
    """A reader who sets 200 % text gets the phone's layout on a desktop, with nothing cut off."""
    examiner.take(DESKTOP)
    for name in ("front", "community", "answered post", "profile"):
        examiner.open(PAGES[name][0](campus))
        examiner.evaluate("document.documentElement.style.fontSize = '200%'")
        assert examiner.evaluate("document.documentElement.scrollWidth") <= DESKTOP.width, examiner.path
