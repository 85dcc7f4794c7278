"""Taking courses with and without scripts, and suggesting one that a moderator confirms."""

import pytest

from browser import DESKTOP, PHONE, Browser, Form
from test_every_page import prepare, violations
from test_members import fill, flash, press, sign_in, sign_up, someone  # noqa: F401  (a fixture)


@pytest.fixture
def moderator(campus):
    browser = Browser(campus.address, DESKTOP, scripts=False)
    sign_in(browser, "moderator@demo.quad.test", "quad-demo-campus")
    yield browser
    browser.quit()


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def student(campus, request):
    browser = Browser(campus.address, PHONE, scripts=request.param)
    yield browser
    browser.quit()


def send(browser, selector):
    browser.follow(browser.first(selector))


def test_a_course_is_found_taken_shown_and_dropped(student, campus):
    username, _ = sign_up(student, campus)
    student.open("/courses")
    student.first(".find-course [name=q]").send_keys("algor")
    send(student, ".find-course button")
    student.follow(student.first(".row.of-course a"))
    assert student.heading == "Algorithms and Data Structures"
    assert student.all("#mates") == [], "who takes it is not shown to others"
    send(student, ".enrolment .button")
    assert "Nobody is told" in flash(student)
    assert "course mates show up here" in student.first("#mates").text
    assert "Nobody sees that you take it" in student.first(".aside .enrolment").text
    send(student, ".aside form[action$=showing] button")
    assert "Course mates see you" in flash(student)
    path = student.path
    assert campus.one(
        "SELECT e.is_shown FROM enrolments e JOIN users u ON u.id = e.user_id "
        f"WHERE u.username = '{username}'") == "t"

    student.open("/settings/courses")
    assert [item.text for item in student.all(".own-courses .what")] == ["Algorithms and Data Structures"]
    student.first(".find-course [name=q]").send_keys("logic")
    send(student, ".find-course button")
    student.press(student.first("#more ~ .own-courses [name=shown]"))
    send(student, "#more ~ .own-courses form .button")
    assert student.path.startswith("/settings/courses"), "back to what was looked for"
    assert len(student.all("#taken ~ .own-courses .what")) == 2
    student.open("/courses?mine=yes")
    assert len(student.all(".row.of-course")) == 2
    student.open(path)
    send(student, ".aside form[action$='enrolment/end'] button")
    assert "dropped" in flash(student)
    assert len(student.all("#taken ~ .own-courses .what")) == 1


def test_a_missing_course_is_suggested_and_confirmed(someone, moderator, campus):  # noqa: F811
    username, _ = sign_up(someone, campus)
    someone.open("/courses/suggestion")
    fill(someone, code="CS 161", title="Algorithms and Data Structures", section="1")
    press(someone, "Send it to a moderator")
    assert "is there already" in someone.first("#code-error").text
    assert someone.first("[name=code]").get_attribute("value") == "CS 161"
    number = username.rsplit(".", 1)[1]
    fill(someone, code=f"NEW {number}", title=f"Knots and braids {number}", section="")
    press(someone, "Send it to a moderator")
    assert "waits for a moderator" in flash(someone)
    assert f"Knots and braids {number}" in someone.first("#suggested ~ .entries").text

    moderator.open("/admin/courses")
    moderator.follow(moderator.link(f"Knots and braids {number}"))
    fill(moderator, title=f"Knots, braids and links {number}")
    press(moderator, "Add this course")
    assert "in the catalogue" in flash(moderator)

    someone.open("/settings/courses")
    assert "you take it" in someone.first("#suggested ~ .entries").text
    assert f"Knots, braids and links {number}" in someone.first(".own-courses").text
    someone.follow(someone.first(".own-courses .what a"))
    assert someone.heading == f"Knots, braids and links {number}"


def test_axe_finds_nothing_about_courses(campus):
    browser = Browser(campus.address, PHONE, scripts=True)
    try:
        sign_in(browser, "moderator@demo.quad.test", "quad-demo-campus")
        taken = campus.one(
            "SELECT e.course_id FROM enrolments e JOIN users u ON u.id = e.user_id "
            "WHERE u.email = 'moderator@demo.quad.test' ORDER BY 1 LIMIT 1")
        other = campus.one(
            "SELECT c.id FROM courses c JOIN site s ON s.home_university_id = c.university_id WHERE NOT EXISTS ("
            "SELECT FROM enrolments e JOIN users u ON u.id = e.user_id WHERE e.course_id = c.id "
            "AND u.email = 'moderator@demo.quad.test') ORDER BY c.code LIMIT 1")
        waiting = campus.one("SELECT id FROM course_suggestions WHERE state = 'waiting' ORDER BY created_at LIMIT 1")
        for path in (
            "/courses", "/courses?mine=yes", "/courses?q=zzzz", f"/courses/{taken}", f"/courses/{other}",
            "/settings/courses?q=cs", "/courses/suggestion", "/admin/courses", f"/admin/courses/{waiting}",
        ):
            for form in (PHONE, DESKTOP):
                browser.take(form)
                for dark in (False, True):
                    browser.show(dark=dark)
                    prepare(browser, path)
                    # What lies under the bar at the lower edge can be scrolled from there.
                    browser.driver.execute_script(
                        "document.querySelector('.tabbar')?.style.setProperty('position', 'static')")
                    assert violations(browser) == [], f"{path}, {'dark' if dark else 'light'}"
            for form in (Form(320, 640, True), PHONE, DESKTOP):
                browser.take(form)
                assert browser.evaluate("document.documentElement.scrollWidth") <= form.width, path
    finally:
        browser.quit()
