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
            auc=0.9,
        )
        for learner in learners
        for seed in range(runs)
        for count in counts
        for number in (0, 1)
    ]


def drawn(rows):
    return quality(rows).axes[0].lines


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


def test_tiles_per_round_are_drawn_only_if_their_number_varies(tmp_path):
    assert {path.stem for path in write_figures(made_up_rows(["one"]), tmp_path)} == {"quality", "classes"}
    several = write_figures(made_up_rows(["one"], counts=(5, 10)), tmp_path)
    assert {path.name for path in several} >= {"tiles-a-round.png", "tiles-a-round.svg"}
    assert all(path.stat().st_size > 1000 for path in several)
