"""Discord's limits as its documentation gives them: what a body breaks, in words; an empty list is a good body."""

from collections import Counter
from typing import Final

from loopback.world import V2, Json, part, parts, walked

CONTENT: Final = 2000
V2_TEXT: Final = 4000
EMBEDS: Final = 6000
COMPONENTS: Final = 40
NONCE: Final = 25
FILES: Final = 10
BYTES: Final = 10 * 1024 * 1024
_PARTS: Final = {"title": 256, "description": 4096}


def message_trouble(body: Json, files: dict[str, bytes], *, edit: bool = False, was_v2: bool = False) -> list[str]:
    v2 = was_v2 or bool((body.get("flags") or 0) & V2)
    components = parts(body, "components")
    trouble = _too_long("content", body.get("content"), CONTENT)
    trouble += _too_long("nonce", body.get("nonce"), NONCE)
    if v2:
        trouble += [f"{key} beside V2 components" for key in ("content", "embeds") if body.get(key)]
    if not edit and not (str(body.get("content") or "").strip() or body.get("embeds") or components or files):
        trouble.append("an empty message")
    if len(files) > FILES or sum(map(len, files.values())) > BYTES:
        trouble.append(f"{len(files)} files of {sum(map(len, files.values()))} bytes")
    return trouble + embeds_trouble(parts(body, "embeds")) + components_trouble(components, v2=v2)


def embeds_trouble(embeds: list[Json]) -> list[str]:
    trouble = ["more than 10 embeds"] if len(embeds) > 10 else []
    whole = 0
    for embed in embeds:
        fields = parts(embed, "fields")
        texts = [(key, embed.get(key) or "", limit) for key, limit in _PARTS.items()]
        texts += [("footer", part(embed, "footer").get("text") or "", 2048)]
        texts += [("author", part(embed, "author").get("name") or "", 256)]
        texts += [
            (f"field {key}", row[key], limit) for row in fields for key, limit in (("name", 256), ("value", 1024))
        ]
        whole += sum(len(text) for _, text, _ in texts)
        trouble += [line for what, text, limit in texts for line in _too_long(f"embed {what}", text, limit)]
        trouble += ["a blank field" for row in fields if not (row["name"].strip() and row["value"].strip())]
        trouble += ["more than 25 fields"] if len(fields) > 25 else []
    return trouble + ([f"embeds of {whole} characters"] if whole > EMBEDS else [])


def components_trouble(components: list[Json], *, v2: bool) -> list[str]:
    every = list(walked(components))
    text = sum(len(each["content"]) for each in every if each["type"] == 10)
    trouble = [f"{len(every)} components"] if len(every) > COMPONENTS else []
    trouble += [f"V2 text of {text} characters"] if text > V2_TEXT else []
    trouble += [f"component {each['type']} without V2" for each in every if not v2 and each["type"] >= 9]
    trouble += [line for each in every for line in _component(each)]
    ids = Counter(each["custom_id"] for each in every if each.get("custom_id"))
    return trouble + [f"custom_id {name!r} {count} times" for name, count in ids.items() if count > 1]


def _component(each: Json) -> list[str]:
    trouble = _too_long("custom_id", each.get("custom_id"), 100)
    match each["type"]:
        case 1:
            inner = parts(each, "components")
            trouble += [] if 1 <= len(inner) <= 5 else [f"a row of {len(inner)}"]
        case 2:
            trouble += _too_long("label", each.get("label"), 80) + _too_long("url", each.get("url"), 512)
            if bool(each.get("url")) == bool(each.get("custom_id")):
                trouble.append("a button needs a custom_id or a url")
        case 3:
            options = parts(each, "options")
            trouble += [] if 1 <= len(options) <= 25 else [f"a menu of {len(options)}"]
            for option in options:
                for key in ("label", "value", "description"):
                    trouble += _too_long(f"option {key}", option.get(key), 100)
        case 10:
            trouble += [] if each["content"].strip() else ["blank text"]
        case _:
            pass
    return trouble


def choices_trouble(choices: list[Json]) -> list[str]:
    trouble = [f"{len(choices)} choices"] if len(choices) > 25 else []
    for choice in choices:
        for key in ("name", "value"):
            text = choice[key]
            if not isinstance(text, str) or not 1 <= len(text) <= 100:
                trouble.append(f"choice {key} {str(text)[:40]!r}")
    return trouble


def commands_trouble(commands: list[Json]) -> list[str]:
    """Of a whole set, as it is published."""
    trouble = ["more than 100 commands"] if len(commands) > 100 else []
    names = Counter(command["name"] for command in commands)
    trouble += [f"command {name} twice" for name, count in names.items() if count > 1]
    for command in commands:
        trouble += _option(command, "/")
        if (size := _size(command)) > 8000:
            trouble.append(f"/{command['name']} has {size} characters")
    return trouble


def _option(option: Json, path: str) -> list[str]:
    name: str = option["name"]
    where = f"{path}{name}"
    trouble = [] if 1 <= len(name) <= 32 and name == name.lower() and " " not in name else [f"the name {where}"]
    trouble += [] if 1 <= len(option.get("description") or "") <= 100 else [f"the description of {where}"]
    inner = parts(option, "options")
    trouble += [f"{where} has {len(inner)} options"] if len(inner) > 25 else []
    required = [bool(each.get("required")) for each in inner]
    if required != sorted(required, reverse=True):
        trouble.append(f"{where}: required options come first")
    if option.get("choices") and option.get("autocomplete"):
        trouble.append(f"{where}: choices and autocompletion")
    return trouble + [line for each in inner for line in _option(each, f"{where} ")]


def _size(command: Json) -> int:
    own = len(command["name"]) + len(command.get("description") or "")
    own += sum(len(choice["name"]) + len(str(choice["value"])) for choice in parts(command, "choices"))
    return own + sum(_size(option) for option in parts(command, "options"))


def _too_long(what: str, text: str | int | None, limit: int) -> list[str]:
    size = len(str(text or ""))
    return [f"{what} of {size} characters, {limit} at most"] if size > limit else []
