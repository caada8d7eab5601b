"""A page in the browser that must stay clean."""

import re

from playwright.sync_api import expect


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
