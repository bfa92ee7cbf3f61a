from alcd_core.learning.seeds import derived_seed, generator


def test_seeds_are_reproducible_and_differ_with_every_number():
    assert derived_seed(1, 2) == derived_seed(1, 2)
    assert len({derived_seed(a, b) for a in range(20) for b in range(20)}) == 400
    assert generator(1, 2).random() == generator(1, 2).random()
