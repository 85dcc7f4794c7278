"""Orders of lists, and what members save, follow and mute: without scripts on a phone and at a desk, and once with them."""

from test_members import flash, sign_up, someone  # noqa: F401 (a fixture)


def switch(browser, words):
    """Presses the first button that begins with this, and waits for the page it leads to."""
    for button in browser.all("main .switch button"):
        if button.is_displayed() and button.text.strip().startswith(words):
            return browser.follow(button)
    raise AssertionError(f"nothing to switch says “{words}” on {browser.path}")


def test_a_list_can_be_read_in_every_order(someone, campus):
    someone.open(campus.largest_community)
    for order in ("New", "Top", "All time", "Unanswered", "Hot"):
        someone.follow(someone.link(order))
        assert someone.first(".chips [aria-current]").is_displayed()
        assert someone.all(".rows .row h3")
        assert someone.all(".why")


def test_saving_following_and_muting(someone, campus):
    sign_up(someone, campus)
    path = campus.post("posts.state = 'published' AND posts.comment_count > 1", "posts.id DESC")
    someone.open(path)
    title = someone.heading
    switch(someone, "Save")
    assert "Saved" in flash(someone)
    assert someone.path == path
    switch(someone, "Follow")
    assert "You follow this now" in flash(someone)
    someone.open("/bookmarks")
    assert title in someone.first(".saved").text
    someone.follow(someone.first(".saved form .act"))
    assert "no longer among" in flash(someone)
    someone.open("/home?feed=following")
    assert title in someone.first(".rows").text
    someone.open("/settings/following")
    assert title in someone.first(".entries").text
    press_first(someone, ".entries button")
    assert "don’t follow" in flash(someone)

    someone.open(campus.largest_tag)
    switch(someone, "Mute")
    assert "Muted" in flash(someone)
    someone.open("/settings/muted")
    assert campus.largest_tag.removeprefix("/tags/") in someone.first(".entries").text
    press_first(someone, ".entries button")
    assert not someone.all(".entries")


def press_first(browser, selector):
    browser.follow(browser.first(selector))
