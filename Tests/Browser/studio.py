"""`hilal serve` for the tests, and a page that must stay clean."""

import pathlib
import re
import shutil
import subprocess
import threading

from playwright.sync_api import expect

import articles
from serving import ROOT, binary

HERE = pathlib.Path(__file__).resolve().parent


class Studio:
    """A server over a copy of the test pack; `address` opens it."""

    def __init__(self, folder, inputs, packs=("plugins/military-threats", "plugins/diplomacy")):
        self.folder = pathlib.Path(folder)
        self.pack = self.folder / "browser-pack"
        shutil.copytree(HERE / "pack", self.pack)
        self.labels = self.folder / "labels.jsonl"
        command = [binary(), "serve", "--no-open", "--assets", str(ROOT / "Sources/Studio/Assets"), "--port", "0", "--labels", str(self.labels), "-p", str(self.pack)]
        for pack in packs:
            command += ["-p", pack]
        self.process = subprocess.Popen(command + inputs, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        self.log = []
        self.address = self._wait()
        self.origin = re.match(r"http://[^/]+", self.address).group()
        # A pipe that nobody empties stops the server.
        threading.Thread(target=lambda: self.log.extend(self.process.stderr), daemon=True).start()

    def _wait(self):
        for line in self.process.stderr:
            self.log.append(line)
            found = re.search(r"http://127\.0\.0\.1:\d+/\?token=\S+", line)
            if found:
                return found.group()
        raise RuntimeError("hilal serve ended: " + "".join(self.log))

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


class Watch:
    """What a page must not do: errors, breaches of the content security policy, requests elsewhere, foreign scripts."""

    def __init__(self, page, origin):
        self.errors = []
        self.elsewhere = []
        page.on("console", lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._request(request.url, origin))
        page.on("dialog", lambda dialog: dialog.accept())
        page.add_init_script("""
          window.breaches = [];
          window.pwned = () => { window.wasPwned = true; };
          document.addEventListener('securitypolicyviolation', (event) => window.breaches.push(event.violatedDirective + ' ' + event.blockedURI));
        """)
        self.page = page

    def _request(self, url, origin):
        if not url.startswith((origin + "/", "data:", "blob:" + origin)):
            self.elsewhere.append(url)

    def check(self):
        assert self.errors == []
        assert self.elsewhere == []
        assert self.page.evaluate("window.breaches") == []
        assert self.page.evaluate("window.wasPwned === undefined")
        # Markup in a text that became elements would show here even where the policy kept it from running.
        assert self.page.evaluate("document.querySelectorAll('img[src=\"x\"], iframe, body script, [onerror], [onload]').length") == 0


def open_view(page, studio, view):
    """Goes to a view and waits until it shows something."""
    page.goto(studio.origin + "/#/" + view)
    expect(page.locator("main > :not([hidden])")).to_have_count(1)


def wait_for_run(page):
    """Waits until the first run over the archive is done."""
    expect(page.locator("#run .run-text")).to_have_text(re.compile(r"\d s$"), timeout=60_000)


def code(page):
    """The text in the code editor, as a file would hold it."""
    return page.evaluate("[...document.querySelectorAll('#code > .line')].map((line) => line.textContent).join('\\n')")
