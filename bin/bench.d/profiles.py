"""What a profile with much on it costs, by who looks; and home. Whole requests on one connection, never from memory."""

import statistics
import urllib.request

from bench import ROUNDS, ask, quad, verdict
from members import NO_LIMITS, sessions

RICHEST = """
    SELECT u.id, u.username, u.university_id
    FROM users u
    WHERE u.visibility = 'public' AND u.state = 'active' AND NOT u.is_held AND u.bio_source <> ''
    ORDER BY least((SELECT count(*) FROM user_skills s WHERE s.user_id = u.id), 10)
        + least((SELECT count(*) FROM acquaintances a WHERE a.user_id = u.id), 30)
        + least((SELECT count(*) FROM endorsements e WHERE e.user_id = u.id), 30)
        + 10 * (SELECT count(*) FROM match_pool p WHERE p.user_id = u.id) DESC, u.id
    LIMIT 1"""
ONLOOKER = """
    SELECT v.id FROM users v
    WHERE v.university_id = '{university}' AND v.state = 'active' AND v.role = 'member' AND v.id <> '{person}'
        AND {known} EXISTS (SELECT FROM acquaintances a WHERE a.user_id = v.id AND a.other_id = '{person}')
        AND NOT EXISTS (SELECT FROM blocks b WHERE b.user_id = v.id AND b.other_id = '{person}')
    ORDER BY (SELECT count(*) FROM acquaintances a WHERE a.user_id = v.id) DESC, v.id LIMIT 1"""


def measure_profiles(size="small"):
    person, username, university = ask(size, RICHEST)[0]
    program = quad(f"Quad, {size}", size, "/healthz", PAGE_CACHE_MB="0", JOB_THREADS="0", **NO_LIMITS)
    connection, stranger = (ask(size, ONLOOKER.format(university=university, person=person, known=known))[0][0]
                            for known in ("", "NOT"))
    cookies = dict(zip((connection, stranger, person), sessions(size, [connection, stranger, person])))
    profile = f"/u/{username}"
    pages = {
        "a profile, a visitor": (profile, None), "a profile, a member": (profile, stranger),
        "a profile, a connection": (profile, connection), "one's own profile": (profile, person), "home": ("/home", person)}
    times, bytes_of = {}, {}
    for name, (path, viewer) in pages.items():
        request = urllib.request.Request(f"http://127.0.0.1:{program.port}{path}")
        if viewer:
            request.add_header("Cookie", cookies[viewer])
        bytes_of[name] = len(urllib.request.urlopen(request).read())
    for _ in range(ROUNDS + 1):
        for name, (path, viewer) in pages.items():
            program.headers = [f"Cookie: {cookies[viewer]}"] if viewer else []
            times.setdefault(name, []).append(program.load(1, 1, path)[1]["50"])
    print(f"\nProfiles and home in the {size} demonstration")
    for name, taken in times.items():
        verdict(f"{name} ({bytes_of[name]:,} bytes), ms", statistics.median(taken[1:]), 5, at_least=False)
    program.stop()


def measure_profiles_of_large():
    measure_profiles("large")
