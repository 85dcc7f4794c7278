"""The editor: what scripts add to a textarea, and that everything can be done without them."""

import time

import pytest
from selenium.webdriver.common.keys import Keys

from browser import DESKTOP, PHONE, TABLET, Browser, Form
from campus import PUBLIC
from stand_in import StandIn
from test_every_page import AXE, violations
from test_members import PASSWORD, fill, flash, press, sign_up

NARROW = Form(320, 640, True)
ARABIC = "مرحبا بكم في المكتبة"


@pytest.fixture(scope="module")
def door(campus):
    door = StandIn(campus.address)
    yield door
    door.close()


@pytest.fixture(scope="module")
def community(campus):
    return campus.one(
        f"SELECT '/c/' || slug FROM communities WHERE {PUBLIC} AND state = 'active' ORDER BY member_count DESC LIMIT 1")


def join(browser, community):
    browser.open(community)
    press(browser, "Join")


@pytest.fixture(scope="module")
def member(door, campus, community):
    """A browser that runs scripts, its owner's username, and their address."""
    browser = Browser(door.address, DESKTOP, scripts=True)
    username, address = sign_up(browser, campus)
    join(browser, community)
    yield browser, username, address
    browser.quit()


@pytest.fixture
def writer(member, door):
    """Someone at a desk with scripts and without drafts, behind a door that lets everything in."""
    browser = member[0]
    door.upload_status, door.draft_status, door.preview_status, door.delay = 201, 204, None, 0
    door.serves_completions = True
    door.uploads.clear(), door.drafts.clear()
    browser.take(DESKTOP)
    browser.show(dark=False)
    browser.open("/about")
    browser.evaluate("localStorage.clear()")
    browser.complaints()
    return browser


@pytest.fixture(scope="module")
def plain(campus, community):
    """Someone on a phone that runs no scripts: the browser, and their address."""
    browser = Browser(campus.address, PHONE, scripts=False)
    _, address = sign_up(browser, campus)
    join(browser, community)
    yield browser, address
    browser.quit()


def until(holds, words, seconds=10):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError(words() if callable(words) else words)


def editing(browser, path, **typed):
    """Opens a page with an editor, and types into its fields."""
    browser.open(path)
    until(lambda: browser.all(".editor .live .note"), "the editor is there")
    fill(browser, **typed)
    return browser.first(".editor textarea")


def write(browser, area, marked):
    """Puts a text into the textarea as typing would; `|` stands at the caret or at both ends of the selection."""
    at = [index for index, letter in enumerate(marked) if letter == "|"]
    start, end = at[0], at[-1] - (len(at) - 1)
    browser.evaluate(
        "(a => (a.focus(), a.select(), document.execCommand('insertText', false, arguments[1] || ' '), "
        "a.setSelectionRange(arguments[2], arguments[3])))(arguments[0])", area, marked.replace("|", ""), start, end)


def read(browser, area):
    text, start, end = browser.evaluate(
        "(a => [a.value, a.selectionStart, a.selectionEnd])(arguments[0])", area)
    return text[:start] + "|" + text[start:end] + "|" + text[end:] if start != end else text[:start] + "|" + text[start:]


def tool(browser, label):
    return browser.first(f".tools [aria-label='{label}']")


def says(browser, selector, words):
    until(lambda: any(words in element.get_attribute("textContent") for element in browser.all(selector)),
          lambda: f"{selector} says {[e.text for e in browser.all(selector)]}, not “{words}”")


def live(browser):
    return browser.first(".live .words").get_attribute("innerHTML")


MARKS = [
    ("Bold", "one |two| three", "one **|two|** three"), ("Bold", "tw|o", "**|two|**"), ("Bold", f"|{ARABIC}|", f"**|{ARABIC}|**"),
    ("Bold", "|one\n\ntwo|", "|**one**\n\n**two**|"), ("Italic", "**|two|**", "***|two|***"),
    ("Italic", "one |two |three", "one *|two|* three"), ("Heading", "one\ntw|o", "one\n## tw|o"),
    ("Quote", "|one\n\ntwo|", "|> one\n>\n> two|"), ("List", "|one\ntwo|", "|- one\n- two|"),
    ("Numbered list", "|one\ntwo|", "|1. one\n2. two|"), ("Code", "a |heap|", "a `|heap|`"),
    ("Code", "a |`b` c|", "a ``|`b` c|``"), ("Code", "|a\nb|", "```\n|a\nb|\n```"),
    ("Link", "see |this|", "see [this](|https://|)"), ("Mention", "thanks |", "thanks @|"),
]


@pytest.mark.parametrize(("label", "before", "after"), MARKS)
def test_a_tool_marks_the_selection_and_takes_the_mark_off_again(writer, community, label, before, after):
    area = editing(writer, community + "/new")
    write(writer, area, before)
    tool(writer, label).click()
    assert read(writer, area) == after
    tool(writer, label).click()
    assert read(writer, area).replace("|", "") == before.replace("|", "")


def test_undo_takes_back_what_tools_did_step_by_step(writer, community):
    area = editing(writer, community + "/new")
    area.send_keys("a heap")
    for label in ("Bold", "Quote"):
        tool(writer, label).click()
    assert area.get_attribute("value") == "> a **heap**"
    area.send_keys(Keys.CONTROL, "z")
    assert area.get_attribute("value") == "a **heap**"
    area.send_keys(Keys.CONTROL, "z")
    assert area.get_attribute("value") == "a heap"


def test_keys_do_what_tools_do_and_tab_goes_on(writer, community):
    area = editing(writer, community + "/new")
    for keys, after in (
        ("b", "**|heap|**"), ("i", "*|heap|*"), ("e", "`|heap|`"), ("k", "[heap](|https://|)"),
        ((Keys.SHIFT, "9"), "|> heap|"), ((Keys.SHIFT, "8"), "|- heap|"), ((Keys.SHIFT, "7"), "|1. heap|"),
    ):
        write(writer, area, "|heap|")
        area.send_keys(Keys.CONTROL, *keys)
        assert read(writer, area) == after
    area.send_keys(Keys.TAB)
    assert not writer.evaluate("document.activeElement === arguments[0]", area)
    writer.press(writer.first(".keys summary"))
    assert "Ctrl+B" in writer.first(".keys").text and "Send" in writer.first(".keys").text


def test_tools_are_one_stop_for_tab_and_arrows_lead_along_them(writer, community):
    area = editing(writer, community + "/new")
    assert len(writer.all(".tools [tabindex='0']")) == 1
    assert all(button.get_attribute("aria-label") for button in writer.all(".tools button"))
    area.send_keys(Keys.SHIFT, Keys.TAB)

    def label():
        return writer.evaluate("document.activeElement.getAttribute('aria-label')")

    assert label() == "Bold"
    for key, expected in ((Keys.ARROW_RIGHT, "Italic"), (Keys.END, "Mention"), (Keys.ARROW_RIGHT, "Bold"),
                          (Keys.ARROW_LEFT, "Mention"), (Keys.HOME, "Bold")):
        writer.driver.switch_to.active_element.send_keys(key)
        assert label() == expected
    writer.driver.switch_to.active_element.send_keys(Keys.ARROW_RIGHT, Keys.TAB)
    assert writer.evaluate("document.activeElement === arguments[0]", area)
    area.send_keys(Keys.SHIFT, Keys.TAB)
    assert label() == "Italic", "the stop is where one was last"


def test_fingers_reach_every_tool_on_the_smallest_phone(writer, community):
    editing(writer, community + "/new")
    writer.take(NARROW)
    for button in writer.all(".tools button, .views button"):
        size = writer.evaluate("(r => [r.width, r.height])(arguments[0].getBoundingClientRect())", button)
        assert min(size) >= 44
    bar = writer.first(".tools")
    assert writer.evaluate("arguments[0].scrollWidth > arguments[0].clientWidth", bar), "the tools scroll sideways"
    assert writer.evaluate("arguments[0].offsetHeight", bar) < 60, "and stay on one line"
    writer.press(tool(writer, "Mention"))
    assert writer.first(".editor textarea").get_attribute("value") == "@"


def test_the_preview_is_what_will_be_stored(writer, campus, community):
    area = editing(writer, community + "/new", title="Seen before it was sent")
    area.send_keys("It *will* be **so**.\n\n- `one`\n- <b>two</b>")
    until(lambda: "<li>&lt;b&gt;two" in live(writer), lambda: live(writer))
    seen = live(writer).strip()
    area.send_keys(Keys.CONTROL, Keys.ENTER)
    until(lambda: writer.all(".post-body"), "the post is published")
    assert writer.first(".post-body").get_attribute("innerHTML").strip() == seen
    assert writer.complaints() == []


def test_links_in_the_preview_leave_the_page_alone(writer, community):
    area = editing(writer, community + "/new")
    area.send_keys("[about](/about) " + ARABIC)
    until(lambda: writer.all(".live a"), "the preview is there")
    assert writer.first(".live a").get_attribute("target") == "_blank"
    assert writer.first(".live .words").get_attribute("dir") == "auto"


def test_the_preview_says_what_is_wrong_and_when_it_is_away(writer, door, community):
    area = editing(writer, community + "/new")
    write(writer, area, "a" * 50_001 + "|")
    says(writer, ".live .note", "50000 is the limit")
    door.preview_status = 503
    write(writer, area, "Fine words|")
    says(writer, ".live .note", "Preview is not available right now.")
    door.preview_status = None
    area.send_keys(" again")
    until(lambda: "Fine words again" in live(writer), lambda: live(writer))
    assert not writer.first(".live .note").is_displayed()
    assert "status" not in (writer.first(".live").get_attribute("role") or ""), "it is not read out at every letter"


def test_phones_switch_between_writing_and_looking(writer, community):
    writer.take(PHONE)
    area = editing(writer, community + "/new")
    assert area.is_displayed() and not writer.first(".live").is_displayed()
    area.send_keys("Seen *later*.")
    time.sleep(1)
    assert live(writer) == "", "nothing is asked for that nobody sees"
    writer.press(writer.all(".views button")[1])
    until(lambda: "<em>later</em>" in live(writer), lambda: live(writer))
    assert not area.is_displayed() and not writer.first(".tools").is_displayed()
    writer.press(writer.all(".views button")[0])
    assert area.get_attribute("value") == "Seen *later*." and area.is_displayed()
    writer.take(DESKTOP)
    assert area.is_displayed() and writer.first(".live").is_displayed() and not writer.first(".views").is_displayed()


def file(tmp_path, name, size=3000):
    path = tmp_path / name
    path.write_bytes(b"x" * size)
    return str(path)


def test_files_arrive_one_after_another_and_pictures_are_described(writer, door, community, tmp_path):
    area = editing(writer, community + "/new", body="Look:")
    door.delay = 0.7
    chooser = writer.first(".editor input[type=file]")
    chooser.send_keys(file(tmp_path, "ferry.jpg") + "\n" + file(tmp_path, "plan.pdf"))
    says(writer, ".arrival", "Uploading ferry.jpg, ")
    says(writer, ".arrival", "plan.pdf waits")
    assert area.get_attribute("value") == "Look:\n![Uploading ferry.jpg…]()\n![Uploading plan.pdf…]()\n"
    area.send_keys("Typed meanwhile.")
    area.send_keys(Keys.CONTROL, Keys.ENTER)
    says(writer, ".said", "is still on its way")
    until(lambda: len(door.uploads) == 2 and len(writer.all(".arrival")) == 1, "both arrived")
    words = area.get_attribute("value")
    assert words.startswith("Look:\n![](/attachments/") and "[plan.pdf](/attachments/" in words
    assert words.endswith("Typed meanwhile.") and "Uploading" not in words
    writer.first(".arrival input").send_keys("A ferry [at dawn]", Keys.ENTER)
    assert "![A ferry \\[at dawn\\]](/attachments/" in area.get_attribute("value")
    assert not writer.all(".arrival") and writer.path.endswith("/new")


def test_a_file_that_fails_says_why_and_leaves_nothing_in_the_text(writer, door, community, tmp_path):
    area = editing(writer, community + "/new", body="Look:")
    door.upload_status = 422
    chooser = writer.first(".editor input[type=file]")
    chooser.send_keys(file(tmp_path, "torn.png"))
    says(writer, ".arrival.error", "torn.png is no picture that can be read.")
    assert area.get_attribute("value").strip() == "Look:"
    chooser.send_keys(file(tmp_path, "film.mov", 10 * 1024 * 1024 + 1))
    says(writer, ".arrival.error", "film.mov is larger than 10 MiB")
    assert len(door.uploads) == 1, "it was not even sent"
    for button in writer.all(".arrival button"):
        writer.press(button)
    door.upload_status, door.delay = 201, 2
    chooser.send_keys(file(tmp_path, "late.png"))
    writer.press(writer.first(".arrival [aria-label='Cancel late.png']"))
    assert not writer.all(".arrival") and area.get_attribute("value").strip() == "Look:"


@pytest.mark.parametrize("way", ["drop", "paste"])
def test_pictures_are_dropped_and_pasted(writer, community, way):
    area = editing(writer, community + "/new")
    writer.evaluate(
        "((area, way) => { const data = new DataTransfer(); data.items.add(new File(['x'], 'map.png', {type: 'image/png'}));"
        "area.focus(); area.dispatchEvent(way == 'drop' ? new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true})"
        ": new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); })(arguments[0], arguments[1])",
        area, way)
    until(lambda: "/map.png)" in area.get_attribute("value"), lambda: area.get_attribute("value"))
    writer.press(writer.all(".arrival button")[-1])
    assert not writer.all(".arrival")


def offers(browser):
    return browser.evaluate(
        "[...document.querySelectorAll('.offers:not([hidden]) li')].map(option => option.innerText.replace(/\\s+/g, ' '))")


def test_people_and_tags_are_offered_while_they_are_typed(writer, community):
    area = editing(writer, community + "/new")
    area.send_keys("Thanks @")
    assert offers(writer) == []
    area.send_keys("bo")
    until(lambda: offers(writer) == ["Bo Li @bo.li", "Bo Ferry @bo.ferry"], lambda: str(offers(writer)))
    active = writer.first(f"[id='{area.get_attribute('aria-activedescendant')}']")
    assert active.get_attribute("aria-selected") == "true" and "bo.li" in active.text
    area.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    assert area.get_attribute("value") == "Thanks @bo.ferry " and offers(writer) == []
    area.send_keys("for #gra")
    until(lambda: offers(writer) == ["#graphs 120 posts", "#grading 1 post"], lambda: str(offers(writer)))
    area.send_keys(Keys.TAB)
    assert area.get_attribute("value") == "Thanks @bo.ferry for #graphs "
    area.send_keys("and @no")
    until(lambda: offers(writer), "somebody is offered")
    area.send_keys(Keys.ESCAPE)
    assert offers(writer) == []
    area.send_keys(Keys.ENTER, "bo@bo")
    time.sleep(0.5)
    assert offers(writer) == [], "an address is no mention"


def test_a_finger_takes_an_offer_near_the_caret(writer, community):
    writer.take(PHONE)
    area = editing(writer, community + "/new", body="")
    area.send_keys("x" * 30 + " @noo")
    until(lambda: offers(writer), "somebody is offered")
    box = writer.evaluate("(r => [r.left, r.right, r.height])(document.querySelector('.offers').getBoundingClientRect())")
    assert box[0] >= 0 and box[1] <= PHONE.width and box[2] >= 44
    writer.press(writer.first(".offers li"))
    until(lambda: area.get_attribute("value").endswith(" @noor.haddad "), lambda: area.get_attribute("value"))


def test_nothing_happens_where_completions_cannot_be_had(writer, door, community):
    door.serves_completions = False
    area = editing(writer, community + "/new")
    area.send_keys("Thanks @bo")
    time.sleep(0.6)
    area.send_keys(Keys.ENTER, "Bo")
    assert area.get_attribute("value") == "Thanks @bo\nBo" and offers(writer) == []


def offline(browser, is_away):
    browser.command("Network.enable")
    browser.command(
        "Network.emulateNetworkConditions", offline=is_away, latency=0, downloadThroughput=-1, uploadThroughput=-1)


def kept(browser, words):
    return browser.evaluate("Object.values(localStorage).some(text => text.includes(arguments[0]))", words)


def test_a_draft_survives_a_lost_connection_and_a_reload(writer, community):
    area = editing(writer, community + "/new", title="Typed on a ferry")
    writer.press(writer.all("[name=kind]")[1])
    area.send_keys("A long thought.")
    try:
        offline(writer, True)
        says(writer, ".draft-note", "You are offline; what you write is kept on this device.")
        area.send_keys(" And more, at sea.")
        says(writer, ".live .note", "Preview is not available right now.")
        area.send_keys(Keys.CONTROL, Keys.ENTER)
        says(writer, ".draft-note", "send it when you’re back")
        until(lambda: kept(writer, "at sea"), "it is kept")
    finally:
        offline(writer, False)
    until(lambda: not any("offline" in note.text for note in writer.all(".draft-note")), "it is back")
    writer.open("/about")
    area = editing(writer, community + "/new")
    says(writer, ".draft-note", "This is what you wrote here before. It isn’t sent yet.")
    assert area.get_attribute("value") == "A long thought. And more, at sea."
    assert writer.first("#title").get_attribute("value") == "Typed on a ferry"
    assert writer.all("[name=kind]")[1].is_selected()
    until(lambda: "at sea" in live(writer), "the preview follows")
    area.send_keys(Keys.CONTROL, Keys.ENTER)
    until(lambda: writer.all(".post-body"), "it is published")
    assert not kept(writer, "at sea"), "what has arrived is forgotten"
    assert editing(writer, community + "/new").get_attribute("value") == ""


def test_a_draft_survives_a_tab_that_dies(writer, community):
    area = editing(writer, community + "/new")
    area.send_keys("Typed before the crash.")
    until(lambda: kept(writer, "before the crash"), "it is kept")
    first = writer.driver.current_window_handle
    writer.driver.switch_to.new_window("tab")
    second = writer.driver.current_window_handle
    writer.driver.switch_to.window(first)
    writer.driver.close()
    writer.driver.switch_to.window(second)
    writer.take(DESKTOP)
    assert editing(writer, community + "/new").get_attribute("value") == "Typed before the crash."
    writer.press(writer.first(".draft-note button"))
    assert writer.first(".editor textarea").get_attribute("value") == ""
    assert not kept(writer, "before the crash")


def test_a_draft_outlives_the_session(writer, member, campus, community):
    _, username, address = member
    editing(writer, community + "/new", title="Half a thought", body="It must not be lost.")
    until(lambda: kept(writer, "must not be lost"), "it is kept")
    campus.rows(f"UPDATE sessions SET revoked_at = now() WHERE user_id = (SELECT id FROM users WHERE username = '{username}')")
    writer.open(community + "/new")
    assert writer.path.startswith("/sign-in")
    fill(writer, email=address, password=PASSWORD)
    press(writer, "Sign in")
    area = editing(writer, community + "/new")
    assert area.get_attribute("value") == "It must not be lost."
    assert writer.first("#title").get_attribute("value") == "Half a thought"


def test_what_was_sent_but_never_arrived_is_offered(writer, community):
    area = editing(writer, community + "/new", title="Sent into the dark")
    area.send_keys("Words.")
    until(lambda: kept(writer, "Words."), "it is kept")
    writer.evaluate(
        "(() => { for (const key of Object.keys(localStorage)) if (key.startsWith('quad-draft')) localStorage[key] = "
        "JSON.stringify({...JSON.parse(localStorage[key]), isSent: true}); })()")
    area = editing(writer, community + "/new")
    assert area.get_attribute("value") == ""
    says(writer, ".draft-note", "You wrote something here before that never arrived.")
    writer.press(writer.first(".draft-note button"))
    assert area.get_attribute("value") == "Words."


def test_signing_out_forgets_drafts(campus, door, community):
    browser = Browser(door.address, DESKTOP, scripts=True)
    try:
        sign_up(browser, campus)
        join(browser, community)
        editing(browser, community + "/new", body="Only mine.")
        until(lambda: kept(browser, "Only mine."), "it is kept")
        browser.open("/settings/account")
        press(browser, "Sign out in this browser")
        assert not kept(browser, "Only mine.")
    finally:
        browser.quit()


def with_server_draft(browser):
    """Makes the open form one whose drafts the server keeps, as another page's script would add a form."""
    browser.evaluate(
        "(form => { const copy = form.cloneNode(true); copy.dataset.serverDraft = ''; copy.querySelector('.field .editor, .editor')"
        ".replaceWith(document.createElement('textarea')); copy.querySelector('textarea').name = 'body'; form.replaceWith(copy);"
        "copy.parentElement.dispatchEvent(new CustomEvent('quad:form', {bubbles: true})); })(document.querySelector('form.composer'))")
    return browser.first("form.composer textarea")


def test_drafts_go_to_the_server_while_one_types(writer, door, community):
    editing(writer, community + "/new")
    area = with_server_draft(writer)
    area.send_keys("Kept twice.")
    says(writer, ".draft-state", "Draft saved ")
    path, fields = door.drafts[-1]
    assert path == "/drafts/" + writer.first("[name=id]").get_attribute("value")
    assert fields["body"] == "Kept twice."
    door.draft_status = 409
    area.send_keys(" Then another tab was ahead.")
    says(writer, ".draft-state", "Kept on this device")
    assert kept(writer, "another tab was ahead")
    count = len(door.drafts)
    area.send_keys(" More.")
    time.sleep(5)
    assert len(door.drafts) == count, "who is behind does not overwrite"


@pytest.fixture(scope="module")
def thread(campus, community):
    return campus.post(
        f"posts.state = 'published' AND NOT is_locked AND comment_count BETWEEN 2 AND 20 AND communities.slug = '{community[3:]}' "
        "AND EXISTS (SELECT FROM comments k WHERE k.post_id = posts.id AND k.state = 'published' AND k.score > -4)",
        "posts.id DESC")


REPLY = ".comment a[href*='/comments/new?parent=']"


def test_a_reply_is_written_below_its_comment(writer, thread):
    writer.open(thread)
    link = writer.first(REPLY)
    writer.press(link)
    until(lambda: writer.all(".reply-here .editor textarea"), "the form is there")
    assert writer.path == thread
    area = writer.first(".reply-here textarea")
    assert writer.evaluate("document.activeElement === arguments[0]", area)
    assert writer.first(f".reply-here label[for='{area.get_attribute('id')}']").text == "Your reply"
    ids = writer.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids)), "no id is there twice"
    area.send_keys("Kept while it is closed.")
    area.send_keys(Keys.ESCAPE)
    assert not writer.all(".reply-here")
    assert writer.evaluate("document.activeElement === arguments[0]", link)
    writer.press(link)
    until(lambda: writer.all(".reply-here .editor textarea"), "the form is there again")
    area = writer.first(".reply-here textarea")
    until(lambda: area.get_attribute("value") == "Kept while it is closed.", "and what was written")
    area.send_keys(Keys.CONTROL, Keys.ENTER)
    until(lambda: writer.all(".flash"), "it is sent")
    assert "Your comment is published" in flash(writer)
    assert "Kept while it is closed." in writer.first("main").text


def test_a_reply_that_cannot_be_fetched_has_its_page(writer, door, thread):
    writer.open(thread)
    link = writer.first(REPLY)
    writer.evaluate("arguments[0].href = '/comments/new?parent=1'", link)
    writer.press(link)
    until(lambda: writer.path == "/comments/new?parent=1", lambda: writer.path)


def test_axe_finds_nothing_in_the_editor(writer, door, community, tmp_path):
    for form in (PHONE, DESKTOP):
        for dark in (False, True):
            writer.take(form)
            writer.show(dark)
            area = editing(writer, community + "/new", body="A *heap* of `words`.\n\n" + ARABIC)
            writer.first(".editor input[type=file]").send_keys(file(tmp_path, "map.png"))
            until(lambda: writer.all(".arrival input"), "it arrived")
            area.send_keys("@bo")
            until(lambda: offers(writer), "somebody is offered")
            writer.driver.execute_script(AXE)
            writer.driver.execute_script("document.querySelector('.tabbar')?.style.setProperty('position', 'static')")
            assert violations(writer) == [], f"at {form.width}, {'dark' if dark else 'light'}"
            writer.evaluate("localStorage.clear()")
    writer.show(dark=False)


def test_nothing_scrolls_sideways_whatever_is_written(writer, community):
    area = editing(writer, community + "/new")
    write(writer, area, f"{'x' * 400}\n\n    {'code ' * 60}\n\n{ARABIC * 20}\n\n# {'Long ' * 60}|")
    for form in (NARROW, PHONE, TABLET, DESKTOP):
        writer.take(form)
        for view in writer.all(".views button"):
            if view.is_displayed():
                writer.press(view)
            if writer.first(".live").is_displayed():
                until(lambda: "<h2" in live(writer), lambda: live(writer))
            assert writer.evaluate("document.documentElement.scrollWidth") <= form.width, f"at {form.width}"


def test_everything_is_there_without_scripts(plain, community, thread):
    browser, _ = plain
    browser.open(community + "/new")
    assert not browser.all(".tools") and browser.first("textarea[name=body]").is_displayed()
    fill(browser, title="Without scripts", body="It *works*.")
    press(browser, "Preview")
    assert "<em>works</em>" in browser.first(".preview .words").get_attribute("innerHTML")
    assert browser.first("[name=body]").get_attribute("value") == "It *works*."
    fill(browser, title="")
    press(browser, "Publish" if browser.first(".publishes").is_displayed() else "Post question")
    assert browser.first("#title-error").is_displayed()
    assert browser.first("[name=body]").get_attribute("value") == "It *works*.", "nothing typed is lost"
    browser.open(thread)
    browser.follow(browser.first(REPLY))
    assert browser.heading == "Your reply"
    fill(browser, body="On a page of its own.")
    press(browser, "Post reply")
    assert "Your comment is published" in flash(browser)


def test_words_outlive_the_session_without_scripts(plain, campus, community):
    browser, address = plain
    browser.open(community + "/new")
    fill(browser, title="Typed slowly", body="It took a whole evening.")
    campus.rows(f"UPDATE sessions SET revoked_at = now() WHERE user_id = (SELECT id FROM users WHERE email = '{address}')")
    press(browser, "Publish" if browser.first(".publishes").is_displayed() else "Post question")
    fill(browser, email=address, password=PASSWORD)
    press(browser, "Sign in")
    assert browser.first("[name=body]").get_attribute("value").replace("\r", "") == "It took a whole evening."
    press(browser, "Send it")
    assert browser.heading == "Typed slowly"


def test_nothing_of_the_editor_is_loaded_before_it_is_needed(writer, examiner, campus):
    examiner.requests()
    examiner.open(campus.answered_post)
    assert [address for address in examiner.requests() if "editor" in address or "drafts" in address] == []
    writer.take(PHONE)
    writer.requests()
    writer.open(campus.long_thread)
    assert [address for address in writer.requests() if "/editor/" in address or "/drafts/" in address] == []
