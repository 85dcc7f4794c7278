"""Reading the site as a search engine does: robots.txt, sitemaps, pages and their links."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit


class Page(HTMLParser):
    """What a crawler takes from a page.

    A mention is written once and for everyone, so it may lead to a profile that members alone may open;
    `mentions` holds such links, `links` all others.
    """

    def __init__(self, answer, origin):
        super().__init__()
        self.title, self.description, self.canonical, self.robots = "", None, None, []
        self.links, self.mentions, self.files, self.ids, self.feeds = set(), set(), set(), set(), set()
        # Open Graph, and the structured data as it was written.
        self.properties, self.data = {}, []
        self._base = origin + answer.path
        self._is_title = self._is_data = False
        self.feed(answer.text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.ids.add(attributes["id"])
        if tag == "title" and not self.title:
            self._is_title = True
        elif tag == "meta" and attributes.get("name") == "description":
            self.description = attributes["content"]
        elif tag == "meta" and attributes.get("name") == "robots":
            self.robots += attributes["content"].replace(" ", "").split(",")
        elif tag == "meta" and "property" in attributes:
            self.properties.setdefault(attributes["property"], attributes["content"])
        elif tag == "script" and attributes.get("type") == "application/ld+json":
            self._is_data = True
            self.data.append("")
        elif tag == "link" and attributes.get("rel") == "canonical":
            self.canonical = attributes["href"]
        elif tag == "link" and attributes.get("rel") == "alternate":
            self.feeds.add(urljoin(self._base, attributes["href"]))
        elif tag == "link":
            self.files.add(urljoin(self._base, attributes["href"]))
        elif tag == "a" and attributes.get("href", "").startswith("/u/") and attributes.get("dir") == "ltr":
            self.mentions.add(urljoin(self._base, attributes["href"]))
        elif tag in ("a", "area") and "href" in attributes:
            self.links.add(urljoin(self._base, attributes["href"]))
        elif "src" in attributes:
            self.files.add(urljoin(self._base, attributes["src"]))

    def handle_endtag(self, tag):
        if tag == "title":
            self._is_title = False
        self._is_data = False

    def handle_data(self, data):
        if self._is_title:
            self.title += data
        if self._is_data:
            self.data[-1] += data

    @property
    def is_indexable(self):
        return "noindex" not in self.robots


class Robots:
    """robots.txt by RFC 9309: the longest rule that fits decides, `*` and `$` have their meaning."""

    def __init__(self, text):
        self.groups, self.sitemaps = {}, []
        agents, is_heading = [], False
        for line in text.splitlines():
            field, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
            field = field.lower()
            if field == "user-agent":
                agents = agents + [value.lower()] if is_heading else [value.lower()]
                self.groups.setdefault(value.lower(), [])
            elif field in ("allow", "disallow"):
                assert agents, f"“{line}” stands above every User-agent"
                for agent in agents:
                    self.groups[agent].append((value, field == "allow"))
            elif field == "sitemap":
                self.sitemaps.append(value)
            else:
                assert not line.strip() or line.lstrip().startswith("#"), f"“{line}” is no rule"
            is_heading = field == "user-agent"

    def allow(self, path, agent="*"):
        rules = self.groups[agent.lower()]
        fitting = [(len(rule), allowed) for rule, allowed in rules if rule and self._fits(rule, path)]
        return max(fitting)[1] if fitting else True

    @staticmethod
    def _fits(rule, path):
        pattern = "".join(".*" if letter == "*" else re.escape(letter) for letter in rule.removesuffix("$"))
        return re.match(pattern + ("$" if rule.endswith("$") else ""), path) is not None


class Crawl:
    """Answers by path, each fetched once."""

    # A crawl of a demonstration that grew shall still end.
    MOST_PAGES = 2_500
    LONGEST = 45

    def __init__(self, campus):
        self.campus = campus
        self.answers, self.pages = {}, {}
        # Addresses in pages are those of BASE_URL, which need not be where this server listens.
        self.origin = Page(campus.get("/"), campus.address).canonical.removesuffix("/")

    def fetch(self, paths):
        new = sorted(set(paths) - self.answers.keys())
        with ThreadPoolExecutor(6) as threads:
            for answer in threads.map(self.campus.get, new):
                self.answers[answer.path] = answer
                if answer.kind == "text/html":
                    self.pages[answer.path] = Page(answer, self.origin)
        return [self.answers[path] for path in paths]

    def follow(self, paths):
        """Everything that visitors can come to from some paths, by links and feeds, as far as the bounds let it.

        Answers by whom each path was linked."""
        began, linkers, new = time.monotonic(), {path: None for path in paths}, list(paths)
        while new and len(self.answers) < self.MOST_PAGES and time.monotonic() - began < self.LONGEST:
            batch, new = new[: self.MOST_PAGES - len(self.answers)][:500], new[500:]
            self.fetch(batch)
            for path in batch:
                if path not in self.pages:
                    continue
                page = self.pages[path]
                for link in sorted(self.internal(page.links | page.feeds)):
                    if link not in linkers:
                        linkers[link] = path
                        new.append(link)
        return linkers

    def path(self, address):
        """The path of an address of this site, without its fragment; `None` for other sites."""
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or f"{parts.scheme}://{parts.netloc}" != self.origin:
            return None
        return urldefrag(address).url.removeprefix(self.origin) or "/"

    def internal(self, addresses):
        return {path for path in map(self.path, addresses) if path is not None}
