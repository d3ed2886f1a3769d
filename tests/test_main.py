"""The program as it is called: real processes, their output, exit codes and errors."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

ROOT = Path(__file__).resolve().parent.parent

TREATY = """\
Harbour treaty signed in Port Vell
Port Vell, 3 March 2024 - Anna Keller, the Norwegian trade minister, signed a harbour treaty with Lisbon on Sunday.
"This opens the northern ports," Keller said after the signing in Port Vell.
The treaty had been drafted in October 2023 and lets fishing boats from both countries use the ports.
"""
QUAY = """\
Quay works begin
Works on the new quay in Port Vell began on 12 May 2024, the port authority said.
Anna Keller visited the site and praised the workers of the port.
"""


def run(
    *arguments: object, text: str | None = None, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("DISCORD_")}
    return subprocess.run(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf8",
        cwd=cwd,
        env={**kept, "PYTHONPATH": str(ROOT), **environment},
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a library of two briefings, loaded."""
    folder = tmp_path_factory.mktemp("place")
    (folder / "library").mkdir()
    (folder / "library" / "treaty.txt").write_text(TREATY, encoding="utf8")
    (folder / "library" / "quay.txt").write_text(QUAY, encoding="utf8")
    done = run("load", "--json", *where(folder))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["added"] == 2
    return folder


def where(folder: Path) -> tuple[object, ...]:
    return ("--library", folder / "library", "--database", folder / "s.db")


def quotes(value: object) -> Iterator[dict[str, object]]:
    """Every quote anywhere in an answer."""
    if isinstance(value, dict):
        fields = cast("dict[str, object]", value)
        if {"source", "start", "end", "text"} <= fields.keys():
            yield fields
        value = list(fields.values())
    if isinstance(value, list):
        for inner in cast("list[object]", value):
            yield from quotes(inner)


def test_without_a_verb_it_says_what_can_be_done() -> None:
    done = run()
    assert done.returncode == 0
    assert "python -m bot ask '/who Rajnath Singh'" in done.stdout


def test_help_loads_nothing_slow() -> None:
    script = (
        "import sys; from bot.__main__ import main\n"
        "try: main(['ask', '--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'spacy', 'discord', 'trafilatura', 'pydantic', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.endswith("[]\n")


def test_asking_loads_neither_the_language_model_nor_discord(place: Path) -> None:
    script = (
        "import sys; from bot.__main__ import main\n"
        f"main({['ask', '/who Keller', *map(str, where(place))]!r})\n"
        "print(sorted({'spacy', 'discord', 'trafilatura', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.endswith("[]\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("fly",), "invalid choice: 'fly'"),
        (("ask", "--config", "gone.yaml", "/who A"), "There is no config file gone.yaml"),
        (("ask", "/fly away"), "There is no command /fly"),
        (("ask", "/who"), "/who needs its option name"),
        (("ask", "/timeline from:someday"), "someday is not a date I can read"),
        (("ask", "--json"), "--json needs a command"),
        (("ask", "--json", "--jsonl"), "not allowed with"),
        (("inspect",), "inspect needs a file"),
        (("inspect", "--published", "soon", "config.yaml"), "soon is not a date I can read"),
    ],
)
def test_wrong_usage_ends_with_2_and_a_sentence(arguments: tuple[str, ...], said: str, place: Path) -> None:
    verb, *rest = arguments
    done = run(verb, *rest, *(where(place) if verb != "fly" else ()))
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_wrong_config_ends_with_2_and_all_its_mistakes(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("replies: loud\nlibrery: x\n", encoding="utf8")
    done = run("check", cwd=tmp_path)
    assert done.returncode == 2
    assert "line 1" in done.stderr
    assert "line 2" in done.stderr


def test_run_without_a_token_ends_with_78_at_once(tmp_path: Path) -> None:
    done = run("run", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (78, "")
    assert done.stderr.startswith("There is no token")
    assert run("run", cwd=tmp_path, DISCORD_TOKEN="a", DISCORD_TOKEN_FILE="b").returncode == 78


def test_an_answer_is_plain_text_in_a_pipe(place: Path) -> None:
    done = run("ask", "/who Keller", *where(place))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Anna Keller")
    assert "\x1b" not in done.stdout
    assert any(line.startswith("[1]") for line in done.stdout.splitlines())
    assert run("ask", "who", "Keller", *where(place)).stdout == done.stdout


def test_json_answers_hold_what_the_text_says(place: Path) -> None:
    given = json.loads(run("ask", "--json", "/search harbour treaty", *where(place)).stdout)
    assert given["command"] == "/search harbour treaty"
    assert 0 < given["took_ms"] < 1000
    assert given["answer"]["hits"][0]["source"] == "treaty.txt"
    assert given["answer"]["hits"][0]["text"] in given["text"]


def test_every_quote_is_the_documents_text_at_its_span(place: Path) -> None:
    rows = [json.loads(line) for line in run("export", *where(place)).stdout.splitlines()]
    texts = {row["source"]: row["text"] for row in rows if row["type"] == "document"}
    assert set(texts) == {"treaty.txt", "quay.txt"}
    commands = "/who Keller\n/brief Port Vell\n/timeline\n/search ports\n"
    answers = [json.loads(line) for line in run("ask", "--jsonl", *where(place), text=commands).stdout.splitlines()]
    found = [quote for answer in answers for quote in quotes(answer["answer"])]
    assert len(found) > 5
    for quote in found:
        text = texts[str(quote["source"])]
        assert text[int(str(quote["start"])) : int(str(quote["end"]))] == quote["text"]


def test_a_line_that_cannot_be_asked_does_not_stop_the_others(place: Path) -> None:
    done = run("ask", "--jsonl", *where(place), text="/fly\n\n/who Keller\n")
    assert done.returncode == 1
    first, second, third = (json.loads(line) for line in done.stdout.splitlines())
    assert "There is no command /fly" in first["error"]
    assert first["answer"] is None
    assert second["error"].startswith("Type one of /brief, ")
    assert third["answer"]["name"] == "Anna Keller"


def test_the_prompt_takes_lines_from_a_pipe(place: Path) -> None:
    done = run("ask", *where(place), text="/help\n/fly\nwho Keller\n/quit\n/who Nobody\n")
    assert done.returncode == 0
    assert "There is no command /fly" in done.stderr
    assert "Anna Keller" in done.stdout
    assert "Nobody" not in done.stdout


def test_what_is_new_in_the_library_is_answered_without_a_load(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "a.txt").write_text(QUAY, encoding="utf8")
    assert "Works on the new quay" in run("ask", "/search quay", *where(tmp_path)).stdout
    (tmp_path / "library" / "b.txt").write_text(
        "The mayor of Port Vell, Ulla Brandt, opened the market.\n", encoding="utf8"
    )
    assert "opened the market" in run("ask", "/search market", *where(tmp_path)).stdout


def test_a_file_that_fails_is_listed_and_the_rest_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "good.txt").write_text(QUAY, encoding="utf8")
    (tmp_path / "library" / "empty.txt").touch()
    done = run("load", *where(tmp_path))
    assert done.returncode == 1
    assert "1 added, 1 failed." in done.stdout
    assert "empty.txt" in done.stdout
    assert done.stderr == ""  # each thing once
    checked = run("check", *where(tmp_path))
    assert checked.returncode == 1
    assert "empty.txt" in checked.stdout


def test_a_library_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = run("load", *where(tmp_path))
    assert done.returncode == 1
    assert "is not there" in done.stdout
    assert done.stderr == ""


def test_a_file_that_cannot_be_asked_about_is_said_in_a_plain_sentence(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "empty.txt").touch()
    assert run("ask", "/brief", *where(tmp_path)).stderr.startswith("empty.txt was not loaded: It is empty.")
    (tmp_path / "library").rename(tmp_path / "away")
    said = run("ask", "/brief", *where(tmp_path)).stderr
    assert said.startswith("The library folder ")
    assert len(said.splitlines()) == 1


def test_help_can_be_asked_for(tmp_path: Path) -> None:
    assert "/who Singh" in run("ask", "/help", *where(tmp_path)).stdout


def test_inspect_reads_files_in_order_and_says_which_failed(place: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    files = (place / "library" / "treaty.txt", empty, tmp_path / "gone.txt", place / "library" / "quay.txt")
    done = run("inspect", "--json", "--published", "2024-05-20", *files)
    assert done.returncode == 1
    assert "empty.txt: It is empty" in done.stderr
    assert "gone.txt: There is no such file." in done.stderr
    treaty, quay = (json.loads(line) for line in done.stdout.splitlines())
    assert (treaty["document"]["source"], quay["document"]["source"]) == ("treaty.txt", "quay.txt")
    assert treaty["document"]["published"] == {
        "first": "2024-05-20",
        "last": "2024-05-20",
        "precision": "day",
        "basis": "given",
    }
    for name in treaty["names"]:
        assert treaty["document"]["text"][name["start"] : name["end"]] == name["text"]


def test_inspect_answers_json_lines_in_order_with_their_ids_and_offsets(tmp_path: Path) -> None:
    rows = [
        {"id": 7, "text": TREATY, "published": "2024-03-04", "title": "Treaty"},
        {"id": "x", "text": 5},
        {"id": "\u2028y", "text": "\n\nhttps://example.org/\n" + QUAY},
    ]
    done = run("inspect", "--jsonl", text="".join(json.dumps(row) + "\n" for row in rows) + "no json\n", cwd=tmp_path)
    assert done.returncode == 1
    first, second, third, fourth = (json.loads(line) for line in done.stdout.splitlines())
    assert [answer["id"] for answer in (first, second, third, fourth)] == [7, "x", "\u2028y", None]
    assert (first["document"]["text"], first["document"]["title"]) == (TREATY, "Treaty")
    assert "Line 2 has no text" in second["error"]
    assert third["document"]["text"] == rows[2]["text"]
    assert third["removed"] == []
    assert "not JSON" in fourth["error"]


def test_a_reader_that_has_enough_is_no_error(place: Path) -> None:
    command = [sys.executable, "-m", "bot", "export", *map(str, where(place))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_export_without_a_store_says_what_to_do(tmp_path: Path) -> None:
    done = run("export", *where(tmp_path))
    assert done.returncode == 1
    assert "`load`" in done.stderr


def test_beside_a_running_bot_one_reads_and_does_not_load(place: Path) -> None:
    from bot.store.lock import held

    with held(place / "s.db"):
        assert run("ask", "/who Keller", *where(place)).stdout.startswith("Anna Keller")
        assert "held by a running bot" in run("check", *where(place)).stdout
        refused = run("load", *where(place))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "held by another Sitrep" in refused.stderr


def test_a_demo_beside_a_running_bot_promises_no_digests_of_its_own(place: Path) -> None:
    pytest.importorskip("simcord", reason="the extra demo is not installed")
    from bot.store.lock import held

    command = [sys.executable, "-m", "bot", "demo", *map(str, where(place))]
    with held(place / "s.db"), subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as demo:
        assert demo.stdout is not None
        told = [demo.stdout.readline() for _ in range(2)]
        demo.terminate()
    assert told[0].startswith("Sitrep is at http://127.0.0.1:")
    assert "digests are posted by the bot that is running" in told[1]
