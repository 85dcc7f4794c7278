"""Pictures and files: brought along, shown in a post, opened, and a community's own picture."""

import struct
import zlib

import pytest
from selenium.webdriver.common.keys import Keys

from browser import DESKTOP, PHONE, Browser
from campus import PUBLIC
from test_editor import editing, live, offers, until
from test_every_page import prepare, violations
from test_members import fill, flash, press, sign_in, sign_up


@pytest.fixture(params=["phone", "desktop with scripts"])
def someone(request, campus):
    browser = Browser(campus.address, PHONE if request.param == "phone" else DESKTOP, "scripts" in request.param)
    yield browser
    browser.quit()


@pytest.fixture
def picture(tmp_path):
    """A picture with so many colours that it becomes a JPEG."""
    width, height = 700, 500
    rows = b"".join(
        b"\0" + bytes(channel for x in range(width) for channel in (x * 255 // width, y * 255 // height, (x * y) % 256))
        for y in range(height))

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    path = tmp_path / "Heap & tree.png"
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
    return path


def loaded(browser, image):
    return browser.evaluate("arguments[0].complete && arguments[0].naturalWidth", image)


def test_a_picture_is_brought_along_and_shown_in_a_post(someone, campus, picture, tmp_path):
    sign_up(someone, campus)
    someone.open("/attachments/new")
    (tmp_path / "broken.png").write_bytes(picture.read_bytes()[:2000])
    someone.first("[name=file]").send_keys(str(tmp_path / "broken.png"))
    fill(someone, alt="A heap drawn as a tree")
    press(someone, "Upload")
    assert "damaged" in someone.first("#file-error").text
    assert someone.first("[name=alt]").get_attribute("value") == "A heap drawn as a tree"

    someone.first("[name=file]").send_keys(str(picture))
    press(someone, "Upload")
    assert "Copy the line" in flash(someone)
    line = someone.first("[id^=copy-]").get_attribute("value")
    assert line.startswith("![A heap drawn as a tree](/attachments/") and line.endswith("/Heap-tree.jpg)")
    assert loaded(someone, someone.first(".shown img")) == 480
    assert someone.evaluate("document.documentElement.scrollWidth <= innerWidth")

    community = campus.one(
        f"SELECT '/c/' || slug FROM communities WHERE {PUBLIC} AND state = 'active' ORDER BY member_count DESC LIMIT 1")
    someone.open(community)
    press(someone, "Join")
    someone.follow(someone.link("Ask or post"))
    fill(someone, title="Is this a heap?", body="Look at this:\n\n" + line.replace("A heap drawn as a tree", ""))
    press(someone, "Preview")
    assert "Say what the picture shows" in someone.first(".picture-hint").text
    fill(someone, body="Look at this:\n\n" + line)
    press(someone, "Post question" if someone.all(".asks") and someone.first(".asks").is_displayed() else "Publish")
    image = someone.first(".post-body img")
    someone.evaluate("arguments[0].scrollIntoView()", image)
    assert image.get_attribute("alt") == "A heap drawn as a tree"
    assert image.get_dom_attribute("width") == "700" and loaded(someone, image)
    assert someone.evaluate("document.documentElement.scrollWidth <= innerWidth")

    # Everybody sees it now, and no notes of the camera or of gd's.
    path = someone.first(".post-body a:has(img)").get_attribute("href").removeprefix(campus.address)
    answer = campus.get(path)
    assert answer.status == 200 and answer.kind == "image/jpeg" and answer.body[:2] == b"\xff\xd8"
    assert answer.headers["cache-control"].startswith("public")
    someone.follow(someone.first(".post-body a:has(img)"))
    assert someone.path == path


def test_a_post_with_picture_person_and_tag_is_written_without_leaving_the_editor(campus, picture):
    writer = Browser(campus.address, DESKTOP, scripts=True)
    try:
        sign_up(writer, campus)
        community = campus.one(
            f"SELECT '/c/' || slug FROM communities WHERE {PUBLIC} AND state = 'active' "
            "ORDER BY member_count DESC LIMIT 1")
        writer.open(community)
        press(writer, "Join")
        area = editing(writer, community + "/new", title="A drawing for all of you")
        writer.first(".editor input[type=file]").send_keys(str(picture))
        until(lambda: "/Heap-tree.jpg)" in area.get_attribute("value"), lambda: area.get_attribute("value"))
        writer.first(".arrival input").send_keys("A heap drawn as a tree", Keys.ENTER)
        username = campus.one(
            "SELECT username FROM users WHERE visibility = 'public' AND state = 'active' AND NOT is_held "
            "AND username ~ '^[a-z]{4,}' ORDER BY post_count DESC LIMIT 1")
        tag = campus.largest_tag.removeprefix("/tags/")

        def choose(words):
            until(lambda: any(words in offer for offer in offers(writer)), lambda: f"{words} is not in {offers(writer)}")
            for _ in range([words in offer for offer in offers(writer)].index(True)):
                area.send_keys(Keys.ARROW_DOWN)
            area.send_keys(Keys.ENTER)

        area.send_keys(Keys.CONTROL, Keys.END)
        area.send_keys(Keys.ENTER, Keys.ENTER, "Drawn by @" + username[:-1])
        choose("@" + username)
        area.send_keys("for #" + tag[:-1])
        choose("#" + tag + " ")
        until(lambda: "<img" in live(writer) and f'href="/u/{username}"' in live(writer), lambda: live(writer))
        area.send_keys(Keys.CONTROL, Keys.ENTER)
        until(lambda: writer.all(".post-body img"), lambda: writer.path)
        body = writer.first(".post-body")
        assert body.find_element("css selector", f"a[href='/u/{username}']").text == "@" + username
        assert body.find_element("css selector", "img").get_attribute("alt") == "A heap drawn as a tree"
        assert f"#{tag}" in body.text
        path = writer.first(".post-body a:has(img)").get_attribute("href").removeprefix(campus.address)
        assert campus.get(path).kind == "image/jpeg", "whoever reads the post gets the picture"
    finally:
        writer.quit()


def test_a_community_gets_a_picture(someone, campus, picture):
    sign_in(someone, "moderator@demo.quad.test", "quad-demo-campus")
    community = campus.one(
        "SELECT '/c/' || c.slug FROM communities c JOIN memberships m ON m.community_id = c.id "
        "JOIN users u ON u.id = m.user_id WHERE u.email = 'moderator@demo.quad.test' "
        "AND m.role IN ('owner', 'moderator', 'member') AND c.state = 'active' ORDER BY c.slug LIMIT 1")
    someone.open(community + "/icon")
    someone.first("[name=file]").send_keys(str(picture))
    press(someone, "Use this picture")
    assert "community’s picture now" in flash(someone)
    assert loaded(someone, someone.first(".community-head img.plate")) == 128
    someone.open(community + "/icon")
    press(someone, "Show the letters instead")
    assert not someone.all(".community-head img.plate")


@pytest.mark.parametrize("form", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_pages_are_open_to_every_reader(campus, picture, form):
    browser = Browser(campus.address, form, scripts=True)
    try:
        sign_up(browser, campus)
        browser.open("/attachments/new")
        browser.first("[name=file]").send_keys(str(picture))
        press(browser, "Upload")
        prepare(browser, "/attachments/new")
        # What lies under the bar at the lower edge can be scrolled from there.
        browser.driver.execute_script("document.querySelector('.tabbar')?.style.setProperty('position', 'static')")
        assert violations(browser) == []
    finally:
        browser.quit()
