"""What a search engine finds, and what nobody may find."""

import re
import time
from collections import Counter
from datetime import datetime
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from campus import ADDRESS, POSTS
from crawler import Crawl, Robots

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
POST = re.compile(r"/c/[^/]+/\d+/")
SAMPLE = 200


class Found:
    """The site, crawled: sitemaps whole, a spread of posts, and everything they link to."""

    def __init__(self, campus):
        self.crawl = Crawl(campus)
        self.robots = Robots(campus.get("/robots.txt").text)
        self.maps = {}
        (index,) = self.robots.sitemaps
        self.maps[index] = self._locations(index, "sitemapindex")
        for address in list(self.maps[index]):
            self.maps[address] = self._locations(address, "urlset")
        listed = [address for map in list(self.maps)[1:] for address in self.maps[map]]
        self.listed = [self.crawl.path(address) for address in listed]
        posts = [path for path in self.listed if POST.match(path)]
        people = [path for path in self.listed if path.startswith("/u/")]
        self.sample = [path for path in self.listed if path not in set(posts + people)]
        for many in (posts, people):
            self.sample += many[::max(1, len(many) // SAMPLE)]
        self.crawl.fetch(self.sample)
        self.links = {path: self.crawl.internal(self.crawl.pages[path].links) for path in self.sample}
        self.crawl.fetch(set().union(*self.links.values()))

    def _locations(self, address, root):
        answer = self.crawl.campus.get(self.crawl.path(address))
        assert answer.status == 200 and answer.kind == "application/xml"
        tree = ElementTree.fromstring(answer.body)
        assert tree.tag == NAMESPACE + root
        entries = {}
        for entry in tree:
            assert entry.tag == NAMESPACE + ("sitemap" if root == "sitemapindex" else "url")
            fields = {field.tag.removeprefix(NAMESPACE): field.text for field in entry}
            assert fields.keys() <= {"loc", "lastmod"}
            assert fields["loc"] not in entries, f"{fields['loc']} is listed twice"
            entries[fields["loc"]] = fields.get("lastmod")
        return entries


@pytest.fixture(scope="module")
def found(campus):
    return Found(campus)


def test_sitemaps_keep_the_protocol(found):
    for address, entries in found.maps.items():
        assert 0 < len(entries) <= 50_000, address
        for location, changed in entries.items():
            assert location.startswith(found.crawl.origin + "/"), location
            assert len(location) < 2_048
            if changed is not None:
                assert datetime.fromisoformat(changed).timestamp() <= time.time() + 1, location


def test_sitemaps_list_every_published_post_that_may_be_found_and_no_other(found, campus):
    stored = {row[0] for row in campus.rows(
        f"SELECT {ADDRESS} FROM {POSTS} WHERE communities.visibility = 'public' AND indexing <> 'closed' "
        "AND posts.state IN ('published', 'archived') "
        "AND (SELECT is_indexable FROM users WHERE users.id = posts.author_id)")}
    assert {path for path in found.listed if POST.match(path)} == stored
    assert len(found.listed) == len(set(found.listed))


def test_every_listed_page_answers_may_be_kept_and_knows_its_address(found):
    for path in found.sample:
        answer, page = found.crawl.answers[path], found.crawl.pages[path]
        assert answer.status == 200, path
        assert page.is_indexable, path
        assert page.canonical == found.crawl.origin + path
        assert found.robots.allow(path), path


def test_titles_and_descriptions_are_there_and_tell_pages_apart(found):
    titles, descriptions = Counter(), Counter()
    for path in found.sample:
        page = found.crawl.pages[path]
        assert 3 <= len(page.title) <= 300, path
        assert page.description and len(page.description) <= 200, path
        titles[page.title] += 1
        descriptions[page.description] += 1
    # Two people may well ask the same thing in the same words; Quad's own pages may not.
    assert len(titles) >= 0.95 * len(found.sample), titles.most_common(3)
    # People who say nothing of themselves have little to be told apart by.
    assert len(descriptions) >= 0.5 * len(found.sample), descriptions.most_common(3)
    own = [found.crawl.pages[path].title for path in found.sample if not POST.match(path) and path[:3] != "/u/"]
    assert len(own) == len(set(own))


def test_no_link_is_broken(found):
    broken = []
    for path, links in found.links.items():
        for link in links:
            answer = found.crawl.answers[link]
            hops = 0
            while answer.status in (301, 302, 303, 308) and hops < 2:
                target = answer.headers["location"]
                (answer,) = found.crawl.fetch([found.crawl.path(target) or target])
                hops += 1
            if answer.status != 200:
                broken.append(f"{path} links to {link}, which answers {answer.status}")
    assert not broken, "\n".join(broken[:20])


def test_links_within_a_page_lead_somewhere(found):
    for path in found.sample:
        page = found.crawl.pages[path]
        own = found.crawl.origin + path + "#"
        missing = {link for link in page.links if link.startswith(own) and link.removeprefix(own) not in page.ids}
        assert not missing, path


def test_every_file_a_page_needs_is_there(found):
    files = set().union(*(page.files for page in found.crawl.pages.values()))
    assert files
    for answer in found.crawl.fetch([found.crawl.path(address) for address in sorted(files)]):
        assert answer.status == 200, answer.path
        # What members brought along may be taken away again.
        assert "immutable" in answer.headers["cache-control"] or answer.path.startswith("/attachments/"), answer.path


def test_pages_not_to_be_kept_are_not_listed(found):
    hidden = {path for path, page in found.crawl.pages.items() if not page.is_indexable}
    assert any("after=" in path for path in hidden), "older pages are for following links from"
    assert not hidden & set(found.listed)


def test_sitemaps_list_the_people_and_tags_that_may_be_found_and_no_others(found, campus):
    public = "posts.state = 'published' AND communities.visibility = 'public'"
    people = {row[0] for row in campus.rows(
        "SELECT '/u/' || username FROM users WHERE visibility = 'public' AND state = 'active' AND NOT is_held "
        f"AND is_indexable AND EXISTS (SELECT FROM {POSTS} WHERE author_id = users.id AND {public})")}
    assert {path for path in found.listed if path.startswith("/u/")} == people
    tags = {row[0] for row in campus.rows(
        f"SELECT tag FROM (SELECT DISTINCT posts.id, unnest(tags) AS tag FROM {POSTS} WHERE {public}) tagged "
        "GROUP BY tag HAVING count(*) >= 3")}
    assert {unquote(path.removeprefix("/tags/")) for path in found.listed if path.startswith("/tags/")} == tags


def test_a_closed_community_is_read_but_not_found(found, campus):
    slug = campus.one("SELECT slug FROM communities WHERE visibility = 'public' AND indexing = 'closed' LIMIT 1")
    post = campus.post(f"communities.slug = '{slug}' AND posts.state = 'published'")
    paths = [f"/c/{slug}", f"/c/{slug}?order=new", f"/c/{slug}/about", post]
    for answer in found.crawl.fetch(paths):
        assert answer.status == 200
        assert not found.crawl.pages[answer.path].is_indexable, answer.path
        assert "noindex" in answer.headers["x-robots-tag"], answer.path
        assert not found.robots.allow(answer.path), answer.path
    assert not [path for path in found.listed if path == f"/c/{slug}" or path.startswith(f"/c/{slug}/")]
    assert found.robots.allow(f"/c/{slug}-and-more"), "a community whose name begins alike stays open"


def test_a_community_for_search_alone_keeps_trainers_out(found, campus):
    slug = campus.one("SELECT slug FROM communities WHERE visibility = 'public' AND indexing = 'search' LIMIT 1")
    assert found.robots.allow(f"/c/{slug}")
    assert not found.robots.allow(f"/c/{slug}", "GPTBot")
    assert found.robots.allow(campus.largest_community, "GPTBot")
    assert campus.get(f"/c/{slug}").headers["x-robots-tag"] == "noai, noimageai"
    assert "x-robots-tag" not in campus.get(campus.largest_community).headers


def test_what_is_not_public_is_on_no_page(found, campus):
    names = [row[0] for row in campus.rows("SELECT name FROM communities WHERE visibility <> 'public'")]
    titles = [row[0] for row in campus.rows(
        f"SELECT title FROM {POSTS} WHERE visibility <> 'public' OR posts.state IN ('draft', 'in_review', 'removed') "
        f"EXCEPT SELECT title FROM {POSTS} WHERE visibility = 'public' AND posts.state = 'published'")]
    emails = {row[0] for row in campus.rows("SELECT lower(email) FROM users")}
    assert names and titles and emails
    secret = re.compile("|".join(map(re.escape, map(escaped, names + titles))))
    for page in found.crawl.pages:
        text = found.crawl.answers[page].text
        # The gallery's invented rows have titles of the demonstration's own.
        leak = None if page.startswith("/dev/") else secret.search(text)
        assert leak is None, f"{page} shows “{leak[0]}”"
        assert not emails & set(re.findall(r"[\w.+-]+@[\w.-]+\w", text.lower())), page


def test_what_is_not_public_is_linked_from_no_page_and_answers_as_if_it_were_not_there(found, campus):
    hidden = {row[0] for row in campus.rows(
        "SELECT '/c/' || slug FROM communities WHERE visibility <> 'public' "
        f"UNION SELECT {ADDRESS} FROM {POSTS} WHERE visibility <> 'public' OR posts.state IN ('draft', 'in_review') "
        "UNION SELECT '/u/' || username FROM users WHERE is_held OR visibility <> 'public' OR state = 'deleted'")}
    for page, links in found.links.items():
        assert not links & hidden, page
    assert not hidden & set(found.listed)
    nowhere = campus.get("/c/there-is-no-such-community")
    for path in sorted(hidden)[::7]:
        answer = campus.get(path)
        # The way to sign in leads back to the page, whatever it is.
        said, nothing = (re.sub(rb'/sign-in\?to=[^"]*', b"/sign-in", body) for body in (answer.body, nowhere.body))
        assert (answer.status, said) == (404, nothing), path


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")
