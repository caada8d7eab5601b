#!/usr/bin/env python3
"""Findings of a cluster, one of whose workers is killed, against those of a run on one machine. See run.sh."""
import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "examples" / "spark"), str(Path(__file__).parent)]

import hilal_spark  # noqa: E402
import run  # noqa: E402
from cluster import HOST, Cluster  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

PACKS = [str(ROOT / "plugins" / name) for name in ("military-threats", "conflict-events", "diplomacy")]
BROKEN = [b'{"id":"broken-1","content":', b"no record at all", b'{"id":"broken-2","title":"only a title"}',
          b'{"id":"broken-3","content":"\xff\xfe"}', b"", b"   "]


def archive(path, copies):
    """Writes the example archive many times over, each article with an id of its own, and broken records among them."""
    with zipfile.ZipFile(ROOT / "examples" / "news.zip") as news:
        articles = [article for name in sorted(news.namelist()) for article in json.load(news.open(name))]
    with open(path, "wb") as file:
        for copy in range(copies):
            for article in articles:
                record = dict(article, id=f"{copy:05}-{article['id']}")
                file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
            file.write(BROKEN[copy % len(BROKEN)] + b"\n")


def one_machine(hilal, path, folder):
    """What `hilal run` gives over the same records: findings, quarantined (reason, bytes, hash), summary."""
    command = [hilal, "run", "--quiet", "--lines", path, "-o", folder / "one.jsonl", "--quarantine", folder / "one-bad.jsonl",
               "--summary", folder / "one.json"]
    for pack in PACKS:
        command += ["-p", pack]
    subprocess.run(command, check=True)
    findings = (folder / "one.jsonl").read_text("utf-8").splitlines()
    return findings, bad((folder / "one-bad.jsonl").read_text("utf-8").splitlines()), json.loads((folder / "one.json").read_text())


def bad(lines):
    """Quarantined records without their places: a partition counts its lines from its own first one."""
    records = map(json.loads, lines)
    return sorted((record["reason"], record["bytes"], record["hash"]) for record in records)


class Executors:
    """What Spark's own web pages say of the executors."""

    def __init__(self, spark):
        self.url = f"{spark.sparkContext.uiWebUrl}/api/v1/applications/{spark.sparkContext.applicationId}"

    def ask(self, what):
        with urllib.request.urlopen(f"{self.url}/{what}", timeout=30) as answer:
            return json.load(answer)

    def all(self):
        return {e["id"]: e for e in self.ask("allexecutors") if e["id"] != "driver"}

    def lost_tasks(self):
        """Tasks that ended without a result. Asked of the stages: a dead executor is often taken off before its tasks are
        counted for it."""
        return sum(stage["numFailedTasks"] for stage in self.ask("stages"))

    def wait(self, condition, what, seconds=600):
        for _ in range(seconds * 5):
            executors = self.all()
            if condition(executors):
                return executors
            time.sleep(0.2)
        raise TimeoutError(f"{what}: {executors}")


def killed_in_the_middle(spark, cluster, options):
    """Runs the example program; kills a worker once each has finished a partition and has another in hand."""
    executors = Executors(spark)
    executors.wait(lambda all_: len(all_) == 2, "two executors")
    outcome = {}

    def work():
        try:
            outcome["counts"] = run.run(spark, options)
        except Exception as error:  # Told in the main thread.
            outcome["error"] = error

    thread = threading.Thread(target=work)
    start = time.monotonic()
    thread.start()

    def at_work(all_):
        return "error" in outcome or all(e["completedTasks"] > 0 and e["activeTasks"] > 0 for e in all_.values())

    while True:
        executors.wait(at_work, "both at work")
        # What a page says may be over by now: a worker that stands still ends no partition while it is looked at again.
        cluster.signal("worker 2", signal.SIGSTOP)
        time.sleep(1)
        if at_work(executors.all()):
            break
        cluster.signal("worker 2", signal.SIGCONT)
    cluster.kill("worker 2")
    print(f"worker 2 killed after {time.monotonic() - start:.0f} s", flush=True)
    thread.join()
    if "error" in outcome:
        raise outcome["error"]
    states = executors.all()
    for name, state in sorted(states.items()):
        print(f"executor {name}: {state['completedTasks']} tasks done, {'alive' if state['isActive'] else 'dead'}")
    assert sum(not state["isActive"] for state in states.values()) == 1, "one executor is dead"
    lost = executors.lost_tasks()
    print(f"{lost} tasks lost")
    assert lost >= 1, "a partition was lost half done"
    return outcome["counts"], time.monotonic() - start


def check_counts_can_fail(found):
    """The proof of counts refuses results with a summary gone, a finding gone, or a record never read."""
    one = found.where("kind = 'summary'").first()
    short = json.dumps(dict(json.loads(one["json"]), sent=10**9))
    for broken in [found.where(f"not (kind = 'summary' and partition = {one['partition']})"),
                   found.where(f"not (kind = 'finding' and partition = {one['partition']})"),
                   found.unionByName(found.sparkSession.createDataFrame([("summary", -1, short)], hilal_spark.ROWS))]:
        try:
            hilal_spark.counts(broken)
        except ValueError:
            continue
        raise AssertionError("counts that do not agree were taken for proven")


def check_missing_pack(spark, records, hilal):
    """A pack that is not there ends the job and says so: finding nothing would look the same."""
    try:
        hilal_spark.results(records, ["/no/such/pack"], hilal).collect()
    except Exception as error:
        assert "/no/such/pack" in str(error), error
        return
    raise AssertionError("a missing pack went unnoticed")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hilal", required=True)
    parser.add_argument("--copies", type=int, default=200)
    parser.add_argument("--partition-kib", type=int, default=1024)
    parser.add_argument("archive", nargs="?")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # The cluster ends with the test, even one that is stopped.
    os.environ.update(PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP=HOST)

    with tempfile.TemporaryDirectory(prefix="hilal-spark-") as name, Cluster(name, workers=2) as cluster:
        folder = Path(name)
        path = Path(options.archive or folder / "archive.jsonl")
        if not options.archive:
            archive(path, options.copies)
        findings, quarantined, summary = one_machine(options.hilal, path, folder)
        settings = {"spark.driver.host": HOST, "spark.executor.memory": "512m", "spark.executor.cores": "1",
                    "spark.ui.port": "0", "spark.ui.showConsoleProgress": "false", "spark.sql.shuffle.partitions": "4",
                    "spark.python.worker.faulthandler.enabled": "false", "spark.local.dir": str(folder / "local")}
        builder = SparkSession.builder.master(cluster.url).appName("hilal test")
        for key, value in settings.items():
            builder = builder.config(key, value)
        spark = builder.getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
        spark.sparkContext.addPyFile(str(ROOT / "examples" / "spark" / "hilal_spark.py"))

        job = argparse.Namespace(inputs=[str(path)], pack=PACKS, output=str(folder / "out"), hilal=options.hilal,
                                 partition_bytes=options.partition_kib << 10)
        counts, seconds = killed_in_the_middle(spark, cluster, job)
        print(f"{counts['partitions']} partitions, {counts['read']} read = {counts['processed']} processed + "
              f"{counts['quarantined']} quarantined + {counts['skipped']} skipped, {counts['findings']} findings, {seconds:.0f} s")

        found = spark.read.schema(hilal_spark.ROWS).parquet(job.output + "/results")
        written = spark.read.parquet(job.output + "/findings")
        assert sorted(row["json"] for row in written.select("json").collect()) == sorted(findings), "findings differ"
        assert bad(row["json"] for row in found.where("kind = 'quarantine'").collect()) == quarantined, "quarantine differs"
        for count in ["read", "processed", "quarantined", "skipped", "findings"]:
            assert counts[count] == summary[count], (count, counts, summary)
        assert written.where("article.id is null or rule is null or span.text is null").count() == 0
        print(f"findings and quarantine are those of one machine ({len(findings)} and {len(quarantined)} rows)")

        check_counts_can_fail(found)
        records = hilal_spark.lines(spark, [str(path)]).limit(300)
        check_missing_pack(spark, records, options.hilal)
        from_table = hilal_spark.rows(spark.read.json(str(ROOT / "examples" / "news" / "2023-01.json"), multiLine=True))
        news = hilal_spark.results(from_table, PACKS, options.hilal)
        expected = subprocess.run([options.hilal, "run", "--quiet", ROOT / "examples" / "news" / "2023-01.json",
                                   *(word for pack in PACKS for word in ("-p", pack))], check=True, capture_output=True, text=True)
        assert sorted(row["json"] for row in hilal_spark.findings(news).collect()) == sorted(expected.stdout.splitlines())
        spark.stop()
    print("4 passed, 0 failed")


if __name__ == "__main__":
    main()
