"""What members cost: the signed-in page, a rush of sign-ins beside readers, votes and comments."""

import base64
import hashlib
import os
import re
import secrets
import statistics
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

from bench import HERE, PROGRAMS, ROUNDS, SECONDS, Program, ask, compare, database, pgbench, post_page, quad, verdict

NO_LIMITS = {name: "0" for name in (
    "VISITOR_PAGES_PER_MINUTE", "MEMBER_PAGES_PER_MINUTE", "VOTES_PER_MINUTE", "POSTS_PER_MINUTE", "POSTS_PER_HOUR",
    "SIGN_INS_PER_ADDRESS", "SIGN_INS_PER_ACCOUNT")}


def sessions(size, users):
    """A session for each user, as signing in would have begun it: cookies."""
    cookies, rows = [], []
    for user in users:
        token = secrets.token_bytes(32)
        cookies.append("session=" + base64.urlsafe_b64encode(token).rstrip(b"=").decode())
        rows.append(f"(gen_random_uuid(), '\\x{hashlib.sha256(token).hexdigest()}', '{user}', 'A benchmark')")
    ask(size, f"INSERT INTO sessions (id, token_hash, user_id, device) VALUES {', '.join(rows)}")
    return cookies


def members_of(size, slug, count):
    return [row[0] for row in ask(size, f"""
        SELECT u.id FROM memberships m JOIN users u ON u.id = m.user_id JOIN communities c ON c.id = m.community_id
        WHERE c.slug = '{slug}' AND m.role = 'member' AND u.state = 'active' AND u.created_at < now() - interval '2 days'
        ORDER BY u.id LIMIT {count}""")]


def statement_files(size, slug, number, user, session):
    """The signed-in page's statements for the C program and pgbench: what a member's rights add stands in the text."""
    version, university = ask(size, f"SELECT session_version, university_id FROM users WHERE id = '{user}'")[0]
    files = []
    for name in ("session", "post", "comments", "more", "votes", "attention"):
        with open(os.path.join(HERE, "member", name + ".sql")) as file:
            text = file.read()
        for mark, value in (("MEMBER", user), ("SESSION", session), ("VERSION", version), ("UNIVERSITY", university)):
            text = text.replace(f"{{{mark}}}", value)
        files.append(os.path.join(PROGRAMS, f"member-{name}.sql"))
        with open(files[-1], "w") as file:
            file.write(text)
        os.chmod(files[-1], 0o644)
    return files


def measure_signed_in_page():
    slug, number, path, comments = post_page("small")
    user = members_of("small", slug, 1)[0]
    cookie = sessions("small", [user])[0]
    session = ask("small", f"SELECT id FROM sessions WHERE user_id = '{user}' ORDER BY created_at DESC LIMIT 1")[0][0]
    measured = quad("Quad, signed in", "small", path, **NO_LIMITS | {"MEMBER_PAGES_PER_MINUTE": "1000000"})
    measured.headers = [f"Cookie: {cookie}"]
    body = urllib.request.urlopen(urllib.request.Request(measured.url, headers={"Cookie": cookie})).read()
    assert b"Your account" in body, "the benchmark is not signed in"
    print(f"\nThe page signed in: {path}, {comments} comments, {len(body):,} bytes")
    page = os.path.join(PROGRAMS, "member-page.html")
    with open(page, "wb") as file:
        file.write(body)
    files = statement_files("small", slug, number, user, session)
    limits = [
        Program(f"libmicrohttpd and libpq in C, {words}",
                [f"{PROGRAMS}/statements", "PORT", page, database("small"), slug, number, threads, *files], "/")
        for threads, words in (("0", "a thread each"), ("4", "pool of 4"))]
    compare("The post page signed in, session and limits asked, 16 connections", limits, measured, 16, 0.6, per_request=True)
    for program in limits:
        program.stop()
    rounds = [(pgbench("small", slug, number, files), measured.load(16)[0]) for _ in range(3)]
    print(f"  pgbench -M prepared, 16 clients              {statistics.median(r[0] for r in rounds):>9,.0f} a second")
    verdict("Quad ÷ pgbench", statistics.median(r[1] for r in rounds) / statistics.median(r[0] for r in rounds), 0.5, True)
    latencies = [measured.load(64)[1] for _ in range(ROUNDS)]
    verdict("99th percentile ÷ median at 64 connections",
            statistics.median(l["99"] / l["50"] for l in latencies), 5, at_least=False)
    measured.stop()


class SignIns(threading.Thread):
    """Sign-ins at an even pace whatever becomes of them; statuses are counted."""

    def __init__(self, program, count, seconds):
        super().__init__()
        self.program, self.count, self.seconds = program, count, seconds
        self.statuses, self.lock = {}, threading.Lock()

    def one(self, number):
        fields = {"email": f"nobody{number}@demo.quad.test", "password": "not the right one at all"}
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.program.port}/sign-in", urllib.parse.urlencode(fields).encode(),
            {"Sec-Fetch-Site": "same-origin"})
        try:
            status = urllib.request.urlopen(request, timeout=30).status
        except urllib.error.HTTPError as error:
            status = error.code
        except OSError:
            status = "lost"
        with self.lock:
            self.statuses[status] = self.statuses.get(status, 0) + 1

    def run(self):
        began, threads = time.monotonic(), []
        for number in range(self.count):
            time.sleep(max(0, began + number * self.seconds / self.count - time.monotonic()))
            threads.append(threading.Thread(target=self.one, args=(number,)))
            threads[-1].start()
        for thread in threads:
            thread.join()


def measure_sign_in_rush():
    path = post_page("small")[2]
    program = quad("Quad", "small", path, PAGE_CACHE_MB="0", **NO_LIMITS)
    program.load(32, 2)
    before = program.memory()
    alone, beside, statuses = [], [], {}
    for _ in range(3):
        alone.append(program.load(32, 10)[1]["99"])
        rush = SignIns(program, 500, 10)
        rush.start()
        beside.append(program.load(32, 10)[1]["99"])
        rush.join()
        for status, count in rush.statuses.items():
            statuses[status] = statuses.get(status, 0) + count
    print("\n500 sign-ins in 10 s beside 32 readers, three times")
    print("  answers: " + ", ".join(f"{count} × {status}" for status, count in sorted(statuses.items(), key=str)))
    print(f"  readers' 99th percentile: {statistics.median(alone):.1f} ms alone, {statistics.median(beside):.1f} ms beside")
    verdict("readers' 99th percentile beside ÷ alone", statistics.median(b / a for a, b in zip(alone, beside)), 2, False)
    verdict("memory more, MB", program.memory() - before, 60, at_least=False)
    program.stop()


def lua(name, text):
    path = os.path.join(PROGRAMS, name)
    with open(path, "w") as file:
        file.write(text)
    return path


def writes(program, script, connections=16, seconds=5):
    text = subprocess.check_output(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", script, f"http://127.0.0.1:{program.port}"],
        text=True)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    assert not refused, text
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])


VOTES = """
local cookies, posts = {%s}, {%s}
local values = {"up", "down", "none"}
local n = 0
request = function()
  n = n + 1
  local headers = {["Content-Type"] = "application/x-www-form-urlencoded", ["Sec-Fetch-Site"] = "same-origin",
    Cookie = cookies[n %% #cookies + 1]}
  return wrk.format("POST", "/posts/" .. posts[math.random(#posts)] .. "/votes", headers, "value=" .. values[math.random(3)])
end
"""

COMMENTS = """
local cookies, posts = {%s}, {%s}
math.randomseed(%d)
local n = 0
local hex = function(count)
  local text = ""
  for _ = 1, count do text = text .. string.format("%%x", math.random(0, 15)) end
  return text
end
request = function()
  n = n + 1
  local headers = {["Content-Type"] = "application/x-www-form-urlencoded", ["Sec-Fetch-Site"] = "same-origin",
    Cookie = cookies[n %% #cookies + 1]}
  local id = hex(8) .. "-" .. hex(4) .. "-7" .. hex(3) .. "-8" .. hex(3) .. "-" .. hex(12)
  return wrk.format("POST", "/posts/" .. posts[math.random(#posts)] .. "/comments", headers,
    "id=" .. id .. "&act=post&body=Number+" .. n .. "+of+**many**,+said+in+a+short+sentence.")
end
"""


def measure_writes():
    slug = post_page("small")[0]
    users = members_of("small", slug, 60)
    cookies = ", ".join(f'"{cookie}"' for cookie in sessions("small", users))
    posts = [row[0] for row in ask("small", f"""
        SELECT p.id FROM posts p JOIN communities c ON c.id = p.community_id
        WHERE c.slug = '{slug}' AND p.state = 'published' AND NOT p.is_locked
            AND p.author_id NOT IN ({', '.join(f"'{user}'" for user in users)})
        ORDER BY p.id DESC LIMIT 40""")]
    program = quad("Quad", "small", "/healthz", **NO_LIMITS)
    places = ", ".join(f'"{post}"' for post in posts)
    print("\nWrites through the whole path, 16 connections")
    votes = lua("votes.lua", VOTES % (cookies, places))
    comments = [lua(f"comments{round}.lua", COMMENTS % (cookies, places, secrets.randbelow(10**9))) for round in range(3)]
    writes(program, votes, seconds=1)
    rates = [(writes(program, votes), writes(program, script)) for script in comments]
    verdict("votes a second", statistics.median(rate[0] for rate in rates), 1000, at_least=True)
    verdict("comments a second", statistics.median(rate[1] for rate in rates), 1000, at_least=True)
    program.stop()
    wrong = ask("small", """
        SELECT count(*) FROM posts p
        WHERE p.score <> (SELECT coalesce(sum(value), 0) FROM post_votes v WHERE v.post_id = p.id)""")[0][0]
    counts = ask("small", """
        SELECT count(*) FROM posts p
        WHERE p.comment_count <> (SELECT count(*) FROM comments m WHERE m.post_id = p.id AND m.state = 'published')
            OR p.last_comment_number < (SELECT coalesce(max(number), 0) FROM comments m WHERE m.post_id = p.id)""")[0][0]
    verdict("posts whose score is not the sum of its votes", int(wrong), 0, at_least=False)
    verdict("posts whose comments are miscounted", int(counts), 0, at_least=False)


def measure_members():
    measure_signed_in_page()
    measure_sign_in_rush()
    measure_writes()
