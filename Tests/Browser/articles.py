"""The articles of the tests: the examples of the repository, and hostile ones, in our own words."""

import json
import pathlib

# Each runs `pwned()` where text becomes markup, an attribute, or an address.
MARKUP = '<img src=x onerror="pwned()">'
SCRIPT = '"><script>pwned()</script>'
ADDRESS = "javascript:pwned()"
HOSTILE = [MARKUP, SCRIPT, "<svg/onload=pwned()>", "{{constructor.constructor('pwned()')()}}", "</textarea><iframe srcdoc='<script>parent.pwned()</script>'>"]

# Overrides and isolates that are never closed, an emoji (two UTF-16 units), a zero byte's neighbour.
BIDI = "\u202eمقلوب\u2066 غير مغلق"
EMOJI = "🚨🚀"


def hostile_articles():
    """Articles with markup in every field; each has the word مارق, for which the hostile rule looks."""
    articles = []
    for number, payload in enumerate(HOSTILE):
        articles.append({
            "id": f"hostile-{number}-{payload}",
            "title": f"{payload} عنوان مارق {EMOJI}",
            "content": f"{EMOJI} قال الوزير «{payload}» إن الزورق المارق غادر المرفأ. ثم هدد الجنرال {payload} بقصف المدينة.\nسطر ثان {BIDI}",
            "date": f"2023-02-0{number + 1}",
            "source": f"مصدر {payload}",
            "url": ADDRESS if number % 2 else f"https://example.org/{payload}",
            "author": payload,
        })
    articles.append({"id": "no-date", "title": "", "content": "وصل المركب المارق ليلا.", "date": payload, "source": "", "url": "data:text/html,<script>pwned()</script>"})
    articles.append({"id": "overlap", "title": "تداخل العلامات 2023", "date": "2023-06-02", "source": "Wire & Co", "url": "https://example.org/overlap",
                     "content": f"{EMOJI} قال وزير الدفاع التيلوري مارك دوليني يوم الجمعة: «سنقصف 12 موقعا في نورفال إذا عاد المارق»."})
    return articles


def write(folder):
    """Writes the hostile articles into a folder; returns the inputs for `hilal serve`."""
    path = pathlib.Path(folder) / "hostile.json"
    path.write_text(json.dumps(hostile_articles(), ensure_ascii=False), encoding="utf-8")
    return [str(path)]
