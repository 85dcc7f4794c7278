"""Looking for things: without scripts on a phone and at a desk, and the key that leads to the box."""

import time

import pytest
from selenium.webdriver.common.keys import Keys

from browser import DESKTOP, Browser
from campus import POSTS, PUBLIC


@pytest.fixture(scope="module")
def title(campus):
    """The title of a public question that its words lead to, and where it is."""
    return campus.rows(
        f"SELECT posts.title, '/c/' || communities.slug || '/' || posts.number || '/' || posts.slug FROM {POSTS} "
        f"WHERE {PUBLIC} AND posts.state = 'published' AND posts.kind = 'question' AND posts.title ~ '^[A-Za-z ?]+$' "
        "ORDER BY length(posts.title) DESC, posts.id LIMIT 1")[0]


def ask(browser, words):
    box = next(field for field in browser.all("[name=q]") if field.is_displayed())
    box.clear()
    box.send_keys(words, Keys.ENTER)
    deadline = time.monotonic() + 20
    while not browser.path.startswith("/search?q=") or browser.evaluate("document.readyState") != "complete":
        assert time.monotonic() < deadline, f"sending a search left the visitor on {browser.path}"
        time.sleep(0.02)


def test_a_question_is_found_from_the_masthead_or_the_search_page_and_opened(visitor, title):
    words, path = title
    visitor.open("/communities")
    link = next((link for link in visitor.all(".seek-link") if link.is_displayed()), None)
    if link:
        visitor.follow(link)
    ask(visitor, words)
    found = visitor.first(".found h3 a")
    assert found.text == words
    assert visitor.all(".found h3 mark")
    visitor.follow(found)
    assert visitor.path == path


def test_filters_narrow_a_search_down_and_come_off_again(visitor):
    visitor.open("/search?q=exam&kind=question")
    chip = visitor.first(".chips.set a")
    assert "question" in chip.text
    visitor.follow(chip)
    assert "kind=" not in visitor.path
    visitor.open("/search?q=exam&scope=comments")
    assert visitor.first(".tabs a[aria-current]").text == "Comments"


def test_results_go_on_and_lead_back(visitor):
    visitor.open("/search?q=week")
    first = visitor.first(".found h3 a").get_attribute("href")
    visitor.follow(visitor.first(".pages a[rel=next]"))
    assert visitor.first(".found h3 a").get_attribute("href") != first
    visitor.follow(visitor.first(".pages a[rel=prev]"))
    assert visitor.first(".found h3 a").get_attribute("href") == first


def test_the_key_leads_to_the_box(campus):
    browser = Browser(campus.address, DESKTOP, True)
    try:
        browser.open("/communities")
        browser.first("body").send_keys("/")
        assert browser.evaluate("document.activeElement.name") == "q"
        assert browser.evaluate("document.activeElement.value") == ""
    finally:
        browser.quit()
