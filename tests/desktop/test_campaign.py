"""A whole campaign in the real desktop, with real keys and mouse clicks: from two orthophotos to exported polygons.

ALCD_PICTURES: a folder for the pictures of each step; ``scripts/tutorial`` makes the tutorial's from them.
"""


def test_two_rounds_end_with_exported_polygons(campaign):
    from alcd_core.campaign.campaign import open_campaign
    from alcd_core.imagery.vector import read_reference

    report, folder = campaign
    opened = open_campaign(folder / "Riverside.alcd")
    assert report["rounds"] == 2
    assert opened.counts().splits["train"] == sum(report["tiles"]) - report["walk"]["skipped"]
    grid = opened.description.grid
    assert len(read_reference(str(folder / "changes.gpkg"), grid).polygons) == report["review"][0] - report["review"][2]


def test_the_files_that_were_chosen_are_in_the_project_once(campaign):
    assert campaign[0]["layers"] == ["Annotations", "Proposals", "Tiles", "After", "Before"]


def test_cancel_reports_where_training_resumes_and_keeps_the_labels(campaign):
    report, _ = campaign
    assert "last finished epoch" in report["cancelled"]
    assert report["cancel kept the labels"]


def test_tiles_are_labelled_while_the_network_is_trained(campaign):
    assert campaign[0]["labelled while learning"]


def test_accepting_proposals_can_be_undone(campaign):
    report, _ = campaign
    assert report["accepted"]
    assert report["taken back"]


def test_arrows_blink_and_skip_work(campaign):
    walk = campaign[0]["walk"]
    assert walk["position"] < 12
    assert walk["blinking"]
    assert walk["skipped"] == 1
