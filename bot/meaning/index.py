"""Words -> the documents nearest to them in meaning, from memory: one product of a matrix and a vector."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.meaning.embedding import SCALE, Embed


@dataclass(frozen=True, slots=True)
class _Held:
    documents: NDArray[np.int64]
    vectors: NDArray[np.float32]


class Index:
    """The vectors of a library. `hold` replaces them at once, so that many threads may ask meanwhile."""

    def __init__(self, prepare: Callable[[], Embed]) -> None:
        """`prepare` loads the model, when something is asked of a library that has vectors."""
        self._prepare = prepare
        self._embed: Embed | None = None
        self._held = _held(())

    def hold(self, rows: Sequence[tuple[int, bytes]]) -> None:
        held = _held(rows)
        if rows and self._embed is None:
            self._embed = self._prepare()
        self._held = held

    def nearest(self, words: str, limit: int, least: float) -> list[tuple[int, float]]:
        """The nearest first, each with its cosine; those whose cosine is below `least` are not near."""
        held = self._held
        if self._embed is None or not len(held.documents):
            return []
        asked = np.frombuffer(self._embed([words])[0], np.int8).astype(np.float32) / SCALE
        cosines = np.einsum("ij,j->i", held.vectors, asked)  # unlike "@" it starts no threads beside the event loop's
        order = np.argsort(-cosines, kind="stable")[:limit]
        return [(int(held.documents[place]), float(cosines[place])) for place in order if cosines[place] >= least]


def _held(rows: Sequence[tuple[int, bytes]]) -> _Held:
    documents = np.array([document for document, _ in rows], np.int64)
    flat = np.frombuffer(b"".join(vector for _, vector in rows), np.int8).astype(np.float32) / SCALE
    return _Held(documents, flat.reshape(len(rows), -1) if rows else flat.reshape(0, 1))
