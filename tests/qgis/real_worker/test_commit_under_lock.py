"""Layers of a campaign saved from QGIS while another program holds the GeoPackage's write lock: nothing is lost."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python modules are not installed")

from qgis.PyQt.QtCore import QElapsedTimer, QEventLoop, QTimer  # noqa: E402

WRITE_LOCK = Path(__file__).with_name("write_lock.py")
USER_IN_QGIS = Path(__file__).with_name("user_in_qgis.py")
TILE = 16
PATIENCE = 5  # seconds after which the user is notified
IGNORED = 5  # polygons that the other QGIS draws


@pytest.fixture
def saver(plugin, labelled, tmp_path):
    """The plugin's saver with a campaign open, its region, and its layers."""
    from alcd.ui.session.campaign_layers import CampaignLayers
    from alcd.ui.session.saving import Saver

    project = qgis_core.QgsProject.instance()
    region = labelled.copy(tmp_path / "region")
    layers = CampaignLayers(project)
    layers.load(region.campaign())
    saver = Saver(layers)
    saver.open(region.campaign())
    yield saver, region, layers
    saver.close()
    layers.unload()
    project.clear()


def test_nothing_is_lost_under_a_lock_of_two_seconds(saver):
    notified, saved_after = draw_and_save_under_a_lock(saver, 2)
    assert notified == [] or saved_after >= PATIENCE  # a busy machine


def test_nothing_is_lost_under_a_lock_of_half_a_minute_and_the_user_is_notified_once(saver):
    notified, _ = draw_and_save_under_a_lock(saver, 30)
    assert notified == [""]


def draw_and_save_under_a_lock(saver, seconds):
    """Draw and save in the plugin, and at the same time in a QGIS without the plugin.

    Returns the plugin's notifications meanwhile, and the seconds after which it had saved.
    """
    saver, region, layers = saver
    delays = []
    saver.delayed.connect(delays.append)
    file = str(region.campaign().file)
    before = region.campaign().annotations()
    draw(layers.annotations)
    environment = {**os.environ, "XDG_DATA_HOME": str(region.folder)}
    with program(USER_IN_QGIS, file, env=environment) as user:
        assert user.stdout.readline() == "drawn\n"
        with program(WRITE_LOCK, file, seconds) as lock:
            assert lock.stdout.readline() == "locked\n"
            locked_at = time.monotonic()
            user.stdin.write("save\n")
            user.stdin.flush()
            stall = save(saver, milliseconds=(seconds + 20) * 1000)
            saved_after = time.monotonic() - locked_at
        answer = json.loads(user.stdout.readline())
    print(
        f"lock of {seconds} s: the plugin had saved after {saved_after:.1f} s, longest stall {stall} ms;"
        f" tries of plain QGIS (s): {answer['seconds']}"
    )
    assert not saver.is_waiting
    assert saved_after >= seconds
    assert answer["saved"], answer
    assert_all_is_there(region.campaign(), before)
    return delays, saved_after


def assert_all_is_there(campaign, before):
    annotations = campaign.annotations()
    assert [row for row in annotations if row in before] == before
    assert sorted(name for _, name in annotations if name == "ignore") == ["ignore"] * IGNORED
    assert len(annotations) == len(before) + IGNORED + 1
    tiles = {tile.tile_id: tile for tile in campaign.tiles()}
    assert tiles[TILE].state == "labelled"
    assert tiles[20].score == 0.25  # written by the other program


def draw(layer):
    assert layer.startEditing()
    feature = qgis_core.QgsVectorLayerUtils.createFeature(layer)
    square = qgis_core.QgsGeometry.fromRect(qgis_core.QgsRectangle(2_600_100, 1_199_900, 2_600_110, 1_199_910))
    (shape,) = square.coerceToType(layer.wkbType())
    feature.setGeometry(shape)
    feature["class"] = "change"
    assert layer.addFeature(feature)


def save(saver, milliseconds):
    """Let the saver work in an event loop; returns the loop's longest stall in milliseconds."""
    loop, clock, timer, longest = QEventLoop(), QElapsedTimer(), QTimer(), [0]

    def turn():
        longest.append(clock.restart())

    saver.saved.connect(loop.quit)
    timer.timeout.connect(turn)
    QTimer.singleShot(milliseconds, loop.quit)
    clock.start()
    timer.start(1)
    saver.save(TILE, {"state": "labelled", "split": "train", "tile_class": "changed"})
    turn()
    if saver.is_waiting:
        loop.exec() if hasattr(loop, "exec") else loop.exec_()
    timer.stop()
    return max(longest)


def program(script, *arguments, env=None):
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)
