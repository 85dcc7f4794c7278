"""What posts have of their own kind: polls, drafts, contents, answers; and what moderators do with them."""

import itertools

import pytest

from browser import DESKTOP, PHONE, TABLET, Browser, Form
from campus import POSTS, PUBLIC
from test_every_page import prepare, violations
from test_members import fill, flash, press, sign_in, sign_up

numbers = itertools.count(1)


@pytest.fixture(params=["phone", "desktop", "desktop with scripts"])
def writer(request, campus):
    """A member of the largest community who has just joined it."""
    browser = Browser(campus.address, PHONE if request.param == "phone" else DESKTOP, "scripts" in request.param)
    sign_up(browser, campus)
    browser.open(campus.largest_community)
    press(browser, "Join")
    yield browser
    browser.quit()


@pytest.fixture
def moderator(campus):
    """Who moderates the whole site."""
    browser = Browser(campus.address, PHONE, scripts=False)
    sign_in(browser, "moderator@demo.quad.test", "quad-demo-campus")
    yield browser
    browser.quit()


def choose(browser, name, value):
    browser.press(browser.first(f"[name={name}][value='{value}']"))


def test_a_poll_is_drafted_published_voted_in_and_changed(writer, campus):
    title = f"Which evening, number {next(numbers)}?"
    writer.open(campus.largest_community + "/new")
    assert not writer.first("[name=choices]").is_displayed(), "a poll's fields stand with polls alone"
    choose(writer, "kind", "poll")
    fill(writer, title=title, body="We need *one* evening.", choices="Monday\nTuesday\nTuesday")
    press(writer, "Save draft")
    assert "draft is saved" in flash(writer) and writer.heading == title
    writer.open("/drafts")
    writer.follow(writer.link(title))
    press(writer, "Go on writing")
    assert writer.first("[name=title]").get_attribute("value") == title
    press(writer, "Publish")
    assert "there twice" in writer.first("#choices-error").text
    fill(writer, choices="Monday\nTuesday\nNever")
    press(writer, "Publish")
    assert "published" in flash(writer) and writer.heading == title
    choose(writer, "choice", 2)
    press(writer, "Vote")
    assert "1 vote, 100 %" in writer.first(".poll-results").text
    writer.press(writer.first(".poll .folds > summary"))
    choose(writer, "choice", 3)
    press(writer, "Change my vote")
    assert "Your vote" in writer.evaluate("document.querySelector('.poll-results li:nth-child(3)').textContent")
    writer.open("/drafts")
    assert not [link for link in writer.all("main a") if link.text == title], "what is published is no draft"


def test_the_asker_chooses_the_answer_and_a_moderator_takes_it_down(writer, moderator, campus):
    title = f"Who has the key, number {next(numbers)}?"
    writer.open(campus.largest_community + "/new")
    choose(writer, "kind", "question")
    fill(writer, title=title, body="To the *upper* room.")
    press(writer, "Post question")
    path = writer.path
    fill(writer, body="The porter has it.")
    press(writer, "Post answer")
    writer.follow(next(button for button in writer.all(".comment .act") if "Mark as answer" in button.text))
    assert "the answer now" in flash(writer) and writer.first(".comment.answer .answer-flag")

    moderator.open(path)
    moderator.press(moderator.first(".comment .menu summary"))
    moderator.follow(moderator.link("Moderate"))
    press(moderator, "Remove the comment")
    assert "Choose a rule, or say" in moderator.first("#reason-error").text
    choose(moderator, "rule", 1)
    press(moderator, "Remove the comment")
    assert "A comment was removed: Rule 1" in moderator.first(".tombstone").text
    moderator.follow(moderator.link("Look at it"))
    press(moderator, "Restore it")
    assert moderator.first(".comment.answer .answer-flag"), "it is the answer again"

    moderator.press(moderator.first(".post-actions .menu summary"))
    moderator.follow(moderator.link("Moderate"))
    fill(moderator, reason="Asked and answered elsewhere.")
    press(moderator, "Remove the post")
    assert moderator.heading == "This post was removed"
    writer.open(path)
    assert "Asked and answered elsewhere." in writer.first("main").text
    press(moderator, "Restore it")
    writer.open(path)
    assert writer.heading == title


# Pages of this part: what each is called, and where it is.
PAGES = {
    "a poll": lambda campus: campus.post("kind = 'poll' AND posts.state = 'published'"),
    "an article": lambda campus: campus.post("cardinality(outline) >= 3 AND posts.state = 'published'"),
    "moderating a post": lambda campus: "/posts/" + campus.one(
        f"SELECT posts.id FROM {POSTS} WHERE {PUBLIC} AND posts.state = 'published' ORDER BY posts.id LIMIT 1")
        + "/moderation",
    "a removed post": lambda campus: "/posts/" + campus.one(
        f"SELECT posts.id FROM {POSTS} WHERE {PUBLIC} AND posts.state = 'removed' ORDER BY posts.id LIMIT 1")
        + "/moderation",
    "drafts": lambda campus: "/drafts",
}


@pytest.fixture(scope="module")
def reader(campus):
    browser = Browser(campus.address, DESKTOP, scripts=True)
    sign_in(browser, "moderator@demo.quad.test", "quad-demo-campus")
    yield browser
    browser.quit()


@pytest.mark.parametrize("name", PAGES)
def test_every_reader_can_use_them(reader, campus, name):
    reader.complaints()
    for form in (PHONE, DESKTOP):
        reader.take(form)
        for dark in (False, True):
            reader.show(dark)
            prepare(reader, PAGES[name](campus))
            reader.driver.execute_script("document.querySelector('.tabbar')?.style.setProperty('position', 'static')")
            assert violations(reader) == [], f"{reader.path} at {form.width}, {'dark' if dark else 'light'}"
    reader.show(dark=False)
    for form in (Form(320, 640, True), PHONE, TABLET, DESKTOP):
        reader.take(form)
        reader.open(PAGES[name](campus))
        assert reader.evaluate("document.documentElement.scrollWidth") <= form.width, f"{reader.path} at {form.width}"
    assert [words for words in reader.complaints() if "[DOM]" not in words] == []


def test_the_contents_of_an_article_lead_to_its_headings(reader, campus):
    reader.take(DESKTOP)
    reader.open(PAGES["an article"](campus))
    shown = [link for link in reader.all(".contents-list a") if link.is_displayed()]
    assert len(shown) >= 3
    for link in shown:
        assert reader.all(link.get_attribute("href").rsplit("#", 1)[1].join(("[id='", "']")))
