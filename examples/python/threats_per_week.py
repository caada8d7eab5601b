#!/usr/bin/env python3
"""Findings in pandas and DuckDB: who threatens most, and threats a week as a picture.

    threats_per_week.py FINDINGS.jsonl PICTURE.png
"""
import sys

import duckdb
import matplotlib.pyplot as plt
import pandas as pd


def read(path):
    """A row for each finding; columns are named as the parts of a finding, with a dot between: `article.date`."""
    findings = pd.json_normalize(pd.read_json(path, lines=True, dtype=False).to_dict("records"))
    findings["day"] = pd.to_datetime(findings["article.date"], errors="coerce", utc=True).dt.tz_localize(None)
    return findings


def per_week(findings):
    """Findings by the week that they were published in (by its Monday) and by rule; weeks without any are zero."""
    weeks = findings.dropna(subset=["day"]).assign(week=lambda f: f["day"].dt.to_period("W-SUN").dt.start_time)
    table = weeks.pivot_table(index="week", columns="rule", values="score", aggfunc="count", fill_value=0)
    return table.asfreq("W-MON", fill_value=0)


def plot(table, path):
    figure, axes = plt.subplots(figsize=(10, 4))
    below = 0
    for rule in table:
        axes.bar(table.index, table[rule], width=6, bottom=below, label=rule)
        below = table[rule] + below
    axes.set(title="Threats of armed force a week, by rule", ylabel="findings")
    axes.legend(frameon=False, ncols=3)
    figure.savefig(path, dpi=120, bbox_inches="tight")


def actors(path):
    """The same file asked in SQL. The fields of a finding differ by rule, so they are asked for by name."""
    return duckdb.sql("""
        SELECT fields ->> '$.actor.text' AS actor, count(*) AS findings, round(avg(score), 2) AS score
        FROM read_json(?, format = 'newline_delimited', columns = {fields: 'JSON', score: 'DOUBLE', attribution: 'JSON'})
        WHERE fields ->> '$.actor.text' IS NOT NULL AND attribution ->> '$.polarity' = 'asserted'
        GROUP BY actor ORDER BY findings DESC, actor LIMIT 5""", params=[path]).df()


def main():
    source, picture = sys.argv[1:3]
    findings = read(source)
    table = per_week(findings)
    plot(table, picture)
    print(f"{len(findings)} findings, {int(table.to_numpy().sum())} with a date, in {len(table)} weeks")
    print(actors(source).to_string(index=False))


if __name__ == "__main__":
    main()
