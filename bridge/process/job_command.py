"""The command line of a job, from its name and parameters."""

from __future__ import annotations

from pathlib import Path
from typing import Any, List, Mapping

POSITIONAL = ("campaign", "folder")
"""Parameters that the command line takes without an option; a job has at most one of them."""


def job_command(python: str, job: str, parameters: Mapping[str, Any]) -> List[str]:
    """``python -m alcd_core JOB [FOLDER] --name=value ... --json --worker`` as a list of arguments.

    An option is the parameter's name with dashes; ``campaign`` or ``folder`` comes first. None, False and empty lists
    are left out, True is a flag, a list or tuple is joined by commas. Values follow an equals sign, so that one that
    begins with a dash is not read as an option.
    """
    command = [python, "-m", "alcd_core", job]
    for name in POSITIONAL:
        if parameters.get(name) is not None:
            command.append(str(Path(parameters[name]).absolute()))
    for name, value in parameters.items():
        if name not in POSITIONAL:
            command += _option(name, value)
    return [*command, "--json", "--worker"]


def _option(name: str, value: Any) -> List[str]:
    flag = "--" + name.replace("_", "-")
    if value is None or value is False or value in ([], ()):
        return []
    if value is True:
        return [flag]
    if isinstance(value, (list, tuple)):
        return [f"{flag}={','.join(str(item) for item in value)}"]
    return [f"{flag}={value}"]
