import sqlite3

import pytest
import shapely

from alcd_core.campaign.annotations import Proposal
from alcd_core.campaign.database import connected


def polygon(x, y, side=10.0):
    return shapely.box(500000 + x, 5500000 - y - side, 500000 + x + side, 5500000 - y)


def wkb(x, y, side=10.0):
    return shapely.to_wkb(polygon(x, y, side))


def geometries(campaign):
    return [(shapely.from_wkb(data), name) for data, name in campaign.annotations()]


def indexed(campaign, query):
    with connected(campaign.file) as connection:
        return connection.execute(query).fetchall()


def test_annotations_are_read_back_as_they_were_written(campaign):
    pair = shapely.MultiPolygon([polygon(0, 0), polygon(20, 20)])
    assert campaign.write_labels([(wkb(5, 5), "change"), (pair.wkb, "ignore")], {1: "changed"}, "train", 0, "ref") == 2
    (first, change), (second, ignore) = geometries(campaign)
    assert (change, ignore) == ("change", "ignore")
    assert first.equals(polygon(5, 5))
    assert second.equals(pair)


def test_the_spatial_index_follows_every_change(campaign):
    campaign.write_labels([(wkb(5, 5), "change"), (wkb(50, 50), "change")], {1: "changed"}, "train", 0, "ref")
    ((low, high),) = indexed(campaign, "SELECT min(minx), max(maxx) FROM rtree_annotations_geom")
    assert low <= 500005 <= 500060 <= high
    assert indexed(campaign, "SELECT rtreecheck('rtree_annotations_geom'), rtreecheck('rtree_tiles_geom')") == [
        ("ok", "ok")
    ]
    indexed(campaign, "DELETE FROM annotations")
    assert indexed(campaign, "SELECT count(*) FROM rtree_annotations_geom") == [(0,)]


def test_the_same_annotation_is_not_written_twice(campaign):
    assert campaign.write_labels([(wkb(5, 5), "change")] * 2, {1: "changed"}, "train", 0, "ref") == 1
    assert campaign.write_labels([(wkb(5, 5), "change")], {2: "changed"}, "train", 0, "ref") == 0


def test_labelling_again_replaces_annotations_of_the_same_source_inside_the_tile(campaign):
    window = campaign.description.tiling.window(0, 0)
    assert window.width * 0.5 == 128
    inside, beyond, other = (wkb(5, 5), "change"), (wkb(123, 5), "change"), (wkb(60, 60), "change")
    campaign.write_labels([inside, beyond], {1: "changed"}, "train", 0, "ref")
    campaign.write_labels([other], {2: "changed"}, "train", 0, "drawn")
    campaign.write_labels([(wkb(30, 30), "change")], {1: "changed"}, "train", 1, "ref")
    found = [geometry for geometry, _ in geometries(campaign)]
    assert len(found) == 3
    for expected in (polygon(123, 5), polygon(60, 60), polygon(30, 30)):
        assert any(geometry.equals(expected) for geometry in found)


def test_a_failure_during_a_write_writes_nothing(campaign):
    with pytest.raises(sqlite3.IntegrityError):
        campaign.write_labels([(wkb(5, 5), "change"), (wkb(6, 6), "house")], {1: "changed"}, "train", 0, "ref")
    with pytest.raises(ValueError, match="not a polygon"):
        campaign.write_labels([(shapely.Point(1, 1).wkb, "change")], {1: "changed"}, "train", 0, "ref")
    assert campaign.annotations() == []
    assert campaign.counts().states["labelled"] == 0


def test_proposals_of_a_query_replace_the_earlier_ones(campaign):
    campaign.write_query(1, {}, [1, 2], [Proposal(1, wkb(0, 0), 0.9), Proposal(2, wkb(9, 9), 0.8)], "entropy")
    campaign.write_query(2, {}, [3], [Proposal(3, wkb(5, 5), 0.7), Proposal(4, wkb(7, 7), 0.6)], "entropy")
    assert indexed(campaign, "SELECT tile_id, mean_probability, round FROM proposals") == [(3, 0.7, 2)]


def test_annotations_without_geometry_or_class_do_no_harm(campaign):
    indexed(campaign, "INSERT INTO annotations (class) VALUES ('change')")
    assert campaign.annotations() == []
    campaign.write_labels([(wkb(5, 5), "change")], {1: "changed"}, "train", 0, "ref")
    indexed(campaign, "UPDATE annotations SET class = NULL")
    assert [name for _, name in campaign.annotations()] == ["change"]
