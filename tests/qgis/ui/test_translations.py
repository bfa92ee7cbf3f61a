"""Qt can read the compiled translations, no text is shown untranslated, and translations keep the placeholders."""

import ast
import importlib.util
import re
import string
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtWidgets import QPushButton

ROOT = Path(__file__).resolve().parents[3]
spec = importlib.util.spec_from_file_location("translations", ROOT / "scripts" / "translations.py")
translations = importlib.util.module_from_spec(spec)
spec.loader.exec_module(translations)


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_qt_finds_every_translation(qgis_application, tmp_path, language):
    known = translations.read_ts(translations.FOLDER / f"alcd_{language}.ts")
    file = tmp_path / "alcd.qm"
    file.write_bytes(translations.compiled(known))
    translator = QTranslator()
    assert translator.load(str(file))
    QCoreApplication.installTranslator(translator)
    try:
        found = {(context, text): QCoreApplication.translate(context, text) for context, text in known}
        assert QCoreApplication.translate("ALCD", "a text that nobody wrote") == "a text that nobody wrote"
    finally:
        QCoreApplication.removeTranslator(translator)
    assert found == known


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_every_text_has_a_translation(language):
    known = translations.read_ts(translations.FOLDER / f"alcd_{language}.ts")
    assert set(translations.texts()) - set(known) == set()


SOURCES = [file for room in ("bridge", "toolbox", "ui") for file in sorted((ROOT / room).rglob("*.py"))]
WORDLESS = ("tr", "later", "self.tr", "log.add", "re.compile")
WORDS = re.compile(r"[A-Za-z]{2,}[,;:]? [a-z]{2,}")
NOT_SHOWN = {
    "check_program.py": {"no card", "wrong numbers"},  # of a program that knows no Qt, put into words by
    "check.py": {"no card", "wrong numbers"},
    "pip_calls.py": {
        "No matching distribution found for torch",
        "No space left",
        "SOCKS support",
        "Windows Long Path support",
    },  # part of pip's output
    "outcome.py": {"CUDA out of memory"},  # part of PyTorch's message
    "missing_weights.py": {"downloading was not allowed", "could not be downloaded"},  # parts of the worker's messages
    "export.py": {"not rejected"},  # a name in the settings
    "settings.py": {"this computer"},  # another one
    "results_page.py": {"not rejected"},
    "messages.py": {"px; max-height: "},
    "campaign_overview.py": {"<tr><td style='padding-right: 14px'>"},
    "completeness_texts.py": {"<tr><td style='padding-right: 14px'>"},
    "stopping_text.py": {"<td style='padding-right: 14px'>"},
}


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_no_texts_bypass_the_translation(file):
    found = set(bare_words(ast.parse(file.read_text("utf-8"))))
    assert found == NOT_SHOWN.get(file.name, set())


def test_texts_that_bypass_the_translation_are_found():
    shown = 'raise WorkerError(f"{python} cannot be started.", tr("Choose another Python."))'
    assert list(bare_words(ast.parse(shown))) == [" cannot be started."]
    assert list(bare_words(ast.parse('def one():\n    """Does no harm."""\n    log.add(f"Made in {folder}")'))) == []


def bare_words(node):
    """Texts of several words that are no argument of tr; docstrings, the log, patterns and programs apart."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.Call) and ast.unparse(child.func) in (
            "tr",
            "later",
            "self.tr",
            "log.add",
            "re.compile",
        ):
            continue
        if isinstance(child, ast.Assign) and ast.unparse(child.targets[0]) in ("PROBE", "STYLE"):
            continue
        if isinstance(child, ast.Constant) and isinstance(child.value, str) and WORDS.search(child.value):
            yield child.value
        yield from bare_words(child)


@pytest.fixture
def in_german(qgis_application, tmp_path):
    file = tmp_path / "alcd.qm"
    file.write_bytes(translations.compiled(translations.read_ts(translations.FOLDER / "alcd_de.ts")))
    translator = QTranslator()
    assert translator.load(str(file))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_messages_of_the_bridge_are_in_the_user_s_language(in_german, tmp_path):
    from alcd.bridge.environment.check import EnvironmentCheck
    from alcd.bridge.process.outcome import crash

    assert crash(-9, "").message.startswith("Der Rechenprozess wurde abgebrochen")
    said = []
    outcome = EnvironmentCheck(str(tmp_path / "python")).run(said.append)
    assert said[0]["message"] == "Das Python für die Aufgaben wird geprüft"
    assert outcome.message.startswith(f"{tmp_path / 'python'} lässt sich nicht starten")


def test_the_settings_can_be_opened_from_a_message_in_every_language(in_german):
    from alcd.alcd_core.errors import WorkerError
    from alcd.bridge.hints import set_up
    from alcd.ui.widgets.messages import Messages
    from qgis.gui import QgsMessageBar

    class Window:
        opened, bar = [], QgsMessageBar()

        def messageBar(self):
            return self.bar

        def showOptionsDialog(self, currentPage):  # noqa: N803 - QGIS's name
            self.opened.append(currentPage)

    window = Window()
    Messages(window).error(WorkerError("Nicht eingerichtet.", set_up()))
    (item,) = window.bar.items()
    (button,) = [one for one in item.findChildren(QPushButton) if one.text() == "Einstellungen öffnen"]
    button.click()
    assert window.opened == ["ALCD"]


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_translations_contain_the_same_placeholders(language):
    for (_, text), translation in translations.read_ts(translations.FOLDER / f"alcd_{language}.ts").items():
        assert fields(translation) == fields(text), text
        assert translation.count("%n") == text.count("%n"), text


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_no_translation_is_left_over(language):
    known = translations.read_ts(translations.FOLDER / f"alcd_{language}.ts")
    assert set(known) <= set(translations.texts())


def fields(text):
    return sorted((name, form) for _, name, form, _ in string.Formatter().parse(text) if name is not None)
