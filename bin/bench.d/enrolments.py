"""How long `quad import enrolments` takes for a hundred thousand rows: tried, taken, and taken again."""

import os
import statistics
import subprocess
import time

from bench import HERE, PROGRAMS, ROOT, ask, database, prepare, verdict

PEOPLE, COURSES, ROWS, ROUNDS = 20_000, 2_000, 100_000, 3


def write(path, rows=ROWS):
    """Everybody takes as many courses; in the order in which a registrar's file has them, course by course."""
    pairs = sorted(((row * 7 + row // PEOPLE * 13) % COURSES + 1, row % PEOPLE + 1) for row in range(rows))
    with open(path, "w") as file:
        file.write("university,course,email,state\n")
        file.writelines(f"alder,CS {course},person{person}@alder.example,active\n" for course, person in pairs)


def read(path, *options):
    """Seconds and megabytes of one run, and what it said."""
    began = time.monotonic()
    process = subprocess.Popen(
        [".build/release/quad", "import", "enrolments", path, *options], cwd=ROOT, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, env={**os.environ, "DATABASE_URL": database("enrolments")})
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    return time.monotonic() - began, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), said


def measure_enrolments():
    prepare("enrolments", os.path.join(HERE, "enrolments.sql"))
    path = os.path.join(PROGRAMS, "enrolments.csv")
    write(path)
    times, memory = {"tried with --dry-run": [], "taken": [], "taken again": []}, 0
    for _ in range(ROUNDS):
        ask("enrolments", """
            SET session_replication_role = replica;
            DELETE FROM enrolments WHERE NOT is_shown;
            UPDATE courses SET student_count = 0 WHERE code <> 'CS 0';""")
        for name, spent in times.items():
            seconds, megabytes, status, said = read(path, *(["--dry-run"] if "dry" in name else []))
            assert status == 0, said
            spent.append(seconds)
            memory = max(memory, megabytes)
    count = int(ask("enrolments", "SELECT count(*) FROM enrolments WHERE NOT is_shown")[0][0])
    print(f"\nA file of {ROWS:,} enrolments")
    for name, spent in times.items():
        verdict(f"{name}: seconds", statistics.median(spent), 10, at_least=False)
    verdict("memory of quad import, MB", memory, 100, at_least=False)
    verdict("enrolments missing or too many", abs(count - ROWS), 0, at_least=False)
    os.remove(path)
