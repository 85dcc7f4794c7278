"""From the first sign-in to the first match, on a phone: without scripts, and with them."""

import pytest

from browser import PHONE, Browser
from test_every_page import prepare, violations
from test_matches import articles, course_with_people, take
from test_members import flash, press, sign_in, sign_up
from test_profiles import is_examined
from test_week import arrive, choose, place, said, spans, until


@pytest.fixture(params=[False, True], ids=["no scripts", "scripts"])
def newcomer(campus, request):
    browser = Browser(campus.address, PHONE, scripts=request.param)
    browser.runs_scripts = request.param
    yield browser
    browser.quit()


def step(browser):
    """The one line about the set-up: "Step 2 of 4"."""
    return browser.first(".step-line").text.split("·")[0].strip()


def take_course(browser, code):
    box = browser.first(".find-course [name=q]")
    box.clear()
    box.send_keys(code)
    browser.follow(browser.first(".find-course button"))
    assert step(browser) == "Step 2 of 4"
    browser.press(browser.first("#more ~ .own-courses [name=shown]"))
    browser.follow(browser.first("#more ~ .own-courses form .button"))
    assert step(browser) == "Step 2 of 4", "still among the steps after taking a course"


def paint(browser, row, start, end):
    """A finger sideways over a day's hours."""
    first, last = place(browser, row, start), place(browser, row, end)
    browser.command("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": first[0], "y": first[1]}])
    for part in range(1, 9):
        x = first[0] + (last[0] - first[0]) * part / 8
        browser.command("Input.dispatchTouchEvent", type="touchMove", touchPoints=[{"x": x, "y": first[1]}])
    browser.command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
    # A tap while the page still glides only stops it.
    places = []
    until(lambda: places.append(browser.evaluate("scrollY")) or places[-4:] == [places[-1]] * 4, "the page stands still")


def say_when(browser):
    """Wednesday evening: painted where scripts run, in the form's rows where none do."""
    if browser.runs_scripts:
        paint(browser, 2, 18.1, 19.9)
        assert "Wed 18–20" in said(browser)
        arrive(browser, lambda: browser.press(browser.first("[data-save]")))
        return
    choose(browser, "Wednesday", "18:00", "17:00")
    press(browser, "Add hours")
    assert browser.first("#to-error").is_displayed() and step(browser) == "Step 3 of 4"
    choose(browser, "Wednesday", "18:00", "20:00")
    press(browser, "Add hours")
    assert spans(browser) == "Wed 18–20" and step(browser) == "Step 3 of 4"
    browser.follow(browser.link("Go on to how you study"))


def test_from_the_first_sign_in_to_the_first_match(newcomer, campus):
    courses = [course_with_people(campus, count) for count in (4, 1)]
    _, address = sign_up(newcomer, campus)
    assert newcomer.heading == "Welcome, Maximiliane"

    # Who you are can wait.
    newcomer.follow(newcomer.link("Picture"))
    assert newcomer.heading == "Picture" and step(newcomer) == "Step 1 of 4"
    newcomer.follow(newcomer.link("Skip for now"))

    assert newcomer.heading == "Your courses"
    for code, _ in courses:
        take_course(newcomer, code)
    assert len(newcomer.all("#taken ~ .own-courses .what")) == 2

    # Left in the middle, and taken up again where it was.
    newcomer.open("/home")
    assert "1 of 3" in newcomer.first(".next-best").text
    press(newcomer, "Go on")
    newcomer.follow(newcomer.link("Free hours"))
    assert newcomer.heading == "When can you study?" and step(newcomer) == "Step 3 of 4"
    say_when(newcomer)

    assert newcomer.heading == "How do you like to study?" and step(newcomer) == "Step 3 of 4"
    press(newcomer, "Save my habits")
    assert "Three things to mend" in newcomer.first(".flash.bad").text and step(newcomer) == "Step 3 of 4"
    for name, value in (("location", "library"), ("style", "quiet"), ("pace", "moderate")):
        newcomer.press(newcomer.first(f"[name={name}][value={value}]"))
    press(newcomer, "Save my habits")

    assert newcomer.heading == "Your first matches" and step(newcomer) == "Step 4 of 4"
    assert "saved" in flash(newcomer)
    assert len(articles(newcomer)) == 3
    assert "Wed 18–20" in newcomer.first(".reason mark").text
    assert newcomer.first(".score-of").is_displayed()
    for path in ("/welcome/matches", "/settings/courses?step=courses", "/settings/availability?step=week"):
        is_examined(newcomer, path)
    newcomer.open("/welcome/matches")
    press(newcomer, "Done, to your home page")
    assert newcomer.path == "/home" and not newcomer.all(".next-best")

    # Nobody is led through it a second time.
    newcomer.open("/settings/account")
    press(newcomer, "Sign out in this browser")
    sign_in(newcomer, address)
    assert newcomer.path == "/home" and not newcomer.all(".next-best")


def test_with_nobody_there_one_is_told_when_somebody_is(newcomer, campus):
    code, _ = course_with_people(campus, 0)
    sign_up(newcomer, campus)
    newcomer.open("/settings/courses?step=courses")
    take_course(newcomer, code)
    newcomer.follow(newcomer.link("Go on to your week"))
    say_when(newcomer)
    newcomer.follow(newcomer.link("Skip for now"))
    assert newcomer.heading == "Your first matches"
    assert "Nobody in your courses" in newcomer.first(".empty").text
    press(newcomer, "Tell me when someone is")
    assert "write to you" in flash(newcomer)
    assert "You’ll get a mail" in newcomer.first(".watch").text


def test_home_says_who_is_free_today(newcomer, campus):
    username, _ = sign_up(newcomer, campus)
    code, course = course_with_people(campus, 2)
    campus.rows(
        "UPDATE study_habits SET availability = repeat('1', 672)::bit(672), busy = repeat('0', 672)::bit(672) "
        f"WHERE user_id IN (SELECT user_id FROM enrolments WHERE course_id = '{course}')")
    newcomer.open("/home")
    assert not newcomer.all("#today"), "nothing is said where no hours are known"
    take(campus, username, course, "1" * 672)
    newcomer.open("/home")
    assert "Two people are free today when you are." in newcomer.first(".page-head p").text
    assert len(newcomer.all(".today > li")) == 2 and len(newcomer.all(".today .now")) == 2
    assert code in newcomer.first(".today .who").text and "–24" in newcomer.first(".today .when").text
    is_examined(newcomer, "/home")
    if newcomer.runs_scripts:
        for dark in (False, True):
            newcomer.show(dark)
            prepare(newcomer, "/home")
            newcomer.driver.execute_script("document.querySelector('.tabbar')?.style.setProperty('position', 'static')")
            assert violations(newcomer) == [], "dark" if dark else "light"
