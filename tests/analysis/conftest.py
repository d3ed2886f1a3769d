"""What the analysis tests share: spaCy loaded once, documents built in the open."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from bot.analysis import pipeline
from bot.model import UNDATED, Analysis, Document

Understand = Callable[[str], Analysis]


def a_document(text: str, *, source: str = "a.txt", title: str = "") -> Document:
    return Document(
        source=source,
        title=title,
        published=UNDATED,
        publisher=None,
        link=None,
        text=text,
        raw=text,
        removed=(),
        fingerprint=source,
    )


@pytest.fixture(scope="session")
def nlp() -> Language:
    return pipeline.load()


@pytest.fixture(scope="session")
def understand(nlp: Language) -> Understand:
    """A text's analysis, which must not fail."""

    def understood(text: str) -> Analysis:
        (analysis,) = pipeline.analyse(nlp, [a_document(text)])
        assert isinstance(analysis, Analysis), analysis
        return analysis

    return understood
