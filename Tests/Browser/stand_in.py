"""A door in front of the site that answers for uploads and completions itself: as slowly, or as badly, as a test wants."""

import http.client
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PEOPLE = [("bo.li", "Bo Li"), ("bo.ferry", "Bo Ferry"), ("noor.haddad", "Noor Haddad")]
TAGS = [("graphs", 120), ("grading", 1), ("trees", 7)]


class StandIn:
    """Serves on an address of its own. What it was sent is kept in `uploads`, and drafts in `drafts`."""

    def __init__(self, site):
        self.site = urlsplit(site)
        self.uploads, self.drafts = [], []
        # The statuses that uploads, drafts and previews get; `None` leaves previews to the site.
        self.upload_status, self.draft_status, self.preview_status = 201, 204, None
        self.serves_completions = True
        self.delay = 0
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_GET(self):
                outer.answer(self)

            do_POST = do_HEAD = do_GET

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://localhost:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, request):
        url = urlsplit(request.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        body = request.rfile.read(int(request.headers.get("Content-Length") or 0))
        if url.path == "/attachments":
            time.sleep(self.delay)
            self.uploads.append(body)
            name = body.split(b'filename="', 1)[1].split(b'"', 1)[0].decode()
            is_image = name.endswith((".png", ".jpg"))
            file = f"/attachments/0199f000-0000-7000-8000-{len(self.uploads):012}/{name}"
            markdown = f"![]({file})" if is_image else f"[{name}]({file})"
            done = self.upload_status == 201
            return self.say(request, self.upload_status, {"id": "1", "name": name, "isImage": is_image,
                            "markdown": markdown} if done else {"message": f"{name} is no picture that can be read."})
        if url.path.startswith("/attachments/"):
            return self.say(request, 404, {})
        if url.path.startswith("/drafts/") and request.command == "POST":
            self.drafts.append((url.path, {name: values[0] for name, values in parse_qs(body.decode()).items()}))
            return self.say(request, self.draft_status, None)
        if url.path == "/preview" and self.preview_status:
            return self.say(request, self.preview_status, {})
        if url.path.startswith("/completions/"):
            if not self.serves_completions:
                return self.say(request, 503, {})
            letters = query["q"].lower()
            people = [{"username": u, "name": n} for u, n in PEOPLE if u.startswith(letters)]
            tags = [{"tag": t, "posts": n} for t, n in TAGS if t.startswith(letters)]
            return self.say(request, 200, people if url.path.endswith("people") else tags)
        self.forward(request, body)

    def say(self, request, status, value):
        body = b"" if value is None else json.dumps(value).encode()
        request.send_response(status)
        request.send_header("Content-Type", "application/json")
        if status != 204:
            request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    def forward(self, request, body):
        site = http.client.HTTPConnection(self.site.hostname, self.site.port, timeout=30)
        try:
            site.putrequest(request.command, request.path, skip_host=True, skip_accept_encoding=True)
            for name, value in request.headers.items():
                if name.lower() not in ("connection", "content-length"):
                    site.putheader(name, value)
            site.putheader("Content-Length", str(len(body)))
            site.endheaders(body)
            answer = site.getresponse()
            content = self.change(request.path, answer, answer.read())
            request.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in ("connection", "content-length", "transfer-encoding", "date"):
                    request.send_header(name, value)
            if answer.status not in (204, 304):
                request.send_header("Content-Length", str(len(content)))
            request.end_headers()
            if request.command != "HEAD":
                request.wfile.write(content)
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            site.close()

    def change(self, path, answer, content):
        return content
