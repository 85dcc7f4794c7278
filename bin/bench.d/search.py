"""Search over the large demonstration: how long pages of results take, for words that are everywhere, here and there, and rare."""

import random
import statistics
import time
import urllib.parse
import urllib.request

from bench import ROUNDS, ask, quad, verdict
from members import NO_LIMITS, members_of, sessions


def words_by_frequency():
    """Plain words of the index in three groups, from a fiftieth of all posts."""
    rows = ask("large", """
        SELECT word, ndoc FROM ts_stat('SELECT document FROM post_search TABLESAMPLE system(2) REPEATABLE (1)')
        WHERE word ~ '^[a-z]{3,}$' ORDER BY ndoc DESC, word""")
    groups = {"everywhere": [], "here and there": [], "rare": []}
    for word, count in rows:
        groups["everywhere" if int(count) > 1500 else "here and there" if int(count) > 60 else "rare"].append(word)
    return groups


def questions(groups, count=120):
    """One to three words each, of all groups and mixed; the same every time."""
    chance, pools = random.Random(4), list(groups.values())
    mixed = [" ".join(chance.choice(chance.choice(pools)) for _ in range(1 + number % 3)) for number in range(count // 2)]
    alike = [" ".join(chance.choice(pools[number % 3]) for _ in range(1 + number // 3 % 3)) for number in range(count // 2)]
    return mixed + alike


def times(program, path, asked, headers):
    taken = []
    for question in asked:
        url = f"http://127.0.0.1:{program.port}{path}{urllib.parse.quote(question)}"
        began = time.perf_counter()
        urllib.request.urlopen(urllib.request.Request(url, headers=headers)).read()
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def measure_search():
    asked = questions(words_by_frequency())
    slug = ask("large", "SELECT slug FROM communities WHERE visibility = 'public' ORDER BY post_count DESC LIMIT 1")[0][0]
    cookie = sessions("large", members_of("large", slug, 1))[0]
    program = quad("Quad, large", "large", "/healthz", **NO_LIMITS)
    count = int(ask("large", "SELECT count(*) FROM post_search")[0][0])
    print(f"\nSearch over {count:,} posts, {len(asked)} questions of one to three words, one connection")
    for name, path, headers in [
        ("posts, as a visitor", "/search?q=", {}), ("posts, signed in", "/search?q=", {"Cookie": cookie}),
        ("comments, signed in", "/search?scope=comments&q=", {"Cookie": cookie}),
        ("people, signed in", "/search?scope=people&q=", {"Cookie": cookie}),
    ]:
        times(program, path, asked, headers)
        rounds = [times(program, path, asked, headers) for _ in range(ROUNDS)]
        median = statistics.median(statistics.median(taken) for taken in rounds)
        tail = statistics.median(sorted(taken)[int(len(taken) * 0.95)] for taken in rounds)
        print(f"  {name:<44} median {median:.1f} ms, 95th percentile {tail:.1f} ms")
        verdict(f"{name}: 95th percentile, ms", tail, 100, at_least=False)
    program.stop()
