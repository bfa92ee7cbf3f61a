import numpy as np
import pytest

from alcd_core.campaign.rounds import Round
from alcd_core.errors import CampaignError


def test_a_round_is_read_back_as_it_was_written(campaign):
    new = Round(
        1, "2026-01-02T03:04:05", "mcbn", 5, encoder="resnet34", labelled=10, loss=0.25, model="models/round-001"
    )
    campaign.add_round(new)
    assert campaign.rounds() == [new]
    assert campaign.model_folder(new) == campaign.folder.resolve() / "models" / "round-001"


def test_figures_are_stored_by_name_and_may_be_numpy_numbers(campaign):
    campaign.add_round(Round(1, "now"))
    campaign.add_round(Round(2, "now"))
    campaign.update_round(2, auc=np.float32(0.5), queried=np.int64(7))
    first, second = campaign.rounds()
    assert (second.auc, second.queried) == (0.5, 7)
    assert first == Round(1, "now")


def test_an_unknown_column_a_taken_number_and_a_missing_round_are_refused(campaign):
    campaign.add_round(Round(1, "now"))
    with pytest.raises(TypeError):
        campaign.update_round(1, nonsense=1)
    with pytest.raises(CampaignError, match="already has a round 1"):
        campaign.add_round(Round(1, "later"))
    with pytest.raises(CampaignError, match="no round 2"):
        campaign.update_round(2, auc=1.0)


def test_a_query_is_recorded_in_the_round_whose_model_made_it(campaign):
    campaign.add_round(Round(1, "now"))
    campaign.write_query(1, {}, [3, 4], [], "variance", queried_by=1)
    assert (campaign.rounds()[0].acquisition, campaign.rounds()[0].queried) == ("variance", 2)
    campaign.write_query(1, {}, [3], [], "entropy")  # another campaign's model asked
    assert (campaign.rounds()[0].acquisition, campaign.rounds()[0].queried) == ("variance", 2)


def test_a_model_outside_the_folder_is_neither_written_nor_read(campaign):
    with pytest.raises(CampaignError, match="outside"):
        campaign.add_round(Round(1, "now", model="../elsewhere"))
    with pytest.raises(CampaignError, match="outside"):
        campaign.model_folder(Round(1, "now", model="/etc"))
    with pytest.raises(CampaignError, match="no model"):
        campaign.model_folder(Round(1, "now"))


def test_a_map_is_found_again(campaign, tmp_path):
    campaign.add_round(Round(1, "now"))
    assert campaign.map_path(campaign.rounds()[0]) is None
    for place, stored in ((campaign.folder / "maps" / "p.tif", "maps/p.tif"), (tmp_path / "p.tif", None)):
        campaign.update_round(1, probability_map=str(place))
        assert campaign.map_path(campaign.rounds()[0]) == str(place.resolve())
        assert stored in (None, campaign.rounds()[0].probability_map)
