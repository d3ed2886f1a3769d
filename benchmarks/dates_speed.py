"""How fast dates are read: words a second on one core, with and without a document date.

python benchmarks/dates_speed.py TEXTS.jsonl[.gz]     lines with a "text"
"""

import gzip
import json
import sys
import time
from datetime import date
from pathlib import Path

from bot.analysis.dates import rough_sentences, timexes
from bot.analysis.events import events
from bot.model import Period, Sentence
from bot.words import plain

GOAL = 50_000
MOST = 300_000  # words


def texts(path: Path) -> list[str]:
    out: list[str] = []
    words = 0
    with gzip.open(path, "rt", encoding="utf8") if path.suffix == ".gz" else path.open(encoding="utf8") as lines:
        for line in lines:
            out.append(str(json.loads(line)["text"]))
            words += len(out[-1].split())
            if words > MOST:
                break
    return out


def main(path: Path) -> int:
    library = texts(path)
    words = sum(len(text.split()) for text in library)
    slowest = 10.0**9
    for name, published in (("dated", Period.day(date(2025, 6, 18))), ("undated", None)):
        start = time.process_time()
        found = [timexes(text, published=published) for text in library]
        speed = words / (time.process_time() - start)
        slowest = min(slowest, speed)
        print(f"{name:8} {words:9,} words {sum(map(len, found)):7,} expressions {speed:10,.0f} words/s")
    start = time.process_time()
    count = 0
    for text, of_text in zip(library, found, strict=True):
        sentences = [Sentence(at, "prose") for at in rough_sentences(plain(text))]
        count += len(events(text, sentences, of_text, published=None))
    print(
        f"{'events':8} {words:9,} words {count:7,} events      {words / (time.process_time() - start):10,.0f} words/s"
    )
    print(f"goal {GOAL:,}: {'reached' if slowest >= GOAL else 'missed'}")
    return 0 if slowest >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
