"""A community from its founding to a reviewed post, without scripts on a phone and at a desk, and once with them."""

import re

import pytest

from browser import DESKTOP, PHONE, Browser, Form
from test_members import fill, flash, press, sign_up, someone  # noqa: F401  (a fixture)
from test_every_page import prepare, violations


@pytest.fixture
def another(campus):
    browser = Browser(campus.address, DESKTOP, scripts=False)
    yield browser
    browser.quit()


def choose(browser, name, value):
    browser.press(browser.first(f"[name={name}][value={value}]"))


def found_community(browser, name, visibility="public"):
    browser.open("/communities")
    press(browser, "New community")
    fill(browser, name=name, description="For those who are still awake.", rules="Be kind\nNo spoilers")
    choose(browser, "visibility", visibility)
    press(browser, "Make the community")
    assert browser.heading == name
    return browser.path


def test_a_community_is_made_kept_and_its_posts_are_looked_at(someone, another, campus):  # noqa: F811
    username, _ = sign_up(someone, campus)
    name = f"Night owls of {username}"
    path = found_community(someone, name)
    assert "Your community is there" in flash(someone)

    someone.open(path + "/settings")
    fill(someone, name="")
    press(someone, "Save")
    assert someone.first("#name-error").is_displayed()
    assert someone.first("[name=description]").get_attribute("value") == "For those who are still awake."
    fill(someone, name=name + ", still awake", slug=path.rsplit("/", 1)[1] + "-2")
    press(someone, "Save")
    assert "settings are saved" in flash(someone)
    someone.open(path)
    assert someone.path == path + "-2"

    someone.open(path + "-2/settings/spaces")
    fill(someone, name="Show and tell")
    someone.press(someone.first("[name=reviewed]"))
    press(someone, "Add the space")
    press(someone, "Up")
    assert [item.text for item in someone.all(".entries .what")] == ["Show and tell", "General"]

    sign_up(another, campus)
    another.open(path + "-2")
    press(another, "Join")
    another.open(path + "-2/new?space=show-and-tell")
    fill(another, title="What I built", body="A *clock*.")
    press(another, "Publish")
    assert "waits for a moderator" in flash(another)

    someone.open(path + "-2")
    someone.press(someone.first(".menu.manage summary"))
    someone.follow(someone.first(".menu.manage a[href$=review]"))
    assert "What I built" in someone.first(".review .title").text
    someone.follow(someone.first(".review .decision form button"))
    assert "published" in flash(someone)
    another.open(path + "-2/s/show-and-tell")
    assert "What I built" in another.first(".rows").text


def test_a_private_community_is_joined_by_asking_and_by_a_link(someone, another, campus):  # noqa: F811
    username, _ = sign_up(someone, campus)
    someone.open("/communities/new")
    fill(someone, name=f"Quiet {username}")
    choose(someone, "visibility", "private")
    someone.press(someone.first("[name=takes-asks]"))
    press(someone, "Make the community")
    path = someone.path

    guest, _ = sign_up(another, campus)
    another.open(path)
    fill(another, message="May I?")
    press(another, "Ask to join")
    assert "have not answered yet" in another.first(".flash.wait p").text or "asked to join" in flash(another)
    someone.open(path + "/invitations")
    assert "May I?" in someone.first(".said").text
    someone.follow(someone.first(".members form button"))
    another.open(path)
    assert another.heading == f"Quiet {username}"

    someone.open(path + "/members")
    someone.follow(someone.first(".members .button.bare"))
    fill(someone, reason="Rule 1, twice")
    press(someone, "Send out")
    another.open(path)
    assert another.heading == "There’s no page here"
    someone.open(path + "/members?role=banned")
    someone.follow(someone.first(".members .button.bare"))
    press(someone, "Lift the ban")

    someone.open(path + "/invitations")
    press(someone, "Make a link")
    link = re.sub(r"^https?://[^/]+", "", someone.first(".fresh-link").text.strip())
    another.open(link)
    press(another, "Join")
    assert another.path == path


@pytest.fixture
def keeper(campus):
    browser = Browser(campus.address, PHONE, scripts=True)
    yield browser
    browser.quit()


def test_axe_finds_nothing_where_a_community_is_kept(keeper, another, campus):
    username, _ = sign_up(keeper, campus)
    path = found_community(keeper, f"Examined by {username}")
    guest, _ = sign_up(another, campus)
    another.open(path)
    press(another, "Join")
    keeper.open(path + "/settings/spaces")
    keeper.press(keeper.first("[name=reviewed]"))
    fill(keeper, name="Reviewed")
    press(keeper, "Add the space")
    another.open(path + "/new?space=reviewed")
    fill(another, title="What I built", body="A *clock*.")
    press(another, "Publish")
    keeper.open(path + "/members")
    member = keeper.first(".members .button.bare").get_attribute("href").split(campus.address)[1]
    pages = [
        "/communities/new", path, path + "/about", path + "/settings", path + "/settings/spaces",
        path + "/settings/spaces/reviewed", path + "/settings/spaces/reviewed/removal", path + "/archive",
        path + "/members", member, path + "/invitations", path + "/review",
    ]
    for page in pages:
        for form in (PHONE, DESKTOP):
            keeper.take(form)
            for dark in (False, True):
                keeper.show(dark=dark)
                prepare(keeper, page)
                # The bar at the bottom lies over whatever one has not scrolled up yet.
                keeper.driver.execute_script("document.querySelector('.tabbar')?.remove()")
                found = violations(keeper)
                assert not found, f"{page} at {form.width}, dark {dark}:\n" + "\n".join(found)
            wider = keeper.evaluate("document.documentElement.scrollWidth") - form.width
            assert wider <= 0, f"{page} is {wider} px wider than {form.width}"
        keeper.take(Form(320, 640, True))
        assert keeper.evaluate("document.documentElement.scrollWidth") <= 320, f"{page} scrolls sideways at 320"
