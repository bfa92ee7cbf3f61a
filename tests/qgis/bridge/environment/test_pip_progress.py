"""The output of pip becomes a fraction and a message."""

from alcd.bridge.environment.pip_progress import PipProgress

LINES = """\
Looking in indexes: https://registry.example/simple
Collecting torch==2.15.0
  Downloading https://registry.example/torch-2.15.0-cp311-manylinux_2_28_x86_64.whl (539.0 MB)
Requirement already satisfied: numpy in /usr/lib/python3/dist-packages (1.24.2)
Collecting tqdm
  Using cached tqdm-4.70.1-py3-none-any.whl (78 kB)
Processing ./wheels/timm-1.0.31-py3-none-any.whl
Installing collected packages: tqdm, timm, torch
Successfully installed timm-1.0.31 torch-2.15.0 tqdm-4.70.1
""".splitlines()


def test_pips_output_is_reported_in_order_and_progress_never_decreases():
    progress, fractions, messages = PipProgress(), [0.0], []
    for line in LINES:
        if progress.add(line):
            fractions.append(progress.fraction)
            messages.append(progress.message)
    assert messages == [
        "Downloading torch (0 of 539 MB)",
        "Downloading tqdm",
        "Downloading timm",
        "Installing packages (0 of 3)",
    ]
    assert fractions == sorted(fractions)
    progress.installed(3)
    assert progress.fraction == 1.0


def test_a_large_download_progresses_while_pip_is_silent():
    progress = PipProgress()
    progress.add(LINES[2])
    before = progress.fraction
    progress.downloaded(200.0)
    assert progress.fraction > before
    assert progress.message == "Downloading torch (200 of 539 MB)"
    progress.downloaded(9_999.0)
    assert progress.message == "Downloading torch (539 of 539 MB)"


def test_more_packages_than_expected_do_not_overshoot():
    progress = PipProgress()
    progress.installed(5)
    assert progress.fraction == 0.0
    progress.add(LINES[-2])
    progress.installed(5)
    assert progress.fraction == 1.0
