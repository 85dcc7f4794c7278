"""Profiles: keeping one's own, a photo and its crop, a document that a moderator looks at, and the first set-up."""

import pytest

from browser import DESKTOP, PHONE, Browser, Form
from test_attachments import loaded, picture  # noqa: F401  (a fixture)
from test_every_page import prepare, violations
from test_members import fill, flash, press, sign_in, sign_up

FORMS = ["phone", "desktop with scripts"]


@pytest.fixture(params=FORMS)
def someone(request, campus):
    browser = Browser(campus.address, PHONE if request.param == "phone" else DESKTOP, "scripts" in request.param)
    yield browser
    browser.quit()


@pytest.fixture
def moderator(campus):
    browser = Browser(campus.address, DESKTOP, scripts=False)
    sign_in(browser, "moderator@demo.quad.test", "quad-demo-campus")
    yield browser
    browser.quit()


def select(browser, name, value):
    """Chooses from a list without its pop-up, which a driver can't see where no scripts run."""
    browser.evaluate("arguments[0].value = arguments[1]", browser.first(f"[name='{name}']"), value)


def is_examined(browser, path):
    """What holds on every page: nothing scrolls sideways from 320 px on."""
    form = browser.form
    for other in (Form(320, 640, True), DESKTOP):
        browser.take(other)
        browser.open(path)
        assert browser.evaluate("document.documentElement.scrollWidth") <= other.width, f"{path} at {other.width}"
    browser.take(form)


def test_a_newcomer_is_led_through_the_first_steps(someone, campus):
    username, _ = sign_up(someone, campus)
    assert someone.heading.startswith("Welcome")
    someone.follow(someone.first(".step-parts a"))
    assert someone.heading == "Picture"
    press(someone, "Use the pattern")
    assert someone.path == "/welcome"
    someone.follow(someone.link("Headline"))
    fill(someone, headline="Asks before page two.")
    press(someone, "Save")
    assert someone.path == "/welcome"
    someone.follow(someone.link("About you"))
    fill(someone, bio="I learn a proof by *explaining* it badly.")
    press(someone, "Save")
    someone.follow(someone.link("Studies"))
    fill(someone, **{"d-degree": "BSc Mathematics", "d-expected_graduation": "soon"})
    press(someone, "Save")
    assert "A year in four digits" in someone.first(".error").text
    assert someone.first("[name=d-degree]").get_attribute("value") == "BSc Mathematics"
    fill(someone, **{"d-expected_graduation": "2028"})
    press(someone, "Save")
    assert someone.path == "/welcome"
    assert someone.first(".steps .badge.good").is_displayed()
    # Left and taken up again.
    someone.open("/home")
    assert "1 of 3" in someone.first(".next-best").text
    press(someone, "Go on")
    assert someone.first(".steps [aria-current=step] h2").text.startswith("2") or "Your courses" in someone.first(
        ".steps [aria-current=step]").text
    press(someone, "Not now, and don’t ask again")
    assert not someone.all(".next-best")
    is_examined(someone, f"/u/{username}")
    is_examined(someone, "/welcome")


def test_skills_links_and_who_sees_them(someone, campus):
    username, _ = sign_up(someone, campus)
    someone.open("/settings/profile/skills")
    fill(someone, **{"skill-0": "Python", "skill-1": "Drawing syntax trees", "interests": "Tea\nParsers"})
    select(someone, "level-1", "5")
    press(someone, "Save")
    assert "Saved" in flash(someone)
    assert [name.text for name in someone.all(".skills b")] == ["Python", "Drawing syntax trees"]
    someone.open("/settings/profile/links")
    fill(someone, **{"label-0": "Mine", "address-0": "javascript:alert(1)"})
    press(someone, "Save")
    assert "no address we can link to" in someone.first(".error").text
    fill(someone, **{"address-0": "example.org/me"})
    press(someone, "Save")
    someone.open(f"/u/{username}?as=student")
    assert "Python" in someone.first(".skills").text
    assert "Mine" not in someone.first("main").text
    someone.open("/settings/profile/visibility")
    select(someone, "contact", "university")
    select(someone, "skills", "only_me")
    press(someone, "Save")
    someone.open(f"/u/{username}?as=student")
    assert not someone.all(".skills")
    assert "Mine" in someone.first("main").text
    someone.open(f"/u/{username}")
    press(someone, "Hide me for now")
    assert "hidden" in flash(someone)
    someone.open(f"/u/{username}?as=connection")
    assert someone.heading == "Your connections see nothing"
    someone.open(f"/u/{username}")
    press(someone, "Show me again")
    for page in ("skills", "links", "visibility"):
        is_examined(someone, f"/settings/profile/{page}")


def test_a_photo_is_chosen_and_its_square_with_it(someone, campus, picture):  # noqa: F811
    username, _ = sign_up(someone, campus)
    someone.open("/settings/profile/photo")
    someone.first("[name=file]").send_keys(str(picture))
    if someone.evaluate("!!document.querySelector('script[type=module]')") and someone.form is DESKTOP:
        canvas = None
        for _ in range(200):
            if someone.all(".crop canvas"):
                canvas = someone.first(".crop canvas")
                break
        assert canvas, "the square can be chosen where scripts run"
        size, across, _ = someone.all(".crop input[type=range]")
        size.send_keys("\ue012" * 30)
        across.send_keys("\ue012" * 50)
        assert someone.first("[name=crop-side]").get_attribute("value") == "0.7000"
        assert someone.first("[name=crop-x]").get_attribute("value") == "0.0000"
        prepare_here(someone)
    press(someone, "Use this photo")
    assert "your picture now" in flash(someone)
    image = someone.first(".person img.avatar")
    assert loaded(someone, image) == 256
    assert someone.all(".masthead img.avatar")
    path = image.get_attribute("src").removeprefix(campus.address)
    # A visitor may not open the profile, and so not see the face.
    assert campus.get(path).status == 404
    someone.open("/settings/profile/photo")
    press(someone, "Remove the photo")
    assert someone.all(".person svg.avatar")


def prepare_here(browser):
    """Examines the page as it stands."""
    from test_every_page import AXE
    browser.driver.execute_script(AXE)
    assert violations(browser) == []


def test_a_moderator_looks_at_a_document(someone, moderator, campus, tmp_path):
    username, _ = sign_up(someone, campus)
    someone.open("/settings/profile")
    select(someone, "type", "mentor")
    press(someone, "Save")
    someone.open("/settings/verification")
    document = tmp_path / "letter.pdf"
    document.write_bytes(b"<html>not a document")
    someone.press(someone.first("[name=document][value=employment_letter]"))
    someone.first("[name=file]").send_keys(str(document))
    press(someone, "Send it")
    assert "Documents come as PDF, JPEG or PNG" in someone.first("#file-error").text
    document.write_bytes(b"%PDF-1.7\nA letter.\n%%EOF\n")
    someone.first("[name=file]").send_keys(str(document))
    press(someone, "Send it")
    assert "on its way" in flash(someone)
    assert "Waits for a moderator" in someone.first(".entries").text

    moderator.open("/admin/verifications")
    item = next(item for item in moderator.all(".documents > li") if f"@{username}" in item.text)
    moderator.press(item.find_element("css selector", "summary"))
    moderator.follow(item.find_element("css selector", ".button.danger"))
    assert "Say why" in moderator.first(".error").text
    item = next(item for item in moderator.all(".documents > li") if f"@{username}" in item.text)
    moderator.follow(item.find_element("css selector", ".decide > form .button"))
    assert "Confirmed" in flash(moderator)
    moderator.open(f"/u/{username}")
    assert "Mentor, confirmed" in moderator.first(".person").text
    someone.open("/settings/verification")
    assert "Confirmed" in someone.first(".entries").text
    is_examined(someone, "/settings/verification")


def test_axe_finds_nothing_on_a_filled_profile(campus):
    browser = Browser(campus.address, DESKTOP, scripts=True)
    try:
        username, _ = sign_up(browser, campus)
        browser.open("/settings/profile/skills")
        fill(browser, **{"skill-0": "Python", "interests": "Tea"})
        press(browser, "Save")
        browser.open("/settings/profile/details/student")
        fill(browser, **{"d-degree": "BSc Mathematics"})
        press(browser, "Save")
        for page in (f"/u/{username}", f"/u/{username}?as=student", "/settings/profile/details/student", "/welcome"):
            for form in (PHONE, DESKTOP):
                browser.take(form)
                for dark in (False, True):
                    browser.show(dark=dark)
                    prepare(browser, page)
                    browser.driver.execute_script("document.querySelector('.tabbar')?.remove()")
                    assert violations(browser) == [], f"{page} at {form.width}, dark {dark}"
    finally:
        browser.quit()
