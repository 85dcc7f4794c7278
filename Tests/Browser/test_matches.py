"""Study matches and groups: without scripts on a phone and at a desk, and once with them."""

import uuid

import pytest

from browser import DESKTOP, PHONE, TABLET, Browser, Form
from test_every_page import prepare, violations
from test_members import fill, flash, press, sign_in, sign_up, someone  # noqa: F401  (a fixture)


def hours(day, start, end):
    """A week that is free on one day, Sunday the first, in quarter hours after midnight: 672 bits."""
    return "".join("1" if day * 96 + start <= slot < day * 96 + end else "0" for slot in range(672))


def take(campus, username, course, week, habits=("library", "quiet", "moderate")):
    """Somebody takes a course, is shown there and says when they can study."""
    campus.rows(
        f"INSERT INTO enrolments (course_id, user_id, is_shown) SELECT '{course}', id, true FROM users "
        f"WHERE username = '{username}'")
    campus.rows(
        "INSERT INTO study_habits (user_id, availability, location, style, pace, has_habits) "
        f"SELECT id, B'{week}', '{habits[0]}', '{habits[1]}', '{habits[2]}', true FROM users WHERE username = '{username}' "
        "ON CONFLICT (user_id) DO UPDATE SET availability = EXCLUDED.availability, busy = repeat('0', 672)::bit(672), "
        "location = EXCLUDED.location, style = EXCLUDED.style, pace = EXCLUDED.pace, has_habits = true, time_zone = NULL")


def course_with_people(campus, count):
    """A course of its own with some of the demonstration's people in it, all free on Wednesday evening."""
    code, course = "M " + uuid.uuid4().hex[:6].upper(), str(uuid.uuid4())
    campus.rows(
        "INSERT INTO courses (id, university_id, code, term, title) "
        f"SELECT '{course}', home_university_id, '{code}', 'Fall 2026', 'A course' FROM site")
    people = campus.rows(
        "SELECT username FROM users JOIN site ON home_university_id = university_id WHERE state = 'active' "
        "AND NOT is_held AND role = 'member' AND visibility IN ('public', 'university') AND username NOT LIKE 'journey%' "
        f"AND email NOT LIKE '%@demo.quad.test' AND id NOT IN (SELECT user_id FROM profile_sections) ORDER BY md5(id::text || '{course}') LIMIT {count}")
    for number, (username,) in enumerate(people):
        take(campus, username, course, hours(3, 72, 80 + 2 * number))
    return code, course


def articles(browser):
    return [heading.text for heading in browser.all(".match h2")]


def test_from_no_course_to_a_match_and_a_group(someone, campus):  # noqa: F811
    username, _ = sign_up(someone, campus)
    someone.open("/matches")
    assert "which courses you take" in someone.first(".empty").text
    code, course = course_with_people(campus, 4)
    take(campus, username, course, hours(3, 72, 80))
    someone.open("/matches")
    names = articles(someone)
    assert len(names) == 4
    assert "Wed 18–20" in someone.first(".reason mark").text
    someone.follow(someone.all(".tabs a")[1])
    assert "4 people in " + code in someone.first(".page-head p").text

    # Not now, and back again.
    someone.follow(someone.first(".match form button"))
    assert names[0] not in articles(someone) and len(articles(someone)) == 3
    press(someone, "Undo")
    assert "among your matches again" in flash(someone)
    assert sorted(articles(someone)) == sorted(names)

    # What counts is turned, and a mistake is said beside the field.
    fill(someone, time="lot")
    press(someone, "Sort again")
    assert someone.first("#time-error").is_displayed()
    assert someone.first("[name=time]").get_attribute("value") == "lot"
    fill(someone, time="100", habits="0", bio="0", picture="0")
    press(someone, "Sort again")
    assert someone.first(".score-of b").text == "33"

    someone.open(f"/matches/{course}")
    someone.follow(someone.first("#side-group ~ .buttons .button"))
    assert "5 people, Wed 18–20" in someone.first(".together h2").text
    someone.follow(someone.first(".together form button"))
    assert "three have said yes" in flash(someone)
    group = someone.path
    assert len(someone.all(".group-people li")) == 5
    campus.rows(f"UPDATE study_group_members SET state = 'member' WHERE group_id = '{group.rsplit('/', 1)[1]}'")
    someone.open(group)
    press(someone, "Leave the group")
    assert "left the group" in flash(someone)
    someone.open(group)
    assert someone.heading != code


@pytest.fixture(scope="module")
def student(campus):
    browser = Browser(campus.address, DESKTOP, scripts=True)
    sign_in(browser, "student@demo.quad.test", "quad-demo-campus")
    yield browser
    browser.quit()


def test_pages_of_matches_and_groups_are_open_to_every_reader(student, campus):
    username = campus.one("SELECT username FROM users WHERE email = 'student@demo.quad.test'")
    code, course = course_with_people(campus, 5)
    take(campus, username, course, hours(3, 72, 84))
    student.open(f"/groups/proposals?course={course}")
    student.follow(student.first(".together form button"))
    group = student.path
    for path in ("/matches", f"/matches/{course}", f"/matches/{course}?time=x&habits=1&bio=1&picture=1",
                 f"/groups/proposals?course={course}", group, "/groups"):
        student.complaints()
        for form in (PHONE, DESKTOP):
            student.take(form)
            for dark in (False, True):
                student.show(dark)
                prepare(student, path)
                student.driver.execute_script("document.querySelector('.tabbar')?.style.setProperty('position', 'static')")
                assert violations(student) == [], f"{path} at {form.width}, {'dark' if dark else 'light'}"
        student.show(dark=False)
        for form in (Form(320, 640, True), PHONE, TABLET, DESKTOP):
            student.take(form)
            student.open(path)
            assert student.evaluate("document.documentElement.scrollWidth") <= form.width, f"{path} at {form.width}"
    # A page of mistakes answers 422, which the browser's console mentions.
    assert [words for words in student.complaints() if "[DOM]" not in words and "422" not in words] == []
