"""The measurements of bin/bench: medians of interleaved rounds, as ratios against limits of the same run."""

import atexit
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROGRAMS = os.environ["BENCH_PROGRAMS"]
ROUNDS, SECONDS = 5, 2
TICK = os.sysconf("SC_CLK_TCK")


def database(size):
    return f"postgresql:///bench_{size}?host={os.environ['BENCH_SOCKETS']}&user=quad"


def psql(size, *arguments):
    command = ["psql", "-AtqF", "\t", database(size), *arguments]
    if os.getuid() == 0:
        command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *command]
    return command


def ask(size, sql):
    return [line.split("\t") for line in subprocess.check_output(psql(size, "-c", sql), text=True).splitlines()]


def run_file(size, path):
    """Runs a file's statements one by one, up to a mistake."""
    with open(path) as file:
        subprocess.run(psql(size, "-v", "ON_ERROR_STOP=1"), stdin=file, check=True, stdout=subprocess.DEVNULL)


def prepare(size, path):
    """A database beside the demonstrations, filled from a file, once."""
    if ask("small", f"SELECT count(*) FROM pg_database WHERE datname = 'bench_{size}'")[0][0] == "0":
        ask("small", f"CREATE DATABASE bench_{size}")
    subprocess.run([".build/release/quad", "migrate"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, env={**os.environ, "DATABASE_URL": database(size)})
    if ask(size, "SELECT count(*) FROM users")[0][0] == "0":
        print(f"\nFilling bench_{size} …", flush=True)
        run_file(size, path)


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


class Program:
    """A server under measurement: started, waited for, ended by its process id."""

    def __init__(self, name, command, path, environment=None):
        self.name, self.port, self.path, self.headers = name, free_port(), path, []
        self.environment = {**os.environ, **(environment or {})}
        command = [part.replace("PORT", str(self.port)) for part in command]
        if "BASE_URL" in self.environment:
            self.environment["BASE_URL"] = f"http://localhost:{self.port}"
        self.environment["PORT"] = str(self.port)
        began = time.monotonic()
        self.process = subprocess.Popen(
            command, env=self.environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        atexit.register(self.stop)
        while True:
            try:
                urllib.request.urlopen(self.url, timeout=5).read()
                break
            except OSError:
                if time.monotonic() - began > 20 or self.process.poll() is not None:
                    sys.exit(f"{name} did not start")
                time.sleep(0.002)
        self.start_up = time.monotonic() - began

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}{self.path}"

    def load(self, connections, seconds=SECONDS, path=None):
        """Requests a second, and latencies in milliseconds."""
        url = f"http://127.0.0.1:{self.port}{path or self.path}"
        text = subprocess.check_output(
            ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency",
             *[part for header in self.headers for part in ("-H", header)], url], text=True)
        if "Non-2xx" in text or "Socket errors" in text:
            sys.exit(f"{self.name} answered errors:\n{text}")
        latencies = {share: milliseconds(value) for share, value in re.findall(r"(\d+)%\s+([\d.]+\w+)", text)}
        return float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]), latencies

    def processor(self):
        return processor_time(self.process.pid)

    def memory(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(r"VmHWM:\s+(\d+)", status.read())[1]) / 1024

    def stop(self):
        if self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def milliseconds(text):
    number, unit = re.match(r"([\d.]+)(\w+)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}[unit]


def processor_time(pid):
    """Seconds of processor time a process has used so far."""
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def postgres_time():
    """Seconds all of Postgres's processes have used so far, those that ended included."""
    with open(os.path.join(os.environ["BENCH_STATE"], "postgres", "postmaster.pid")) as file:
        postmaster = int(file.readline())
    children = subprocess.run(["pgrep", "-P", str(postmaster)], capture_output=True, text=True).stdout.split()
    with open(f"/proc/{postmaster}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    ended = (int(fields[13]) + int(fields[14])) / TICK
    alive = 0
    for pid in children:
        try:
            alive += processor_time(pid)
        except OSError:
            pass
    return ended + alive


def quad(name, size, path, **environment):
    return Program(name, [".build/release/quad", "serve"], path, {
        "DATABASE_URL": database(size), "BASE_URL": "set", "ACCESS_LOG": "/dev/null",
        "HOSTS": "127.0.0.1", "VISITOR_PAGES_PER_MINUTE": "0", **environment})


def post_page(size):
    """The post whose comments are nearest to 20 in number: its community, number, address and comments."""
    slug, number, title, comments = ask(size, """
        SELECT c.slug, p.number, p.slug, p.comment_count FROM posts p JOIN communities c ON c.id = p.community_id
        WHERE p.state = 'published' AND c.visibility = 'public'
        ORDER BY abs(p.comment_count - 20), p.id LIMIT 1""")[0]
    return slug, number, f"/c/{slug}/{number}/{title}", comments


def compare(title, limits, measured, connections, goal, per_request=False):
    """Interleaved rounds of every program; prints the ratio of medians."""
    rates = {program: [] for program in [*limits, measured]}
    spent, postgres, requests = 0.0, 0.0, 0
    for program in rates:
        program.load(connections, 1)
    for _ in range(ROUNDS):
        for program in rates:
            before, postgres_before = measured.processor(), postgres_time()
            rate, _ = program.load(connections)
            rates[program].append(rate)
            if program is measured:
                spent += measured.processor() - before
                postgres += postgres_time() - postgres_before
                requests += rate * SECONDS
    medians = {program: statistics.median(values) for program, values in rates.items()}
    print(f"\n{title}")
    for program, median in medians.items():
        spread = f"{min(rates[program]):,.0f} to {max(rates[program]):,.0f}"
        print(f"  {program.name:<44} {median:>9,.0f} a second   ({spread})")
    best = max(medians[limit] for limit in limits)
    verdict(f"Quad ÷ {max(limits, key=medians.get).name}", medians[measured] / best, goal, at_least=True)
    if per_request:
        print(f"  processor time a request: Quad {spent / requests * 1e6:.0f} µs, Postgres {postgres / requests * 1e6:.0f} µs"
              " (aims: 60 and 90)")
    return medians[measured]


def verdict(what, figure, goal, at_least):
    met = figure >= goal if at_least else figure <= goal
    print(f"  {what}: {figure:.2f} (goal: {'at least' if at_least else 'at most'} {goal})  {'met' if met else 'MISSED'}")


def pgbench(size, slug, number, files):
    """Pages a second with the page's statements sent one by one by pgbench."""
    script = os.path.join(PROGRAMS, "page.sql")
    with open(script, "w") as file:
        for name in files:
            with open(name) as statement:
                text = statement.read().replace("$1", f"'{slug}'").replace("$2", ":number")
                file.write(text.strip() + ";\n")
    os.chmod(script, 0o644)
    text = subprocess.check_output(
        [os.environ["PGBENCH"], "-n", "-M", "prepared", "-c", "16", "-j", "2", "-T", str(SECONDS), "-f", script,
         "-D", f"number={number}", "-h", os.environ["BENCH_SOCKETS"], "-U", "quad", f"bench_{size}"],
        text=True, stderr=subprocess.DEVNULL)
    return float(re.search(r"tps = ([\d.]+)", text)[1])


def measure_pages():
    slug, number, path, comments = post_page("small")
    cached = quad("Quad, from memory", "small", path)
    body = urllib.request.urlopen(cached.url).read()
    page = os.path.join(PROGRAMS, "page.html")
    with open(page, "wb") as file:
        file.write(body)
    print(f"The page: {path}, {comments} comments, {len(body):,} bytes")

    fixed = Program("bare libmicrohttpd, the same bytes", [f"{PROGRAMS}/fixed", "PORT", page], "/")
    compare("A visitor's page from memory, 16 connections", [fixed], cached, 16, 0.7)
    fixed.stop()
    cached.stop()

    fresh = quad("Quad, rendered each time", "small", path, PAGE_CACHE_MB="0")
    statements = [os.path.join(HERE, name + ".sql") for name in ("post", "comments", "more")]
    limits = [
        Program(f"libmicrohttpd and libpq in C, {words}",
                [f"{PROGRAMS}/statements", "PORT", page, database("small"), slug, number, threads, *statements], "/")
        for threads, words in (("0", "a thread each"), ("4", "pool of 4"))]
    rate = compare("The same page rendered, 16 connections", limits, fresh, 16, 0.75, per_request=True)
    for program in limits:
        program.stop()
    rounds = [(pgbench("small", slug, number, statements), fresh.load(16)[0]) for _ in range(3)]
    print(f"  pgbench -M prepared, 16 clients              {statistics.median(r[0] for r in rounds):>9,.0f} a second")
    verdict("Quad ÷ pgbench", statistics.median(r[1] for r in rounds) / statistics.median(r[0] for r in rounds), 0.6, True)

    limited = quad("Quad, with the visitors' limit asked in Redis", "small", path, PAGE_CACHE_MB="0",
                   VISITOR_PAGES_PER_MINUTE="1000000")
    rates = [(fresh.load(16)[0], limited.load(16)[0]) for _ in range(3)]
    print(f"  with the visitors' limit asked in Redis      {statistics.median(r[1] for r in rates):>9,.0f} a second"
          f" ({statistics.median(r[1] for r in rates) / statistics.median(r[0] for r in rates):.2f} of without)")
    limited.stop()

    print("\nUnder load")
    latencies = [fresh.load(64)[1] for _ in range(ROUNDS)]
    tail = statistics.median(l["99"] / l["50"] for l in latencies)
    print(f"  64 connections: median {statistics.median(l['50'] for l in latencies):.1f} ms, 99th percentile "
          f"{statistics.median(l['99'] for l in latencies):.1f} ms")
    verdict("99th percentile ÷ median at 64 connections", tail, 5, at_least=False)
    verdict("memory at its highest, MB", fresh.memory(), 120, at_least=False)
    fresh.stop()

    starts = []
    for _ in range(ROUNDS):
        started = quad("Quad", "small", "/healthz")
        starts.append(started.start_up * 1000)
        started.stop()
    verdict("start to first answer, ms", statistics.median(starts), 300, at_least=False)
    return rate


def measure_depth():
    slug, total = ask("large", """
        SELECT slug, post_count FROM communities WHERE visibility = 'public' ORDER BY post_count DESC LIMIT 1""")[0]
    deep = {}
    for order, key in (("hot", "hot"), ("new", "(extract(epoch FROM published_at) * 1000000)::bigint")):
        row = ask("large", f"""
            SELECT {key}, number FROM posts WHERE community_id = (SELECT id FROM communities WHERE slug = '{slug}')
                AND state = 'published' AND NOT is_pinned
            ORDER BY {'hot' if order == 'hot' else 'published_at'} DESC, number DESC OFFSET 50000 LIMIT 1""")[0]
        deep[order] = f"/c/{slug}?order={order}&after={row[0]},{row[1]}"
    print(f"\nThe large demonstration: {slug} with {int(total):,} posts")
    large = quad("Quad, large", "large", f"/c/{slug}", PAGE_CACHE_MB="0")
    small_slug = ask("small", "SELECT slug FROM communities WHERE visibility = 'public' ORDER BY post_count DESC LIMIT 1")[0][0]
    small = quad("Quad, small", "small", f"/c/{small_slug}", PAGE_CACHE_MB="0")
    medians = {}
    for _ in range(ROUNDS):
        for name, program, path in [
            ("small", small, None), ("hot", large, f"/c/{slug}?order=hot"), ("hot, 50,000 down", large, deep["hot"]),
            ("new", large, f"/c/{slug}?order=new"), ("new, 50,000 down", large, deep["new"]),
        ]:
            medians.setdefault(name, []).append(program.load(1, path=path)[1]["50"])
    medians = {name: statistics.median(values) for name, values in medians.items()}
    for name, value in medians.items():
        print(f"  {name:<44} {value:>9.2f} ms at one connection")
    for order in ("hot", "new"):
        verdict(f"{order}: 50,000 posts down ÷ first page", medians[f"{order}, 50,000 down"] / medians[order], 1.3, False)
    verdict("community page, large ÷ small", medians["hot"] / medians["small"], 1.5, False)
    large.stop()
    small.stop()


def measure(*names):
    """Runs `measure_…` of the files beside this one."""
    for name in names:
        module, _, function = name.partition(".")
        getattr(__import__(module), f"measure_{function or module}")()


if __name__ == "__main__":
    if sys.argv[1:] in (["matches"], ["suggestions"], ["enrolments"]):
        measure(sys.argv[1])
        sys.exit()
    measure_pages()
    measure("members", "threads", "profiles")
    if "large" in sys.argv[1:]:
        measure_depth()
        measure("feeds", "search", "profiles.profiles_of_large", "suggestions")
    measure("matches", "enrolments")
