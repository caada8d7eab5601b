#!/usr/bin/env python3
"""Other tools doing the search alone: which articles hold one of some terms.

usage: peers.py re|aho|lupa|spacy TERMS ARTICLES.jsonl FOUND

Prints the seconds that searching took, by the clock and of CPU (loading and building left out), and writes the numbers of the
articles found, one a line.
"""
import json
import sys
import time

name, terms_path, articles_path, found_path = sys.argv[1:]
terms = [line for line in open(terms_path, encoding="utf-8").read().split("\n") if line]
texts = []
for line in open(articles_path, encoding="utf-8"):
    article = json.loads(line)
    texts.append(article["title"] + "\n" + article["content"])


def search():
    if name == "re":
        import re
        pattern = re.compile("|".join(map(re.escape, sorted(terms, key=len, reverse=True))))
        return lambda text: sum(1 for _ in pattern.finditer(text))
    if name == "aho":
        import ahocorasick
        automaton = ahocorasick.Automaton()
        for term in terms:
            automaton.add_word(term, term)
        automaton.make_automaton()
        return lambda text: sum(1 for _ in automaton.iter(text))
    if name == "lupa":
        from lupa.lua54 import LuaRuntime
        lua = LuaRuntime(encoding="utf-8")
        rule = lua.eval("""function(terms)
          local find = string.find
          return function(text)
            local count = 0
            for i = 1, #terms do
              local at = 1
              while true do
                local first, last = find(text, terms[i], at, true)
                if not first then break end
                count = count + 1
                at = last + 1
              end
            end
            return count
          end
        end""")
        return rule(lua.table_from(terms))
    if name == "spacy":
        import spacy
        from spacy.matcher import PhraseMatcher
        language = spacy.blank("ar")
        matcher = PhraseMatcher(language.vocab)
        matcher.add("TERM", [language.make_doc(term) for term in terms])
        return lambda text: len(matcher(language.make_doc(text)))
    raise SystemExit(f"no peer named {name}")


run = search()
start, cpu = time.perf_counter(), time.process_time()
counts = [run(text) for text in texts]
seconds = time.perf_counter() - start, time.process_time() - cpu
with open(found_path, "w") as out:
    for number, count in enumerate(counts):
        if count:
            print(number, file=out)
print(*(f"{value:.3f}" for value in seconds))
