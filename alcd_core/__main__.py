"""``python -m alcd_core JOB ...``"""

import os
import sys

# Set before torch is loaded. By default its threads spin while they wait for each other: on a machine that runs other
# programs too, that takes several times the processor time and slows the job itself down.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
# Also read when torch is loaded: what it cannot compute on an Apple GPU is computed on the CPU.
os.environ.setdefault("PYTORCH_ENABLE_MPS_FALLBACK", "1")

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
