"""Where the environment is kept."""

import pytest
from alcd.bridge.worker_setup import stationary

WINDOWS = {"APPDATA": r"C:\Users\Jörg Müller\AppData\Roaming", "LOCALAPPDATA": r"C:\Users\Jörg Müller\AppData\Local"}


@pytest.mark.parametrize(
    ("folder", "place"),
    [
        (r"C:\Users\Jörg Müller\AppData\Roaming\QGIS4\alcd", r"C:\Users\Jörg Müller\AppData\Local\QGIS4\alcd"),
        (r"c:\users\jörg müller\appdata\roaming\QGIS\alcd", r"C:\Users\Jörg Müller\AppData\Local\QGIS\alcd"),
        (r"D:\portable\QGIS4\alcd", r"D:\portable\QGIS4\alcd"),
        (r"C:\Users\Jörg Müller\AppData\Roaming2\alcd", r"C:\Users\Jörg Müller\AppData\Roaming2\alcd"),
    ],
)
def test_on_windows_it_does_not_roam_with_the_user(folder, place):
    assert stationary(folder, WINDOWS) == place


def test_elsewhere_it_is_beside_the_profiles():
    assert stationary("/home/ada/.local/share/QGIS/QGIS3/alcd", {}) == "/home/ada/.local/share/QGIS/QGIS3/alcd"
