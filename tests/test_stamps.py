"""A changed rule changes the stamp under which things are stored."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bot
from bot.stamps import stamp


def test_each_part_has_a_stamp_of_its_own() -> None:
    assert len({stamp("words"), stamp("model"), stamp("linking"), stamp("words", "model")}) == 4


def test_a_stamp_stays_while_the_rules_do() -> None:
    assert stamp("linking", "words") == stamp("linking", "words")
    stamp.cache_clear()
    assert stamp("linking") == stamp("linking")


@pytest.mark.parametrize(
    ("module", "is_a_rule"),
    [("reading/phrases.py", True), ("analysis/dates.py", True), ("words.py", True), ("chat/lines.py", False)],
)
def test_documents_are_analysed_again_when_what_reads_or_analyses_them_has_changed(
    tmp_path: Path, module: str, is_a_rule: bool
) -> None:
    code = shutil.copytree(Path(bot.__file__).parent, tmp_path / "bot", ignore=shutil.ignore_patterns("__pycache__"))

    def analyser() -> str:
        program = "from bot.analysis.stamp import analyser; print(analyser())"
        return subprocess.run([sys.executable, "-c", program], cwd=tmp_path, stdout=-1, check=True, text=True).stdout

    before = analyser()
    with (code / module).open("a", encoding="utf-8") as file:
        file.write("# another rule\n")
    assert (analyser() != before) == is_a_rule
