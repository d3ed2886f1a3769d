"""What a text's dates are worth when its own date is taken away: those still read, and how many of them agree.

python -m benchmarks.undated TEXTS.jsonl[.gz]     lines with a "text" and a "date" (2025-06-26)

Right is what the same words mean when the text's date is known. A date that is left open costs nothing here: a wrong
one would stand on a timeline as if somebody had written it.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.analysis.dates import timexes
from bot.analysis.sentences import flowing
from bot.model import Period

GOAL = 0.9
MOST = 5_000  # texts
_WORDS = re.compile("“.*?”")


def texts(path: Path) -> Iterator[tuple[str, Period]]:
    with gzip.open(path, "rt", encoding="utf8") if path.suffix == ".gz" else path.open(encoding="utf8") as lines:
        for _, line in zip(range(MOST), lines, strict=False):
            entry = json.loads(line)
            yield flowing(str(entry["text"])), Period.day(date.fromisoformat(str(entry["date"])))


def main(path: Path) -> int:
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    read = 0
    for text, published in texts(path):
        read += 1
        known = {timex.at: timex.when for timex in timexes(text, published=published)}
        for timex in timexes(text, published=None):
            if timex.when is not None and timex.basis != "stated" and known.get(timex.at) is not None:
                (right if known[timex.at] == timex.when else wrong)[_WORDS.sub("“...”", timex.basis)] += 1
    for basis in sorted(right | wrong):
        print(f"{basis:45} {right[basis]:5} agree {wrong[basis]:5} differ")
    share = right.total() / max(1, (right + wrong).total())
    print(f"{read} texts: {share:.1%} of {(right + wrong).total()} agree; goal {GOAL:.0%}")
    return 0 if share >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
