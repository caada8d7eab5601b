#!/usr/bin/env python3
"""How long people wait for a running `hilal serve`: first page, search, an edit's findings.

usage: Tests/Browser/speed.py [INPUT…]      HILAL=… names the binary, which should be a release build
The middle of several tries, and the worst. On a machine that does other work as well the figures say little; the time
that the processors worked for an edit, shared by the workers, says what it would take on one that does not.
"""

import http.client
import statistics
import sys
import threading
import time
import urllib.parse

from serving import ROOT, Server

WORDS = ["الحرب", "هدد", "إيران", "الرئيس", "قوات النظام", "مجلس الأمن الدولي", "اتفاق*", "في", "تركيا سوريا", "كلمةغيرموجودة"]


def show(name, seconds, target=None):
    middle, worst = statistics.median(seconds) * 1000, max(seconds) * 1000
    print(f"{name:<44} {middle:8.1f} ms   worst {worst:8.1f} ms" + (f"   target {target}" if target else ""), flush=True)


def timed(server, path, tries=1):
    """Seconds of some calls on one connection, as a browser makes them."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    seconds = []
    for _ in range(tries):
        start = time.perf_counter()
        connection.request("GET", path, headers={"Authorization": f"Bearer {server.token}"})
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, (path, answer.status)
        seconds.append(time.perf_counter() - start)
    connection.close()
    return seconds


def first_page(server):
    """All that the page needs before it shows findings."""
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        timed(server, "/")
        for path in ["/app.js", "/base.css", "/api/state", "/api/findings?limit=100"]:
            timed(server, path)
        seconds.append(time.perf_counter() - start)
    return seconds


def edits(server, tries):
    """Seconds from a save to the event with its changes, and the server's own of the run."""
    path = "/api/packs/military-threats/file"
    rule = "rules/explicit.lua"
    arrived, changes = threading.Condition(), []

    def listen():
        for name, data in server.events():
            if name == "changes":
                with arrived:
                    changes.append((time.perf_counter(), data))
                    arrived.notify()

    threading.Thread(target=listen, daemon=True).start()
    time.sleep(0.5)
    total, own, worked, counts = [], [], [], []
    _, opened = server.call("GET", f"{path}?path={rule}")
    # In turn a rule whose findings are named otherwise, and the rule as it was.
    texts = [opened["text"].replace('title = "', 'title = "Edited: ', 1), opened["text"]]
    value = opened["hash"]
    for number in range(tries):
        start, before = time.perf_counter(), server.cpu()
        status, saved = server.call("PUT", path, {"path": rule, "text": texts[number % 2], "hash": value})
        assert status == 200, saved
        value = saved["hash"]
        with arrived:
            if not arrived.wait_for(lambda: len(changes) > number, 120):
                raise SystemExit("no changes came")
            when, data = changes[number]
        total.append(when - start)
        own.append(data["seconds"])
        worked.append(server.cpu() - before)
        counts.append((data["gainedTotal"], data["lostTotal"]))
    return total, own, worked, counts


def main():
    inputs = sys.argv[1:] or [ROOT / "examples/news.zip"]
    server = Server(inputs)
    print(f"listening after {(server.listening - server.started) * 1000:.0f} ms")
    show("first page while the archive is read", first_page(server)[:1], "200 ms")
    state = server.wait(lambda state: state["run"] and state["run"]["state"] == "done")
    print(f"findings of {state['articles']} articles after {time.perf_counter() - server.started:.1f} s")
    state = server.opened()
    print(f"all searchable after {time.perf_counter() - server.started:.1f} s; {state['findings']} findings")
    show("first page", first_page(server), "200 ms")
    searches, worst = [], ("", 0)
    for word in WORDS:
        seconds = timed(server, f"/api/articles?q={urllib.parse.quote(word)}", 5)
        searches += seconds
        worst = max(worst, (word, max(seconds)), key=lambda pair: pair[1])
    show(f"search in articles (worst: {worst[0]})", searches, "50 ms")
    show("search in findings", [s for word in WORDS for s in timed(server, f"/api/findings?q={urllib.parse.quote(word)}", 5)], "50 ms")
    show("findings, first 100", timed(server, "/api/findings", 10))
    show("pictures", timed(server, "/api/charts", 5))
    show("values of actors", timed(server, "/api/values?field=actor", 5))
    _, page = server.call("GET", "/api/findings?limit=10")
    ids = [urllib.parse.quote(item["article"]["id"]) for item in page["items"]]
    show("an article with its layers", [s for name in ids for s in timed(server, f"/api/article?id={name}", 2)])
    total, own, worked, counts = edits(server, 6)
    show("from a save to its findings", total, "1000 ms")
    show("of that, the run", own)
    show("time of all processors for it", worked)
    print(f"gained and lost: {counts}")
    status, seconds = server.stop()
    print(f"ended with status {status} after {seconds:.1f} s")


main()
