"""From a request to a connection both see, its end, and a block: without scripts on a phone and at a desk, and once with
them."""

import pytest

from browser import DESKTOP, PHONE, Browser
from test_every_page import prepare, violations
from test_members import fill, flash, press, sign_up, someone  # noqa: F401  (a fixture)


@pytest.fixture
def another(campus):
    browser = Browser(campus.address, DESKTOP, scripts=False)
    yield browser
    browser.quit()


@pytest.fixture
def examined(campus):
    browser = Browser(campus.address, PHONE, scripts=True)
    yield browser
    browser.quit()


def ask(browser, username, words):
    browser.open(f"/u/{username}")
    press(browser, "Connect with Maximiliane")
    fill(browser, message=words)
    press(browser, "Ask Maximiliane")


def choose(browser, words):
    """Opens the menu on a profile, and follows one of its links."""
    browser.press(browser.first(".tie .menu summary"))
    browser.follow(browser.first(f".tie .menu a[href*={words}]"))


def test_a_request_is_answered_and_both_see_it(someone, another, campus):  # noqa: F811
    asker, _ = sign_up(someone, campus)
    asked, _ = sign_up(another, campus)
    ask(someone, asked, "Sheet 5 on Thursday?")
    assert "You’ve asked" in flash(someone)
    someone.open("/connections/sent")
    assert "You asked" in someone.first(".waits").text

    another.open("/home")
    assert "would like to connect with you" in another.first(".waits").text
    another.follow(another.first(".waits a"))
    assert "Sheet 5 on Thursday?" in another.first(".stranger").text
    press(another, "Accept")
    assert "connected" in flash(another)
    for browser, other in ((someone, asked), (another, asker)):
        browser.open("/connections")
        assert browser.first(f".entries a[href='/u/{other}']").is_displayed()
    someone.open(f"/u/{asked}")
    assert "Connected since" in someone.first(".tie").text

    choose(someone, "end")
    assert someone.heading.startswith("End the connection")
    press(someone, "End it")
    assert "ended" in flash(someone)
    another.open("/connections")
    assert not another.all(".entries")


def test_a_block_hides_each_from_the_other(someone, another, campus):  # noqa: F811
    blocker, _ = sign_up(someone, campus)
    blocked, _ = sign_up(another, campus)
    ask(another, blocker, "Hello")
    someone.open(f"/u/{blocked}")
    choose(someone, "blocks")
    assert someone.heading.startswith("Block Maximiliane")
    press(someone, "Block")
    assert "Blocked" in flash(someone)
    for browser, other in ((someone, blocked), (another, blocker)):
        browser.open(f"/u/{other}")
        assert browser.heading == "There’s no page here"
    another.open("/connections/sent")
    assert not another.all(".waits")
    someone.open("/connections/blocked")
    someone.follow(someone.first(".entries button"))
    assert "lifted" in flash(someone)
    another.open(f"/u/{blocker}")
    assert another.heading.startswith("Maximiliane")


def test_axe_finds_nothing_where_people_connect(examined, another, campus):
    username, _ = sign_up(examined, campus)
    friends = []
    for _ in range(2):
        friends.append(sign_up(another, campus)[0])
        ask(another, username, "We talked about amortised cost. Shall we go through sheet 5 together?")
        another.driver.delete_all_cookies()
    examined.open("/connections/requests")
    examined.follow(examined.first(".waits a"))
    press(examined, "Accept")
    connected = examined.path
    examined.open("/connections/requests")
    waiting = examined.first(".waits a").get_attribute("href").split(campus.address)[1]
    other = campus.one(
        "SELECT username FROM users WHERE visibility = 'public' AND state = 'active' AND NOT is_held "
        "AND username NOT LIKE 'journey%' ORDER BY username LIMIT 1")
    pages = [
        "/home", "/connections", "/connections/requests", "/connections/sent", "/connections/suggestions",
        "/connections/blocked", connected, connected + "/end", waiting, f"/connections/new?to={other}", f"/u/{friends[0]}",
        f"/u/{friends[1]}", f"/blocks/new?to={other}", f"/connections/mutual?with={friends[1]}",
    ]
    for page in pages:
        for form in (PHONE, DESKTOP):
            examined.take(form)
            for dark in (False, True):
                examined.show(dark=dark)
                prepare(examined, page)
                # The bar at the bottom lies over whatever one has not scrolled up yet.
                examined.driver.execute_script("document.querySelector('.tabbar')?.remove()")
                found = violations(examined)
                assert not found, f"{page} at {form.width}, dark {dark}:\n" + "\n".join(found)
            wider = examined.evaluate("document.documentElement.scrollWidth") - form.width
            assert wider <= 0, f"{page} scrolls sideways at {form.width} px"
