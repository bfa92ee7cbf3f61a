"""An output that cannot be replaced is refused before anything is computed."""

from pathlib import Path

import pytest

from alcd_core.errors import InputError
from alcd_core.imagery import output_file
from alcd_core.imagery.output_file import refuse_file_in_use


@pytest.fixture
def windows(monkeypatch):
    """Windows, where the files in the list are open in a program."""
    in_use = []
    original = Path.replace

    def replace(source, target):
        if source in in_use:
            raise PermissionError(13, "The process cannot access the file")
        return original(source, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(output_file.sys, "platform", "win32")
    return in_use


def test_a_file_that_a_program_has_open_is_refused(tmp_path, windows):
    file = tmp_path / "map.tif"
    file.write_text("map")
    windows.append(file)
    with pytest.raises(InputError, match=r"map\.tif cannot be replaced: a program, perhaps QGIS, has it open"):
        refuse_file_in_use(str(file))


def test_a_file_that_nobody_has_open_is_left_as_it_is(tmp_path, windows):
    file = tmp_path / "map.tif"
    file.write_text("map")
    refuse_file_in_use(str(file))
    refuse_file_in_use(str(tmp_path / "new.tif"))
    assert file.read_text() == "map"
    assert not (tmp_path / "new.tif").exists()
