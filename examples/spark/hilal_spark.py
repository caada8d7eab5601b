"""Rule packs over an archive that outgrows one machine: Apache Spark deals the records out, `hilal` finds.

Each partition has one process, `hilal run --jobs 1 --lines -`, that is fed the partition's records and lives as long as
it: the packs are loaded once for a partition, not once for a record. What comes back are rows of three kinds:

    finding      a finding as `hilal run` writes it, byte for byte
    quarantine   a record that could not be read, with the record itself
    summary      the partition in numbers, with `sent`, the number of records that it was fed

A partition is all or nothing: when a worker is lost, Spark gives its partitions to another one, and what was half done
is not kept. See README.md beside this file.
"""
import json
import subprocess
import tempfile
from pathlib import Path

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

ROWS = "kind string, partition int, json string"

_VALUE = "field: string, text: string, start: long, end: long, code: string, value: string"
_SPAN = "field: string, start: long, end: long, text: string, cut: boolean"
FINDING = (
    "article struct<id: string, date: string, source: string, title: string, url: string>, "
    "pack string, version string, rule string, label string, severity string, score double, codes map<string, string>, "
    "attribution struct<polarity: string, modality: string, source: string>, "
    f"span struct<{_SPAN}>, sentence struct<{_SPAN}>, "
    f"fields map<string, struct<{_VALUE}, items: array<struct<{_VALUE}>>>>, "
    f"evidence array<struct<name: string, {_SPAN}>>"
)
SUMMARY = (
    "sent long, read long, processed long, quarantined long, skipped long, findings long, "
    "by_rule map<string, long>, errors array<struct<pack: string, rule: string, kind: string, count: long>>, "
    "disabled array<string>, seconds double, bytes long"
)
COUNTS = ["sent", "read", "processed", "quarantined", "skipped", "findings", "bytes"]


def lines(spark: SparkSession, paths: list[str]) -> DataFrame:
    """The records of JSON Lines files (bare, .gz, .bz2 or .zst): a column `record` of bytes, not looked at yet."""
    # Bytes, and a line feed alone: a record in broken UTF-8 comes to hilal as it is, and into quarantine.
    return spark.read.text(paths, lineSep="\n").select(F.col("value").cast("binary").alias("record"))


def rows(articles: DataFrame) -> DataFrame:
    """The records of a table with columns `id title content date source url author lang`, as far as it has them."""
    return articles.select(F.to_json(F.struct("*")).cast("binary").alias("record"))


def results(records: DataFrame, packs: list[str], hilal: str = "hilal", options: list[str] = ()) -> DataFrame:
    """What the packs find in `records` (see `lines` and `rows`): the columns of `ROWS`.

    `packs` and `hilal` are paths on the workers; `options` are further ones of `hilal run`.
    """
    command = [hilal, "run", "--jobs", "1", "--quiet", "--lines", *options]
    for pack in packs:
        command += ["-p", pack]
    return records.select("record").mapInArrow(lambda batches: _partition(command, batches), ROWS)


def findings(found: DataFrame) -> DataFrame:
    """The findings among `results`, a column for each of their parts; `json` is the finding as it was written."""
    rows_ = found.where("kind = 'finding'")
    return rows_.select(F.from_json("json", FINDING).alias("finding"), "json").select("finding.*", "json")


def counts(found: DataFrame) -> dict[str, int]:
    """The sums of all partitions.

    Raises ValueError unless every record that was sent was read, and every one that was read is accounted for: read =
    processed + quarantined + skipped, in each partition and so in all; and unless there are as many rows as counted.
    """
    parts = found.where("kind = 'summary'").select("partition", F.from_json("json", SUMMARY).alias("run"))
    parts = parts.select("partition", "run.*")
    wrong = parts.where("sent != read or read != processed + quarantined + skipped").collect()
    if wrong:
        raise ValueError(f"records are not accounted for in {len(wrong)} partitions, the first: {wrong[0]}")
    sums = parts.agg(*[F.coalesce(F.sum(name), F.lit(0)).alias(name) for name in COUNTS],
                     F.count("*").alias("partitions")).first().asDict()
    kinds = {row["kind"]: row["count"] for row in found.groupBy("kind").count().collect()}
    for kind, name in [("finding", "findings"), ("quarantine", "quarantined")]:
        if kinds.get(kind, 0) != sums[name]:
            raise ValueError(f"{kinds.get(kind, 0)} rows of kind {kind}, but {sums[name]} counted as {name}")
    return sums


def _partition(command, batches):
    """Runs `command` over the records of a partition; yields Arrow batches of `ROWS`."""
    from pyspark import TaskContext

    partition = TaskContext.get().partitionId()
    with tempfile.TemporaryDirectory(prefix="hilal-") as folder:
        place = Path(folder)
        # Findings go to a file, not a pipe: nothing waits for a reader while records are being fed.
        with open(place / "findings", "wb") as out, open(place / "messages", "wb") as messages:
            process = subprocess.Popen(
                [*command, "--quarantine", place / "quarantine", "--summary", place / "summary", "-"],
                stdin=subprocess.PIPE, stdout=out, stderr=messages)
            try:
                sent = _feed(process.stdin, batches)
                status = process.wait()
            finally:
                process.kill()
        summary = _summary(place, status)
        summary["sent"] = sent
        for kind, name in [("finding", "findings"), ("quarantine", "quarantine")]:
            yield from _rows(kind, partition, place / name)
        yield _batch("summary", partition, [json.dumps(summary, ensure_ascii=False)])


def _feed(stdin, batches):
    """Writes the records, one a line; returns their number. Empty ones are no records, to hilal as to Spark."""
    sent = 0
    try:
        for batch in batches:
            records = [record for record in batch.column(0).to_pylist() if record and record.strip(b" \t\r")]
            sent += len(records)
            stdin.write(b"".join(record + b"\n" for record in records))
        stdin.close()
    except BrokenPipeError:
        pass  # It has ended: its status and messages say why.
    return sent


def _summary(place, status):
    """What the run says of itself; raises RuntimeError with its messages unless it is whole.

    Status 70 with errors in the summary means that a rule failed on an article: the others' findings are whole. Without
    any, a pack could not be loaded, and going on would look like finding nothing.
    """
    text = (place / "summary").read_text("utf-8") if (place / "summary").exists() else ""
    summary = json.loads(text) if text else {}
    if status == 0 and summary or status == 70 and summary.get("errors"):
        return summary
    messages = (place / "messages").read_text("utf-8", "replace")[-4000:]
    raise RuntimeError(f"hilal ended with status {status}:\n{messages}")


def _rows(kind, partition, path, size=1000):
    """The lines of a file as batches of `size` rows."""
    if not path.exists():
        return
    chunk = []
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            chunk.append(line.rstrip("\n"))
            if len(chunk) == size:
                yield _batch(kind, partition, chunk)
                chunk = []
    if chunk:
        yield _batch(kind, partition, chunk)


def _batch(kind, partition, texts):
    columns = [pa.array([kind] * len(texts), pa.string()), pa.array([partition] * len(texts), pa.int32()),
               pa.array(texts, pa.string())]
    return pa.RecordBatch.from_arrays(columns, names=["kind", "partition", "json"])
