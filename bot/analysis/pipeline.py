"""Documents become analyses: the steps on one screen. Come here to add a step or change their order."""

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import get_ops, set_current_ops  # pyright: ignore[reportUnknownVariableType]: its options are untyped

from bot.analysis import dates
from bot.analysis.candidates import datelines
from bot.analysis.events import events
from bot.analysis.names import names_of
from bot.analysis.recogniser import recognised
from bot.analysis.roles import roles
from bot.analysis.sentences import flowing, sentences
from bot.analysis.stamp import MODEL, analyser
from bot.analysis.statements import statements
from bot.analysis.summary import summary
from bot.model import Analysis, Document

log = logging.getLogger(__name__)

UNUSED: Final = ("lemmatizer", "attribute_ruler")
PIECE: Final = 40_000  # characters the parser reads at once: its memory grows with them
GROUP: Final = 60_000
# "Acme Corp <ACM.L> said": the parser would take the symbol for the subject.
_TICKER: Final = re.compile(r"(?<=\w )<[A-Z]{1,6}(?:\.[A-Z]{1,3})?>")


def load() -> Language:
    """The spaCy pipeline that `analyse` needs: tagger, parser, recogniser.

    It multiplies matrices by numpy's OpenBLAS: on a processor that is newer than spaCy's own BLIS, this falls back to
    plain C, and a load takes a third longer.
    """
    set_current_ops(get_ops("numpy", use_blis=False))
    return spacy.load(MODEL, exclude=UNUSED)


def analyse(nlp: Language, documents: Sequence[Document]) -> list[Analysis | str]:
    """One analysis a document, in order; a str is the one sentence why that document failed."""
    with nlp.memory_zone():  # pyright: ignore[reportUnknownMemberType]: spaCy leaves its allocator untyped
        try:
            return [_understood(document, text, doc) for document, text, doc in _parsed(nlp, documents)]
        except Exception:
            # An edge of the program: one document's trouble must not stop the others of its batch.
            if len(documents) == 1:
                log.exception("analysis failed")
                return ["It could not be analysed; the log says why."]
    return [analysis for document in documents for analysis in analyse(nlp, [document])]


def _understood(document: Document, text: str, doc: Doc) -> Analysis:
    """`text` in flowing form, as `doc` has it: as long as the document's, so that every span points into both."""
    cut = sentences(text, ((sent.start_char, sent.end_char) for sent in doc.sents))
    occurrences = names_of(text, recognised(doc), cut, stored=document.text)
    people = [one.at for one in occurrences if one.kind == "PERSON"]
    timexes = dates.timexes(text, published=document.published.value, sentences=cut, people=people)
    if document.published.value is None and (own := dates.text_date(timexes, cut, text)).value is not None:
        document = replace(document, published=own)
        timexes = dates.timexes(text, published=own.value, sentences=cut, people=people)
    offices = roles(text, doc, cut, occurrences, stored=document.text)
    return Analysis(
        document=document,
        sentences=cut,
        occurrences=occurrences,
        timexes=timexes,
        roles=offices,
        statements=statements(text, doc, cut, occurrences, stored=document.text, roles=offices),
        events=events(text, cut, timexes, published=document.published.value),
        summary=summary(text, cut),
        analyser=analyser(),
    )


def _parsed(nlp: Language, documents: Sequence[Document]) -> Iterator[tuple[Document, str, Doc]]:
    """Each document with its flowing text and spaCy's reading of it; long ones are read in pieces."""
    texts = [flowing(document.text) for document in documents]
    pieces = [list(_pieces(text)) for text in texts]
    read = _piped(nlp, [piece for of_one in pieces for piece in of_one])
    for document, text, of_one in zip(documents, texts, pieces, strict=True):
        done = [next(read) for _ in of_one]
        yield document, text, done[0] if len(done) == 1 else Doc.from_docs(done, ensure_whitespace=False)


def _piped(nlp: Language, texts: Sequence[str]) -> Iterator[Doc]:
    group: list[Doc] = []
    size = 0
    for text in texts:
        if group and size + len(text) > GROUP:
            yield from nlp.pipe(group, batch_size=len(group))
            group, size = [], 0
        group.append(_tokenised(nlp, text))
        size += len(text)
    yield from nlp.pipe(group, batch_size=len(group) or 1)


def _tokenised(nlp: Language, text: str) -> Doc:
    """Tokens, ticker symbols blank; a sentence begins after each line break and dateline: a city is no subject."""
    doc = nlp.make_doc(_TICKER.sub(lambda found: " " * len(found.group()), text))
    spaces: list[int] = np.flatnonzero(doc.to_array(["IS_SPACE"])).tolist()
    for i in spaces:
        if i + 1 < len(doc) and "\n" in doc[i].text:
            doc[i + 1].is_sent_start = True
    for dateline in datelines(text):
        behind = doc.char_span(dateline.end(), dateline.end() + 1, alignment_mode="expand")
        if behind is not None and behind.start:
            doc[behind.start].is_sent_start = True
    return doc


def _pieces(text: str) -> Iterator[str]:
    """The text in stretches of at most PIECE characters, cut after a line, else after a sentence, else at a space."""
    start = 0
    while len(text) - start > PIECE:
        window = text[start : start + PIECE]
        cut = max(window.rfind("\n"), 0) or max(window.rfind(". ") + 1, 0) or max(window.rfind(" "), 0) or PIECE - 1
        yield window[: cut + 1]
        start += cut + 1
    yield text[start:]
