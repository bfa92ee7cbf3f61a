"""Every form loads under Qt 6."""

import pytest

from tests.qt6.chains import ROOT

FORMS = sorted((ROOT / "ui").rglob("*.ui"))
SPACER = """<ui version="4.0"><class>Form</class><widget class="QWidget" name="Form">
<layout class="QVBoxLayout" name="layout"><item><spacer name="bottom">
<property name="orientation"><enum>Qt::Vertical</enum></property>{}</spacer></item></layout></widget></ui>"""
SIZE = '<property name="sizeHint" stdset="0"><size><width>0</width><height>0</height></size></property>'


def test_every_form_loads(asked):
    assert len(FORMS) > 5
    assert asked("load_forms.py", *FORMS) == {}


@pytest.mark.parametrize(("size", "loads"), [("", False), (SIZE, True)])
def test_a_spacer_needs_a_size(asked, tmp_path, size, loads):
    form = tmp_path / "form.ui"
    form.write_text(SPACER.format(size), "utf-8")
    assert (asked("load_forms.py", form) == {}) == loads


def test_an_unknown_enum_value_is_found(asked, tmp_path):
    form = tmp_path / "form.ui"
    form.write_text(SPACER.format(SIZE).replace("Qt::Vertical", "Qt::Upright"), "utf-8")
    assert "Upright" in asked("load_forms.py", form)[str(form)]
