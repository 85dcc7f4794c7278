"""What a visitor does without an account and without scripts, with a finger and with a pointer."""

import pytest

from campus import POSTS


@pytest.fixture(scope="module")
def endless_thread(campus):
    """A post with more comments than two pages hold, for as long as these tests run: its path, and how many."""
    count = 450
    path = campus.post("posts.state = 'published' AND last_comment_number = 0", "posts.id DESC")
    _, _, community, number, _ = path.split("/")
    post = (
        f"(SELECT posts.id FROM {POSTS} WHERE communities.slug = '{community}' AND posts.number = {number})")
    campus.rows(
        "INSERT INTO comments (id, post_id, number, parent_number, author_id, body_source, body_html, body_version) "
        f"SELECT gen_random_uuid(), {post}, n, CASE WHEN n % 3 = 0 THEN n - 1 END, "
        "(SELECT id FROM users WHERE state = 'active' ORDER BY id OFFSET n % 50 LIMIT 1), "
        "'Number ' || n, '<p>Number ' || n || '</p>', 1 "
        f"FROM generate_series(1, {count}) n; "
        f"UPDATE posts SET comment_count = {count}, last_comment_number = {count} WHERE id = {post}")
    yield path, count
    campus.rows(
        f"DELETE FROM comments WHERE post_id = {post}; "
        f"UPDATE posts SET comment_count = 0, last_comment_number = 0 WHERE id = {post}")


def rows(visitor):
    return visitor.evaluate("[...document.querySelectorAll('.rows .row h3 a')].map(link => link.href)")


def test_the_visitor_runs_no_scripts(visitor):
    visitor.driver.get("data:text/html,<h1>still</h1><script>document.querySelector('h1').textContent='ran'</script>")
    assert visitor.heading == "still"


def test_from_the_front_page_to_a_question_its_community_and_its_author(visitor):
    visitor.open("/")
    row = visitor.first(".rows .row h3 a")
    title = row.text
    visitor.follow(row)
    assert visitor.heading == title
    community = visitor.first(".crumbs a")
    name = community.text.removeprefix(visitor.first(".crumbs .plate").text).strip()
    visitor.follow(community)
    assert visitor.heading == name
    visitor.follow(visitor.first(".mainnav a"))
    assert visitor.heading == "Communities"
    visitor.follow(visitor.first(".brand"))
    assert visitor.path == "/"


def test_older_posts_follow_page_after_page_and_lead_back_to_the_start(visitor):
    visitor.open("/communities").follow(visitor.first(".rows .row h3 a"))
    start, seen = visitor.path, rows(visitor)
    for _ in range(3):
        older = visitor.first(".pages a[rel=next]")
        assert older.text == "Older posts"
        visitor.follow(older)
        assert rows(visitor), "an older page shows no posts"
        seen += rows(visitor)
    assert len(seen) == len(set(seen)), "a post stands on two pages"
    visitor.follow(visitor.link("Start of the list"))
    assert visitor.path == start
    assert rows(visitor) == seen[:len(rows(visitor))]


def test_the_last_page_of_a_community_says_that_it_is_the_last(visitor, campus):
    visitor.open(campus.right_to_left_post.rsplit("/", 2)[0])
    pages = 1
    while visitor.all(".pages a[rel=next]"):
        visitor.follow(visitor.first(".pages a[rel=next]"))
        pages += 1
        assert pages < 50
    assert visitor.first(".the-end").text == "That’s every post."


def test_a_community_opens_in_another_order_by_space_and_says_what_it_is_about(visitor, campus):
    visitor.open(campus.largest_community)
    name = visitor.heading
    hot = rows(visitor)
    visitor.follow(visitor.link("New"))
    assert visitor.first(".chips [aria-current]").text == "New"
    assert rows(visitor) != hot
    visitor.follow(visitor.all(".tabs a")[1])
    assert "/s/" in visitor.path
    assert visitor.heading == name
    assert rows(visitor)
    visitor.follow(visitor.all(".tabs a")[-1])
    assert visitor.path == campus.largest_community + "/about"
    assert visitor.first(".tabs [aria-current=page]").text == "About"
    assert visitor.is_in_sight(visitor.first(".tabs [aria-current=page]"))
    visitor.follow(visitor.first(".spaces a"))
    assert "/s/" in visitor.path


def test_a_list_says_why_it_is_in_its_order(visitor, campus):
    visitor.open(campus.largest_community)
    reason = visitor.first(".pages .why p")
    assert not reason.is_displayed()
    visitor.press(visitor.first(".pages .why summary"))
    assert reason.is_displayed()
    assert reason.text.endswith(".")


def test_a_name_leads_to_a_profile_and_from_there_to_what_they_wrote(visitor, campus):
    visitor.open(campus.largest_community)
    person = visitor.first(".aside .roster a.name")
    name = person.text
    visitor.follow(person)
    assert visitor.path.startswith("/u/")
    assert visitor.heading == name
    assert visitor.first(".aside").is_displayed()
    visitor.open(campus.profile)
    row = visitor.first(".rows .row h3 a")
    title, author = row.text, visitor.heading
    visitor.follow(row)
    assert visitor.heading == title
    assert visitor.first(".post-head .name").text == author


def test_the_answer_stands_first_and_the_head_leads_to_it(visitor, campus):
    visitor.open(campus.answered_post)
    answer = visitor.first(".thread > .comment")
    assert answer.find_element("css selector", ".answer-flag mark").text == "Answer"
    visitor.press(visitor.link("Answered"))
    assert visitor.path == campus.answered_post + "#" + answer.get_attribute("id")
    assert visitor.is_in_sight(answer)


def test_a_long_thread_goes_on_with_later_comments(visitor, endless_thread):
    path, count = endless_thread
    visitor.open(path)
    title, seen = visitor.heading, []
    while True:
        seen += visitor.evaluate("[...document.querySelectorAll('.comment')].map(comment => comment.id)")
        more = visitor.all(".pages a[rel=next]")
        if not more:
            break
        assert more[0].text == "More comments"
        visitor.follow(more[0])
        assert visitor.heading == title
    written = sorted(f"c{number}" for number in range(1, count + 1))
    assert sorted(seen) == written, "a comment is missing or stands twice"
    visitor.follow(visitor.link("First comments"))
    assert visitor.path == path + "#talk"
    assert visitor.is_in_sight(visitor.first("#talk"))


def test_a_link_to_a_comment_leads_there_and_marks_it(visitor, campus):
    visitor.open(campus.long_thread)
    last = visitor.all(".comment .actions a[href*='#c']")[-1].get_attribute("href")
    visitor.open("/about").open(last.removeprefix(visitor.address))
    comment = visitor.first(".comment:target")
    assert visitor.is_in_sight(comment)
    name = comment.find_element("css selector", ".byline .name")
    plain = visitor.first(".post-head .byline .name")
    assert name.value_of_css_property("background-color") != plain.value_of_css_property("background-color")


def test_replies_fold_away_and_come_back(visitor, campus):
    visitor.open(campus.long_thread)
    summary = visitor.first(".replies > summary")
    reply = visitor.first(".replies > .nest > .comment")
    assert reply.is_displayed()
    visitor.press(summary)
    assert not reply.is_displayed()
    visitor.press(summary)
    assert reply.is_displayed()


def test_what_most_voted_down_is_closed_until_asked_for(visitor, campus):
    visitor.open(campus.post_with_folded_comment)
    words = visitor.first(".voted-down > .words")
    assert not words.is_displayed()
    visitor.press(visitor.first(".voted-down > summary"))
    assert words.is_displayed()


def test_a_wrong_address_leads_back(visitor):
    visitor.open("/c/there-is-no-such-community")
    assert visitor.heading == "There’s no page here"
    visitor.follow(visitor.first("main .button"))
    assert visitor.path == "/"


def test_a_removed_post_says_why_and_leads_to_its_community(visitor, campus):
    visitor.open(campus.removed_post)
    assert visitor.heading == "This post was removed"
    assert "Rule" in visitor.first("main").text
    visitor.follow(visitor.link("Back to the community"))
    assert visitor.path == campus.removed_post.rsplit("/", 2)[0]


def test_the_foot_leads_to_what_stands_still(visitor):
    for words, heading in (("About", "About Quad"), ("House rules", "House rules"), ("Privacy", "Privacy")):
        visitor.open("/")
        foot = visitor.first(".foot").find_element("link text", words)
        visitor.follow(foot)
        assert visitor.heading == heading


def test_the_keyboard_skips_to_the_page(desktop):
    desktop.open("/")
    desktop.first("body").send_keys("\ue004")
    skip = desktop.driver.switch_to.active_element
    assert skip.text == "Skip to the page"
    assert desktop.is_in_sight(skip)
    skip.send_keys("\ue007")
    assert desktop.path == "/#main"
