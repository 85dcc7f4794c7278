"""Long threads, and votes on one post: a post with 5,000 comments, and as many voters as there are at once."""

import http.client
import statistics
import threading
import time

from bench import ask, post_page, quad, verdict
from members import NO_LIMITS, lua, members_of, sessions, writes

COMMENTS, ROUNDS, VOTERS = 5_000, 25, 200
TITLE = "a-thread-of-five-thousand-comments"

# Nine of ten comments answer another, most of those one that was written shortly before, and some one of the first
# three: so that some branches are a few comments, some hundreds, and some fifty levels deep.
THREAD = """
SELECT setseed(0.25);
WITH place AS (
    UPDATE communities SET last_post_number = last_post_number + 1, post_count = post_count + 1
    WHERE slug = '%(slug)s' RETURNING id, last_post_number
), post AS (
    INSERT INTO posts (id, community_id, number, space_id, author_id, kind, state, title, slug, body_source, body_html,
        body_version, excerpt, comment_count, last_comment_number, published_at)
    SELECT gen_random_uuid(), place.id, last_post_number,
        (SELECT id FROM spaces WHERE community_id = place.id ORDER BY position, slug LIMIT 1), '%(author)s',
        'discussion', 'published', 'A thread of five thousand comments', '%(title)s', 'Say hello.', '<p>Say hello.</p>',
        1, 'Say hello.', 0, %(count)s, now() - interval '2 days'
    FROM place RETURNING id
), counted AS (
    UPDATE spaces SET post_count = post_count + 1
    WHERE id = (SELECT id FROM spaces WHERE community_id = (SELECT id FROM place) ORDER BY position, slug LIMIT 1)
), people AS (
    SELECT array_agg(id) AS ids FROM (SELECT id FROM users WHERE state = 'active' ORDER BY id LIMIT 500) u
)
INSERT INTO comments (id, post_id, number, parent_number, author_id, state, body_source, body_html, body_version,
    score, removal_reason, created_at)
SELECT gen_random_uuid(), post.id, n,
    CASE WHEN n > 3 AND random() < 0.05 THEN 1 + floor(random() * 3)::integer
        WHEN n > 3 AND random() < 0.9 THEN greatest(1, n - 1 - floor(power(random(), 3) * least(n - 2, 400))::integer) END,
    people.ids[1 + floor(random() * cardinality(people.ids))::integer],
    CASE WHEN n %% 50 = 0 THEN 'removed' ELSE 'published' END, words, '<p>' || words || '</p>', 1,
    CASE WHEN n %% 41 = 0 THEN -6 ELSE floor(power(random(), 4) * 60)::integer END, CASE WHEN n %% 50 = 0 THEN 'rule 2' END,
    now() - interval '2 days' + n * interval '30 seconds'
FROM post, people, generate_series(1, %(count)s) n,
    LATERAL (SELECT repeat('Number ' || n || ' has something to say about this. ', 1 + n %% 8) AS words) said;
UPDATE posts SET comment_count = (SELECT count(*) FROM comments WHERE post_id = posts.id AND state = 'published')
WHERE slug = '%(title)s';
ANALYZE comments;
"""


def long_thread():
    """The address of the post with 5,000 comments, which is made once."""
    find = f"""
        SELECT '/c/' || c.slug || '/' || p.number || '/' || p.slug FROM posts p JOIN communities c ON c.id = p.community_id
        WHERE p.slug = '{TITLE}' LIMIT 1"""
    if not ask("small", find):
        slug = post_page("small")[0]
        author = members_of("small", slug, 1)[0]
        ask("small", THREAD % {"slug": slug, "author": author, "title": TITLE, "count": COMMENTS})
    return ask("small", find)[0][0]


def first_byte(connection, path, cookie=None):
    """Milliseconds to the first byte of an answer."""
    began = time.perf_counter()
    connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
    answer = connection.getresponse()
    spent = (time.perf_counter() - began) * 1000
    body = answer.read()
    assert answer.status == 200, f"{path} answered {answer.status}"
    return spent, body


def measure_long_thread():
    path = long_thread()
    slug, _, ordinary, comments = post_page("small")
    cookie = sessions("small", members_of("small", slug, 1))[0]
    program = quad("Quad", "small", path, PAGE_CACHE_MB="0", **NO_LIMITS)
    pages = {
        "the first page, signed in": (path, cookie),
        "the first page, a visitor": (path, None),
        "newest first, signed in": (path + "?order=new", cookie),
        "comment 4,900, signed in": (path + "?comment=4900", cookie),
        "comment 4,900, a visitor": (path + "?comment=4900", None),
        f"a post with {comments} comments, signed in": (ordinary, cookie),
    }
    connection = http.client.HTTPConnection("127.0.0.1", program.port)
    times = {name: [] for name in pages}
    for _ in range(ROUNDS):
        for name, (address, own) in pages.items():
            times[name].append(first_byte(connection, address, own)[0])
    print(f"\nA post with {COMMENTS:,} comments: milliseconds to the first byte at one connection")
    for name, (address, own) in pages.items():
        size = len(first_byte(connection, address, own)[1])
        print(f"  {name:<44} {statistics.median(times[name]):>9.2f}   ({min(times[name]):.2f} to {max(times[name]):.2f}; {size:,} bytes)")
    for name in list(pages)[:-1]:
        verdict(name, statistics.median(times[name]), 20, at_least=False)
    connection.close()
    program.stop()


VOTES = """
local cookies = {%s}
local values = {"up", "down", "none"}
local n = 0
request = function()
  n = n + 1
  local headers = {["Content-Type"] = "application/x-www-form-urlencoded", ["Sec-Fetch-Site"] = "same-origin",
    Cookie = cookies[n %% #cookies + 1]}
  return wrk.format("POST", "/posts/%s/votes", headers, "value=" .. values[math.random(3)])
end
"""


def vote_at_once(port, post, cookies, statuses):
    """Each votes up once, fifty at a time."""
    places = iter(cookies)
    lock = threading.Lock()

    def run():
        connection = http.client.HTTPConnection("127.0.0.1", port)
        while True:
            with lock:
                cookie = next(places, None)
            if cookie is None:
                return
            connection.request("POST", f"/posts/{post}/votes", "value=up", {
                "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin", "Cookie": cookie})
            answer = connection.getresponse()
            answer.read()
            statuses.append(answer.status)

    threads = [threading.Thread(target=run) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def measure_votes_on_one_post():
    long_thread()
    post, author = ask("small", f"SELECT id, author_id FROM posts WHERE slug = '{TITLE}'")[0]
    ask("small", f"DELETE FROM post_votes WHERE post_id = '{post}'; UPDATE posts SET score = 0 WHERE id = '{post}'")
    users = [row[0] for row in ask("small", f"""
        SELECT id FROM users WHERE state = 'active' AND id <> '{author}' AND created_at < now() - interval '2 days'
            AND id NOT IN (SELECT user_id FROM memberships WHERE role = 'banned')
        ORDER BY id LIMIT {VOTERS}""")]
    cookies = sessions("small", users)
    script = lua("votes-on-one.lua", VOTES % (", ".join(f'"{cookie}"' for cookie in cookies), post))
    print(f"\nVotes on one post by {len(users)} people, 32 connections; what votes wait for is the disk, so workers count")
    programs = {workers: quad("Quad", "small", "/healthz", WORKERS=workers, **NO_LIMITS) for workers in ("4", "16")}
    rates = {workers: [] for workers in programs}
    for program in programs.values():
        writes(program, script, 32, seconds=1)
    quiet = []
    for _ in range(5):
        for workers, program in programs.items():
            rates[workers].append(writes(program, script, 32, seconds=3))
        # Without a row of what the voter did, to see what that row costs.
        ask("small", "ALTER TABLE post_votes DISABLE TRIGGER note_vote")
        quiet.append(writes(programs["16"], script, 32, seconds=3))
        ask("small", "ALTER TABLE post_votes ENABLE TRIGGER note_vote")
    for workers, values in rates.items():
        print(f"  {workers + ' workers':<44} {statistics.median(values):>9,.0f} a second   ({min(values):,.0f} to {max(values):,.0f})")
    verdict("votes a second, 16 workers", statistics.median(rates["16"]), 2000, at_least=True)
    print(f"  of those where nothing is noted of the voter: {statistics.median(rates['16']) / statistics.median(quiet):.2f}")
    programs["4"].stop()
    program = programs["16"]
    count = f"""
        SELECT p.score, (SELECT coalesce(sum(value), 0) FROM post_votes v WHERE v.post_id = p.id),
            (SELECT count(*) FROM post_votes v WHERE v.post_id = p.id) FROM posts p WHERE p.id = '{post}'"""
    score, total, _ = map(int, ask("small", count)[0])
    verdict("score apart from the sum of votes", abs(score - total), 0, at_least=False)
    statuses = []
    vote_at_once(program.port, post, cookies, statuses)
    score, total, rows = map(int, ask("small", count)[0])
    verdict("votes lost or doubled when everyone votes up", max(abs(figure - len(users)) for figure in (
        score, total, rows, statuses.count(303))), 0, at_least=False)
    program.stop()


def measure_threads():
    measure_long_thread()
    measure_votes_on_one_post()
