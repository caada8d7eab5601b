#!/usr/bin/env python3
"""Runs packs over JSON Lines on a Spark cluster.

    spark-submit --py-files hilal_spark.py run.py -p PACK… -o FOLDER INPUT…

FOLDER/results has what the partitions gave, by kind (finding, quarantine, summary); FOLDER/findings the findings with a
column for each part, both as Parquet. The last line says what was counted, as JSON.
"""
import argparse
import json

import hilal_spark
from pyspark.sql import SparkSession


def main():
    parser = argparse.ArgumentParser(description="Runs Hilal's packs over JSON Lines on a Spark cluster.")
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="JSON Lines files, folders or globs, on shared storage")
    parser.add_argument("-p", "--pack", action="append", required=True, help="a pack's folder on the workers; repeatable")
    parser.add_argument("-o", "--output", required=True, help="the folder to write; it must not exist")
    parser.add_argument("--hilal", default="hilal", help="the program on the workers")
    parser.add_argument("--partition-mib", type=int, default=128, help="size of a partition, in MiB of input")
    options = parser.parse_args()

    spark = SparkSession.builder.appName("hilal").getOrCreate()
    options.partition_bytes = options.partition_mib << 20
    print(json.dumps(run(spark, options)))


def run(spark, options):
    """Finds, writes and counts; returns the counts."""
    spark.conf.set("spark.sql.files.maxPartitionBytes", options.partition_bytes)
    records = hilal_spark.lines(spark, options.inputs)
    results = f"{options.output}/results"
    hilal_spark.results(records, options.pack, options.hilal).write.partitionBy("kind").parquet(results)
    # From here on what the cluster has found lies on the disk: a lost worker costs no second run.
    found = spark.read.schema(hilal_spark.ROWS).parquet(results)
    hilal_spark.findings(found).write.parquet(f"{options.output}/findings")
    return hilal_spark.counts(found)


if __name__ == "__main__":
    main()
