#!/usr/bin/env python3
"""Make small inputs of every format and packing from the example articles, for the reader fuzzer.

usage: seeds.py FOLDER
"""
import bz2, glob, gzip, io, json, lzma, os, sys, tarfile, zipfile


def articles():
    found = []
    with zipfile.ZipFile("examples/news.zip") as archive:
        for name in archive.namelist():
            if name.endswith(".json"):
                value = json.loads(archive.read(name))
                found += value if isinstance(value, list) else [value]
            elif name.endswith(".jsonl"):
                found += [json.loads(line) for line in archive.read(name).decode().splitlines() if line]
    return found[:8]


def page(article, charset="utf-8"):
    text = "".join(f"<p>{line}</p>\n" for line in article["content"].split("\n") if line)
    return (f"<!doctype html>\n<html lang=ar><head><meta charset={charset}><title>{article['title']}</title>"
            f"<meta property='article:published_time' content='2024-05-01'></head><body><nav><a href=/>x</a></nav>"
            f"<article><h1>{article['title']}</h1>{text}</article></body></html>").encode(charset, "ignore")


def warc(pages):
    out = b""
    for index, body in enumerate(pages):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
        if index % 3 == 1:
            body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
            http += b"Transfer-Encoding: chunked\r\n"
        if index % 3 == 2:
            body = gzip.compress(body)
            http += b"Content-Encoding: gzip\r\n"
        block = http + b"\r\n" + body
        for kind in (b"request", b"response"):
            out += (b"WARC/1.0\r\nWARC-Type: %b\r\nWARC-Target-URI: http://example.org/%d\r\n"
                    b"WARC-Date: 2024-05-01T00:00:00Z\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n"
                    % (kind, index, len(block), block))
    return out


def tarred(members):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def zipped(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def seeds():
    found = articles()
    lines = "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in found).encode()
    array = json.dumps(found, ensure_ascii=False, indent=1).encode()
    text = (found[0]["title"] + "\n" + found[0]["content"]).encode()
    pages = [page(a) for a in found]
    bad = json.dumps({"schema": "hilal.quarantine/1", "file": "x", "member": None, "offset": 0, "line": 1,
                      "reason": "not-json", "message": "", "bytes": 9, "hash": "fnv1a64:0", "raw": lines[:200].decode("utf-8", "ignore")})
    plain = {"a.jsonl": lines, "a.json": array, "one.json": json.dumps(found[0], indent=2).encode(), "a.txt": text,
             "a.html": pages[0], "b.html": page(found[0], "cp1256"), "a.warc": warc(pages),
             "u.txt": b"\xff\xfe" + text.decode().encode("utf-16-le"), "q.jsonl": (bad + "\n").encode()}
    members = list(plain.items())
    packed = {"a.zip": zipped(members), "n.zip": zipped([("in.zip", zipped(members)), ("b.json", array)]),
              "a.tar": tarred(members), "a.tar.gz": gzip.compress(tarred(members)), "a.jsonl.gz": gzip.compress(lines),
              "a.jsonl.bz2": bz2.compress(lines), "a.jsonl.xz": lzma.compress(lines),
              "a.warc.gz": b"".join(gzip.compress(warc([p])) for p in pages)}
    return {**plain, **packed}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    os.makedirs(sys.argv[1], exist_ok=True)
    for name, data in seeds().items():
        with open(os.path.join(sys.argv[1], name), "wb") as file:
            file.write(data)


if __name__ == "__main__":
    main()
