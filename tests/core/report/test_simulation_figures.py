from alcd_core.report.simulation_figures import quality, write_figures


def made_up_rows(learners, runs=1, counts=(10,)):
    """Two rounds of each learner; the precision rises with the number of the run."""
    return [
        dict(
            learner=learner,
            method="mcbn",
            acquisition="variance",
            seed=seed,
            count=count,
            round=number,
            labels=10 + count * number,
            changed=5 + 3 * number,
            found=0.1 + 0.1 * number,
            average_precision=0.5 + 0.1 * number + 0.02 * seed,
            within_average_precision=0.7 + 0.1 * number,
        )
        for learner in learners
        for seed in range(runs)
        for count in counts
        for number in (0, 1)
    ]


def drawn(rows):
    return quality(rows).axes[1].lines


def test_no_two_learners_look_the_same():
    lines = drawn(made_up_rows([f"learner {number}" for number in range(25)]))
    assert len({(line.get_color(), line.get_marker()) for line in lines}) == 25


def test_a_line_goes_through_the_means_and_its_label_gives_the_number_of_runs():
    (line,) = drawn(made_up_rows(["one"], runs=3))
    assert list(line.get_xdata()) == [10, 20]
    assert [round(value, 6) for value in line.get_ydata()] == [0.52, 0.62]
    assert line.get_label() == "one (3 runs)"
    (line,) = drawn(made_up_rows(["one"]))
    assert line.get_label() == "one (1 run)"


def test_both_measures_have_a_panel_of_their_own():
    within, transfer = quality(made_up_rows(["one"])).axes
    assert (within.get_title(), transfer.get_title()) == (
        "Average precision\nWithin the campaign",
        "Average precision\nOn other ground",
    )
    assert [round(value, 6) for value in within.lines[0].get_ydata()] == [0.7, 0.8]
    assert [round(value, 6) for value in transfer.lines[0].get_ydata()] == [0.5, 0.6]


def test_every_bound_is_a_line_across():
    bounds = [
        row | {"learner": name, "method": name, "acquisition": "", "labels": 30, "average_precision": precision}
        for name, precision in (("supervised", 0.8), ("all-equal", 0.9))
        for row in made_up_rows(["x"])[:1]
    ]
    lines = drawn([*made_up_rows(["one"]), *bounds])
    assert {line.get_label(): list(line.get_ydata()) for line in lines[1:]} == {
        "supervised, 30 labels": [0.8, 0.8],
        "all-equal, 30 labels": [0.9, 0.9],
    }


def test_tiles_per_round_are_drawn_only_if_their_number_varies(tmp_path):
    assert {path.stem for path in write_figures(made_up_rows(["one"]), tmp_path)} == {"quality", "classes"}
    several = write_figures(made_up_rows(["one"], counts=(5, 10)), tmp_path)
    assert {path.name for path in several} >= {"tiles-a-round.png", "tiles-a-round.svg"}
    assert all(path.stat().st_size > 1000 for path in several)
