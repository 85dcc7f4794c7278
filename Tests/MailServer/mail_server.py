"""A real SMTP server for tests, on a port of its own.

Its first line on standard output is {"port": …, "cafile": …}; then comes a line of JSON for every message it takes,
as Python's own reader understands it. It ends with its standard input.
"""

import argparse
import asyncio
import base64
import json
import ssl
import subprocess
import sys
import tempfile
from email import message_from_bytes, policy
from functools import partial

from aiosmtpd.smtp import SMTP, AuthResult


def say(value):
    print(json.dumps(value), flush=True)


def described(server, session, envelope):
    message = message_from_bytes(envelope.content, policy=policy.default)
    # Text travels with CRLF.
    parts = {part.get_content_type(): part.get_content().replace("\r\n", "\n")
             for part in message.walk() if not part.is_multipart()}
    defects = [repr(defect) for part in message.walk() for defect in part.defects]
    defects += [f"{name}: {defect!r}" for name, value in message.items() for defect in value.defects]
    return {
        "sender": envelope.mail_from, "recipients": envelope.rcpt_tos, "name": session.host_name,
        "encrypted": server.transport.get_extra_info("sslcontext") is not None, "user": session.auth_data, "type": message.get_content_type(),
        "headers": [{"name": name, "value": str(value)} for name, value in message.items()],
        "text": parts.get("text/plain", ""), "html": parts.get("text/html", ""), "defects": defects,
        "raw": base64.b64encode(envelope.original_content).decode(),
    }


class Handler:
    def __init__(self, behaviour):
        self.behaviour = behaviour

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return "451 4.3.0 Busy" if self.behaviour == "defer" else "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.behaviour == "refuse":
            return f"550 5.1.1 No mailbox {address}"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.behaviour == "slow":
            await asyncio.sleep(60)
        if self.behaviour == "refuse-text":
            return "554 5.7.1 Looks like spam"
        say(described(server, session, envelope))
        return "250 Taken"

    async def handle_QUIT(self, server, session, envelope):
        if self.behaviour == "cling":
            await asyncio.sleep(60)
        return "221 Bye"


class Server(SMTP):
    async def smtp_DATA(self, argument):
        if self.event_handler.behaviour != "drop":
            return await super().smtp_DATA(argument)
        await self.push("354 Go on")
        await self._reader.read(100)
        self.transport.abort()


class Raw(asyncio.Protocol):
    """Says one thing, or nothing, and then no more."""

    def __init__(self, words):
        self.words = words

    def connection_made(self, transport):
        if self.words:
            transport.write(self.words)
            transport.close()


def certificate(folder):
    """A certificate for this machine that nobody has signed but itself."""
    key, cert = f"{folder}/key.pem", f"{folder}/cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-keyout", key, "-out", cert, "-subj", "/CN=mail.test", "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)
    return cert, context


def authenticate(expected, server, session, envelope, mechanism, data):
    user, password = data.login.decode(), data.password.decode()
    return AuthResult(success=[user, password] == expected, handled=False, auth_data=user)


async def main(options, folder):
    cafile, context = certificate(folder) if options.tls != "none" else (None, None)
    settings = {"hostname": "mail.test"}
    if options.tls == "starttls":
        settings |= {"tls_context": context, "require_starttls": True}
    if options.auth:
        user, password = options.auth.split(":", 1)
        settings |= {"authenticator": partial(authenticate, [user, password]), "auth_required": True,
                     "auth_require_tls": options.tls == "starttls"}
    make = {
        "silent": partial(Raw, b""), "closed": partial(Raw, b"554 5.3.2 Closed\r\n"),
    }.get(options.behaviour, lambda: Server(Handler(options.behaviour), **settings))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(make, "127.0.0.1", 0, ssl=context if options.tls == "implicit" else None)
    say({"port": server.sockets[0].getsockname()[1], "cafile": cafile})
    ended = asyncio.Event()
    loop.add_reader(sys.stdin, ended.set)
    await ended.wait()


parser = argparse.ArgumentParser()
parser.add_argument("--behaviour", default="take", choices=[
    "take", "slow", "refuse", "refuse-text", "defer", "drop", "silent", "closed", "cling"])
parser.add_argument("--tls", default="none", choices=["none", "starttls", "implicit"])
parser.add_argument("--auth", help="user:password")
with tempfile.TemporaryDirectory() as folder:
    asyncio.run(main(parser.parse_args(), folder))
