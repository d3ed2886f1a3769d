"""How well it is found who says what: precision and recall of speakers over 200 sentences labelled by hand.

    python -m benchmarks.statements DATA [--errors]

DATA holds scale/*.jsonl.gz: lines {"id", "title", "date", "text"}. The labels beside this module name sentences and
speakers by document id and half-open characters of `text`; they hold no text.

The sentences: of 420 documents drawn at random (seeded), from each one sentence drawn at random of those that have a
quotation mark, "according to", or the past tense (or "says") of any verb of saying; the first 200. So there are also
sentences in which nobody speaks. Rules that were labelled by:

- A speaker is a person or body with a name to whom the sentence itself, in the text's own voice, gives an utterance:
  said, told, added, reported results, announced, urged, refused saying; "according to X"; a relative clause with a
  quotation ("who has described ..."). Voting something down or agreeing on a deal is an act, no utterance.
- "He", "it", "the company", "the department", "the bank" are labelled with the name they stand for, where a careful
  reader has no doubt. A body is a speaker like a person: "Acme Corp said its board declared ...".
- "X Corp's Y Co said": Y Co. "X and Y said": both. "X and its unit said": X, and the unit is allowed.
- No speaker: unnamed people, even with a named employer ("a company spokesman", "dealers", "an LDP official"), and
  papers ("the statement", "the proxy statement", "the report"), unless the paper is a newspaper with a name.
- "He said ..., the agency reported": the agency; he is allowed, neither demanded nor wrong.
- A sentence within a quotation that began before it has the quotation's speaker. Indirect speech that goes on
  without any verb of saying ("The rate was now two pct") has none.
- The name is the document's fullest; the form that the sentence itself has is right as well.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load import Text, texts
from bot.analysis import pipeline
from bot.linking.forms import key
from bot.model import UNDATED, Analysis, Document, Span

LABELS = Path(__file__).with_name("statements_labels.jsonl")
ALL = 1_000_000

Forms = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """Each speaker has one or two spellings in the document; either is right."""

    document: str
    sentence: Span
    speakers: tuple[Forms, ...]
    allowed: tuple[Forms, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    label: Label
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--errors", action="store_true", help="print each sentence that was read wrongly")
    options = parser.parse_args()
    labels = [label(line) for line in LABELS.read_text(encoding="utf8").splitlines()]
    wanted = {each.document for each in labels}
    rows = [row for row in texts(options.data, ALL) if row.id in wanted]
    analyses = dict(zip((row.id for row in rows), understood(rows), strict=True))
    outcomes = [outcome(each, analyses[each.document]) for each in labels]
    for each in outcomes if options.errors else ():
        if each.wrong or each.missed:
            sentence = " ".join(each.label.sentence.of(analyses[each.label.document].document.text).split())
            print(f"{each.label.document}: wrong {each.wrong}, missed {each.missed}\n    {sentence}")
    print(figures(outcomes))


def label(line: str) -> Label:
    row = json.loads(line)

    def speakers(field: str) -> tuple[Forms, ...]:
        return tuple(tuple(Span(*form) for form in forms) for forms in row.get(field, []))

    return Label(row["document"], Span(*row["sentence"]), speakers("speakers"), speakers("allowed"))


def understood(rows: Sequence[Text]) -> Iterable[Analysis]:
    nlp = pipeline.load()
    documents = [document(row) for row in rows]
    for start in range(0, len(documents), 20):
        for analysis in pipeline.analyse(nlp, documents[start : start + 20]):
            if isinstance(analysis, str):
                raise SystemExit(analysis)
            yield analysis


def document(row: Text) -> Document:
    return Document(row.id, row.title, UNDATED, None, None, row.text, row.text, (), fingerprint=row.id)


def outcome(label: Label, analysis: Analysis) -> Outcome:
    text = analysis.document.text
    found = {
        folded(statement.speaker): statement.speaker
        for statement in analysis.statements
        if statement.kind == "said" and _is_in(statement.at, label.sentence)
    }
    demanded = [{folded(form.of(text)) for form in forms} for forms in label.speakers]
    fine = {folded(form.of(text)) for forms in (*label.speakers, *label.allowed) for form in forms}
    missed = [
        " ".join(forms[0].of(text).split())
        for forms, known in zip(label.speakers, demanded, strict=True)
        if not known & found.keys()
    ]
    asked = set[str]().union(*demanded)
    return Outcome(
        label,
        right=tuple(name for each, name in found.items() if each in asked),
        wrong=tuple(name for each, name in found.items() if each not in fine),
        missed=tuple(missed),
    )


def _is_in(at: Span, sentence: Span) -> bool:
    """The sentence labelled, even if it is cut otherwise: half of the shorter of the two."""
    common = min(at.end, sentence.end) - max(at.start, sentence.start)
    return 2 * common > min(at.end - at.start, sentence.end - sentence.start)


def folded(name: str) -> str:
    return key(" ".join(name.split()), "ORGANISATION")


def figures(outcomes: Sequence[Outcome]) -> str:
    right, wrong, missed = (
        sum(len(names) for names in kind)
        for kind in (
            [each.right for each in outcomes],
            [each.wrong for each in outcomes],
            [each.missed for each in outcomes],
        )
    )
    silent = sum(not each.label.speakers for each in outcomes)
    return (
        f"{len(outcomes)} sentences, {silent} of them without a speaker, {right + missed} speakers\n"
        f"precision {right / max(1, right + wrong):.3f} ({wrong} wrong), recall {right / (right + missed):.3f}"
    )


if __name__ == "__main__":
    main()
