"""The command line of a job, from its name and parameters."""

from __future__ import annotations

from pathlib import Path
from typing import Any, List, Mapping

from ...alcd_core.jobs.registry import jobs

POSITIONAL = ("campaign", "folder")
"""Parameters that the command line takes without an option; a job has at most one of them."""


def job_command(python: str, job: str, parameters: Mapping[str, Any]) -> List[str]:
    """``python -m alcd_core JOB [FOLDER] --name=value ... --json --worker`` as a list of arguments.

    An option is the parameter's name with dashes; ``campaign`` or ``folder`` comes first. None, False and empty lists
    are left out, True is a flag, a list or tuple is joined by commas, unless the option of another parameter is
    repeated for it. Values follow an equals sign, so that one that begins with a dash is not read as an option.
    """
    command = [python, "-m", "alcd_core", job]
    for name in POSITIONAL:
        if parameters.get(name) is not None:
            command.append(str(Path(parameters[name]).absolute()))
    continued = {name: info.continues for name, info in jobs()[job].infos().items() if info.continues}
    for name, value in parameters.items():
        if name not in (*POSITIONAL, *continued):
            command += _option(_flag(name), value)
    for name, first in continued.items():
        command += [f"{_flag(first)}={value}" for value in parameters.get(name) or ()]
    return [*command, "--json", "--worker"]


def _flag(name: str) -> str:
    return "--" + name.replace("_", "-")


def _option(flag: str, value: Any) -> List[str]:
    if value is None or value is False or value in ([], ()):
        return []
    if value is True:
        return [flag]
    if isinstance(value, (list, tuple)):
        return [f"{flag}={','.join(str(item) for item in value)}"]
    return [f"{flag}={value}"]
