"""A standalone Spark cluster on this machine: a master and workers, each a process of its own with its own JVM."""
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pyspark

HOME = Path(pyspark.__file__).parent
HOST = "127.0.0.1"


class Cluster:
    """Starts the JVMs; as a context manager, ends those that are left."""

    def __init__(self, folder, workers):
        self.folder = Path(folder)
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            port = probe.getsockname()[1]
        self.url = f"spark://{HOST}:{port}"
        self.processes = {}
        self._start("master", "master.Master", "--host", HOST, "--port", str(port), "--webui-port", "0")
        self._wait(port)
        for number in range(1, workers + 1):
            self._start(f"worker {number}", "worker.Worker", "--host", HOST, "--webui-port", "0", "--cores", "1",
                        "--memory", "1g", "--work-dir", str(self.folder / f"worker-{number}"), self.url)

    def _start(self, name, kind, *arguments):
        environment = dict(os.environ, SPARK_HOME=str(HOME), SPARK_LOCAL_IP=HOST, SPARK_DAEMON_MEMORY="256m",
                           PYSPARK_PYTHON=sys.executable)
        with open(self.folder / f"{name}.log", "wb") as log:
            # A session of its own: the worker and the executors that it starts are one group, and end as one.
            self.processes[name] = subprocess.Popen(
                [HOME / "bin" / "spark-class", f"org.apache.spark.deploy.{kind}", *arguments], env=environment,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)

    def _wait(self, port):
        for _ in range(600):
            try:
                socket.create_connection((HOST, port), 1).close()
                return
            except OSError:
                time.sleep(0.2)
        raise TimeoutError(f"no master at {self.url}; see {self.folder}")

    def signal(self, name, number):
        """Sends a signal to a worker and the executors that it has started."""
        os.killpg(self.processes[name].pid, number)

    def kill(self, name):
        """The machine is gone: no process of the group has a chance to say so."""
        self.signal(name, signal.SIGKILL)
        self.processes.pop(name).wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for name in list(self.processes):
            self.kill(name)
