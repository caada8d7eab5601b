"""A headless Chromium for the smoke test, spoken to over a pipe in its own DevTools protocol: no package but Chromium."""

import fcntl
import json
import os
import select
import shutil
import signal
import subprocess
import tempfile
import time

COMMANDS = ["chromium", "chromium-browser", "google-chrome", "chrome"]


class Refused(Exception):
    """Something on the page is not as it must be, or Chromium could not do what it was told."""


def command():
    """The browser that CHROMIUM names, else the first that is installed; None where there is none."""
    named = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, [named] if named else COMMANDS)), None)


class Chromium:
    """One page in one browser. What goes wrong on it is gathered in `errors`, requests elsewhere in `elsewhere`."""

    def __init__(self, width=1280, height=800):
        self.folder = tempfile.mkdtemp(prefix="hilal-chromium-")
        ours, theirs = os.pipe(), os.pipe()
        # Chromium reads descriptor 3 and writes 4; our ends must not lie there.
        into, out = (fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (ours[0], theirs[1]))
        flags = ["--headless=new", "--remote-debugging-pipe", f"--user-data-dir={self.folder}/profile", "--disable-gpu",
                 "--disable-dev-shm-usage", "--no-first-run", f"--window-size={width},{height}"]
        if os.getuid() == 0:
            # Containers run as root, which Chromium's own sandbox does not allow.
            flags.append("--no-sandbox")
        self.process = subprocess.Popen(
            [command(), *flags, "about:blank"], pass_fds=(3, 4), start_new_session=True, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, preexec_fn=lambda: (os.dup2(into, 3), os.dup2(out, 4)))
        for end in (ours[0], theirs[1], into, out):
            os.close(end)
        self.writes, self.reads = ours[1], theirs[0]
        self.buffer, self.next, self.session = b"", 0, None
        self.answers, self.errors, self.elsewhere, self.origin = {}, [], [], None
        self.open_page()

    def open_page(self):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.call(f"{domain}.enable")
        self.call("Page.addScriptToEvaluateOnNewDocument", source="""
          window.breaches = [];
          window.pwned = () => { window.breaches.push('a script of an article ran'); };
          document.addEventListener('securitypolicyviolation', (event) => window.breaches.push(`${event.violatedDirective} ${event.blockedURI}`));
        """)

    # The protocol

    def call(self, method, seconds=30, **params):
        self.next += 1
        number = self.next
        message = {"id": number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.writes, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + seconds
        while number not in self.answers:
            self.receive(end - time.monotonic(), method)
        answer = self.answers.pop(number)
        if "error" in answer:
            raise Refused(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def receive(self, seconds, what):
        """Takes in one part of what Chromium says."""
        if seconds <= 0 or not select.select([self.reads], [], [], seconds)[0]:
            raise Refused(f"Chromium did not answer {what}")
        part = os.read(self.reads, 1 << 20)
        if not part:
            raise Refused(f"Chromium ended at {what}, status {self.process.wait()}")
        *messages, self.buffer = (self.buffer + part).split(b"\0")
        for message in map(json.loads, messages):
            if "id" in message:
                self.answers[message["id"]] = message
            else:
                self.hear(message.get("method"), message.get("params", {}))

    def hear(self, method, params):
        if method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            self.errors.append(details.get("exception", {}).get("description") or details["text"])
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning"):
            self.errors.append(" ".join(str(value.get("value", value.get("description"))) for value in params["args"]))
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.errors.append(params["entry"]["text"])
        elif method == "Network.requestWillBeSent" and self.origin:
            address = params["request"]["url"]
            if not address.startswith((self.origin + "/", "data:", "blob:" + self.origin)):
                self.elsewhere.append(address)

    # What a person does

    def go(self, address):
        self.call("Page.navigate", url=address)

    def value(self, script):
        """What a script on the page comes to."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise Refused(f"{script}: {answer['exceptionDetails'].get('exception', {}).get('description')}")
        return answer["result"].get("value")

    def wait(self, script, seconds=30):
        """Waits until a script comes to something true, and gives it."""
        end = time.monotonic() + seconds
        while True:
            try:
                value = self.value(script)
            except Refused:
                # While the page changes there is nothing to ask.
                value = None
            # An element comes as an empty object.
            if value not in (None, False, "", 0):
                return value
            if time.monotonic() > end:
                raise Refused(f"this did not come true in {seconds} s: {script}")
            time.sleep(0.05)

    def click(self, selector):
        """Clicks with the mouse in the middle of the first element that is shown."""
        x, y = self.wait(f"""(() => {{
          const element = document.querySelector({json.dumps(selector)});
          element?.scrollIntoView({{ block: 'center' }});
          const box = element?.getBoundingClientRect();
          return box?.width ? [box.x + box.width / 2, box.y + box.height / 2] : null;
        }})()""")
        for kind in ["mousePressed", "mouseReleased"]:
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def write(self, text):
        self.call("Input.insertText", text=text)

    def press(self, key, code=0, control=False):
        """Presses and releases a key; letters that stand in a key map by themselves need no code."""
        modifiers = 2 if control else 0
        text = {} if control or len(key) > 1 else {"text": key}
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code or ord(key[0].upper()), modifiers=modifiers, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code or ord(key[0].upper()), modifiers=modifiers)

    def download(self, selector, seconds=20):
        """Clicks on a link that hands out a file; its bytes."""
        folder = os.path.join(self.folder, "downloads")
        self.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)
        self.click(selector)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            files = [name for name in (os.listdir(folder) if os.path.isdir(folder) else []) if not name.endswith(".crdownload") and not name.startswith(".")]
            if files:
                path = os.path.join(folder, files[0])
                with open(path, "rb") as file:
                    data = file.read()
                os.remove(path)
                return data
            time.sleep(0.05)
        raise Refused(f"{selector} handed out no file")

    def close(self):
        try:
            self.session = None
            self.call("Browser.close", seconds=5)
            self.process.wait(5)
        except (Refused, OSError, subprocess.TimeoutExpired):
            # All of it, as it was started in a group of its own.
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(5)
        for end in (self.writes, self.reads):
            os.close(end)
        shutil.rmtree(self.folder, ignore_errors=True)
