"""One's own week: as a list without scripts, and painted by keys, pointer and finger with them."""

import time

import pytest
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

from browser import DESKTOP, PHONE, Browser
from test_editor import until
from test_every_page import prepare, violations
from test_members import fill, flash, press, sign_up

WEEK = "/settings/availability"
PATTERNS = {"Weekday mornings, 8–12": 20, "Weekend afternoons, 13–18": 10}
CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:Secret seminar
DTSTART:20200106T101500
DURATION:PT1H30M
RRULE:FREQ=WEEKLY;BYDAY=MO,WE
END:VEVENT
END:VCALENDAR
"""


def browser_of(form, scripts):
    @pytest.fixture
    def opened(campus):
        browser = Browser(campus.address, form, scripts)
        sign_up(browser, campus)
        yield browser
        browser.quit()

    return opened


plain_phone = browser_of(PHONE, False)
plain_desk = browser_of(DESKTOP, False)
phone = browser_of(PHONE, True)
desk = browser_of(DESKTOP, True)


def spans(browser):
    """What the list says: "Mon 9–11, Tue 13–17"."""
    return ", ".join(
        button.get_attribute("aria-label").removeprefix("Remove ") for button in browser.all(".hours .span button"))


def choose(browser, day, start, end):
    for name, words in (("day", day), ("from", start), ("to", end)):
        browser.first(f".add-hours [name={name}]").send_keys(words)


def keys(browser, *pressed):
    for key in pressed:
        browser.driver.switch_to.active_element.send_keys(key)


def shift(browser, *pressed):
    actions = ActionChains(browser.driver).key_down(Keys.SHIFT)
    for key in pressed:
        actions.send_keys(key)
    actions.key_up(Keys.SHIFT).perform()


def tab_to(browser, selector):
    for _ in range(80):
        if browser.evaluate("document.activeElement.matches(arguments[0])", selector):
            return
        keys(browser, Keys.TAB)
    raise AssertionError(f"no key leads to {selector}")


def arrive(browser, act):
    """Does what leads to another page, and waits for it."""
    browser.evaluate("document.documentElement.setAttribute('data-left', '')")
    act()
    deadline = time.monotonic() + 20
    there = "document.readyState == 'complete' && !document.documentElement.hasAttribute('data-left')"
    while not browser.evaluate(there):
        assert time.monotonic() < deadline, f"still on {browser.path}"
        time.sleep(0.02)


def said(browser):
    return browser.first("[data-said]").text


@pytest.mark.parametrize("where", ["plain_phone", "plain_desk"])
def test_the_list_does_everything_without_scripts(where, request, campus, tmp_path):
    browser = request.getfixturevalue(where)
    browser.open(WEEK)
    assert not browser.first(".save-bar").is_displayed() and not browser.first(".paint-tools").is_displayed()
    choose(browser, "Tuesday", "13:00", "17:00")
    press(browser, "Add hours")
    assert "added" in flash(browser) and spans(browser) == "Tue 13–17"
    assert browser.first(".grid desc").get_attribute("textContent") == "Tue 13–17."
    choose(browser, "Tuesday", "16:30", "16:00")
    press(browser, "Add hours")
    assert browser.first("#to-error").is_displayed() and browser.first("#from").get_attribute("value") == "16:30"

    for pattern in PATTERNS:
        press(browser, pattern)
    assert spans(browser).count(" 8–12") == 5 and "Sat 13–18" in spans(browser)
    browser.follow(browser.first("[aria-label='Remove Tue 13–17']"))
    assert "removed" in flash(browser) and "13–17" not in spans(browser)
    press(browser, "Undo the last change")
    assert "Tue 8–12" in spans(browser) and "Tue 13–17" in spans(browser)

    file = tmp_path / "term.ics"
    file.write_text(CALENDAR)
    browser.first("#ics").send_keys(str(file))
    press(browser, "Read timetable")
    assert browser.heading == "Is this your timetable?"
    assert "10:15–11:45" in browser.first("#main").text and "Secret" not in browser.first("#main").text
    assert browser.evaluate("document.documentElement.scrollWidth") <= browser.form.width
    press(browser, "Take these hours")
    assert "Mon 8–10:15, Mon 11:45–12" in spans(browser)
    press(browser, "Clear the week")
    assert spans(browser) == "" and browser.all(".grid .taken")

    browser.follow(browser.link("Choose another time zone"))
    fill(browser, zone="Lisbon")
    press(browser, "Save")
    assert "Lisbon, now" in browser.first(".aside").text
    browser.follow(browser.link("Study habits"))
    press(browser, "Save my habits")
    assert "Three things to mend" in browser.first(".flash.bad").text
    for name, value in (("location", "cafe"), ("style", "quiet"), ("pace", "fast")):
        browser.press(browser.first(f"[name={name}][value={value}]"))
    press(browser, "Save my habits")
    assert "saved" in flash(browser) and browser.first("[value=quiet]").is_selected()


def test_a_week_is_painted_by_keys_alone(desk):
    desk.open(WEEK)
    tab_to(desk, "[role=gridcell]")
    assert desk.first("[data-at]").text == "Mon 9–9:15, not free. Space paints it."
    keys(desk, Keys.SPACE)
    assert desk.first("[data-at]").text == "Mon 9–9:15, free. Space clears it."
    shift(desk, *[Keys.ARROW_RIGHT] * 7)
    assert said(desk) == "2 hours, not saved yet: Mon 9–11."
    keys(desk, Keys.ARROW_DOWN, Keys.END, Keys.ENTER)
    assert "Tue 21:45–22" in said(desk)
    keys(desk, Keys.ARROW_RIGHT, Keys.SPACE)
    assert "Tue 21:45–22:15" in said(desk), "the picture does not widen at its edge"
    focused = desk.driver.switch_to.active_element
    assert focused.get_attribute("aria-selected") == "true" and focused.get_attribute("aria-label") == "22:00"
    keys(desk, Keys.DELETE)
    assert said(desk) == "2 hours, not saved yet: Mon 9–11."
    ActionChains(desk.driver).key_down(Keys.CONTROL).send_keys("z").key_up(Keys.CONTROL).perform()
    assert "Tue 21:45–22:15" in said(desk)
    tab_to(desk, "[data-save]")
    arrive(desk, lambda: keys(desk, Keys.ENTER))
    assert flash(desk) == "Your hours are saved."
    assert spans(desk) == "Mon 9–11, Tue 21:45–22:15"
    assert said(desk) == "2½ hours, saved." and not desk.first("[data-save]").is_displayed()


def grid(browser):
    # Scripts make it, a moment after the page is there.
    until(lambda: browser.all(".cells"), "the grid is there")
    browser.evaluate("document.querySelector('.cells').scrollIntoView({block: 'center', behavior: 'instant'})")
    return browser.evaluate("(r => [r.x, r.y, r.width, r.height])(document.querySelector('.cells').getBoundingClientRect())")


def place(browser, row, hour):
    x, y, width, _ = grid(browser)
    return x + width * (hour - 8) / 14, y + 44 * row + 20


def test_a_pointer_paints_clears_and_pulls_edges(desk):
    desk.open(WEEK)

    def drag(row, start, end):
        for kind, hour in (("mousePressed", start), ("mouseMoved", (start + end) / 2), ("mouseMoved", end),
                           ("mouseReleased", end)):
            x, y = place(desk, row, hour)
            desk.command("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=1)

    drag(0, 9.1, 10.9)
    assert said(desk) == "2 hours, not saved yet: Mon 9–11."
    drag(0, 11, 12.5)
    assert said(desk) == "3½ hours, not saved yet: Mon 9–12:30."
    drag(1, 14.4, 14.4)
    assert "Tue 14–15" in said(desk), "a tap is an hour"
    desk.press(desk.first("[name=paint][value=clear]"))
    drag(0, 9.1, 9.9)
    assert said(desk) == "3½ hours, not saved yet: Mon 10–12:30, Tue 14–15."
    press_undo = desk.first("[data-undo]")
    desk.press(press_undo)
    desk.press(press_undo)
    assert said(desk) == "3½ hours, not saved yet: Mon 9–12:30."
    # What is painted goes along with the page's other forms.
    press(desk, "Weekend afternoons, 13–18")
    assert spans(desk) == "Mon 9–12:30, Sat 13–18, Sun 13–18"


def test_a_finger_paints_sideways_and_scrolls_down(phone):
    phone.open(WEEK)

    def swipe(points):
        phone.command("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": points[0][0], "y": points[0][1]}])
        for x, y in points[1:]:
            phone.command("Input.dispatchTouchEvent", type="touchMove", touchPoints=[{"x": x, "y": y}])
        phone.command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    start, end = place(phone, 2, 10.1), place(phone, 2, 12.9)
    swipe([start, *[(start[0] + (end[0] - start[0]) * step / 8, start[1]) for step in range(1, 9)]])
    assert said(phone) == "3 hours, not saved yet: Wed 10–13."
    x, y = place(phone, 4, 15)
    before = phone.evaluate("scrollY")
    swipe([(x, y), *[(x, y - 20 * step) for step in range(1, 9)]])
    assert said(phone) == "3 hours, not saved yet: Wed 10–13."
    assert phone.evaluate("scrollY") > before
    # A tap while the page still glides only stops it.
    places = []
    until(lambda: places.append(phone.evaluate("scrollY")) or places[-4:] == [places[-1]] * 4, "the page stands still")
    arrive(phone, lambda: phone.press(phone.first("[data-save]")))
    assert spans(phone) == "Wed 10–13"


def test_two_tabs_lose_nothing(desk):
    desk.open(WEEK)
    tab_to(desk, "[role=gridcell]")
    keys(desk, Keys.SPACE)
    first = desk.driver.current_window_handle
    desk.driver.switch_to.new_window("tab")
    desk.open(WEEK)
    press(desk, "Weekday evenings, 18–21")
    desk.driver.close()
    desk.driver.switch_to.window(first)
    press(desk, "Save my hours")
    assert "changed somewhere else" in desk.first("#two-weeks").text
    assert "Mon 9–9:15" in desk.first(".points-of-two").text and "Mon 18–21" in desk.first(".points-of-two").text
    press(desk, "Save both together")
    assert spans(desk).startswith("Mon 9–9:15, Mon 18–21, Tue 18–21")


@pytest.mark.parametrize("form", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_its_pages_are_open_to_every_reader(form, desk, tmp_path):
    desk.take(form)
    desk.open(WEEK)
    press(desk, "Weekday evenings, 18–21")
    file = tmp_path / "term.ics"
    file.write_text(CALENDAR)
    desk.first("#ics").send_keys(str(file))
    press(desk, "Read timetable")
    press(desk, "Take these hours")
    for path in (WEEK, WEEK + "?hours=all", WEEK + "/zone", "/settings/study-habits"):
        for dark in (False, True):
            desk.show(dark)
            prepare(desk, path)
            # What lies under the bars at the lower edge can be scrolled from there.
            desk.driver.execute_script(
                "for (const bar of document.querySelectorAll('.tabbar, .save-bar')) bar.style.position = 'static'")
            assert violations(desk) == [], f"{path} at {form.width}, {'dark' if dark else 'light'}"
        assert desk.evaluate("document.documentElement.scrollWidth") <= form.width
    desk.show(dark=False)
    assert [words for words in desk.complaints() if "[DOM]" not in words] == []
