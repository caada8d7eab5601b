"""`hilal serve` started for the tests in a browser, and asked without one by attacks.py and speed.py."""

import http.client
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def binary():
    """The `hilal` that HILAL names, or the newest that was built."""
    if "HILAL" in os.environ:
        return os.environ["HILAL"]
    built = [path for path in (ROOT / ".build/release/hilal", ROOT / ".build/debug/hilal") if path.exists()]
    if not built:
        raise SystemExit("no hilal under .build: run `swift build` first, or name one with HILAL=")
    return str(max(built, key=lambda path: path.stat().st_mtime))


class Process:
    """A running `hilal serve`; `address` opens it."""

    def __init__(self, options, inputs):
        command = [binary(), "serve", "--no-open", *options, *inputs]
        self.started = time.perf_counter()
        self.process = subprocess.Popen([str(part) for part in command], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.log = []
        for line in self.process.stderr:
            self.log.append(line)
            found = re.search(r"http://127\.0\.0\.1:(\d+)/\?token=(\w+)", line)
            if found:
                break
        else:
            raise SystemExit("hilal serve ended: " + "".join(self.log))
        self.listening = time.perf_counter()
        self.address, self.port, self.token = found.group(), int(found.group(1)), found.group(2)
        self.origin = f"http://127.0.0.1:{self.port}"
        # A pipe that nobody empties stops the server.
        threading.Thread(target=lambda: self.log.extend(self.process.stderr), daemon=True).start()

    @property
    def is_alive(self):
        return self.process.poll() is None

    def cpu(self):
        """Seconds that it has worked so far, on all processors together."""
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        """Ends it by SIGTERM; its status and the seconds that it took."""
        start = time.perf_counter()
        self.process.terminate()
        try:
            status = self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = None
        return status, time.perf_counter() - start


class Studio(Process):
    """A server for a browser: over a copy of the test pack in a folder, its page read from the sources."""

    def __init__(self, folder, inputs, packs=(), port=0, pack=None):
        self.folder = pathlib.Path(folder)
        self.labels = self.folder / "labels.jsonl"
        self.pack = pathlib.Path(pack or self.folder / "browser-pack")
        if not self.pack.exists():
            shutil.copytree(HERE / "pack", self.pack)
        options = ["--assets", ROOT / "Sources/Studio/Assets", "--port", port, "--labels", self.labels]
        for path in [self.pack, *packs]:
            options += ["-p", path]
        # What a state of states.py has changed is put right by this.
        self.mend = lambda: None
        super().__init__(options, inputs)


class Server(Process):
    """A server over copies of some packs; `call` asks it with the token."""

    def __init__(self, inputs, packs=("military-threats",)):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hilal-serving-"))
        # With all the packs that they may need beside them.
        shutil.copytree(ROOT / "plugins", self.folder / "plugins")
        self.pack = self.folder / "plugins" / packs[0]
        options = ["--labels", self.folder / "labels.jsonl"]
        for pack in packs:
            options += ["-p", self.folder / "plugins" / pack]
        super().__init__(options, inputs)

    def stop(self):
        result = super().stop()
        shutil.rmtree(self.folder, ignore_errors=True)
        return result

    def request(self, method, path, body=None, headers=None, timeout=60):
        """Status, headers and bytes of an answer; headers as given, with nothing added but a Host."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def call(self, method, path, value=None):
        """Status and decoded JSON of a call with the token."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        body = None if value is None else json.dumps(value).encode()
        status, _, text = self.request(method, path, body, headers)
        return status, json.loads(text)

    def wait(self, is_reached, seconds=600):
        """The first state for which the condition holds, looked for every few milliseconds."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            _, state = self.call("GET", "/api/state")
            if is_reached(state):
                return state
            time.sleep(0.01)
        raise SystemExit("the state was not reached")

    def opened(self):
        """Waits until the archive is read, run over and indexed."""
        return self.wait(lambda state: state["run"] and state["run"]["state"] == "done" and state["indexed"])

    def events(self):
        """Yields events as (name, data) from a stream of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request("GET", "/api/events", headers={"Authorization": f"Bearer {self.token}"})
        answer = connection.getresponse()
        name = None
        for line in answer:
            if line.startswith(b"event: "):
                name = line[7:].strip().decode()
            elif line.startswith(b"data: "):
                yield name, json.loads(line[6:])
