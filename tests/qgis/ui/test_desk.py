"""Campaigns that come and go with projects, and the one job."""

import shutil
import time

import pytest


class FakeWork:
    """A worker that ends when it is told to."""

    def __init__(self, outcome):
        self.outcome, self.go = outcome, False

    def run(self, on_event):
        on_event({"event": "progress", "fraction": 0.5, "message": "half"})
        on_event({"event": "metric", "loss": 0.1})
        while not self.go:
            time.sleep(0.005)
        return self.outcome

    def cancel(self):
        self.go = True

    abandon = cancel


@pytest.fixture
def finished():
    from alcd.bridge.outcome import FINISHED, JobOutcome

    return JobOutcome(FINISHED, result={"tiles": 3})


@pytest.fixture
def work(desk, finished, monkeypatch):
    from alcd.ui import desk as module

    made = FakeWork(finished)
    monkeypatch.setattr(module, "require_worker", lambda: None)
    desk._make_process = lambda name, values: made
    yield made
    made.go = True
    if desk.job is not None:
        desk.job.wait(5000)


def groups(project):
    return [group.name() for group in project.layerTreeRoot().findGroups()]


def test_opening_brings_the_layers_and_closing_takes_them_away(desk, campaign, project):
    desk.open(campaign.folder)
    assert groups(project) == ["small"]
    names = [layer.name() for layer in project.layerTreeRoot().layerOrder()]
    assert names == ["annotations", "proposals", "tiles", "after", "before"]
    desk.close()
    assert (groups(project), len(project.mapLayers()), desk.campaign) == ([], 0, None)
    assert len(desk.queue) == 0


def test_layers_of_the_user_stay_when_the_campaign_is_closed(desk, campaign, project):
    from qgis.core import QgsVectorLayer

    desk.open(campaign.folder)
    own = QgsVectorLayer("Point?crs=EPSG:4326", "mine", "memory")
    project.addMapLayer(own, False)
    project.layerTreeRoot().findGroup("small").addLayer(own)
    desk.close()
    assert [layer.name() for layer in project.mapLayers().values()] == ["mine"]
    assert project.layerTreeRoot().findLayer(own.id()) is not None


def test_the_campaign_comes_back_with_its_project_though_both_were_moved(desk, campaign, project, tmp_path):
    desk.open(campaign.folder)
    home = tmp_path / "home"
    home.mkdir()
    assert project.write(str(home / "work.qgz"))
    project.clear()
    assert desk.campaign is None
    moved = tmp_path / "moved"
    moved.mkdir()
    shutil.move(str(home), str(moved / "home"))
    for path in [campaign.folder, *tmp_path.glob("*.tif")]:
        shutil.move(str(path), str(moved / path.name))
    assert project.read(str(moved / "home" / "work.qgz"))
    assert desk.campaign.folder == moved / campaign.folder.name
    assert groups(project) == ["small"]
    assert len(project.mapLayers()) == 5
    assert all(layer.isValid() for layer in project.mapLayers().values())
    assert desk.queue.current.tile_id == 7


def test_a_closed_campaign_does_not_come_back(desk, campaign, project, tmp_path):
    desk.open(campaign.folder)
    desk.close()
    project.write(str(tmp_path / "work.qgz"))
    project.clear()
    project.read(str(tmp_path / "work.qgz"))
    assert desk.campaign is None


def test_a_campaign_that_is_gone_is_told_and_does_no_harm(desk, campaign, project, tmp_path):
    desk.open(campaign.folder)
    project.write(str(tmp_path / "work.qgz"))
    project.clear()
    shutil.rmtree(campaign.folder)
    project.read(str(tmp_path / "work.qgz"))
    assert desk.campaign is None
    assert "small.alcd" in desk.troubles[0][0]


def test_a_campaign_without_its_raster_opens_with_what_is_there(desk, campaign, tmp_path):
    (tmp_path / "before.tif").unlink()
    desk.open(campaign.folder)
    assert desk.layers.before is None
    assert desk.layers.tiles.isValid()
    assert "before" in desk.troubles[0][0]


def test_a_folder_that_is_no_campaign_leaves_the_open_one_alone(desk, campaign, tmp_path):
    from alcd.alcd_core.errors import CampaignError

    desk.open(campaign.folder)
    with pytest.raises(CampaignError):
        desk.open(tmp_path)
    assert desk.campaign.folder == campaign.folder


def test_a_second_campaign_takes_the_place_of_the_first(desk, campaign, make_campaign, project):
    desk.open(campaign.folder)
    desk.open(make_campaign("other").folder)
    assert groups(project) == ["other"]
    assert len(project.mapLayers()) == 5


def test_a_job_tells_how_it_goes_and_the_queue_is_read_again_at_its_end(desk, campaign, work, pump, finished):
    desk.open(campaign.folder)
    events, changes = [], []
    desk.job_started.connect(lambda name: events.append(name))
    desk.job_progressed.connect(lambda fraction, text: events.append((fraction, text)))
    desk.job_reported.connect(lambda event: events.append(event["event"]))
    desk.job_ended.connect(lambda name, outcome: events.append((name, outcome, desk.job)))
    desk.changed.connect(lambda: changes.append(len(desk.queue)))
    desk.start_job("query", {})
    pump(3000, until=lambda: "metric" in events)
    campaign.write_query(1, {5: (0.3, 0.5)}, [5, 3], [], "variance")
    work.go = True
    pump(3000, until=lambda: desk.job is None and changes)
    assert events == ["query", (0.5, "half"), "metric", ("query", finished, None)]
    assert changes == [2]


def test_only_one_job_runs_at_a_time(desk, campaign, work):
    from alcd.bridge.errors import BridgeError

    desk.open(campaign.folder)
    desk.start_job("train", {})
    with pytest.raises(BridgeError):
        desk.start_job("query", {})


def test_a_project_may_be_closed_while_a_job_runs(desk, campaign, work, pump, project):
    desk.open(campaign.folder)
    ends = []
    desk.job_ended.connect(lambda name, outcome: ends.append((name, outcome.finished)))
    desk.start_job("train", {})
    project.clear()
    assert desk.campaign is None
    assert desk.job is not None
    work.go = True
    pump(3000, until=lambda: ends)
    assert ends == [("train", True)]


def test_without_a_worker_no_job_starts(desk, campaign, monkeypatch):
    from alcd.bridge.errors import BridgeError
    from alcd.ui import desk as module

    def refuse():
        raise BridgeError("not set up")

    monkeypatch.setattr(module, "require_worker", refuse)
    desk.open(campaign.folder)
    with pytest.raises(BridgeError, match="not set up"):
        desk.start_job("train", {})
    assert desk.job is None


def test_the_tiles_have_a_style_by_state_and_one_by_score(desk, campaign):
    desk.open(campaign.folder)
    styles = desk.layers.tiles.styleManager()
    assert sorted(styles.styles()) == ["by score", "by state"]
    assert styles.currentStyle() == "by state"
    assert desk.layers.tiles.renderer().type() == "RuleRenderer"
    styles.setCurrentStyle("by score")
    assert desk.layers.tiles.renderer().type() == "singleSymbol"
