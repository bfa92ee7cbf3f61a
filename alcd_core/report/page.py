"""The layout of the report as one self-contained HTML file; every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from ..campaign.rounds import Round
from ..campaign.tiles import HELD_OUT_SPLITS, LABELLED, QUERIED, Tile
from .audit import audit_section
from .charts import Bar, Line, bar_chart, line_chart
from .figures import Closeup, Report
from .pictures import Picture
from .style import STYLE

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""The browser may load nothing from outside the page."""


def page(report: Report) -> str:
    """The whole HTML text."""
    sections = [
        _head(report), audit_section(report.estimate), _dates(report), _closeups(report.closeups), _learning(report),
        _comparison(report), _queries(report), _maps(report), _rounds(report), _settings(report),
    ]  # fmt: skip
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(report.title)}</title><style>{STYLE}</style></head>\n<body><main>"
        + "\n".join(filter(None, sections))
        + "\n</main></body></html>\n"
    )


def _head(report: Report) -> str:
    grid = report.grid
    kilometres = grid.width * grid.gsd / 1000, grid.height * grid.gsd / 1000
    size = f"{kilometres[0]:.2g} × {kilometres[1]:.2g} km"
    figures = "".join(f"<li><b>{escape(value)}</b><span>{escape(words)}</span></li>" for value, words in _key(report))
    return (
        f"<h1>{escape(report.title)}</h1>"
        f'<p class="lead">Changes between two orthophotos of {size}, mapped with a few labelled tiles.</p>'
        f'<ul class="figures">{figures}</ul>'
    )


def _key(report: Report) -> list[tuple[str, str]]:
    """The key figures at the top: values and captions."""
    total = len(report.tiles)
    labelled = sum(tile.split == "train" for tile in report.tiles)
    share = labelled / max(total, 1)
    keys = [(f"{labelled} of {total:,}", f"tiles labelled for training ({share:.1%})")]
    if report.all_changed:
        keys.append((f"{report.changed_found} of {report.all_changed}", "changed tiles are among them"))
    last = report.rounds[-1] if report.rounds else None
    if last is not None and last.average_precision is not None:
        keys.append((f"{last.average_precision:.2f}", "average precision per pixel on the test tiles"))
    if last is not None and last.f1 is not None:
        keys.append((f"{last.f1:.2f}", "F1 score on the test tiles, at a probability of 0.5"))
    seconds = sum(one.seconds or 0.0 for one in report.rounds)
    if seconds:
        keys.append((_duration(seconds), f"of training in {_count(len(report.rounds), 'round')}"))
    return keys


def _dates(report: Report) -> str:
    before, after = _photo(report.before, "before"), _photo(report.after, "after")
    pictures = _figure(report, before, "Before") + _figure(report, after, "After")
    return f'<h2>Both dates</h2><div class="grid2">{pictures}</div>'


def _closeups(closeups: Sequence[Closeup]) -> str:
    if not closeups:
        return ""
    rows = ""
    for number, closeup in enumerate(closeups):
        cells = "".join(_cell(name, picture, named=number == len(closeups) - 1) for name, picture in closeup)
        rows += f'<div class="grid4">{cells}</div>'
    return (
        "<h2>Close-ups</h2><p>Tiles that were not labelled for training, with the most predicted change first.</p>"
        + rows
    )


def _cell(name: str, picture: Picture, named: bool) -> str:
    caption = f"<figcaption>{escape(name)}</figcaption>" if named else ""
    return (
        f'<figure><img src="{picture.data}" alt="{escape(name)}" width="{picture.width}" height="{picture.height}">'
        f"{caption}</figure>"
    )


def _learning(report: Report) -> str:
    if not report.rounds:
        return ""
    lines = [
        Line("average precision", _points(report.rounds, "average_precision"), "first"),
        Line("AUC", _points(report.rounds, "auc"), "second"),
    ]
    found = _found(report)
    charts = []
    if any(line.points for line in lines):
        charts.append(line_chart(lines, "labelled tiles", "Quality on the test tiles by number of labelled tiles"))
    if found:
        charts.append(line_chart(found, "labelled tiles", "Changed tiles found by number of labelled tiles"))
    if not charts:
        return ""
    boxes = "".join(f"<figure>{chart}</figure>" for chart in charts)
    return (
        "<h2>Learning curve</h2>"
        "<p>Quality is measured per pixel on the test tiles, which are never used for training.</p>"
        f'<div class="grid2">{boxes}</div>'
    )


def _points(rounds: Iterable[Round], name: str) -> list[tuple[float, float]]:
    known = [(one.labelled, getattr(one, name)) for one in rounds]
    return [(labels, value) for labels, value in known if labels is not None and value is not None]


def _found(report: Report) -> list[Line]:
    """Share of all changed tiles that are labelled, by round, and the expectation for random tiles after round 1."""
    if not report.all_changed:
        return []
    counts = [(one.labelled, one.changed) for one in report.rounds]
    # Capped at 1: a label may have been removed since.
    points = [(labels, min(changed / report.all_changed, 1.0)) for labels, changed in counts
              if labels is not None and changed is not None]  # fmt: skip
    if not points:
        return []
    pool = sum(tile.split not in HELD_OUT_SPLITS for tile in report.tiles)
    labels, share = points[0]
    left = max(pool - labels, 1)
    chance = [(x, share + (1 - share) * (x - labels) / left) for x, _ in points]
    return [Line("changed tiles found", points, "first"), Line("expected with random tiles", chance, "third")]


def _comparison(report: Report) -> str:
    if report.comparison is None:
        return ""
    bars = [
        Bar(one.name, one.note, one.average_precision, "first" if one.own else "third")
        for one in report.comparison.measures
    ]
    return (
        f"<h2>Comparison with other methods</h2><p>{escape(report.comparison.text)}</p>"
        f'<div class="grid2"><figure>{bar_chart(bars, "Average precision compared")}'
        "<figcaption>Average precision: 1 is perfect; guessing scores the share of changed pixels.</figcaption>"
        "</figure></div>"
    )


def _queries(report: Report) -> str:
    """One small map per round with the tiles that were new in it, and one with the tiles to label next.

    Each tile is on one map only; otherwise the maps of a campaign with many rounds would become unreadable.
    """
    trained = [tile for tile in report.tiles if tile.split == "train" and tile.state == LABELLED]
    maps = []
    for step in sorted({tile.round_labelled or 0 for tile in trained}):
        new = [tile for tile in trained if (tile.round_labelled or 0) == step]
        changed = sum(tile.tile_class == "changed" for tile in new)
        words = "At the start" if step == 0 else f"Queried after round {step}"
        shapes = "".join(_outlines(report, [tile], tile.tile_class or "unchanged") for tile in new)
        maps.append((f"{words}: {_count(len(new), 'tile')}, {changed} changed.", shapes))
    queried = [tile for tile in report.tiles if tile.state == QUERIED]
    if queried:
        maps.append((f"To label next: {_count(len(queried), 'tile')}.", _outlines(report, queried, "queried")))
    if not maps:
        return ""
    colours = [("changed", "#e3342f"), ("unchanged", "#3182bd"), ("ambiguous", "#9b6fc3"), ("to label next", "#ff9d1e")]
    text = "After every round ALCD queries the tiles to label next. Each map shows only the new tiles."
    tests = _outlines(report, [tile for tile in report.tiles if tile.split == "test"], "test")
    if tests:
        text += " The grey dashed tiles on the first map are test tiles and never used for training."
        maps[0] = (maps[0][0], tests + maps[0][1])
    cells = "".join(_figure(report, _pale_photo(report), caption, shapes) for caption, shapes in maps)
    legend = _legend(colours)
    return f'<h2>Labelled and queried tiles, round by round</h2><p>{text}</p>{legend}<div class="grid3">{cells}</div>'


def _maps(report: Report) -> str:
    if not report.maps:
        return ""
    cells = ""
    for caption, picture, colours in report.maps:
        image = f'<image href="{picture.data}" width="{report.picture.width}" height="{report.picture.height}"/>'
        cells += _figure(report, _pale_photo(report), caption, image, _legend(colours))
    return f'<h2>Maps of the whole region</h2><div class="grid2">{cells}</div>'


def _rounds(report: Report) -> str:
    if not report.rounds:
        return ""
    names = ("Round", "Labels", "Changed", "Unchanged", "Ambiguous", "Loss", "AP", "AUC", "F1", "IoU", "ECE",
             "Queried next", "Training")  # fmt: skip
    head = "".join(f"<th>{name}</th>" for name in names)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in _round_cells(one))}</tr>" for one in report.rounds)
    return f'<h2>Rounds</h2><div class="scroll"><table><tr>{head}</tr>{body}</table></div>'


def _round_cells(one: Round) -> list[str]:
    counts = [one.round, one.labelled, one.changed, one.unchanged, one.ambiguous]
    shares = [one.average_precision, one.auc, one.f1, one.iou, one.ece]
    queried = f"{one.queried} by {escape(str(one.acquisition))}" if one.queried else "–"
    return [
        *("–" if count is None else escape(str(count)) for count in counts),
        "–" if one.loss is None else f"{one.loss:.3f}",
        *("–" if share is None else f"{share:.3f}" for share in shares),
        queried,
        "–" if one.seconds is None else _duration(one.seconds),
    ]


def _settings(report: Report) -> str:
    rows = "".join(f"<tr><td>{escape(name)}</td><td>{escape(text)}</td></tr>" for name, text in report.settings.items())
    made = escape(report.settings.get("Versions", "ALCD"))
    return (
        f'<h2>Data and settings</h2><table class="facts">{rows}</table>'
        f"<footer>Generated by ALCD, active learning for change detection ({made}). "
        "Method: Růžička, D'Aronco, Wegner, Schindler 2020.</footer>"
    )


def _figure(report: Report, image: str, caption: str, over: str = "", below: str = "") -> str:
    """An image in the coordinates of the pictures, with shapes drawn over it."""
    size = f"0 0 {report.picture.width} {report.picture.height}"
    return (
        f'<figure><svg class="map" viewBox="{size}" role="img"><title>{escape(caption)}</title>{image}{over}</svg>'
        f"<figcaption>{escape(caption)}</figcaption>{below}</figure>"
    )


def _photo(picture: Picture, name: str) -> str:
    """The photo of a date, embedded in the file only once and reused by its name."""
    return f'<image id="{name}" href="{picture.data}" width="{picture.width}" height="{picture.height}"/>'


def _pale_photo(report: Report) -> str:
    """The second date again, paled so that the shapes over it stand out."""
    size = f'width="{report.picture.width}" height="{report.picture.height}"'
    return f'<use href="#after"/><rect class="veil" {size}/>'


def _outlines(report: Report, tiles: Iterable[Tile], style: str) -> str:
    scale = report.grid.pixel_size / report.picture.pixel_size
    return "".join(
        f'<rect class="tile {escape(style)}" x="{tile.window.x * scale:.1f}" y="{tile.window.y * scale:.1f}" '
        f'width="{tile.window.width * scale:.1f}" height="{tile.window.height * scale:.1f}"/>'
        for tile in tiles
    )


def _legend(colours: Iterable[tuple[str, str]]) -> str:
    keys = "".join(f'<li style="--key: {colour}">{escape(name)}</li>' for name, colour in colours)
    return f'<ul class="legend">{keys}</ul>'


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.1f} min"
