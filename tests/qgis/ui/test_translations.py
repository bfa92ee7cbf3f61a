"""Our own compiler writes what Qt reads; translations keep the places of figures."""

import importlib.util
import string
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

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
def test_translations_hold_the_same_figures(language):
    for (_, text), translation in translations.read_ts(translations.FOLDER / f"alcd_{language}.ts").items():
        assert fields(translation) == fields(text), text
        assert translation.count("%n") == text.count("%n"), text


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_no_translation_is_left_over(language):
    known = translations.read_ts(translations.FOLDER / f"alcd_{language}.ts")
    assert set(known) <= set(translations.texts())


def fields(text):
    return sorted((name, form) for _, name, form, _ in string.Formatter().parse(text) if name is not None)
