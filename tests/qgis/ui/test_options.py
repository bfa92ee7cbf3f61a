"""The options page: the builds of PyTorch, their index, and the consent to a download."""

import pytest
from qgis.core import QgsSettings

CPU_INDEX = "https://download.pytorch.org/whl/cpu"


@pytest.fixture
def page(own_settings, monkeypatch):
    """The page, with settings of its own and an installation that only notes that it was started."""
    from alcd.ui import options

    made = options.OptionsPage()
    made.begun = []
    monkeypatch.setattr(made, "_begin", lambda title, make: made.begun.append(title))
    yield made
    made.deleteLater()


@pytest.fixture
def answer(monkeypatch):
    """Answers the question, and returns the list of questions asked."""
    from alcd.ui.widgets import torch_builds

    buttons, asked = torch_builds.QMessageBox.StandardButton, []

    def give(name):
        monkeypatch.setattr(
            torch_builds.QMessageBox,
            "question",
            lambda parent, title, text, *_: asked.append(text) or getattr(buttons, name),
        )
        return asked

    return give


def choose(page, build):
    page.build_combo.setCurrentIndex(page.build_combo.findData(build))


def test_each_build_comes_with_its_size(page):
    names = [page.build_combo.itemText(number) for number in range(page.build_combo.count())]
    assert names == [
        "Standard, from PyPI, with CUDA: 3 GB, installed 5.5 GB",
        "CPU only, from the index below: 0.3 GB, installed 1 GB",
    ]
    assert page.state_label.text().startswith("Not set up yet. About 5.5 GB will be installed.\n")
    choose(page, "index")
    assert page.state_label.text().startswith("Not set up yet. About 1 GB will be installed.\n")


def test_the_address_can_be_changed_for_the_build_that_uses_it(page):
    assert (page.index_edit.text(), page.index_edit.isEnabled()) == (CPU_INDEX, False)
    choose(page, "index")
    assert page.index_edit.isEnabled()
    page.index_edit.setText("https://packages.example/cu130")
    assert page.build_combo.currentText() == "From the index below: size not known"
    page.wheels_file.setFilePath("/wheels")
    assert not page.build_combo.isEnabled()
    assert not page.index_edit.isEnabled()


def test_the_choice_is_kept_and_shown_again(page):
    from alcd.bridge.settings import Settings, load_settings
    from alcd.ui.options import OptionsPage

    choose(page, "index")
    page.index_edit.setText(" https://packages.example/cu130 ")
    page.apply()
    assert load_settings() == Settings(torch_build="index", torch_index="https://packages.example/cu130")
    again = OptionsPage()
    assert again.settings() == load_settings()
    again.deleteLater()


def test_an_empty_address_means_the_usual_one(page):
    choose(page, "index")
    page.index_edit.clear()
    page.apply()
    assert page.settings().torch_index == CPU_INDEX
    assert not QgsSettings().contains("alcd/environment/torch_index")


def test_a_password_in_the_address_is_reported_and_never_stored(page, answer):
    asked = answer("Yes")
    choose(page, "index")
    page.index_edit.setText("https://ada:secret@packages.example/cpu")
    assert "user name or a password" in page.state_label.text()
    page.install_button.click()
    page.apply()
    assert ".netrc" in page.progress_label.text()
    assert (asked, page.begun) == ([], [])
    assert not any("secret" in str(QgsSettings().value(key)) for key in QgsSettings().allKeys())


def test_nothing_is_downloaded_unless_the_user_agrees(page, answer):
    asked = answer("No")
    choose(page, "index")
    page.install_button.click()
    assert page.begun == []
    assert CPU_INDEX in asked[0]
    assert "PyPI" in asked[0]
    assert "0.3 GB, installed 1 GB" in asked[0]
    answer("Yes")
    choose(page, "standard")
    page.install_button.click()
    assert len(page.begun) == 1
    assert CPU_INDEX not in asked[1]
    assert "3 GB, installed 5.5 GB" in asked[1]


def test_wheels_from_a_folder_need_no_consent(page, answer):
    asked = answer("No")
    page.wheels_file.setFilePath("/wheels")
    page.install_button.click()
    assert (asked, len(page.begun)) == ([], 1)


def test_an_apple_gpu_can_be_chosen(page):
    page.device_combo.setCurrentIndex(page.device_combo.findData("mps"))
    assert page.device_combo.currentText() == "Apple GPU"
    assert page.settings().device == "mps"


def test_jobs_that_can_use_the_chosen_cluster_get_its_address(page):
    from alcd.bridge.settings import load_settings

    group = page.cluster_group
    assert not group.address_edit.isEnabled() and load_settings().cluster_values() == {}
    group.where_combo.setCurrentIndex(1)
    page.apply()
    assert load_settings().cluster_values()["scheduler"] == ""  # which a job refuses; it does not compute here
    group.address_edit.setText(" tls://far.example:8786 ")
    page.apply()
    values = load_settings().cluster_values()
    assert (values["scheduler"], values["tls_cert"], values["allow_unencrypted"]) == (
        "tls://far.example:8786",
        None,
        False,
    )
    group.test_button.click()
    assert page.begun == ["Test the Dask cluster"]
    page._show_success({"workers": ["far: CPU, 1 thread: ready."]})
    assert group.workers_label.text() == "far: CPU, 1 thread: ready."


def test_the_built_in_network_can_be_chosen_and_is_shown_again(page):
    from alcd.bridge.settings import load_settings

    page.weights_combo.setCurrentIndex(page.weights_combo.findData("built-in"))
    assert page.settings().encoder_weights == "built-in"
    page.settings().save()
    page._show_settings(load_settings())
    assert page.weights_combo.currentData() == "built-in"
    assert page.weights_file.filePath() == ""
