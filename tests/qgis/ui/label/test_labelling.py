"""The effect of the labelling actions on the current tile, down to the GeoPackage."""

import sqlite3
import threading
from contextlib import closing

import pytest
from alcd.alcd_core.errors import WorkerError


@pytest.fixture
def labelling(session, campaign):
    from alcd.ui.label.labelling import Labelling

    made = Labelling(session)
    made.hints = []
    made.hint_changed.connect(lambda text: made.hints.append(text) if text else None)
    session.open(campaign.folder)
    return made


def row(campaign, tile_id):
    return next(tile for tile in campaign.tiles() if tile.tile_id == tile_id)


def test_no_change_is_saved_at_once_and_moves_on(labelling, session, campaign):
    labelling.no_change()
    tile = row(campaign, 7)
    assert (tile.state, tile.split, tile.tile_class, tile.round_labelled) == ("labelled", "train", "unchanged", 0)
    assert labelling.tile.tile_id == 3
    assert session.queue.counts.unchanged == 1


def test_done_saves_what_is_drawn_with_its_author(labelling, session, campaign, draw):
    draw(session, 7)
    labelling.done()
    assert row(campaign, 7).tile_class == "changed"
    (annotation,) = campaign.annotations()
    assert annotation[1] == "change"
    assert session.layers.annotations.isEditable()


def test_no_change_removes_polygons_only_when_pressed_twice(labelling, session, campaign, draw):
    draw(session, 7)
    labelling.no_change()
    assert labelling.tile.tile_id == 7
    assert labelling.hints
    labelling.no_change()
    assert row(campaign, 7).tile_class == "unchanged"
    assert campaign.annotations() == []


def test_no_change_warns_again_after_another_tile_was_visited(labelling, session, draw):
    draw(session, 7)
    labelling.no_change()
    labelling.step(1)
    labelling.step(-1)
    labelling.no_change()
    assert labelling.tile.tile_id == 7


def test_a_skipped_tile_can_be_labelled_later(labelling, campaign):
    labelling.skip()
    tile = row(campaign, 7)
    assert (tile.state, tile.tile_class) == ("skipped", None)
    labelling.step(-1)
    labelling.no_change()
    assert row(campaign, 7).state == "labelled"


def test_a_labelled_tile_that_is_skipped_is_no_longer_a_training_tile(labelling, campaign):
    labelling.no_change()
    labelling.step(-1)
    labelling.skip()
    tile = row(campaign, 7)
    assert (tile.state, tile.split, tile.tile_class, tile.round_labelled) == ("skipped", "pool", None, None)


def test_accept_takes_the_proposals_of_this_tile_once(labelling, campaign):
    assert len(labelling.proposals()) == 2
    assert labelling.accept()
    assert not labelling.accept()
    labelling.done()
    assert len(campaign.annotations()) == 2
    assert row(campaign, 7).tile_class == "changed"


def test_ignore_applies_to_the_current_tile_only(labelling, session):
    layer = session.layers.annotations
    position = layer.fields().indexOf("class")
    labelling.draw("ignore")
    assert layer.defaultValueDefinition(position).expression() == "'ignore'"
    labelling.skip()
    assert layer.defaultValueDefinition(position).expression() == "'change'"


def test_removed_layers_are_restored_before_a_tile_is_labelled_unseen(labelling, session, project, campaign):
    project.removeMapLayers([session.layers.after.id(), session.layers.annotations.id()])
    labelling.no_change()
    assert row(campaign, 7).state == "queried"
    assert session.layers.after is not None
    labelling.no_change()
    assert row(campaign, 7).state == "labelled"


class Lock(threading.Thread):
    """Another program that locks the GeoPackage until it is released."""

    def __init__(self, file):
        super().__init__()
        self.file, self.held, self.release = file, threading.Event(), threading.Event()

    def run(self):
        connection = sqlite3.connect(self.file, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE alcd_campaign SET value = value")
        self.held.set()
        self.release.wait(20)
        connection.execute("ROLLBACK")
        connection.close()


def test_labels_wait_for_another_writer_and_are_saved_when_it_is_done(labelling, session, campaign, draw, pump):
    draw(session, 7)
    labelling.done()  # opens the files
    delays = []
    labelling.saver.delayed.connect(delays.append)
    lock = Lock(str(campaign.file))
    lock.start()
    lock.held.wait()
    try:
        draw(session, 3)
        labelling.done()
        labelling.no_change()
        assert labelling.saver.is_waiting
        assert session.queue.counts.left == 0
        assert row(campaign, 3).state == "queried"
        pump(15_000, until=lambda: delays)
    finally:
        lock.release.set()
        lock.join()
    pump(5_000, until=lambda: not labelling.saver.is_waiting)
    assert (row(campaign, 3).tile_class, row(campaign, 12).tile_class) == ("changed", "unchanged")
    assert len(campaign.annotations()) == 2


def test_a_delay_is_reported_on_time_however_fast_the_keys_are_pressed(labelling, campaign, pump, monkeypatch):
    delays = []
    labelling.saver.delayed.connect(delays.append)
    monkeypatch.setattr(labelling.saver, "_commit", lambda: False)
    for _ in range(20):
        labelling.saver.save(7, {"state": "labelled"})
    pump(500)
    assert delays == []
    pump(15_000, until=lambda: delays)
    assert len(delays) == 1


def test_a_commit_that_fails_once_is_tried_again(labelling, campaign, pump, monkeypatch):
    commits = []
    real = labelling.saver._commit
    monkeypatch.setattr(labelling.saver, "_commit", lambda: (commits.append(1), len(commits) > 2 and real())[1])
    labelling.no_change()
    pump(5_000, until=lambda: not labelling.saver.is_waiting)
    assert row(campaign, 7).state == "labelled"
    assert len(commits) == 3


def test_a_writer_between_two_keys_does_no_harm(labelling, session, campaign, draw, pump):
    draw(session, 7)
    campaign.write_query(1, {5: (0.3, 0.5)}, [7, 5], [], "variance")
    labelling.done()
    pump(5_000, until=lambda: not labelling.saver.is_waiting)
    assert row(campaign, 7).state == "labelled"
    assert row(campaign, 5).state == "queried"


def test_closing_saves_the_polygons_of_the_current_tile(labelling, session, campaign, draw):
    draw(session, 7)
    session.close()
    assert len(campaign.annotations()) == 1
    assert row(campaign, 7).state == "queried"


def test_edits_are_noticed_in_a_project_that_was_read_again(labelling, session, project, draw, tmp_path):
    file = str(tmp_path / "town.qgz")
    labelling.editable()
    assert project.write(file)
    project.clear()
    assert project.read(file)
    heard = []
    labelling.drawn.connect(lambda: heard.append(1))
    assert labelling.editable() is not None
    draw(session, 7)
    assert heard


def test_tiles_of_a_second_campaign_are_written_to_the_second(labelling, session, campaign, make_campaign):
    labelling.no_change()
    other = make_campaign("other")
    other.mark_suggested([4])
    session.open(other.folder)
    labelling.no_change()
    assert row(other, 4).state == "labelled"
    assert row(campaign, 4).state == "unlabelled"


def drawn_class(session):
    layer = session.layers.annotations
    return layer.defaultValueDefinition(layer.fields().indexOf("class")).expression()


def test_the_drawn_class_stays_the_same_when_a_job_ends(labelling, session, campaign):
    labelling.draw("ignore")
    session.reload()
    assert (labelling.tile.tile_id, drawn_class(session)) == (7, "'ignore'")
    labelling.step(1)
    assert drawn_class(session) == "'change'"


def test_a_label_waits_for_a_missing_folder(labelling, session, campaign, draw, pump):
    away = campaign.folder.with_name("away.alcd")
    draw(session, 7)
    campaign.folder.rename(away)
    labelling.done()
    pump(500)
    assert labelling.saver.is_waiting
    away.rename(campaign.folder)
    pump(15_000, until=lambda: not labelling.saver.is_waiting)
    assert (row(campaign, 7).state, row(campaign, 7).tile_class) == ("labelled", "changed")
    assert len(campaign.annotations()) == 1


def test_n_warns_if_a_large_polygon_extends_into_the_tile(labelling, session, campaign, draw):
    draw(session, 7, x=-20, y=-20, size=72)  # most of it is outside the tile
    labelling.no_change()
    assert row(campaign, 7).state == "queried"
    assert "counts as changed" in labelling.hints[-1]
    labelling.no_change()
    assert (row(campaign, 7).state, row(campaign, 7).tile_class) == ("labelled", "changed")


def test_labels_without_their_polygons_are_discarded_with_the_project(labelling, session, campaign, draw, project):
    troubles = []
    session.problem_occurred.connect(lambda *words: troubles.append(words))
    draw(session, 7, name="building")  # the file rejects it
    labelling.done()
    labelling.no_change()
    assert labelling.saver.is_waiting
    project.clear()
    assert [row(campaign, tile).state for tile in (7, 3)] == ["queried", "queried"]
    ((message, _),) = troubles
    assert "2" in message


def test_in_a_projects_transaction_labels_are_saved(labelling, session, campaign, draw, project, pump):
    session.layers.annotations.rollBack()
    if hasattr(project, "setTransactionMode"):
        from qgis.core import Qgis

        project.setTransactionMode(Qgis.TransactionMode.AutomaticGroups)
    else:
        project.setAutoTransaction(True)
    draw(session, 7)
    labelling.done()
    pump(5_000, until=lambda: not labelling.saver.is_waiting)
    assert row(campaign, 7).state == "labelled"
    assert len(campaign.annotations()) == 1


def test_a_labelled_tile_is_reclassified_when_polygons_are_added_later(labelling, session, campaign, draw):
    labelling.no_change()
    labelling.step(-1)
    draw(session, 7)
    labelling.step(1)
    labelling.no_change()
    assert row(campaign, 7).tile_class == "changed"
    assert session.queue.counts.changed == 1
    layer = session.layers.annotations
    layer.deleteFeatures([feature.id() for feature in layer.getFeatures()])
    assert labelling.saver.flush()
    assert row(campaign, 7).tile_class == "unchanged"


def test_a_labelled_neighbour_is_reclassified_too(labelling, session, campaign, draw):
    campaign.write_query(0, {}, [8, 7], [], "variance")
    session.reload()
    session.queue.step(-9)
    labelling.no_change()
    session.queue.step(9)
    draw(session, 7, x=20, y=2, size=28)  # extends into tile 8
    labelling.done()
    assert row(campaign, 8).tile_class == row(campaign, 7).tile_class == "changed"


@pytest.mark.parametrize("stops_editing", [True, False])
def test_saving_with_qgis_s_own_button_reclassifies_tiles_too(labelling, session, campaign, draw, pump, stops_editing):
    labelling.no_change()
    layer = session.layers.annotations
    draw(session, 7)
    assert layer.commitChanges(stops_editing)
    pump(5_000, until=lambda: row(campaign, 7).tile_class == "changed")
    assert session.queue.counts.changed == 1
    assert not labelling.saver.is_waiting
    if stops_editing:
        assert layer.startEditing()
    layer.deleteFeatures([feature.id() for feature in layer.getFeatures()])
    assert layer.commitChanges(stops_editing)
    pump(5_000, until=lambda: row(campaign, 7).tile_class == "unchanged")


def test_commits_of_a_restored_layer_are_noticed(labelling, session, campaign, draw, pump, project):
    labelling.no_change()
    project.removeMapLayer(session.layers.annotations.id())
    labelling.editable()  # restores it
    draw(session, 7)
    assert session.layers.annotations.commitChanges()
    pump(5_000, until=lambda: row(campaign, 7).tile_class == "changed")


def test_a_class_waits_while_another_program_writes(labelling, session, campaign, draw, pump, monkeypatch):
    labelling.no_change()
    tries, real = [], labelling.saver._commit_tiles
    monkeypatch.setattr(labelling.saver, "_commit_tiles", lambda: (tries.append(1), len(tries) > 2 and real())[1])
    draw(session, 7)
    assert session.layers.annotations.commitChanges()
    pump(5_000, until=lambda: row(campaign, 7).tile_class == "changed")
    assert len(tries) == 3


def test_a_labelled_tile_that_a_polygon_only_touches_keeps_its_class(labelling, session, campaign, draw):
    # Classified by its pixels, some of which are nodata.
    campaign.write_labels([], {8: "ambiguous"}, "train", 0, "reference")
    lefts = [campaign.description.grid.window_bounds(row(campaign, tile).window)[0] for tile in (7, 8)]
    draw(session, 7, x=lefts[1] - lefts[0] - 12, y=4, size=12)  # ends where tile 8 begins
    labelling.done()
    assert row(campaign, 8).tile_class == "ambiguous"


def test_annotations_are_on_disk_before_a_job_starts(labelling, session, campaign, draw, monkeypatch):
    labelling.no_change()
    labelling.step(-1)
    draw(session, 7)
    seen = []
    monkeypatch.setattr("alcd.ui.session.session.require_worker", lambda: seen.append(len(campaign.annotations())))
    monkeypatch.setattr(
        session, "_make_process", lambda name, values: seen.append(len(campaign.annotations())) or 1 / 0
    )
    with pytest.raises(ZeroDivisionError):
        session.start_job("train", {})
    assert seen == [0, 1]
    with closing(sqlite3.connect(campaign.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        draw(session, 7, x=20, y=20)
        with pytest.raises(WorkerError, match="not saved yet"):
            session.start_job("train", {})
        other.execute("ROLLBACK")


def test_filtered_or_read_only_annotations_cannot_be_edited(labelling, session, campaign, draw):
    draw(session, 7)
    layer = session.layers.annotations
    assert layer.commitChanges()
    assert layer.setSubsetString("\"class\" = 'ignore'")
    labelling.no_change()
    assert "filtered" in labelling.hints[-1]
    assert layer.setSubsetString("")
    layer.setReadOnly(True)
    labelling.no_change()
    assert "read-only" in labelling.hints[-1]
    assert row(campaign, 7).state == "queried"


def test_labels_of_somebody_else_are_kept(labelling, session, campaign):
    assert labelling.tile.tile_id == 7
    campaign.write_labels([], {7: "ambiguous"}, "test", 0, "drawn")
    labelling.skip()
    assert (row(campaign, 7).state, row(campaign, 7).split) == ("labelled", "test")
    assert "Somebody else" in labelling.hints[-1]
    assert not labelling.saver.is_waiting


def test_a_label_is_kept_when_a_new_query_leaves_its_tile_out(labelling, session, campaign):
    campaign.write_query(1, {}, [3], [], "variance")  # tile 7 is no longer queried, and not labelled
    labelling.no_change()
    assert row(campaign, 7).state == "labelled"
