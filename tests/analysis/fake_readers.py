"""What a child of the worker may do in tests, importable from the spawned process: no spaCy, all the trouble."""

import os
import signal
import time
from collections.abc import Sequence

from bot.analysis.worker import Reader, Results
from bot.model import Analysis, Document


def an_analysis(document: Document) -> Analysis:
    return Analysis(document, (), (), (), (), (), (), (), str(os.getpid()))


def _read(documents: Sequence[Document]) -> Results:
    results: Results = []
    for document in documents:
        if document.text.startswith("die"):
            os.kill(os.getpid(), signal.SIGKILL)
        if document.text.startswith("hang"):
            time.sleep(60)
        if document.text.startswith("fail"):
            results.append("It failed.")
        else:
            results.append(an_analysis(document))
    return results


def fake_reader() -> Reader:
    return _read


def reader_without_model() -> Reader:
    raise OSError("no such model")


def interrupted_reader() -> Reader:
    """Sends its own process what Ctrl-C in a terminal sends to all."""
    os.kill(os.getpid(), signal.SIGINT)
    return _read
