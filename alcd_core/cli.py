"""The command line, built from the job descriptions."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from . import __version__
from .campaign.log import append_event
from .console import Console, json_console, plain_console
from .errors import AlcdError, Cancelled, InputError, disk_fault, memory_fault
from .jobs.job import Job, Kind, ParameterInfo
from .jobs.registry import jobs, runner
from .missing_tiles import forget_missing, with_missing
from .progress import Reporter
from .stopping import Stopping

DONE = 0
DEFECT = 1
WRONG_INPUT = 2
CANCELLED = 130

POSITIONAL = (Kind.CAMPAIGN, Kind.NEW_CAMPAIGN, Kind.NEW_FOLDER, Kind.ADDRESS)


class _Parser(argparse.ArgumentParser):
    """Raises usage errors as one InputError instead of printing the whole usage."""

    def error(self, message: str) -> NoReturn:
        raise InputError(f"{message[:1].upper()}{message[1:]}.", f"See {self.prog} --help.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the job named on the command line. Returns the exit status: 0, 1, 2 or 130 (see the constants above)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    console = json_console() if "--json" in given else plain_console()
    try:
        with Stopping(listen="--worker" in given) as stopping:
            return _guarded(given, console, stopping)
    except BrokenPipeError:  # the reader has gone, as after ``| head``
        _discard_output()
        return CANCELLED


def _guarded(given: Sequence[str], console: Console, stopping: Stopping) -> int:
    """Run the job; turn whatever ends it into an event and an exit status."""
    values: dict[str, Any] = {}
    try:
        job, values = _parse(given)
        parameters = job.parse(values)
        forget_missing()
        result = runner(job)(parameters, Reporter(console.send, stopping.requested))
        console.send({"event": "result", **with_missing(result)})
        return DONE
    except AlcdError as error:
        return _refused(console, error)
    except (Cancelled, KeyboardInterrupt):
        _send_error(console, "Cancelled.", "Nothing was changed; you can start the job again at any time.")
        return CANCELLED
    except BrokenPipeError:
        raise
    except Exception as defect:  # noqa: BLE001  # the outermost frame: a full disk or a bug, shown and logged
        fault = disk_fault(defect) or memory_fault(defect)
        if fault is not None:
            return _refused(console, fault)
        where = "in the campaign's log.jsonl" if _log_defect(values.get("campaign")) else "on standard error"
        _send_error(console, f"A bug in ALCD: {_first_line(defect)}", f"The traceback is {where}; please report it.")
        traceback.print_exc(file=sys.stderr)
        return DEFECT
    finally:
        try:
            console.close()
            sys.stdout.flush()
        except OSError:  # a failed write has been reported already
            _discard_output()


def _discard_output() -> None:
    """Drop what Python has yet to flush, which would fail when the process ends and change its exit status."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _refused(console: Console, error: AlcdError) -> int:
    _send_error(console, error.message, error.hint)
    return WRONG_INPUT


def _send_error(console: Console, message: str, hint: str) -> None:
    try:
        console.send({"event": "error", "message": message, "hint": hint})
    except BrokenPipeError:
        raise
    except OSError:  # standard output is redirected to a full disk
        sys.stderr.write(f"{message} {hint}\n")


def _parse(given: Sequence[str]) -> tuple[Job, dict[str, Any]]:
    known = jobs()
    parser = _Parser(
        prog="alcd", description="Find what was built or torn down between two orthophotos.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"ALCD {__version__}")
    commands = parser.add_subparsers(dest="job", metavar="JOB", required=True)
    for job in known.values():
        _add_job(commands, job)
    values = vars(parser.parse_args(given))
    job = known[values.pop("job")]
    return job, _divided(job, {name: value for name, value in values.items() if name in job.infos()})


def _divided(job: Job, values: dict[str, Any]) -> dict[str, Any]:
    """The values, with those of repeated options divided into the first one and the parameter for further ones."""
    further = {}
    for name, info in job.infos().items():
        if info.continues and values[info.continues]:
            values[info.continues], *more = values[info.continues]
            further[name] = tuple(more)
    return {**values, **further}


def _add_job(commands: Any, job: Job) -> None:
    parser = commands.add_parser(job.name, help=job.title, description=job.help, allow_abbrev=False)
    infos = job.infos()
    repeated = {info.continues: info for info in infos.values()}
    for name, info in infos.items():
        if not info.continues:
            _add_parameter(parser, job, name, info, repeated.get(name))
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object per line: progress, metric, result, error"
    )
    parser.add_argument(
        "--worker", action="store_true", help="read commands as JSON from standard input; end of input stops the job"
    )


def _add_parameter(
    parser: argparse.ArgumentParser, job: Job, name: str, info: ParameterInfo, more: ParameterInfo | None
) -> None:
    """``more``: the parameter that further values belong to; None if the last value of the option counts."""
    default = job.default(name)
    if info.kind in POSITIONAL:
        parser.add_argument(name, metavar=name.upper(), help=info.help)
        return
    details: dict[str, Any] = {"help": _help(info, default), "default": default, "required": info.required}
    if more is not None:
        details |= {"action": "append", "help": f"{details['help']}. Can be repeated: {_lower(more.help)}"}
    if info.kind == Kind.FLAG:
        details = {"help": info.help, "action": "store_true"}
    elif info.kind == Kind.CHOICE:
        details |= {"choices": tuple(info.choices)}
    elif info.kind in _CONVERSIONS:
        convert, metavar = _CONVERSIONS[info.kind]
        details |= {"type": convert, "metavar": metavar}
    else:
        details |= {"metavar": _metavar(info)}
    parser.add_argument("--" + name.replace("_", "-"), dest=name, **details)


def _help(info: ParameterInfo, default: Any) -> str:
    extras = [info.unit, f"default: {default}" if default is not None else ""]
    extra = ", ".join(filter(None, extras))
    text = ". ".join([info.help, "; ".join(info.choices.values())]) if info.choices else info.help
    text = f"{text} ({extra})" if extra else text
    return text.replace("%", "%%")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _metavar(info: ParameterInfo) -> str:
    outputs = (Kind.RASTER_OUTPUT, Kind.VECTOR_OUTPUT, Kind.FILE_OUTPUT, Kind.TABLE_OUTPUT)
    file_kinds = (Kind.RASTER, Kind.VECTOR, Kind.FILE, *outputs)
    folder_kinds = (Kind.MODEL, Kind.FOLDER, Kind.FOLDER_OUTPUT)
    return "FILE" if info.kind in file_kinds else "FOLDER" if info.kind in folder_kinds else "TEXT"


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))


_numbers.__name__ = "comma-separated numbers"
_CONVERSIONS: dict[str, tuple[Any, str]] = {
    Kind.INTEGER: (int, "N"),
    Kind.NUMBER: (float, "X"),
    Kind.BANDS: (_numbers, "N,N,N"),
    Kind.CHOICES: (_names, "NAME,NAME"),
    Kind.CRS: (str, "EPSG:N"),
}


def _first_line(defect: BaseException) -> str:
    return f"{type(defect).__name__}: {defect}".splitlines()[0]


def _log_defect(campaign: str | None) -> bool:
    """Write the traceback to the campaign's log, if the job has a campaign. Returns whether it was written."""
    if campaign is None or not Path(campaign).is_dir():
        return False
    append_event(Path(campaign), "defect", traceback=traceback.format_exc())
    return True
