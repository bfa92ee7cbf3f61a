"""Collects translatable texts and compiles the translations.

    python scripts/translations.py update     # adds new texts to alcd_*.ts, removes old ones; translations stay
    python scripts/translations.py compile    # alcd_*.ts to alcd_*.qm (done by scripts/package, too)

Without Qt's own tools: its ``lupdate`` does not read Python, and ``lrelease`` would be another package to install.
"""

from __future__ import annotations

import ast
import struct
import sys
import xml.etree.ElementTree as ElementTree  # our own files  # nosec B405
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("de", "fr")
MODEL_TEXTS = ("description", "component_description", "model_group")
SHARED = "ALCD"  # the context of bridge.texts.tr
Text = tuple[str, str]  # context, text

MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
HASHES, MESSAGES = 0x42, 0x69  # sections of a .qm file
END, TRANSLATION, SOURCE, CONTEXT, COMMENT = 1, 3, 6, 7, 8  # parts of a message


def texts() -> list[Text]:
    """All texts shown on the screen, sorted."""
    found = {(SHARED, text) for text in job_texts()}
    for folder in (ROOT / "bridge", ROOT / "toolbox", ROOT / "ui"):
        for file in folder.rglob("*.py"):
            found |= set(python_texts(ast.parse(file.read_text("utf-8"))))
        for file in folder.rglob("*.ui"):
            found |= set(ui_texts(file))
    for file in (ROOT / "resources" / "models").glob("*.model3"):
        found |= {(SHARED, text) for text in model_texts(file)}
    return sorted(found)


def job_texts() -> Iterator[str]:
    """Titles, help texts, labels and choices of the jobs, as shown on the screen, and advice on another round."""
    sys.path.insert(0, str(ROOT))
    from alcd_core.campaign.stopping import REASONS
    from alcd_core.jobs.registry import jobs

    for job in jobs().values():
        yield job.title
        yield job.help
        for info in job.infos().values():
            yield info.label
            yield info.help
            yield from info.choices.values()
    yield from REASONS.values()


def model_texts(file: Path) -> Iterator[str]:
    """Texts of a Processing model: its inputs, steps, outputs, group and help."""
    root = ElementTree.parse(file).getroot()  # noqa: S314 - our own file  # nosec B314
    texts = [one for one in root.iter("Option") if one.get("name") in MODEL_TEXTS]
    for option in [*texts, *root.iterfind("Option[@name='help']/Option")]:
        if option.get("value"):
            yield option.get("value", "")


def python_texts(node: ast.AST, owner: str = "") -> Iterator[Text]:
    """Arguments of ``tr`` and ``later`` in the shared context, and of ``self.tr`` in the context of their class."""
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else owner
        if isinstance(child, ast.Call) and child.args and isinstance(child.args[0], ast.Constant):
            function = child.func
            name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
            if name in ("tr", "later") and isinstance(child.args[0].value, str):
                yield (owner if isinstance(function, ast.Attribute) else SHARED), child.args[0].value
        yield from python_texts(child, inside)


def ui_texts(file: Path) -> Iterator[Text]:
    """Texts of a form, in the context of its class."""
    root = ElementTree.parse(file).getroot()  # noqa: S314 - our own file  # nosec B314
    context = root.findtext("class") or ""
    for element in root.iter("string"):
        if element.text and element.get("notr") != "true" and any(letter.isalpha() for letter in element.text):
            yield context, element.text


def read_ts(file: Path) -> dict[Text, str]:
    """Translations by context and text, without untranslated texts."""
    if not file.is_file():
        return {}
    root = ElementTree.parse(file).getroot()  # noqa: S314 - our own file  # nosec B314
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message.findtext("translation") or ""
        for context in root.iter("context")
        for message in context.iter("message")
        if message.findtext("translation")
    }


def write_ts(file: Path, language: str, wanted: list[Text], known: dict[Text, str]) -> None:
    """Write the texts with the known translations in Qt's format."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ElementTree.Element] = {}
    for context, text in wanted:
        if context not in contexts:
            contexts[context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[context], "name").text = context
        message = ElementTree.SubElement(contexts[context], "message")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        if (context, text) in known:
            translation.text = known[context, text]
        else:
            translation.set("type", "unfinished")
    ElementTree.indent(root)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    file.write_text(head + ElementTree.tostring(root, encoding="unicode") + "\n", "utf-8")


def compiled(known: dict[Text, str]) -> bytes:
    """The contents of a .qm file: messages, and an index by the hash of their text."""
    messages, index = b"", []
    for (context, text), translation in sorted(known.items()):
        index.append((elf_hash(text.encode()), len(messages)))
        messages += _part(TRANSLATION, translation.encode("utf-16-be")) + _part(COMMENT, b"")
        messages += _part(SOURCE, text.encode()) + _part(CONTEXT, context.encode()) + bytes([END])
    hashes = b"".join(struct.pack(">II", *entry) for entry in sorted(index))
    return MAGIC + _part(HASHES, hashes) + _part(MESSAGES, messages)


def _part(tag: int, data: bytes) -> bytes:
    return struct.pack(">BI", tag, len(data)) + data


def elf_hash(text: bytes) -> int:
    """The hash function of Qt's translator."""
    value = 0
    for byte in text:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ (high >> 24)) & ~high & 0xFFFFFFFF
    return value or 1


def update() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = texts()
    for language in LANGUAGES:
        file = FOLDER / f"alcd_{language}.ts"
        write_ts(file, language, wanted, read_ts(file))


def compile_all() -> None:
    for file in FOLDER.glob("alcd_*.ts"):
        file.with_suffix(".qm").write_bytes(compiled(read_ts(file)))


if __name__ == "__main__":
    {"update": update, "compile": compile_all}[sys.argv[1]]()
