"""Commands made from parameters, read back by the core's own command line."""

import pytest
from alcd.bridge.process.job_command import job_command


def test_options_have_the_names_of_the_parameters():
    command = job_command(
        "/env/python",
        "create",
        {"campaign": "/data/town.alcd", "before": "/data/2012.tif", "tile_size": 256, "gsd": 0.5, "aoi": None},
    )
    assert command[:5] == ["/env/python", "-m", "alcd_core", "create", "/data/town.alcd"]
    assert command[5:8] == ["--before=/data/2012.tif", "--tile-size=256", "--gsd=0.5"]
    assert command[8:] == ["--json", "--worker"]


def test_further_rasters_repeat_the_option_of_the_first():
    values = {"more_before": ["/data/a,b.tif", "/data/c.tif"], "before": "/data/2012.tif", "more_after": None}
    command = job_command("/env/python", "relocate", values)
    assert command[4:7] == ["--before=/data/2012.tif", "--before=/data/a,b.tif", "--before=/data/c.tif"]
    assert command[7:] == ["--json", "--worker"]


def test_the_folder_of_a_job_without_a_campaign_comes_first():
    command = job_command("/env/python", "example", {"size": 600, "folder": "/data/town"})
    assert command[3:] == ["example", "/data/town", "--size=600", "--json", "--worker"]


@pytest.mark.parametrize(
    ("value", "options"),
    [
        (True, ["--x"]),
        (False, []),
        (None, []),
        ((), []),
        ((1, 2, 3), ["--x=1,2,3"]),
        (["a", "b"], ["--x=a,b"]),
        (0, ["--x=0"]),
    ],
)
def test_every_kind_of_value(value, options):
    assert job_command("python", "query", {"x": value}) == [
        "python",
        "-m",
        "alcd_core",
        "query",
        *options,
        "--json",
        "--worker",
    ]


def test_nothing_is_read_as_an_option_or_by_a_shell():
    command = job_command("python", "create", {"campaign": "-rf", "before": "-x; rm -rf $HOME.tif"})
    assert command[4].startswith("/")
    assert "--before=-x; rm -rf $HOME.tif" in command
