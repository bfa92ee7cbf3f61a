"""Small workers, well-behaved and misbehaving ones. Run as ``python workers.py NAME``."""

import json
import os
import signal
import subprocess
import sys
import threading
import time


def say(event, **content):
    print(json.dumps({"event": event, **content}), flush=True)


def cancel_seen():
    """An event that is set by a cancel command or the end of input."""
    seen = threading.Event()

    def read():
        os.read(0, 4096)
        seen.set()

    threading.Thread(target=read, daemon=True).start()
    return seen


def good():
    say("progress", fraction=0.5, message="half")
    say("metric", name="loss", value=0.25, epoch=1)
    say("message", message="hello")
    say("progress", fraction=1.0, message="done")
    say("result", output="/a/b", tiles=7)


def wrong_input():
    say("error", message="The raster is missing.", hint="Choose another.")
    sys.exit(2)


def cancellable():
    seen = cancel_seen()
    for phase in ("reading", "training", "writing"):
        say("progress", fraction=0.1, message=phase)
        time.sleep(0.4)
        if seen.is_set():
            say("error", message="Cancelled.", hint="")
            sys.exit(130)
    say("result")


def deaf():
    """Ignores the cancel command and SIGTERM, and so does its own child."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    subprocess.Popen([sys.executable, "-c", "import signal,time;signal.signal(15,1);time.sleep(600)"])
    say("message", message="ready")
    time.sleep(600)


def hangs():
    say("message", message="ready")
    time.sleep(600)


def flood():
    for number in range(200_000):
        print('{"event": "progress", "fraction": %.6f, "message": "tile"}' % (number / 200_000))
        if number % 10 == 0:
            print('{"event": "message", "message": "m"}')
            print("noise", file=sys.stderr)
    say("progress", fraction=1.0, message="last")
    say("result", tiles=200_000)


def rubbish():
    sys.stdout.buffer.write(b"\xff\xfe\x00 not text\n")
    print("Downloading 12%\n{not json}\n[1, 2]\n{}\n" + '{"event": 3}\n{"event": "progress", "fraction": NaN}')
    print('{"event": "progress", "fraction": "much"}\n{"event": "progress", "fraction": 7}\n' + "[" * 50_000)
    say("result", tiles=1)
    print("{" + "x" * 3_000_000, end="")


def endless_line():
    for _ in range(50):
        sys.stdout.write("x" * 1_000_000)
        sys.stderr.write("y" * 1_000_000)
    say("result")


def dies_at_once():
    import module_that_is_not_there  # noqa: F401


def segfaults():
    os.kill(os.getpid(), signal.SIGSEGV)


def out_of_memory():
    say("progress", fraction=0.2, message="training")
    os.kill(os.getpid(), signal.SIGKILL)


def silent_end():
    print("last words", file=sys.stderr)


def leaves_child():
    """Ends successfully, but its own child survives and holds its output open."""
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    say("result", child=child.pid)


if __name__ == "__main__":
    globals()[sys.argv[1]]()
