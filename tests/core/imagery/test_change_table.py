"""A change table never lies beside polygons that it does not belong to."""

import pytest

from alcd_core.imagery.change_layers import Origin
from alcd_core.imagery.change_table import change_table


def test_the_older_table_is_away_while_the_polygons_are_replaced(tmp_path):
    path = tmp_path / "changes.csv"
    path.write_text("older")
    with change_table(str(path), Origin()) as table:
        assert path.read_text() == "older"
        table.set_older_aside()
        assert not path.exists()
    assert path.read_text().startswith("id,kind,area_m2")
    assert list(tmp_path.iterdir()) == [path]


def test_the_older_table_comes_back_if_the_polygons_cannot_be_replaced(tmp_path):
    path = tmp_path / "changes.csv"
    path.write_text("older")
    with pytest.raises(OSError, match="disk"), change_table(str(path), Origin()) as table:
        table.set_older_aside()
        raise OSError("disk")
    assert path.read_text() == "older"
