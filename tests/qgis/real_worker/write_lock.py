"""Holds a campaign's write lock like a program with a long write. Arguments: the GeoPackage, seconds."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from alcd_core.campaign.database import writing

with writing(Path(sys.argv[1])) as connection:
    connection.execute("UPDATE tiles SET score = 0.25 WHERE tile_id = 20")
    print("locked", flush=True)
    time.sleep(float(sys.argv[2]))
