#!/usr/bin/env python3
"""Attacks on a running `hilal serve`: foreign pages, foreign files, too much, too slow, garbage.

usage: Tests/Browser/attacks.py [INPUT…]      HILAL=… names the binary
Prints a line for each attack and ends with status 1 when one came through.
"""

import concurrent.futures
import glob
import json
import os
import random
import socket
import sys
import tempfile
import time

from serving import ROOT, Server

FAILED = []


def report(name, is_held, detail=""):
    print(f"{'held ' if is_held else 'BROKEN'}  {name}{'  ' + detail if detail else ''}", flush=True)
    if not is_held:
        FAILED.append(name)


def raw(server, data, wait=3.0):
    """Sends bytes as they are; what comes back until the server closes or falls silent."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=wait) as connection:
        try:
            connection.sendall(data)
            received = b""
            while len(received) < 1 << 20:
                part = connection.recv(65536)
                if not part:
                    break
                received += part
        except OSError:
            pass
        return received


def status(answer):
    """The status of a raw answer; None where there is none."""
    parts = answer.split(b" ", 2)
    return int(parts[1]) if answer.startswith(b"HTTP/1.") and len(parts) > 1 else None


def rebinding(server):
    """A name of the attacker's that leads to 127.0.0.1, with the right token even."""
    for host in ["evil.example", f"evil.example:{server.port}", f"127.0.0.1.evil.example:{server.port}",
                 "127.0.0.1", f"127.0.0.1:{server.port + 1}", f"0.0.0.0:{server.port}", "", "localhost",
                 f"localhost:{server.port}@evil.example"]:
        for path in ["/", "/app.js", "/api/state", f"/?token={server.token}"]:
            answer = raw(server, f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {server.token}\r\n"
                                 "Connection: close\r\n\r\n".encode())
            if status(answer) not in (400, 421):
                return report("DNS rebinding", False, f"{host} {path}: {status(answer)}")
    none = raw(server, f"GET /api/state HTTP/1.1\r\nAuthorization: Bearer {server.token}\r\n\r\n".encode())
    two = raw(server, f"GET /api/state HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nHost: evil.example\r\n"
                      f"Authorization: Bearer {server.token}\r\n\r\n".encode())
    report("DNS rebinding", status(none) in (400, 421) and status(two) in (400, 421),
           f"no Host {status(none)}, two {status(two)}")


def cross_origin(server):
    """Posts that a page of another site could make a browser send, its cookie with them."""
    cookie = f"hilal-{server.port}={server.token}"
    wrong = []
    for origin in ["http://evil.example", "null", f"http://127.0.0.1:{server.port + 1}", f"https://127.0.0.1:{server.port}",
                   f"http://127.0.0.1:{server.port}.evil.example", None]:
        for method, path in [("PUT", "/api/labels"), ("POST", "/api/check"), ("POST", "/api/play"), ("POST", "/api/cases"),
                             ("PUT", "/api/packs/military-threats/file")]:
            headers = {"Cookie": cookie, "Content-Type": "text/plain"}
            if origin:
                headers["Origin"] = origin
            answer, _, _ = server.request(method, path, b"{}", headers)
            if answer != 403:
                wrong.append((origin, path, answer))
    for site in ["cross-site", "same-site"]:
        answer, _, _ = server.request("GET", "/api/findings", headers={"Cookie": cookie, "Sec-Fetch-Site": site})
        if answer != 403:
            wrong.append((site, answer))
    preflight, headers, _ = server.request("OPTIONS", "/api/labels", headers={
        "Origin": "http://evil.example", "Access-Control-Request-Method": "PUT"})
    if preflight < 400 or any(name.lower().startswith("access-control") for name in headers):
        wrong.append(("preflight", preflight))
    report("posts from other origins", not wrong, str(wrong[:3]) if wrong else "")


def without_token(server):
    wrong = []
    for method, path in [("GET", "/"), ("GET", "/api/state"), ("GET", "/api/findings"), ("GET", "/api/events"),
                         ("GET", "/api/export.csv"), ("PUT", "/api/labels"), ("GET", "//api/state"), ("GET", "/api/../api/state"),
                         ("GET", "/%61pi/state"), ("GET", "/API/state"), ("GET", "/api;/state")]:
        for headers in [{}, {"Cookie": f"hilal-{server.port}="}, {"Cookie": f"hilal-{server.port}={'0' * 64}"},
                        {"Authorization": "Bearer "}, {"Authorization": f"Basic {server.token}"}]:
            answer, _, _ = server.request(method, path, None, headers)
            if answer not in (400, 401, 403, 404, 405):
                wrong.append((path, headers, answer))
    report("calls without the token", not wrong, str(wrong[:3]) if wrong else "")


def traversal(server):
    secret = server.folder / "secret.lua"
    secret.write_text("the secret")
    os.symlink(secret, server.pack / "rules" / "link.lua")
    os.symlink("/etc", server.pack / "lib2")
    names = ["../../secret.lua", "rules/../../../secret.lua", "/etc/passwd", "rules/link.lua", "lib2/passwd", "..%2f..%2fsecret.lua",
             "rules/%00.lua", "rules\\..\\..\\secret.lua", "rules/....//secret.lua", "%2e%2e/%2e%2e/secret.lua", "pack.toml/../../x"]
    wrong = []
    for name in names:
        answer, value = server.call("GET", f"/api/packs/military-threats/file?path={name}")
        if answer < 400 or "the secret" in json.dumps(value):
            wrong.append(("read", name, answer))
        answer, _ = server.call("PUT", "/api/packs/military-threats/file", {"path": name, "text": "pwned", "hash": ""})
        if answer < 400:
            wrong.append(("write", name, answer))
    for path in ["/../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%2e%2e/secret.lua", "/assets/../../etc/passwd", "/api/packs/../files",
                 "/api/packs/%2e%2e/files"]:
        answer = raw(server, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAuthorization: Bearer {server.token}\r\n"
                             "Connection: close\r\n\r\n".encode())
        if status(answer) not in (400, 404) or b"root:" in answer:
            wrong.append((path, status(answer)))
    os.remove(server.pack / "rules" / "link.lua")
    os.remove(server.pack / "lib2")
    report("path traversal and links", not wrong and secret.read_text() == "the secret", str(wrong[:3]) if wrong else "")


def memory(server):
    with open(f"/proc/{server.process.pid}/status") as lines:
        return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS"))


def huge(server):
    before = memory(server)
    head = (f"POST /api/check HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAuthorization: Bearer {server.token}\r\n"
            "Content-Type: application/json\r\n")
    answers = []
    # Announced, and sent without an announcement.
    answers.append(status(raw(server, (head + f"Content-Length: {8 << 20}\r\n\r\n").encode() + b"x" * (8 << 20))))
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    answers.append(status(raw(server, (head + "Transfer-Encoding: chunked\r\n\r\n").encode() + chunk * 200 + b"0\r\n\r\n")))
    # Nested as deeply as a body allows.
    answers.append(status(raw(server, (head + f"Content-Length: {1 << 20}\r\n\r\n").encode() + b"[" * (1 << 20))))
    answers.append(status(raw(server, f"GET /{'a' * 200_000} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())))
    answers.append(status(raw(server, f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nX: {'a' * 200_000}\r\n\r\n".encode())))
    answers.append(status(raw(server, f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n".encode()
                              + b"".join(b"X%d: a\r\n" % number for number in range(20_000)) + b"\r\n")))
    # A client that is cut off while it still sends may see a reset in the place of the answer.
    is_held = all(answer in (None, 400, 404, 413, 414, 431) for answer in answers)
    query = "q=" + "a+" * 20_000
    answers.append(server.call("GET", f"/api/findings?{query}")[0])
    report("huge bodies, headers and queries", is_held and server.is_alive and answers[-1] in (200, 400, 500),
           f"{answers}, {before} → {memory(server)} MiB")


def slow(server):
    """Clients that send a byte a second must not keep others out, nor stay for ever."""
    start = time.perf_counter()
    head = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nX-Slow: ".encode()
    body = (f"PUT /api/labels HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAuthorization: Bearer {server.token}\r\n"
            "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{").encode()
    clients = []
    for number in range(48):
        client = socket.create_connection(("127.0.0.1", server.port))
        client.setblocking(False)
        client.sendall(head if number % 2 else body)
        clients.append(client)
    asked = time.perf_counter()
    answer, _ = server.call("GET", "/api/state")
    asked = time.perf_counter() - asked
    last = None
    while clients and time.perf_counter() - start < 60:
        time.sleep(1)
        for client in list(clients):
            try:
                client.sendall(b"a")
                if client.recv(4096) == b"":
                    raise OSError
            except BlockingIOError:
                continue
            except OSError:
                clients.remove(client)
                last = time.perf_counter() - start
    report("slow clients", answer == 200 and not clients and asked < 5,
           f"others wait {asked * 1000:.0f} ms; the last was cut off after {last or -1:.0f} s; {len(clients)} left")


def crowd(server):
    """More connections than there may be: those that are silent are cut off, and then others come in."""
    clients = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(200)]
    start = time.perf_counter()
    answer, _ = server.call("GET", "/api/state")
    seconds = time.perf_counter() - start
    for client in clients:
        client.close()
    report("a crowd of silent connections", answer == 200 and server.is_alive, f"others wait {seconds:.1f} s")


def garbage(server):
    random.seed(7)
    tries = [random.randbytes(random.randrange(1, 4000)) for _ in range(200)]
    lines = [b"GET / HTTP/9.9", b"GET", b"\0\0\0\0", b"GET / HTTP/1.1\r\nHost", b"PRI * HTTP/2.0", b"GET \xff\xfe HTTP/1.1",
             b"GET /?token=%zz%ff%00 HTTP/1.1\r\nHost: 127.0.0.1", b"POST /api/check HTTP/1.1\r\nContent-Length: -1",
             b"POST /api/check HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked", b"\x16\x03\x01\x02\x00\x01\x00"]
    tries += [line + b"\r\n\r\n" for line in lines]
    tries += [f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAuthorization: Bearer {server.token}\r\nConnection: close\r\n\r\n"
              .encode("latin-1") for path in ["/api/findings?limit=-1&offset=-9", "/api/findings?offset=99999999999999999999", "/api/article?id=%00",
                                    "/api/articles?q=%22%22%22", "/api/articles?q=NEAR(a+b)", "/api/findings?q=a*b*c", "/api/values?field=actor';--",
                                    "/api/findings?since=0000-99-99", "/api/findings?=&&==&", "/api/labels.jsonl?rule=/", "/api/packs//files",
                                    "/api/articles?q=%ED%A0%80", "/api/articles?q=" + "%D8%A7" * 5000]]
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        statuses = list(pool.map(lambda data: status(raw(server, data, wait=1.0)), tries))
    is_held = server.is_alive and server.call("GET", "/api/state")[0] == 200
    report("garbage", is_held and 500 not in statuses, f"{len(tries)} requests: {sorted(set(map(str, statuses)))}")


def scripts(server):
    """Scripts from the page stay in the sandbox, and do not keep others waiting."""
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        attacks = ["while true do end", "local s = 'x' while true do s = s .. s end", "os.execute('id')", "io.open('/etc/passwd')",
                   "require 'os'", "load('x')()", "string.rep('x', 1 << 40)", "error(setmetatable({}, {__tostring = error}))"]
        running = [pool.submit(server.call, "POST", "/api/play", {"pattern": f"(function() {script} end)()", "text": "a"}) for script in attacks]
        start = time.perf_counter()
        state, _ = server.call("GET", "/api/state")
        findings, _ = server.call("GET", "/api/findings")
        seconds = time.perf_counter() - start
        answers = [future.result() for future in running]
    is_held = all(answer == 200 and value.get("diagnostics") for answer, value in answers)
    report("scripts out of the sandbox", is_held and state == findings == 200, f"others wait {seconds * 1000:.0f} ms")


def main():
    before = set(glob.glob(os.path.join(tempfile.gettempdir(), "hilal-studio-*")))
    inputs = sys.argv[1:] or [ROOT / "examples/news.zip"]
    server = Server(inputs)
    server.opened()
    for attack in [rebinding, cross_origin, without_token, traversal, huge, garbage, scripts, slow, crowd]:
        attack(server)
        if not server.is_alive:
            report("the server lives", False, "".join(server.log[-5:]))
            break
    if server.is_alive:
        # With a page that listens.
        stream = server.events()
        import threading
        threading.Thread(target=lambda: list(stream), daemon=True).start()
        time.sleep(0.5)
        ended, seconds = server.stop()
        left = set(glob.glob(os.path.join(tempfile.gettempdir(), "hilal-studio-*"))) - before
        report("ends in good order on SIGTERM", ended == 0 and seconds < 8 and not left, f"status {ended} after {seconds:.1f} s; {len(left)} folders left")
    sys.exit(1 if FAILED else 0)


main()
