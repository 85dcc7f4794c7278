"""Finding one's way in a long conversation: orders, one comment's own page, and branches that go on elsewhere."""

import pytest

from campus import POSTS

COUNT = 600


@pytest.fixture(scope="module")
def deep_thread(campus):
    """A post with a chain of a hundred replies below its first comment and some hundred comments more: its path."""
    path = campus.post("posts.state = 'published' AND last_comment_number = 0", "posts.id")
    _, _, community, number, _ = path.split("/")
    post = (
        f"(SELECT posts.id FROM {POSTS} WHERE communities.slug = '{community}' AND posts.number = {number})")
    campus.rows(
        "INSERT INTO comments (id, post_id, number, parent_number, author_id, body_source, body_html, body_version, score) "
        f"SELECT gen_random_uuid(), {post}, n, CASE WHEN n BETWEEN 2 AND 100 THEN n - 1 END, "
        "(SELECT id FROM users WHERE state = 'active' ORDER BY id OFFSET n % 50 LIMIT 1), "
        "'Number ' || n, '<p>Number ' || n || '</p>', 1, CASE WHEN n = 1 THEN 50 ELSE n % 7 END "
        f"FROM generate_series(1, {COUNT}) n; "
        f"UPDATE posts SET comment_count = {COUNT}, last_comment_number = {COUNT} WHERE id = {post}")
    yield path
    campus.rows(
        f"DELETE FROM comments WHERE post_id = {post}; "
        f"UPDATE posts SET comment_count = 0, last_comment_number = 0 WHERE id = {post}")


def shown(visitor):
    return visitor.evaluate("[...document.querySelectorAll('.comment')].map(comment => comment.id)")


def test_the_conversation_is_read_in_three_orders(visitor, deep_thread):
    visitor.open(deep_thread)
    assert visitor.first(".chips [aria-current]").text == "Best"
    assert shown(visitor)[0] == "c1"
    visitor.follow(visitor.link("Newest"))
    assert shown(visitor)[0] == f"c{COUNT}"
    assert visitor.is_in_sight(visitor.first("#talk"))
    assert "written last" in visitor.first(".thread-order").text
    visitor.follow(visitor.link("Oldest"))
    assert shown(visitor)[:2] == ["c1", "c2"]


def test_a_long_branch_goes_on_on_a_page_of_its_own_and_leads_back(visitor, deep_thread):
    visitor.open(deep_thread)
    onward = visitor.first(".thread > .comment > .onward a")
    assert "Continue this thread (49 more)" in onward.text
    visitor.follow(onward)
    target = visitor.first(".comment:target")
    assert target.get_attribute("id") == "c51" and visitor.is_in_sight(target)
    assert shown(visitor) == [f"c{number}" for number in range(46, 101)]
    visitor.follow(visitor.link("Show all comments"))
    assert visitor.path == deep_thread + "#talk"


def test_a_link_to_any_comment_leads_to_it_in_one_page(visitor, deep_thread):
    visitor.open(f"{deep_thread}?comment=590#c590")
    target = visitor.first(".comment:target")
    assert "Number 590" in target.text and visitor.is_in_sight(target)
    assert f"One of {COUNT} comments" in visitor.first(".one-comment").text
