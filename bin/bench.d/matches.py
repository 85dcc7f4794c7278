"""Matches in courses of 1,000, 10,000 and 100,000: what the first page costs Postgres, beside the straightforward
statement of the earlier design, and the page from the cache."""

import os
import re
import statistics
import subprocess
import time
import urllib.request

from bench import HERE, ask, postgres_time, prepare, psql, quad, verdict
from members import NO_LIMITS, sessions

# People, and in each round so many readers, and so many of them with the earlier design.
SIZES = [(1_000, 40, 10), (10_000, 20, 3), (100_000, 3, 1)]
ROUNDS = {1_000: 5, 10_000: 5, 100_000: 2}
TARGETS = {1_000: 4, 10_000: 20}
# The earlier design may take this long; what takes longer is printed as "over".
MOST_SECONDS = 120
LOG = os.path.join(os.environ["BENCH_STATE"], "postgres.log")


def logged(action):
    """Every statement that ran meanwhile, with the milliseconds of its planning and execution."""
    start = os.path.getsize(LOG)
    action()
    with open(LOG) as file:
        file.seek(start)
        text = file.read()
    pattern = r"duration: ([\d.]+) ms  (?:parse|bind|execute|statement)\b(.*)"
    return [(found[2], float(found[1]))
            for entry in re.split(r"\n(?=\d{4}-\d\d-\d\d )", text) if (found := re.search(pattern, entry, re.DOTALL))]


def ours(program, course, cookies):
    """What each page costs Postgres: all of its statements, and the list alone. Asks for weights, which no cache answers."""
    path = f"/matches/{course}?time=40&habits=30&bio=20&picture=10"
    pages = [logged(lambda: page(program, path, cookie)) for cookie in cookies]
    return [(sum(spent for _, spent in part), sum(spent for text, spent in part if "scored AS (" in text)) for part in pages]


def earlier(course, readers):
    with open(os.path.join(HERE, "matches", "earlier.sql")) as file:
        text = f"SET statement_timeout = '{MOST_SECONDS}s';\n" + file.read()
    text += "".join(f"EXECUTE earlier_matches('{course}', '{reader}');\n" for reader in readers)
    ran = logged(lambda: subprocess.run(psql("matches"), input=text, text=True, capture_output=True))
    times = [spent for statement, spent in ran if "EXECUTE earlier_matches" in statement]
    # What was ended has no time in the log.
    return times + [float("inf")] * (len(readers) - len(times))


def page(program, path, cookie):
    url = f"http://127.0.0.1:{program.port}{path}"
    return urllib.request.urlopen(urllib.request.Request(url, headers={"Cookie": cookie})).read()


def tail(times):
    return sorted(times)[min(int(len(times) * 0.95), len(times) - 1)]


def words(milliseconds):
    return f"over {MOST_SECONDS} s" if milliseconds == float("inf") else f"{milliseconds:,.1f} ms"


def times_as_long(theirs, mine):
    return f"{'over ' if theirs == float('inf') else ''}{min(theirs, MOST_SECONDS * 1000) / mine:,.0f} times"


def measure_matches():
    prepare("matches", os.path.join(HERE, "matches", "fill.sql"))
    ask("matches", "ALTER DATABASE bench_matches SET log_min_duration_statement = 0")
    program = quad("Quad, matches", "matches", "/healthz",
                   **NO_LIMITS | {"MATCH_FIRST_PAGES_PER_WEEK": "1000000", "JOB_THREADS": "0"})
    count = int(ask("matches", "SELECT count(*) FROM match_pool")[0][0])
    print(f"\nThe first page of matches in Postgres, {count:,} people, everyone with a week")
    medians = {}
    for size, reader_count, earlier_count in SIZES:
        course = ask("matches", f"SELECT id FROM courses WHERE code = 'SIZE {size}'")[0][0]
        readers = [row[0] for row in ask("matches", f"""
            SELECT user_id FROM match_pool WHERE course_id = '{course}' ORDER BY md5(user_id::text) LIMIT {reader_count}""")]
        cookies = sessions("matches", readers)
        ours(program, course, cookies)
        mine, theirs, busy = [], [], 0
        for _ in range(ROUNDS[size]):
            before = postgres_time()
            mine += ours(program, course, cookies)
            busy += postgres_time() - before
            if float("inf") not in theirs:
                theirs += earlier(course, readers[:earlier_count])
        whole, lists = zip(*mine)
        medians[size] = (statistics.median(lists), statistics.median(theirs))
        print(f"  course of {size:>7,}: the list {words(medians[size][0])} (95th percentile {words(tail(lists))});")
        print(f"    with counts and all else {words(statistics.median(whole))} ({words(tail(whole))}), "
              f"{words(busy * 1000 / len(mine))} of them on a processor;")
        print(f"    the list in the earlier design {words(medians[size][1])} ({words(tail(theirs))}), "
              f"{times_as_long(medians[size][1], medians[size][0])} as long", flush=True)
        if size in TARGETS:
            verdict("95th percentile of the list, ms", tail(lists), TARGETS[size], at_least=False)
            verdict("95th percentile of the whole page, ms", tail(whole), TARGETS[size], at_least=False)
    small, large = medians[SIZES[0][0]], medians[SIZES[-1][0]]
    print(f"  from 1,000 to 100,000: {large[0] / small[0]:.0f} times, earlier design {times_as_long(large[1], small[1])}")
    measure_kept(program)
    measure_groups()


def measure_kept(program):
    course = ask("matches", "SELECT id FROM courses WHERE code = 'SIZE 10000'")[0][0]
    reader = ask("matches", f"SELECT user_id FROM match_pool WHERE course_id = '{course}' ORDER BY user_id LIMIT 1")[0][0]
    cookie = sessions("matches", [reader])[0]
    path = f"/matches/{course}"
    page(program, path, cookie)
    asked = logged(lambda: page(program, path, cookie))
    assert not any("scored AS (" in text for text, _ in asked), "the page is not kept"
    ask("matches", "ALTER DATABASE bench_matches RESET log_min_duration_statement")
    program.stop()
    program = quad("Quad, matches", "matches", "/healthz", **NO_LIMITS | {"JOB_THREADS": "0"})
    program.headers = [f"Cookie: {cookie}"]
    program.load(1, 1, path)
    rates = [program.load(1, path=path)[0] for _ in range(5)]
    began = time.perf_counter()
    for _ in range(200):
        page(program, path, cookie)
    print(f"  the whole page signed in from the cache: {1000 / statistics.median(rates):.2f} ms on one kept connection, "
          f"{(time.perf_counter() - began) * 5:.2f} ms with a connection and a Python client each")
    verdict("matches from the cache: the whole request on one connection, ms", 1000 / statistics.median(rates), 1, False)
    program.stop()


def measure_groups():
    """Proposals of groups in a course of 1,000, whose 500 best matches are looked through."""
    course = ask("matches", "SELECT id FROM courses WHERE code = 'SIZE 1000'")[0][0]
    readers = [row[0] for row in ask("matches", f"""
        SELECT user_id FROM match_pool WHERE course_id = '{course}' ORDER BY md5(user_id::text) LIMIT 20""")]
    program = quad("Quad, matches", "matches", "/healthz", **NO_LIMITS | {"JOB_THREADS": "0"})
    path, times = f"/groups/proposals?course={course}", []
    for cookie in sessions("matches", readers):
        page(program, path, cookie)
        for _ in range(5):
            began = time.perf_counter()
            body = page(program, path, cookie)
            times.append((time.perf_counter() - began) * 1000)
    assert b'name="person"' in body, "nothing is proposed"
    print("\nProposals of groups among 500 course mates")
    verdict("the whole request, median, ms", statistics.median(times), 200, at_least=False)
    verdict("the whole request, 95th percentile, ms", tail(times), 200, at_least=False)
    program.stop()
