"""The demonstration campus that the tests read, and what its database knows of it."""

import os
import subprocess
import urllib.error
import urllib.request
from dataclasses import dataclass
from functools import cached_property

POSTS = "posts JOIN communities ON communities.id = posts.community_id"
ADDRESS = "'/c/' || communities.slug || '/' || posts.number || '/' || posts.slug"
PUBLIC = "communities.visibility = 'public'"


@dataclass(frozen=True)
class Answer:
    """What the site answered to one request, redirects not followed."""

    path: str
    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        return self.body.decode("utf-8")

    @property
    def kind(self):
        return self.headers.get("content-type", "").split(";")[0]


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirects)


class Campus:
    """Addresses worth a visit, found in the database so that a new demonstration needs no new tests."""

    def __init__(self, address, database):
        self.address = address.rstrip("/")
        self._database = database

    def get(self, path, headers={}):
        request = urllib.request.Request(self.address + path, headers={"User-Agent": "quad-tests", **headers})
        try:
            response = _opener.open(request, timeout=20)
        except urllib.error.HTTPError as error:
            response = error
        with response:
            headers = {name.lower(): value for name, value in response.headers.items()}
            return Answer(path, response.status, headers, response.read())

    def rows(self, sql):
        """What a query answers, a list of columns for each row. No column may hold a line's end or a tab."""
        out = subprocess.run(
            ["psql", self._database, "-XAtq", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-c", sql],
            check=True, capture_output=True, text=True, timeout=60).stdout
        return [line.split("\t") for line in out.splitlines()]

    def one(self, sql):
        rows = self.rows(sql)
        assert rows, f"the demonstration holds nothing that answers: {sql}"
        return rows[0][0]

    def post(self, condition, order="posts.id"):
        """The path of the first public post for which a condition holds."""
        return self.one(f"SELECT {ADDRESS} FROM {POSTS} WHERE {PUBLIC} AND {condition} ORDER BY {order} LIMIT 1")

    @cached_property
    def largest_tag(self):
        return self.one("SELECT '/tags/' || slug FROM tags WHERE slug ~ '^[a-z-]+$' ORDER BY post_count DESC LIMIT 1")

    @cached_property
    def largest_community(self):
        return self.one(
            f"SELECT '/c/' || slug FROM communities WHERE {PUBLIC} AND indexing = 'open' "
            "ORDER BY post_count DESC LIMIT 1")

    @cached_property
    def space(self):
        return self.one(
            "SELECT '/c/' || communities.slug || '/s/' || spaces.slug FROM spaces "
            f"JOIN communities ON communities.id = spaces.community_id WHERE {PUBLIC} "
            "ORDER BY spaces.post_count DESC LIMIT 1")

    @cached_property
    def answered_post(self):
        return self.post("posts.state = 'published' AND answered_at IS NOT NULL", "comment_count DESC, posts.id")

    @cached_property
    def quiet_post(self):
        return self.post("posts.state = 'published' AND comment_count = 0")

    @cached_property
    def long_thread(self):
        return self.post("posts.state = 'published'", "comment_count DESC, posts.id")

    @cached_property
    def right_to_left_post(self):
        return self.post("posts.state = 'published' AND title ~ '^[\u0590-\u06ff]'", "comment_count DESC, posts.id")

    @cached_property
    def removed_post(self):
        return self.post("posts.state = 'removed'")

    @cached_property
    def post_with_folded_comment(self):
        return self.post(
            "posts.state = 'published' AND comment_count < 40 AND EXISTS "
            "(SELECT FROM comments WHERE post_id = posts.id AND score < -4 AND comments.state = 'published' "
            "AND comments.number IS DISTINCT FROM posts.answer_number)")

    @cached_property
    def profile(self):
        return self.one(
            "SELECT '/u/' || username FROM users WHERE visibility = 'public' AND state = 'active' AND NOT is_held "
            "AND bio_source <> '' ORDER BY post_count DESC, username LIMIT 1")


def from_environment():
    missing = [name for name in ("QUAD_ADDRESS", "DATABASE_URL") if not os.environ.get(name)]
    assert not missing, f"{' and '.join(missing)} must be set; bin/test browser does that"
    return Campus(os.environ["QUAD_ADDRESS"], os.environ["DATABASE_URL"])


# One page of every kind, by what it is called: where it is, and the status it answers with.
PAGES = {
    "front": (lambda campus: "/", 200),
    "communities": (lambda campus: "/communities", 200),
    "community": (lambda campus: campus.largest_community, 200),
    "community, newest first": (lambda campus: campus.largest_community + "?order=new", 200),
    "community, right to left": (lambda campus: campus.right_to_left_post.rsplit("/", 2)[0], 200),
    "space": (lambda campus: campus.space, 200),
    "community, top posts": (lambda campus: campus.largest_community + "?order=top&period=all", 200),
    "tags": (lambda campus: "/tags", 200),
    "tag": (lambda campus: campus.largest_tag, 200),
    "tag, unanswered": (lambda campus: campus.largest_tag + "?order=unanswered", 200),
    "about a community": (lambda campus: campus.largest_community + "/about", 200),
    "answered post": (lambda campus: campus.answered_post, 200),
    "post without comments": (lambda campus: campus.quiet_post, 200),
    "long thread": (lambda campus: campus.long_thread, 200),
    "folded comment": (lambda campus: campus.post_with_folded_comment, 200),
    "right-to-left post": (lambda campus: campus.right_to_left_post, 200),
    "removed post": (lambda campus: campus.removed_post, 410),
    "no page": (lambda campus: "/there-is-nothing-here", 404),
    "profile": (lambda campus: campus.profile, 200),
    "search": (lambda campus: "/search", 200),
    "found posts": (lambda campus: "/search?q=exam", 200),
    "found with filters": (lambda campus: "/search?q=exam&kind=question&is=answered&after=2020-01-01", 200),
    "found people": (lambda campus: "/search?q=maria&scope=people", 200),
    "nothing found": (lambda campus: "/search?q=zyxwvutsr+kind%3Aessay", 200),
    "about": (lambda campus: "/about", 200),
    "rules": (lambda campus: "/rules", 200),
    "privacy": (lambda campus: "/privacy", 200),
    "components": (lambda campus: "/dev/components", 200),
}
