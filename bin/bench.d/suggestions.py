"""What it costs to make the suggestions of a hundred thousand people, and what pages notice of it."""

import os
import signal
import statistics
import subprocess
import time

from bench import HERE, ROOT, ROUNDS, ask, database, post_page, quad, run_file, verdict

PEOPLE = 100_000
MOST_SECONDS = 900


def fill():
    """Adds the people and what they have in common to a small demonstration, once."""
    if int(ask("people", "SELECT count(*) FROM users")[0][0]) < PEOPLE:
        print("\nFilling a hundred thousand people with what they have in common …", flush=True)
        run_file("people", os.path.join(HERE, "suggestions.sql"))


def backends():
    return {row[0] for row in ask("people", """
        SELECT pid FROM pg_stat_activity
        WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()""")}


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


def is_done():
    return ask("people", "SELECT count(*) FROM jobs WHERE kind = 'suggestions'")[0][0] == "0"


def measure_beside(pages, worker, connections):
    """The 99th percentile with the worker held and with it at work, in turn; and for how long it was held."""
    alone, beside, held = [], [], 0
    for _ in range(ROUNDS):
        began = time.monotonic()
        worker.send_signal(signal.SIGSTOP)
        time.sleep(0.5)
        alone.append(pages.load(connections, 3)[1]["99"])
        worker.send_signal(signal.SIGCONT)
        held += time.monotonic() - began
        time.sleep(0.5)
        beside.append(pages.load(connections, 3)[1]["99"])
    before, meanwhile = statistics.median(alone), statistics.median(beside)
    print(f"  pages' 99th percentile at {connections} connections: {before:.1f} ms alone, {meanwhile:.1f} ms beside")
    verdict("beside ÷ alone", meanwhile / before, 1.5, at_least=False)
    return held


def measure_suggestions():
    fill()
    ask("people", "TRUNCATE suggestions")
    pages = quad("Quad", "people", post_page("people")[2], PAGE_CACHE_MB="0", JOB_THREADS="0",
                 VISITOR_PAGES_PER_MINUTE="0")
    pages.load(8, 2)
    others = backends()
    print("\nA round of suggestions")
    began, memory = time.monotonic(), 0
    worker = begin_round()
    try:
        while is_done():
            time.sleep(0.2)
        held = sum(measure_beside(pages, worker, connections) for connections in (2, 8))
        # The rest it has the machine to itself, as at night.
        while not is_done() and time.monotonic() - began < MOST_SECONDS:
            memory = max(memory, private_memory(worker.pid) + sum(private_memory(pid) for pid in backends() - others))
            time.sleep(2)
        seconds = time.monotonic() - began - held
    finally:
        worker.terminate()
        worker.wait()
    rows, left_out = ask("people", """
        SELECT (SELECT count(*) FROM suggestions),
            (SELECT count(*) FROM users u WHERE u.username LIKE 'many%'
                AND NOT EXISTS (SELECT FROM suggestions s WHERE s.user_id = u.id))""")[0]
    print(f"  {int(rows):,} rows")
    verdict("people it did not come to", int(left_out), 0, at_least=False)
    verdict("seconds of the round", seconds, 300, at_least=False)
    verdict("memory of the worker and its Postgres backends, MB", memory, 300, at_least=False)
    pages.stop()
