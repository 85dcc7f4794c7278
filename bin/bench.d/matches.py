"""Matches in courses of 1,000, 10,000 and 100,000: the first page's statement as Postgres times it, beside the
straightforward statement of the earlier design, and the page from the cache."""

import os
import re
import statistics
import subprocess
import time
import urllib.request

from bench import HERE, ROOT, ROUNDS, ask, database, quad, verdict
from members import NO_LIMITS, sessions

SIZES = [(1_000, 40), (10_000, 20), (100_000, 3)]
EARLIER = os.path.join(HERE, "matches")
LOG = os.path.join(os.environ["BENCH_STATE"], "postgres.log")
TARGETS = {1_000: 4, 10_000: 20}


def fill():
    """A database of its own, filled once."""
    if ask("small", "SELECT count(*) FROM pg_database WHERE datname = 'bench_matches'")[0][0] == "0":
        ask("small", "CREATE DATABASE bench_matches")
    environment = {**os.environ, "DATABASE_URL": database("matches")}
    subprocess.run([os.path.join(ROOT, ".build/release/quad"), "migrate"], env=environment, check=True,
                   stdout=subprocess.DEVNULL)
    if ask("matches", "SELECT count(*) FROM users")[0][0] == "0":
        print("\nFilling courses of 1,000, 10,000 and 100,000 …")
        run(os.path.join(EARLIER, "fill.sql"))
    ask("matches", "ALTER DATABASE bench_matches SET log_min_duration_statement = 0")


def run(path):
    command = ["psql", "-Atq", "-v", "ON_ERROR_STOP=1", database("matches")]
    if os.getuid() == 0:
        command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *command]
    with open(path) as file:
        subprocess.run(command, stdin=file, check=True, stdout=subprocess.DEVNULL)


def logged(mark, action):
    """Milliseconds of each run of the statements that contain `mark` while `action` goes on."""
    start = os.path.getsize(LOG)
    action()
    time.sleep(0.2)
    with open(LOG) as file:
        file.seek(start)
        text = file.read()
    times, binding = [], 0
    for entry in re.split(r"\n(?=\d{4}-\d\d-\d\d )", text):
        found = re.search(r"duration: ([\d.]+) ms  (parse|bind|execute|statement)\b", entry)
        if not found or mark not in entry:
            continue
        if found[2] == "bind":
            binding = float(found[1])
        elif found[2] != "parse":
            times.append(float(found[1]) + binding)
            binding = 0
    return times


def ours(program, course, cookies):
    """Asks for weights, which no cache answers."""
    def pages():
        for cookie in cookies:
            page(program, f"/matches/{course}?time=40&habits=30&bio=20&picture=10", cookie)
    return logged("scored AS (", pages)


def earlier(course, readers):
    path = "/tmp/quad-bench-matches.sql"
    with open(os.path.join(EARLIER, "earlier.sql")) as file:
        text = file.read()
    with open(path, "w") as file:
        file.write(text + "".join(f"EXECUTE earlier_matches('{course}', '{reader}');\n" for reader in readers))
    os.chmod(path, 0o644)
    times = logged("EXECUTE earlier_matches", lambda: run(path))
    os.remove(path)
    return times


def page(program, path, cookie):
    url = f"http://127.0.0.1:{program.port}{path}"
    return urllib.request.urlopen(urllib.request.Request(url, headers={"Cookie": cookie})).read()


def tail(times):
    return sorted(times)[min(int(len(times) * 0.95), len(times) - 1)]


def measure_matches():
    fill()
    program = quad("Quad, matches", "matches", "/healthz", **NO_LIMITS | {"MATCH_FIRST_PAGES_PER_WEEK": "1000000"})
    program_count = int(ask("matches", "SELECT count(*) FROM match_pool")[0][0])
    print(f"\nThe first page of matches, {program_count:,} rows in the pool, everyone with a week")
    medians = {}
    for size, count in SIZES:
        course = ask("matches", f"SELECT id FROM courses WHERE code = 'SIZE {size}'")[0][0]
        readers = [row[0] for row in ask("matches", f"""
            SELECT user_id FROM match_pool WHERE course_id = '{course}' ORDER BY md5(user_id::text) LIMIT {count}""")]
        cookies = sessions("matches", readers)
        ours(program, course, cookies)
        rounds = [(ours(program, course, cookies), earlier(course, readers)) for _ in range(ROUNDS if size < 100_000 else 2)]
        mine = [taken for part, _ in rounds for taken in part]
        theirs = [taken for _, part in rounds for taken in part]
        medians[size] = (statistics.median(mine), statistics.median(theirs))
        print(f"  course of {size:>7,}: median {medians[size][0]:7.1f} ms, 95th percentile {tail(mine):7.1f} ms; "
              f"earlier design {medians[size][1]:8.1f} and {tail(theirs):8.1f} ms, "
              f"{medians[size][1] / medians[size][0]:.1f} times as long")
        if size in TARGETS:
            verdict(f"matches in a course of {size:,}: 95th percentile, ms", tail(mine), TARGETS[size], at_least=False)
    small, large = medians[SIZES[0][0]], medians[SIZES[-1][0]]
    print(f"  from 1,000 to 100,000: {large[0] / small[0]:.0f} times, earlier design {large[1] / small[1]:.0f} times")
    measure_kept(program)
    program.stop()


def measure_kept(program):
    course = ask("matches", "SELECT id FROM courses WHERE code = 'SIZE 10000'")[0][0]
    reader = ask("matches", f"SELECT user_id FROM match_pool WHERE course_id = '{course}' ORDER BY user_id LIMIT 1")[0][0]
    cookie = sessions("matches", [reader])[0]
    path = f"/matches/{course}"
    page(program, path, cookie)
    ask("matches", "ALTER DATABASE bench_matches RESET log_min_duration_statement")
    taken = []
    for _ in range(500):
        began = time.perf_counter()
        page(program, path, cookie)
        taken.append((time.perf_counter() - began) * 1000)
    program.headers = [f"Cookie: {cookie}"]
    rate, _ = program.load(1, path=path)
    print(f"  the same page from the cache: {statistics.median(taken):.2f} ms with a Python client and a connection each, "
          f"{1000 / rate:.2f} ms a page with one kept connection")
    verdict("matches from the cache: one connection, ms a page", 1000 / rate, 1, at_least=False)
