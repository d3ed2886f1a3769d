"""What a scan of the library finds: which files count, which changed, which wait, and when all has vanished."""

import os
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.errors import UnreadableError
from bot.reading.files import Scan, SeenFile, content, is_partial, scan


def a_library(root: Path, files: Mapping[str, str]) -> Path:
    library = root / "library"
    library.mkdir(exist_ok=True)
    for source, text in files.items():
        path = library / source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return library


def remembered(found: Scan) -> dict[str, SeenFile]:
    files = (*found.new, *found.changed, *found.touched, *found.failed)
    return {f.source: SeenFile(f.source, f.size, f.mtime_ns, f.fingerprint, failure=f.failure) for f in files}


def test_sub_folders_are_walked_and_everything_is_sorted(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"b.txt": "b", "a/z.md": "z", "a/b/c.HTML": "c", "a.pdf": "d"})
    assert [f.source for f in scan(library, seen={}).new] == ["a.pdf", "a/b/c.HTML", "a/z.md", "b.txt"]


@pytest.mark.parametrize(
    "name", [".hidden.txt", "a.txt.part", "a.txt~", "~$a.txt", "a.crdownload", ".a.txt.swp", "b.tmp", "#a.txt#"]
)
def test_hidden_files_and_what_is_left_while_writing_are_passed_over(tmp_path: Path, name: str) -> None:
    library = a_library(tmp_path, {name: "x", "a.txt": "x"})
    assert is_partial(name)
    assert [f.source for f in scan(library, seen={}).new] == ["a.txt"]


def test_files_in_hidden_folders_are_passed_over(tmp_path: Path) -> None:
    library = a_library(tmp_path, {".git/a.txt": "x"})
    assert scan(library, seen={}).state == "empty"


def test_a_kind_that_is_not_read_is_named_and_no_failure(tmp_path: Path) -> None:
    found = scan(a_library(tmp_path, {"a.docx": "x", "b.txt": "x"}), seen={})
    assert [source for source, _ in found.skipped] == ["a.docx"]
    assert not found.failed


def test_of_a_thousand_unchanged_files_none_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = a_library(tmp_path, {f"{n % 10}/{n}.txt": f"text {n}" for n in range(1000)})
    seen = remembered(scan(library, seen={}))

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("an unchanged file was opened")

    monkeypatch.setattr(Path, "open", refuse)
    found = scan(library, seen=seen)
    assert len(found.unchanged) == 1000
    assert (found.new, found.changed, found.gone) == ((), (), ())


def test_changed_touched_and_gone_files_are_told_apart(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"a.txt": "a", "b.txt": "b", "c.txt": "c"})
    seen = remembered(scan(library, seen={}))
    (library / "a.txt").write_text("another")
    os.utime(library / "b.txt", (1, 1))
    (library / "c.txt").unlink()
    found = scan(library, seen=seen)
    assert [f.source for f in found.changed] == ["a.txt"]
    assert [f.source for f in found.touched] == ["b.txt"]
    assert found.gone == ("c.txt",)


def test_a_file_being_written_waits_until_two_scans_find_it_the_same(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"a.txt": "half"})
    first = scan(library, seen={}, settle=2)
    assert set(first.waiting) == {"a.txt"}
    assert not first.new
    (library / "a.txt").write_text("half and half")
    second = scan(library, seen={}, settle=2, waiting=first.waiting)
    assert set(second.waiting) == {"a.txt"}
    third = scan(library, seen={}, settle=2, waiting=second.waiting)
    assert [f.source for f in third.new] == ["a.txt"]
    assert not third.waiting


def test_a_file_of_long_ago_does_not_wait_and_a_single_load_waits_for_nothing(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"a.txt": "x"})
    assert scan(library, seen={}).new
    assert scan(library, seen={}, settle=2, now=time.time() + 60).new


def test_a_library_that_is_missing_or_suddenly_empty_loses_nothing(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"a.txt": "x"})
    seen = remembered(scan(library, seen={}))
    (library / "a.txt").unlink()
    emptied = scan(library, seen=seen)
    assert (emptied.state, emptied.vanished, emptied.gone) == ("empty", True, ())
    library.rmdir()
    missing = scan(library, seen=seen)
    assert (missing.state, missing.vanished, missing.gone) == ("missing", True, ())
    assert not scan(library, seen={}).vanished


def test_links_out_of_the_library_are_refused_and_links_inside_followed(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"real.txt": "x"})
    (tmp_path / "secret.txt").write_text("s")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "b.txt").write_text("s")
    (library / "out.txt").symlink_to(tmp_path / "secret.txt")
    (library / "folder").symlink_to(tmp_path / "outside")
    (library / "in.txt").symlink_to(library / "real.txt")
    (library / "loop.txt").symlink_to(library / "loop.txt")
    found = scan(library, seen={})
    assert [f.source for f in found.new] == ["in.txt", "real.txt"]
    assert [source for source, _ in found.skipped] == ["folder", "loop.txt", "out.txt"]


def test_pipes_are_not_opened(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"a.txt": "x"})
    os.mkfifo(library / "pipe.txt")
    assert [source for source, _ in scan(library, seen={}).skipped] == ["pipe.txt"]
    with pytest.raises(UnreadableError, match="not a regular file"):
        content(library / "pipe.txt", max_bytes=10)


def test_a_file_too_large_fails_by_its_size_alone_and_is_looked_at_again(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"a.txt": "x" * 2000})
    first = scan(library, seen={}, max_bytes=1024)
    assert first.failed[0].failure == "It is too large: 2 KiB, the limit is 1 KiB. Split it, or keep only its text."
    assert [f.source for f in scan(library, seen=remembered(first), max_bytes=4096).changed] == ["a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_fails_and_a_closed_folder_loses_nothing(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"a.txt": "x", "sub/b.txt": "y"})
    seen = remembered(scan(library, seen={}))
    (library / "sub").chmod(0)
    try:
        found = scan(library, seen=seen)
        assert found.gone == ()
        assert [source for source, _ in found.skipped] == ["sub/"]
    finally:
        (library / "sub").chmod(0o755)


def test_a_name_that_is_not_utf_8_is_told_and_not_loaded(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"a.txt": "x"})
    with open(os.fsencode(library) + b"/\xff.txt", "wb") as file:  # noqa: PTH123 a name of bytes
        file.write(b"x")
    found = scan(library, seen={})
    assert [f.source for f in found.new] == ["a.txt"]
    assert found.skipped[0][1] == "Its name is not valid UTF-8. Rename it."
