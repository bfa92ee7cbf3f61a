"""``python -m alcd_core JOB ...``"""

import os
import sys

# Before torch is loaded. By default its threads wait for each other by spinning: where other programs want the
# processor, too, that takes several times the processor time, and the job itself takes longer.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
