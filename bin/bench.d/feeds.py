"""What lists cost a member: home, a community and a tag in every order, far down, and in a campus of any size."""

import statistics
import urllib.parse
import urllib.request

from bench import ROUNDS, ask, quad, verdict
from members import NO_LIMITS, sessions

PAGE, DEEPEST = 25, 1_000
MICROSECONDS = "(extract(epoch FROM p.published_at) * 1000000)::bigint"
ORDERS = {  # what a cursor begins with, and the order
    "hot": ("p.hot::text", "p.hot DESC"),
    "new": (f"{MICROSECONDS}::text", "p.published_at DESC"),
    "top&period=all": (f"p.score || ',' || {MICROSECONDS}", "p.score DESC, p.published_at DESC"),
    "unanswered": (f"{MICROSECONDS}::text", "p.published_at DESC"),
}
PERIODS = ["top&period=day", "top", "top&period=month", "top&period=year"]


class Lists:
    """The lists of one demonstration as a member of several communities sees them."""

    def __init__(self, size, joined=None):
        """`joined`: of how many communities the member is to be, nearly; without it of as many as anyone."""
        self.size = size
        self.user, count = ask(size, f"""
            SELECT u.id, count(*) FROM users u JOIN memberships m ON m.user_id = u.id
            WHERE m.role = 'member' AND u.role = 'member' AND u.state = 'active'
                AND u.created_at < now() - interval '2 days'
            GROUP BY u.id ORDER BY abs(count(*) - {joined or 1000}), u.id LIMIT 1""")[0]
        self.joined = int(count)
        self.community = ask(size, """
            SELECT slug FROM communities WHERE visibility = 'public' ORDER BY post_count DESC LIMIT 1""")[0][0]
        self.tag = ask(size, "SELECT slug FROM tags ORDER BY post_count DESC, slug LIMIT 1")[0][0]
        tag = self.tag.replace("'", "''")
        self.places = {
            "home": ("/home", "p.id", f"""p.community_id IN (
                SELECT community_id FROM memberships WHERE user_id = '{self.user}' AND role <> 'banned')"""),
            "community": (f"/c/{self.community}", "p.number", f"""p.community_id = (
                SELECT id FROM communities WHERE slug = '{self.community}')"""),
            "tag": (f"/tags/{urllib.parse.quote(self.tag)}", "p.id",
                    f"p.id IN (SELECT post_id FROM post_tags WHERE tag = '{tag}')"),
        }

    def deep(self, place, order):
        """The address of page 1,000, or of the last full one, and its number."""
        path, last, condition = self.places[place]
        key, ranking = ORDERS[order]
        if place == "community" and order in ("hot", "new"):
            condition += " AND NOT p.is_pinned"
        if order == "unanswered":
            condition += " AND p.kind = 'question' AND p.answered_at IS NULL"
        source = f"FROM posts p WHERE p.state = 'published' AND {condition}"
        count = int(ask(self.size, f"SELECT count(*) {source}")[0][0])
        page = min(DEEPEST, count // PAGE)
        row = ask(self.size, f"""
            SELECT {key}, {last} {source} ORDER BY {ranking}, {last} DESC OFFSET {(page - 1) * PAGE - 1} LIMIT 1""")[0]
        return f"{path}?order={order}&after={row[0]},{row[1]}", page


def medians(program, paths):
    """Milliseconds at one connection, median of interleaved rounds."""
    found = {path: [] for path in paths}
    for path in paths:
        program.load(1, 1, path)
    for _ in range(ROUNDS):
        for path in paths:
            found[path].append(program.load(1, 1, path)[1]["50"])
    return {path: statistics.median(values) for path, values in found.items()}


def begin(size, joined=None):
    lists = Lists(size, joined)
    program = quad(f"Quad, {size}", size, "/healthz", PAGE_CACHE_MB="0", **NO_LIMITS)
    program.headers = [f"Cookie: {sessions(size, [lists.user])[0]}"]
    request = urllib.request.Request(
        f"http://127.0.0.1:{program.port}/home", headers={"Cookie": program.headers[0].removeprefix("Cookie: ")})
    assert b"Your account" in urllib.request.urlopen(request).read(), "the benchmark is not signed in"
    return lists, program


def measure_feeds(orders=tuple(ORDERS)):
    large, large_program = begin("large")
    small, small_program = begin("medium", large.joined)
    print(f"\nLists signed in, at one connection: /c/{large.community} and #{large.tag} of the large demonstration,\n"
          f"for a member of {large.joined} communities, and of {small.joined} in the medium one with 20,000 posts")
    for place in large.places:
        firsts, seconds, deep, pages = {}, {}, {}, {}
        for order in orders:
            firsts[order] = f"{large.places[place][0]}?order={order}"
            seconds[order] = f"{small.places[place][0]}?order={order}"
            deep[order], pages[order] = large.deep(place, order)
        times = medians(large_program, [*firsts.values(), *deep.values()])
        in_small = medians(small_program, list(seconds.values()))
        for order in orders:
            first, far, little = times[firsts[order]], times[deep[order]], in_small[seconds[order]]
            print(f"  {place}, {order:<16} {first:>6.2f} ms, page {pages[order]:,}: {far:.2f} ms, "
                  f"in the medium demonstration {little:.2f} ms")
            verdict("  first page, ms", first, 5, at_least=False)
            verdict(f"  page {pages[order]:,} ÷ first page", far / first, 1.3, at_least=False)
            verdict("  large ÷ medium", first / little, 1.5, at_least=False)
        for path, time in medians(large_program, [f"{large.places[place][0]}?order={order}" for order in PERIODS]).items():
            print(f"  {path:<44} {time:>6.2f} ms")
    small_program.stop()
    large_program.stop()
