"""The session: campaigns that open and close with projects, and the running job."""

import shutil
import time

import pytest


class FakeWork:
    """A worker that ends when the test says so."""

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
    from alcd.bridge.process.outcome import FINISHED, JobOutcome

    return JobOutcome(FINISHED, result={"tiles": 3})


@pytest.fixture
def work(session, finished, monkeypatch):
    from alcd.ui.session import session as module

    made = FakeWork(finished)
    monkeypatch.setattr(module, "require_worker", lambda: None)
    session._make_process = lambda name, values: made
    yield made
    made.go = True
    if session.job is not None:
        session.job.wait(5000)


def groups(project):
    return [group.name() for group in project.layerTreeRoot().findGroups()]


def test_opening_adds_the_layers_and_closing_removes_them(session, campaign, project):
    session.open(campaign.folder)
    assert groups(project) == ["small"]
    names = [layer.name() for layer in project.layerTreeRoot().layerOrder()]
    assert names == ["Annotations", "Proposals", "Tiles", "After", "Before"]
    session.close()
    assert (groups(project), len(project.mapLayers()), session.campaign) == ([], 0, None)
    assert len(session.queue) == 0


def test_layers_of_the_user_stay_when_the_campaign_is_closed(session, campaign, project):
    from qgis.core import QgsVectorLayer

    session.open(campaign.folder)
    own = QgsVectorLayer("Point?crs=EPSG:4326", "mine", "memory")
    project.addMapLayer(own, False)
    project.layerTreeRoot().findGroup("small").addLayer(own)
    session.close()
    assert [layer.name() for layer in project.mapLayers().values()] == ["mine"]
    assert project.layerTreeRoot().findLayer(own.id()) is not None


@pytest.fixture
def add_below(project):
    """Adds a layer as QGIS does while this node of the layer tree is the current one."""
    from qgis.core import QgsLayerTreeRegistryBridge, QgsVectorLayer

    def add(group, place):
        bridge = project.layerTreeRegistryBridge()
        bridge.setLayerInsertionPoint(QgsLayerTreeRegistryBridge.InsertionPoint(group, place))
        layer = QgsVectorLayer("Point?crs=EPSG:4326", "mine", "memory")
        project.addMapLayer(layer)
        return layer

    yield add
    bridge = project.layerTreeRegistryBridge()
    bridge.setLayerInsertionPoint(QgsLayerTreeRegistryBridge.InsertionPoint(project.layerTreeRoot(), 0))


@pytest.mark.parametrize("place", [0, 3])
def test_an_added_layer_goes_above_the_campaign_s_group(session, campaign, project, add_below, pump, place):
    session.open(campaign.folder)
    root = project.layerTreeRoot()
    layer = add_below(root.findGroup("small"), place)
    pump(50)  # QGIS removes layers without a group with a delay
    assert [node.name() for node in root.children()] == ["mine", "small"]
    assert layer.id() in project.mapLayers()
    assert len(root.findGroup("small").findLayers()) == 5
    session.close()
    assert [node.name() for node in root.children()] == ["mine"]


def test_a_layer_added_to_the_user_s_own_group_stays_in_it(session, campaign, project, add_below):
    session.open(campaign.folder)
    own = project.layerTreeRoot().addGroup("own")
    layer = add_below(own, 0)
    assert own.findLayer(layer.id()) is not None


def test_a_layer_moved_into_the_campaign_s_group_stays_there(session, campaign, project, pump):
    from qgis.core import QgsVectorLayer

    session.open(campaign.folder)
    layer, root = QgsVectorLayer("Point?crs=EPSG:4326", "mine", "memory"), project.layerTreeRoot()
    project.addMapLayer(layer)
    node, group = root.findLayer(layer.id()), root.findGroup("small")
    group.insertChildNode(2, node.clone())
    root.removeChildNode(node)
    pump(50)
    assert group.findLayer(layer.id()) is not None


def test_the_campaign_reopens_with_its_project_though_both_were_moved(session, campaign, project, tmp_path):
    session.open(campaign.folder)
    home = tmp_path / "home"
    home.mkdir()
    assert project.write(str(home / "work.qgz"))
    project.clear()
    assert session.campaign is None
    moved = tmp_path / "moved"
    moved.mkdir()
    shutil.move(str(home), str(moved / "home"))
    for path in [campaign.folder, *tmp_path.glob("*.tif")]:
        shutil.move(str(path), str(moved / path.name))
    assert project.read(str(moved / "home" / "work.qgz"))
    assert session.campaign.folder == moved / campaign.folder.name
    assert groups(project) == ["small"]
    assert len(project.mapLayers()) == 5
    assert all(layer.isValid() for layer in project.mapLayers().values())
    assert session.queue.current.tile_id == 7


def test_a_closed_campaign_does_not_reopen(session, campaign, project, tmp_path):
    session.open(campaign.folder)
    session.close()
    project.write(str(tmp_path / "work.qgz"))
    project.clear()
    project.read(str(tmp_path / "work.qgz"))
    assert session.campaign is None


def test_a_missing_campaign_is_reported_and_does_no_harm(session, campaign, project, tmp_path):
    session.open(campaign.folder)
    project.write(str(tmp_path / "work.qgz"))
    project.clear()
    shutil.rmtree(campaign.folder)
    project.read(str(tmp_path / "work.qgz"))
    assert session.campaign is None
    assert "small.alcd" in session.troubles[0][0]


def test_a_campaign_without_its_raster_opens_with_the_remaining_layers(session, campaign, tmp_path):
    (tmp_path / "before.tif").unlink()
    session.open(campaign.folder)
    assert session.layers.before is None
    assert session.layers.tiles.isValid()
    assert "before" in session.troubles[0][0]


def test_a_folder_that_is_not_a_campaign_leaves_the_open_one_alone(session, campaign, tmp_path):
    from alcd.alcd_core.errors import CampaignError

    session.open(campaign.folder)
    with pytest.raises(CampaignError):
        session.open(tmp_path)
    assert session.campaign.folder == campaign.folder


def test_a_second_campaign_replaces_the_first(session, campaign, make_campaign, project):
    session.open(campaign.folder)
    session.open(make_campaign("other").folder)
    assert groups(project) == ["other"]
    assert len(project.mapLayers()) == 5


def test_a_job_reports_progress_and_the_queue_is_read_again_at_its_end(session, campaign, work, pump, finished):
    session.open(campaign.folder)
    events, changes = [], []
    session.job_started.connect(lambda name: events.append(name))
    session.job_progressed.connect(lambda fraction, text: events.append((fraction, text)))
    session.job_reported.connect(lambda event: events.append(event["event"]))
    session.job_ended.connect(lambda name, outcome: events.append((name, outcome, session.job)))
    session.changed.connect(lambda: changes.append(len(session.queue)))
    session.start_job("query", {})
    pump(3000, until=lambda: "metric" in events)
    campaign.write_query(1, {5: (0.3, 0.5)}, [5, 3], [], "variance")
    work.go = True
    pump(3000, until=lambda: session.job is None and changes)
    assert events == ["query", (0.5, "half"), "metric", ("query", finished, None)]
    assert changes == [2]


def test_only_one_job_runs_at_a_time(session, campaign, work):
    from alcd.alcd_core.errors import WorkerError

    session.open(campaign.folder)
    session.start_job("train", {})
    with pytest.raises(WorkerError):
        session.start_job("query", {})


def test_a_project_may_be_closed_while_a_job_runs(session, campaign, work, pump, project):
    session.open(campaign.folder)
    ends = []
    session.job_ended.connect(lambda name, outcome: ends.append((name, outcome.finished)))
    session.start_job("train", {})
    project.clear()
    assert session.campaign is None
    assert session.job is not None
    work.go = True
    pump(3000, until=lambda: ends)
    assert ends == [("train", True)]


def test_without_a_worker_no_job_starts(session, campaign, monkeypatch):
    from alcd.alcd_core.errors import WorkerError
    from alcd.ui.session import session as module

    def refuse():
        raise WorkerError("not set up")

    monkeypatch.setattr(module, "require_worker", refuse)
    session.open(campaign.folder)
    with pytest.raises(WorkerError, match="not set up"):
        session.start_job("train", {})
    assert session.job is None


def test_the_tiles_have_a_style_by_state_and_one_by_score(session, campaign):
    session.open(campaign.folder)
    styles = session.layers.tiles.styleManager()
    assert sorted(styles.styles()) == ["By score", "By state"]
    assert styles.currentStyle() == "By state"


def test_zoomed_out_both_styles_leave_out_the_unlabelled_tiles(session, campaign, monkeypatch):
    monkeypatch.setattr("alcd.ui.session.campaign_layers.SMALLEST_TILE", 0.0019)
    session.open(campaign.folder)
    tiles = session.layers.tiles
    for style in ("By state", "By score"):
        tiles.styleManager().setCurrentStyle(style)
        *others, unlabelled = tiles.renderer().rootRule().children()
        assert unlabelled.isElse()
        assert unlabelled.isScaleOK(16_000)  # tiles of 32 m are 2 mm wide
        assert not unlabelled.isScaleOK(17_000)
        assert all(rule.isScaleOK(1e7) for rule in others)


def test_the_colours_of_scores_follow_the_last_query(session, campaign):
    from alcd.alcd_core.campaign.rounds import Round
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsSymbolLayer

    def colour(tile_id):
        tiles.styleManager().setCurrentStyle("By score")
        outline = tiles.renderer().rootRule().children()[0].symbol().symbolLayer(0).dataDefinedProperties()
        expression = outline.property(QgsSymbolLayer.Property.PropertyStrokeColor).expressionString()
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(tiles))
        context.setFeature(next(tiles.getFeatures(f'"tile_id" = {tile_id}')))
        return QgsExpression(expression).evaluate(context)

    session.open(campaign.folder)
    tiles = session.layers.tiles
    campaign.write_query(0, {7: (0.2, 0.1), 3: (0.6, 0.1), 12: (0.4, 0.1)}, [7, 3, 12], [], "variance")
    session.reload()
    lowest, highest = (QgsExpression(f"ramp_color('Magma', {place})").evaluate() for place in (0.15, 0.95))
    assert (colour(7), colour(3)) == (lowest, highest)
    tiles.styleManager().setCurrentStyle("By state")
    campaign.write_query(0, {1: (0.0, 0.1), 2: (0.2, 0.1)}, [7, 3, 12], [], "variance")
    session.reload()
    assert colour(7) == highest
    campaign.add_round(Round(1, "2026-01-02T03:04:05+00:00"))
    campaign.write_query(1, {3: (0.2, 0.1), 12: (0.6, 0.1)}, [3, 7], [], "variance", queried_by=1)
    session.reload()
    grey = QgsExpression("color_rgba(120, 126, 133, 90)").evaluate()
    assert (colour(3), colour(12), colour(7)) == (lowest, highest, grey)  # 7 has the score of another model
