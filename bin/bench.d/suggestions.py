"""What it costs to make the suggestions of a hundred thousand people, and what pages notice of it."""

import os
import statistics
import subprocess
import time

from bench import HERE, ROOT, ask, database, post_page, quad, verdict

PEOPLE = 100_000


def fill():
    """Adds the people and what they have in common to a small demonstration, once."""
    if int(ask("people", "SELECT count(*) FROM users")[0][0]) < PEOPLE:
        with open(os.path.join(HERE, "suggestions.sql")) as file:
            ask("people", file.read())


def private_memory(pid):
    """Megabytes that a process has for itself now."""
    try:
        with open(f"/proc/{pid}/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("RssAnon"))
    except OSError:
        return 0


def begin_round():
    """A worker that has nothing to do but a round of suggestions."""
    ask("people", """
        DELETE FROM jobs;
        UPDATE schedules SET next_run_at = now() + interval '1 day';
        INSERT INTO schedules (name, every, next_run_at) VALUES ('suggestions', '1 day', now())
        ON CONFLICT (name) DO UPDATE SET next_run_at = now()""")
    return subprocess.Popen(
        [".build/release/quad", "work"], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "DATABASE_URL": database("people"), "BASE_URL": "http://localhost:1", "ACCESS_LOG": "/dev/null",
             "JOB_THREADS": "1"})


def is_done(since):
    return time.monotonic() - since > 5 and ask("people", "SELECT count(*) FROM jobs WHERE kind = 'suggestions'")[0][0] == "0"


def measure_suggestions():
    fill()
    path = post_page("people")[2]
    pages = quad("Quad", "people", path, PAGE_CACHE_MB="0", JOB_THREADS="0")
    pages.load(8, 2)
    alone = statistics.median(pages.load(8, 3)[1]["99"] for _ in range(5))
    ask("people", "TRUNCATE suggestions")
    began, beside, memory, loads = time.monotonic(), [], 0, 0
    worker = begin_round()
    try:
        while not is_done(began):
            # A third of the time somebody reads; the rest the round has the machine to itself, as at night.
            if loads < 12:
                beside.append(pages.load(8, 3)[1]["99"])
                loads += 1
            backends = ask("people", "SELECT pid FROM pg_stat_activity WHERE query LIKE '%INSERT INTO suggestions%' "
                                     "AND pid <> pg_backend_pid()")
            memory = max(memory, private_memory(worker.pid) + sum(private_memory(int(row[0])) for row in backends))
            time.sleep(1)
        seconds = time.monotonic() - began
    finally:
        worker.terminate()
        worker.wait()
    rows, people = ask("people", "SELECT count(*), count(DISTINCT user_id) FROM suggestions")[0]
    print(f"\nSuggestions for {int(people):,} people: {int(rows):,} rows, beside 8 readers for the first half minute")
    verdict("seconds of one round", seconds, 300, at_least=False)
    verdict("memory of the worker and its Postgres backend, MB", memory, 300, at_least=False)
    print(f"  pages' 99th percentile: {alone:.1f} ms alone, {statistics.median(beside):.1f} ms beside")
    verdict("pages' 99th percentile beside ÷ alone", statistics.median(beside) / alone, 1.5, at_least=False)
    pages.stop()
