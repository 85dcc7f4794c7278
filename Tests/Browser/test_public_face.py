"""Everything a visitor can come to: no broken link, nothing hidden, and what programs read of it is what it says it is."""

import json
import re
import time
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import atoma
import feedparser
import protego
import pytest
from schema_org import registry
import xmlschema

import canaries
from crawler import Crawl, Robots

HERE = Path(__file__).parent
# A page outlives what changed behind the server's back by this many seconds.
LIFETIME = 10.5


class Site:
    """The whole site as visitors meet it, with canaries in what is not for them."""

    def __init__(self, campus):
        self.hidden = canaries.plant(campus)
        time.sleep(LIFETIME)
        self.campus, self.crawl = campus, Crawl(campus)
        robots = campus.get("/robots.txt")
        self.robots = Robots(robots.text)
        self.files = {"/robots.txt": robots}
        starts = ["/", "/communities", "/communities?order=name", "/feed.atom"]
        (index,) = map(self.crawl.path, self.robots.sitemaps)
        for path in [index] + self._locations(index):
            starts += self._locations(path) if path != index else []
        self.linkers = self.crawl.follow(list(dict.fromkeys(starts)))

    def _locations(self, path):
        self.files[path] = answer = self.campus.get(path)
        assert answer.status == 200, path
        return [self.crawl.path(found) for found in re.findall("<loc>([^<]+)</loc>", answer.text)]

    @property
    def everything(self):
        return self.files | self.crawl.answers


@pytest.fixture(scope="module")
def site(campus):
    return Site(campus)


def test_every_link_leads_to_a_page_by_one_step_at_most(site):
    wrong, steps = [], {}
    for path, answer in site.crawl.answers.items():
        if answer.status in (301, 302, 303, 307, 308):
            steps[path] = site.crawl.path(site.crawl.origin + answer.headers["location"])
        elif answer.status != 200:
            wrong.append(f"{site.linkers[path]} links to {path}, which answers {answer.status}")
    site.crawl.fetch(set(steps.values()))
    for path, target in steps.items():
        if site.crawl.answers[target].status != 200:
            wrong.append(f"{path} leads to {target}, which answers {site.crawl.answers[target].status}")
    assert not wrong, "\n".join(wrong[:20])
    assert len(site.crawl.pages) > 500, "the crawl came to few pages"


def test_no_canary_is_heard_anywhere(site):
    heard = [path for path, answer in site.everything.items()
             if canaries.MARK in answer.body.lower() or canaries.WORD in str(answer.headers).lower()]
    assert not heard, heard[:10]
    # Words in the very same posts and places that everyone may read are there.
    assert any(b"plainly-held" in answer.body for answer in site.crawl.answers.values())


def test_where_the_canaries_are_there_is_nothing(site, campus):
    nowhere = campus.get("/c/there-is-no-such-community")
    for path in site.hidden[404]:
        answer = campus.get(path)
        said, nothing = (re.sub(rb'/sign-in\?to=[^"]*', b"/sign-in", body) for body in (answer.body, nowhere.body))
        assert (answer.status, said) == (404, nothing), path
    for path in site.hidden[410]:
        answer = campus.get(path)
        assert answer.status == 410 and "location" not in answer.headers, path
        # The address one came with is told back, for coming back to it after signing in.
        assert canaries.MARK not in re.sub(rb'/sign-in\?to=[^"]*', b"", answer.body), path


@pytest.mark.parametrize("words", [canaries.WORD, f"{canaries.WORD} title", f"{canaries.WORD}.held"])
def test_no_search_finds_a_canary(site, campus, words):
    for scope in ("", "comments", "communities", "people", "tags"):
        answer = campus.get(f"/search?q={words.replace(' ', '+')}" + (f"&scope={scope}" if scope else ""))
        if answer.status != 404:
            # What one looked for stands in its field, in the title and in links; no word beside it does.
            said = re.sub(r"/sign-in\?to=[^\"]*", "", answer.text.lower())
            for blank in (" ", "+", "%20"):
                said = said.replace(words.replace(" ", blank), "")
            assert canaries.WORD not in said, answer.path


def test_every_page_says_where_it_is_and_what_it_shows(site):
    for path, page in site.crawl.pages.items():
        if not page.is_indexable or site.crawl.answers[path].status != 200:
            assert not page.data, f"{path} is not for keeping, and says what it is"
            continue
        assert page.canonical == site.crawl.origin + path or page.canonical is None, path
        assert page.description and len(page.description) <= 200, path
        for name in ("og:title", "og:type", "og:image", "og:url", "og:site_name", "og:description"):
            assert page.properties.get(name), f"{path} has no {name}"
        if page.properties["og:type"] == "article":
            published, changed = (
                datetime.fromisoformat(page.properties[f"article:{name}_time"]) for name in ("published", "modified"))
            assert published <= changed, path


def model(node):
    """A node of JSON-LD as the strict model of its type; texts that are to be dates are read as such."""
    found = registry.get_model(node["@type"])
    ranges = {metadata.schema_name: metadata.ranges for metadata in found.SCHEMA_PROPERTIES}

    def value(name, given):
        if isinstance(given, list):
            return [value(name, item) for item in given]
        if isinstance(given, dict):
            return model(given)
        if isinstance(given, str) and "DateTime" in ranges.get(name, ()):
            return datetime.fromisoformat(given)
        return given

    # What search engines look for in a SearchAction is no property of schema.org.
    given = {name: value(name, item) for name, item in node.items() if name not in ("@type", "@id", "query-input")}
    return found(**given)


def nodes(node):
    if isinstance(node, list):
        for item in node:
            yield from nodes(item)
    elif isinstance(node, dict):
        yield node
        for item in node.values():
            yield from nodes(item)


def test_structured_data_is_what_schema_org_knows_and_search_engines_ask_for(site, campus):
    open_profiles = {row[0] for row in campus.rows(
        "SELECT '/u/' || username FROM users WHERE visibility = 'public' AND state = 'active' AND NOT is_held")}
    needed = {
        "DiscussionForumPosting": {"headline", "text", "author", "datePublished", "url"},
        "QAPage": {"mainEntity"}, "Question": {"name", "text", "answerCount", "author", "datePublished"},
        "Answer": {"text", "author", "datePublished", "url"}, "Comment": {"text", "author", "datePublished"},
        "Person": {"name"}, "ProfilePage": {"mainEntity"}, "BreadcrumbList": {"itemListElement"},
        "ListItem": {"position", "name", "item"}, "WebSite": {"name", "url", "potentialAction"}}
    seen = set()
    pages = [(path, page) for path, page in site.crawl.pages.items() if page.data]
    # The models take long: a spread of all pages, and whatever holds a type for the first time.
    spread = {path for path, _ in pages[:: max(1, len(pages) // 80)]}
    for path, page in pages:
        for text in page.data:
            document = json.loads(text)
            assert document["@context"] == "https://schema.org"
            for thing in document["@graph"]:
                if path in spread or {node["@type"] for node in nodes(thing)} - seen:
                    model(thing)
            for node in nodes(document["@graph"]):
                seen.add(node["@type"])
                missing = needed.get(node["@type"], set()) - node.keys()
                assert not missing, f"{path}: a {node['@type']} without {missing}"
                if node["@type"] == "Person" and "url" in node:
                    assert site.crawl.path(node["url"]) in open_profiles, f"{path} leads to {node['url']}"
                if node["@type"] == "Question":
                    answers = len(node.get("suggestedAnswer", [])) + ("acceptedAnswer" in node)
                    assert answers <= node["answerCount"], path
    assert needed.keys() <= seen
    with pytest.raises(ValueError):
        model({"@type": "DiscussionForumPosting", "headline": "x", "colour": "green"})
    with pytest.raises(ValueError):
        model({"@type": "Question", "answerCount": "many"})


def test_every_kind_of_public_page_says_what_it_is(site):
    kinds = {
        r"/": {"WebSite"}, r"/c/[^/?]+(/about|/s/[^/?]+)?": {"BreadcrumbList"}, r"/u/[^/?]+": {"ProfilePage"},
        r"/c/[^/]+/\d+/[^/?]+": {"BreadcrumbList", "DiscussionForumPosting", "QAPage"}}
    for path, page in site.crawl.pages.items():
        for pattern, types in kinds.items():
            if re.fullmatch(pattern, path) and page.is_indexable and site.crawl.answers[path].status == 200:
                (text,) = page.data
                assert {thing["@type"] for thing in json.loads(text)["@graph"]} <= types, path


def test_feeds_are_atom(site):
    schema = xmlschema.XMLSchema11(str(HERE / "atom.xsd"))
    feeds = {path: answer for path, answer in site.crawl.answers.items() if path.endswith("/feed.atom")}
    assert len(feeds) > 50
    by_kind = {}
    for path, answer in feeds.items():
        assert answer.status == 200 and answer.kind == "application/atom+xml", path
        by_kind.setdefault(re.sub(r"/[^/]+/", "/*/", path, count=1) + str(path.count("/")), []).append(path)
    for path in (path for paths in by_kind.values() for path in sorted(paths)[:: max(1, len(paths) // 8)]):
        answer = feeds[path]
        schema.validate(answer.text)
        strict, usual = atoma.parse_atom_bytes(answer.body), feedparser.parse(answer.body)
        assert not usual.bozo, f"{path}: {usual.get('bozo_exception')}"
        assert usual.version == "atom10" and strict.id_ == site.crawl.origin + path
        assert len(strict.entries) == len(usual.entries) <= 50
        times = [entry.published for entry in strict.entries]
        assert times == sorted(times, reverse=True), path
        assert not strict.entries or strict.updated == max(entry.updated for entry in strict.entries)
        links = {link.rel: site.crawl.path(link.href) for link in strict.links}
        assert links["self"] == path
        page = site.crawl.fetch([links["alternate"]])[0]
        assert page.status == 200, links
        for entry in strict.entries:
            content = entry.content.value if entry.content else ""
            assert not re.search(r'<[^>]* (href|src)="[/#]', content), f"{path} has a link without its site"
            assert "<script" not in content and "javascript:" not in content
        site.crawl.fetch({site.crawl.path(entry.links[0].href) for entry in strict.entries[:3]})
        for entry in strict.entries[:3]:
            assert site.crawl.answers[site.crawl.path(entry.links[0].href)].status == 200
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        schema.validate('<feed xmlns="http://www.w3.org/2005/Atom"><title>No id</title></feed>')


def test_sitemaps_keep_their_schema(site):
    schema = xmlschema.XMLSchema11(str(HERE / "sitemap.xsd"))
    maps = [path for path in site.files if path.endswith(".xml")]
    assert {"/sitemap.xml", "/sitemaps/communities.xml", "/sitemaps/tags.xml"} <= set(maps)
    for path in maps:
        schema.validate(site.files[path].text)
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        schema.validate('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>nowhere</loc></url></urlset>')


def test_robots_txt_says_the_same_to_another_reader(site):
    other = protego.Protego.parse(site.files["/robots.txt"].text)
    assert list(other.sitemaps) == site.robots.sitemaps
    paths = list(site.crawl.answers)[::5] + [
        "/home", "/settings/account", "/drafts", "/bookmarks", "/search?q=x", "/admin/jobs", "/completions/people?q=a",
        "/preview", "/sign-in", "/posts/1/edit", "/c/art", "/homework"]
    for agent in ("Googlebot", "GPTBot", "CCBot"):
        name = agent if agent.lower() in site.robots.groups else "*"
        for path in paths:
            assert other.can_fetch(unquote(path), agent) == site.robots.allow(path, name), (agent, path)
    for path in ("/home", "/drafts", "/bookmarks", "/search?q=x", "/admin/jobs", "/settings/privacy", "/sign-in?to=%2F"):
        assert not site.robots.allow(path), path


def test_what_a_crawler_has_it_is_not_sent_again(site, campus):
    kinds = {}
    for path, answer in site.everything.items():
        if answer.status == 200 and "etag" in answer.headers:
            kinds.setdefault(re.sub(r"\d+", "0", "/".join(path.split("?")[0].split("/")[:2])) + answer.kind, []).append(path)
    assert len(kinds) >= 8
    for paths in kinds.values():
        path = paths[len(paths) // 2]
        for _ in range(5):
            # Words such as "5 min" change a page: what was fetched just now is what may be confirmed.
            answer = campus.get(path)
            statuses = [campus.get(path, {name: answer.headers[said]}).status for name, said in (
                ("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))]
            if statuses == [304, 304]:
                break
        assert statuses == [304, 304], path
        assert campus.get(path, {"If-None-Match": '"other"'}).status == 200
