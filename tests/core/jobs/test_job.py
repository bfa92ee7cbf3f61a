"""The descriptions of jobs."""

import pytest

from alcd_core.errors import InputError
from alcd_core.jobs.job import Kind
from alcd_core.jobs.registry import jobs

CONTRACT = {"create", "suggest", "label", "train", "query", "predict", "polygons", "assess", "info"}


def test_every_job_of_the_contract_exists():
    assert set(jobs()) >= CONTRACT


@pytest.mark.parametrize("name", jobs())
def test_every_parameter_has_a_help_text(name):
    kinds = {value for key, value in vars(Kind).items() if key.isupper()}
    for info in jobs()[name].infos().values():
        assert info.help
        assert info.kind in kinds


@pytest.mark.parametrize("name", jobs())
def test_every_default_lies_within_its_own_bounds(name):
    job = jobs()[name]
    defaults = {key: job.default(key) for key, info in job.infos().items() if not info.required}
    problems = [problem for problem in job.problems(defaults) if "is missing" not in problem]
    assert problems == []


def test_required_parameters_come_first_and_advanced_ones_last():
    infos = list(jobs()["create"].infos().values())
    assert [info.required for info in infos] == sorted((info.required for info in infos), reverse=True)
    assert [info.advanced for info in infos] == sorted(info.advanced for info in infos)


def test_a_missing_parameter_is_named():
    assert jobs()["create"].problems({"campaign": "x", "before": "b"}) == ["The after is missing."]


def test_a_value_out_of_bounds_is_reported_with_the_bound():
    values = {"campaign": "x", "reference": "r", "split": "validation"}
    with pytest.raises(InputError, match="split validation is unknown; choose one of train, test"):
        jobs()["label"].parse(values)
    with pytest.raises(InputError, match="members is 0; it must be at least 1"):
        jobs()["train"].parse({"campaign": "x", "members": 0})


def test_bands_are_counted_from_one():
    values = {"campaign": "x", "before": "b", "after": "a", "bands": (0, 1)}
    assert jobs()["create"].problems(values) == ["The bands are counted from 1; 0 is not a valid band number."]


def test_parsing_fills_in_the_defaults():
    parameters = jobs()["create"].parse({"campaign": "x", "before": "b", "after": "a"})
    assert (parameters.tile_size, parameters.overlap, parameters.gsd) == (256, 32, None)
