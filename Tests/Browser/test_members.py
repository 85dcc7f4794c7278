"""What members do, from signing up to signing out: without scripts on a phone and at a desk, and once with them."""

import itertools
import os
import re
import time

import pytest

from browser import DESKTOP, PHONE, TABLET, Browser, Form
from campus import PUBLIC
from test_every_page import prepare, violations

PASSWORD = "seven green ferries at dawn"
# Each of the processes that tests run in signs up people of its own.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
people = itertools.count(1)


@pytest.fixture(params=["phone", "desktop", "desktop with scripts"])
def someone(request, campus):
    """A browser nobody has used before."""
    browser = Browser(campus.address, PHONE if request.param == "phone" else DESKTOP, "scripts" in request.param)
    yield browser
    browser.quit()


@pytest.fixture
def other_device(campus):
    browser = Browser(campus.address, DESKTOP, scripts=False)
    yield browser
    browser.quit()


def fill(browser, **fields):
    for name, words in fields.items():
        field = browser.first(f"[name={name}]:not([type=hidden])")
        field.clear()
        field.send_keys(words)


def press(browser, words):
    """Presses the button that says exactly this, and waits for the page it leads to."""
    for button in browser.all("main button, main .button"):
        if button.is_displayed() and button.text.strip() == words:
            return browser.follow(button)
    raise AssertionError(f"no button says “{words}” on {browser.path}: " + str([b.text for b in browser.all("button")]))


def flash(browser):
    return browser.first(".flash p").text


def link_in_mail(campus, address, subject):
    """Where the newest mail to an address leads, once it has been sent; read as a mail program shows it."""
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        found = campus.rows(
            "SELECT substring(text_part FROM 'https?://[^[:space:]]+') FROM demonstration_mails "
            f"WHERE recipient LIKE '%{address}%' AND subject ILIKE '%{subject}%' ORDER BY created_at DESC LIMIT 1")
        if found and found[0][0]:
            return re.sub(r"^https?://[^/]+", "", found[0][0])
        time.sleep(0.1)
    raise AssertionError(f"no mail about “{subject}” reached {address}: " + str(campus.rows(
        "SELECT recipient, subject FROM demonstration_mails ORDER BY created_at DESC LIMIT 5")))


def sign_up(browser, campus):
    """A new member, in by the link in the mail: username and address."""
    number = next(people)
    domain = campus.one(
        "SELECT domain FROM university_domains JOIN site ON home_university_id = university_id "
        "WHERE domain <> 'demo.quad.test' ORDER BY domain LIMIT 1")
    username = f"journey.{WORKER}.{number}"
    address = f"{username}@{domain}"
    browser.open("/sign-up")
    fill(browser, name="Maximiliane Featherstonehaugh-Okonkwo", email=address, username=username, password=PASSWORD)
    browser.press(browser.first("[name=rules]"))
    press(browser, "Join Quad")
    assert browser.path.startswith("/sign-up/sent")
    browser.open(link_in_mail(campus, address, "confirm"))
    press(browser, "Confirm and go in")
    assert browser.path == "/welcome"
    return username, address


def sign_in(browser, address, password=PASSWORD):
    browser.open("/sign-in")
    fill(browser, email=address, password=password)
    press(browser, "Sign in")


def test_from_signing_up_to_a_comment_and_its_history(someone, campus):
    sign_up(someone, campus)
    assert someone.heading == "Welcome, Maximiliane", "the first steps, which can be left"
    assert "you’re in" in flash(someone)
    someone.open("/home")
    assert someone.heading == "Hello Maximiliane"

    community = campus.one(
        f"SELECT '/c/' || slug FROM communities WHERE {PUBLIC} AND state = 'active' ORDER BY member_count DESC LIMIT 1")
    someone.open(community)
    press(someone, "Join")
    assert "You’ve joined" in flash(someone)

    someone.follow(someone.link("Ask or post"))
    fill(someone, title="Which <shelf> has the maps?", body="They were on the *third* floor.\n\n- I looked twice")
    press(someone, "Preview")
    preview = someone.first(".preview .words").get_attribute("innerHTML")
    assert "<em>third</em>" in preview
    press(someone, "Post question" if someone.all(".asks") and someone.first(".asks").is_displayed() else "Publish")
    assert someone.heading == "Which <shelf> has the maps?"
    assert someone.first(".post-body").get_attribute("innerHTML").strip() == preview.strip()
    post = someone.path

    fill(someone, body="Found them: **behind** the stairs.")
    press(someone, someone.first(".composer .button:not(.second):not(.bare)").text)
    comment = someone.first(".comment .words")
    assert "behind" in comment.text

    menu = someone.first(".comment .menu summary")
    someone.press(menu)
    someone.follow(someone.link("Edit"))
    fill(someone, body="Found them: under the stairs.")
    press(someone, someone.first(".composer .button:not(.second):not(.bare)").text)
    assert "under the stairs" in someone.first(".comment .words").text
    someone.follow(someone.first(".comment .more a[href$=history]"))
    assert someone.all(".version del") and someone.all(".version ins")

    someone.open(post)
    someone.press(someone.first(".comment .menu summary"))
    someone.follow(someone.link("Delete"))
    assert "Delete" in someone.heading
    someone.follow(someone.first(".dialog .danger"))
    assert someone.all(".tombstone")


def test_a_vote_counts_and_can_be_taken_back(someone, campus):
    sign_up(someone, campus)
    path = campus.post("posts.state = 'published' AND posts.kind = 'question' AND posts.score > 3", "posts.id DESC")
    someone.open(path.rsplit("/", 2)[0])
    press(someone, "Join")
    someone.open(path)
    before = int(someone.first(".post-actions .vote output").text.replace(",", ""))

    def vote(label, expected):
        button = next(b for b in someone.all(".post-actions .vote button") if label in b.get_attribute("aria-label"))
        someone.press(button)
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            try:
                if int(someone.first(".post-actions .vote output").text.replace(",", "")) == expected:
                    return
            except Exception:  # The page is on its way.
                pass
            time.sleep(0.05)
        raise AssertionError(f"the score is {someone.first('.post-actions .vote output').text}, not {expected}")

    vote("Vote up", before + 1)
    assert someone.first(".post-actions .vote button").get_attribute("aria-pressed") == "true"
    vote("Vote down", before - 1)
    vote("Vote down", before)
    someone.open(path)
    assert int(someone.first(".post-actions .vote output").text.replace(",", "")) == before


def test_signing_out_forgetting_the_password_and_coming_back(someone, campus):
    _, address = sign_up(someone, campus)
    someone.open("/settings/account")
    press(someone, "Sign out in this browser")
    assert "signed out" in flash(someone)
    someone.open("/home")
    assert someone.path.startswith("/sign-in")
    fill(someone, email=address, password="not my password at all")
    press(someone, "Sign in")
    assert someone.first("[role=alert]").is_displayed()
    assert someone.first("[name=email]").get_attribute("value") == address

    someone.follow(someone.link("Forgot your password?"))
    fill(someone, email=address)
    press(someone, "Send the link")
    someone.open(link_in_mail(campus, address, "password"))
    fill(someone, password="eleven quiet otters in a row")
    press(someone, "Change the password")
    assert someone.path == "/home"
    someone.open("/settings/account")
    press(someone, "Sign out in this browser")
    sign_in(someone, address, "eleven quiet otters in a row")
    assert someone.path == "/home"


def test_the_link_opened_on_another_device_asks_for_the_password(someone, other_device, campus):
    number = next(people)
    domain = campus.one(
        "SELECT domain FROM university_domains JOIN site ON home_university_id = university_id "
        "WHERE domain <> 'demo.quad.test' ORDER BY domain LIMIT 1")
    address = f"other.{number}@{domain}"
    someone.open("/sign-up")
    fill(someone, name="Bo Li", email=address, username=f"other.{number}", password=PASSWORD)
    someone.press(someone.first("[name=rules]"))
    press(someone, "Join Quad")
    link = link_in_mail(campus, address, "confirm")
    other_device.open(link)
    fill(other_device, password="somebody else's guess")
    press(other_device, "Confirm and go in")
    assert other_device.all(".error")
    fill(other_device, password=PASSWORD)
    press(other_device, "Confirm and go in")
    assert other_device.path == "/welcome"
    other_device.open(link)
    assert other_device.path in (link, "/home", "/welcome")
    assert "used" in other_device.first("main").text or other_device.path in ("/home", "/welcome")


def test_devices_are_listed_and_signed_out_one_by_one(someone, other_device, campus):
    _, address = sign_up(someone, campus)
    sign_in(other_device, address)
    assert other_device.path == "/home"
    someone.open("/settings/security")
    assert len(someone.all("#devices ~ .entries > li")) == 2
    button = next(b for b in someone.all("#devices ~ .entries button") if "This device" not in
                  someone.evaluate("arguments[0].closest('li').textContent", b))
    someone.follow(button)
    assert "signed out" in flash(someone)
    other_device.open("/home")
    assert other_device.path.startswith("/sign-in"), "the other device is signed out at once"
    assert link_in_mail(campus, address, "new").startswith("/not-me")


def test_addresses_are_changed_and_added_by_links(someone, campus):
    username, address = sign_up(someone, campus)
    domain = address.split("@")[1]
    someone.open("/settings/account/email")
    fill(someone, **{"email": f"new.{username}@{domain}", "current-password": PASSWORD})
    press(someone, someone.first("form.form .button").text)
    someone.open(link_in_mail(campus, f"new.{username}@{domain}", ""))
    someone.follow(someone.first("main form .button:not(.second)"))
    someone.open("/settings/account")
    assert f"new.{username}@{domain}" in someone.first("main").text

    someone.open("/settings/account/personal-email")
    fill(someone, **{"email": f"{username}@mailbox.example", "current-password": PASSWORD})
    press(someone, someone.first("form.form .button").text)
    someone.open(link_in_mail(campus, f"{username}@mailbox.example", ""))
    someone.follow(someone.first("main form .button:not(.second)"))
    someone.open("/settings/account")
    assert f"{username}@mailbox.example" in someone.first("main").text
    press(someone, "Sign out in this browser")
    sign_in(someone, f"{username}@mailbox.example")
    assert someone.path == "/home"


def test_what_was_typed_survives_the_end_of_the_session(someone, campus):
    username, address = sign_up(someone, campus)
    community = campus.one(
        f"SELECT '/c/' || slug FROM communities WHERE {PUBLIC} AND state = 'active' ORDER BY member_count DESC LIMIT 1")
    someone.open(community)
    press(someone, "Join")
    someone.open(community + "/new")
    words = "A long thought, typed on a ferry.\n\nIt must not be lost."
    fill(someone, title="Typed on a ferry", body=words)
    campus.rows(f"UPDATE sessions SET revoked_at = now() WHERE user_id = (SELECT id FROM users WHERE username = '{username}')")
    press(someone, "Post question" if someone.all(".asks") and someone.first(".asks").is_displayed() else "Publish")
    fill(someone, email=address, password=PASSWORD)
    press(someone, "Sign in")
    assert someone.first("[name=title]").get_attribute("value") == "Typed on a ferry"
    assert someone.first("[name=body]").get_attribute("value").replace("\r", "") == words
    press(someone, "Send it")
    assert someone.heading == "Typed on a ferry"


@pytest.mark.parametrize("role", ["student", "moderator", "admin"])
def test_the_demonstration_campus_has_three_sign_ins(other_device, role):
    sign_in(other_device, f"{role}@demo.quad.test", "quad-demo-campus")
    assert other_device.path == "/home"
    assert other_device.all(".rows .row"), "there is something to read at home"
    other_device.open("/admin/jobs")
    assert (other_device.heading != "There’s no page here") == (role == "admin")


# Pages of members, and of those who are about to be: what each is called, and where it is.
MEMBER_PAGES = {
    "home": lambda campus: "/home",
    "communities": lambda campus: "/communities",
    "a community": lambda campus: campus.largest_community,
    "an answered post": lambda campus: campus.answered_post,
    "a long thread": lambda campus: campus.long_thread,
    "a right-to-left post": lambda campus: campus.right_to_left_post,
    "a new post": lambda campus: campus.largest_community + "/new",
    "saved": lambda campus: "/bookmarks",
    "followed": lambda campus: "/settings/following",
    "muted": lambda campus: "/settings/muted",
    "account": lambda campus: "/settings/account",
    "a new address": lambda campus: "/settings/account/email",
    "security": lambda campus: "/settings/security",
    "a new password": lambda campus: "/settings/security/password",
    "mail": lambda campus: "/dev/mail",
    "background work": lambda campus: "/admin/jobs",
    "the university": lambda campus: "/admin/university",
    "one's own profile": lambda campus: "/u/" + campus.one("SELECT username FROM users WHERE email = 'admin@demo.quad.test'"),
    "somebody's profile": lambda campus: "/u/" + campus.one(
        "SELECT username FROM users WHERE state = 'active' AND visibility = 'university' AND NOT is_held "
        "AND bio_source <> '' ORDER BY id LIMIT 1"),
    "name and headline": lambda campus: "/settings/profile",
    "skills": lambda campus: "/settings/profile/skills",
    "links": lambda campus: "/settings/profile/links",
    "a picture": lambda campus: "/settings/profile/photo",
    "who sees what": lambda campus: "/settings/profile/visibility",
    "a role": lambda campus: "/settings/verification",
    "documents to verify": lambda campus: "/admin/verifications",
    "first steps": lambda campus: "/welcome",
    "first matches": lambda campus: "/welcome/matches",
    "courses as a first step": lambda campus: "/settings/courses?step=courses",
    "the week as a first step": lambda campus: "/settings/availability?step=week",
}
VISITOR_PAGES = {
    "signing up": lambda campus: "/sign-up",
    "signing in": lambda campus: "/sign-in",
    "a forgotten password": lambda campus: "/forgot-password",
    "a link that was sent": lambda campus: "/sign-up/sent",
}


@pytest.fixture(scope="module")
def admin(campus):
    browser = Browser(campus.address, DESKTOP, scripts=True)
    sign_in(browser, "admin@demo.quad.test", "quad-demo-campus")
    yield browser
    browser.quit()


@pytest.mark.parametrize("name", [*MEMBER_PAGES, *VISITOR_PAGES])
def test_pages_of_members_are_open_to_every_reader(admin, examiner, campus, name):
    browser, where = (admin, MEMBER_PAGES[name]) if name in MEMBER_PAGES else (examiner, VISITOR_PAGES[name])
    browser.complaints()
    for form in (PHONE, DESKTOP):
        browser.take(form)
        for dark in (False, True):
            browser.show(dark)
            prepare(browser, where(campus))
            # What lies under the bar at the lower edge can be scrolled from there.
            browser.driver.execute_script("document.querySelector('.tabbar')?.style.setProperty('position', 'static')")
            assert violations(browser) == [], f"{browser.path} at {form.width}, {'dark' if dark else 'light'}"
    browser.show(dark=False)
    for form in (Form(320, 640, True), PHONE, TABLET, DESKTOP):
        browser.take(form)
        browser.open(where(campus))
        assert browser.evaluate("document.documentElement.scrollWidth") <= form.width, f"{browser.path} at {form.width}"
    # Chromium's own advice on forms is no complaint: whose password it is stands in the session.
    assert [words for words in browser.complaints() if "[DOM]" not in words] == []


def test_a_form_with_mistakes_says_so_above_and_beside_its_fields(someone, campus):
    someone.open("/sign-up")
    fill(someone, name="Bo", email="bo@mailbox.example", username="admin", password="short")
    press(someone, "Join Quad")
    assert someone.path == "/sign-up"
    assert "things to mend" in someone.first(".flash.bad").text
    for field in ("email", "username", "password"):
        assert someone.first(f"#{field}").get_attribute("aria-invalid") == "true"
        assert someone.first(f"#{field}-error").is_displayed()
    assert someone.first("#email").get_attribute("value") == "bo@mailbox.example"
    assert someone.first("#password").get_attribute("value") == ""
