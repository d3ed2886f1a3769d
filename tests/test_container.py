"""What the image is made of: the pinned requirements fit pyproject, and nothing else is let in."""

import re
import tomllib
from pathlib import Path

import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PINNED = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf8")


def pinned() -> dict[str, set[str]]:
    versions: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", PINNED, re.MULTILINE):
        versions.setdefault(canonicalize_name(name), set()).add(version)
    return versions


def test_every_requirement_is_pinned_to_a_version_that_fits() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    versions = pinned()
    for text in project["dependencies"]:
        wanted = Requirement(text)
        found = versions.get(canonicalize_name(wanted.name))
        assert found, f"{wanted.name} is not pinned: make .ci/requirements.txt again, README says how"
        assert all(wanted.specifier.contains(version) for version in found), f"{wanted} is pinned to {found}"


def test_every_pin_has_its_hashes() -> None:
    entries = re.split(r"^(?=[\w.-]+==)", PINNED, flags=re.MULTILINE)[1:]
    assert len(entries) > 50
    assert all("--hash=sha256:" in entry for entry in entries)


def test_the_image_installs_the_pins_and_runs_as_nobody_special() -> None:
    recipe = (ROOT / "Dockerfile").read_text(encoding="utf8")
    assert "--require-hashes" in recipe
    assert recipe.index("USER 10001:10001") < recipe.index('ENTRYPOINT ["python", "-m", "bot"]')
    copied = set(re.findall(r"^COPY (?!--from)(\S+)", recipe, re.MULTILINE))
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf8").split()
    assert ignored[ignored.index("*") :], "an allow-list"
    assert all(f"!{source}" in ignored for source in copied)
    assert all((ROOT / source).exists() for source in copied)


def test_compose_holds_no_secret_and_keeps_the_root_read_only() -> None:
    service = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf8"))["services"]["sitrep"]
    assert service["environment"] == {"DISCORD_TOKEN_FILE": "/run/secrets/discord_token"}
    assert service["read_only"]
    assert service["cap_drop"] == ["ALL"]
    assert "data:/data" in service["volumes"]
