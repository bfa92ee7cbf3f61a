"""Run as a program, ``logins_in_qgis.py FOLDER``: stores logins in the authentication store of a QGIS with its profile
in the folder, and prints as JSON what jobs get of them."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from qgis.core import QgsApplication, QgsAuthMethodConfig

from tests.qgis.plugin import load_plugin


def stored(method, **values):
    config = QgsAuthMethodConfig(method)
    config.setName("town hall")
    for name, value in values.items():
        config.setConfig(name, value)
    assert QgsApplication.authManager().storeAuthenticationConfig(config)
    return config.id()


def source(identifier):
    return f"type=xyz&zmax=18&url=https://tiles.example/{{z}}/{{x}}/{{y}}.png&authcfg={identifier}"


def main(folder):
    application = QgsApplication([], False, str(Path(folder, "profiles", "default")))
    application.initQgis()
    load_plugin()
    from alcd.alcd_core.errors import WorkerError
    from alcd.bridge.logins import service_logins

    if QgsApplication.authManager().isDisabled():
        print(json.dumps(None))
        return
    assert QgsApplication.authManager().setMasterPassword("only for this test", True)
    ids = [stored("Basic", username=name, password=f"{name}:1") for name in ("eva", "jan")]
    rasters = {"campaign": "", "before": source(ids[0]), "after": "after.tif", "more_before": [source(ids[1])]}
    report = {"ids": ids, "found": service_logins(rasters), "unknown": service_logins({"before": source("zzzzzz1")})}
    try:
        service_logins({"before": source(stored("EsriToken", token="secret"))})
    except WorkerError as error:
        report["refused"] = str(error)
    print(json.dumps(report))


main(sys.argv[1])
