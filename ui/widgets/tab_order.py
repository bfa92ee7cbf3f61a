"""Sets the tab order of a page from top to bottom."""

from __future__ import annotations

from typing import Iterator, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLayout, QScrollArea, QStackedWidget, QToolButton, QWidget


def set_tab_order(page: QWidget) -> None:
    """Set the tab order of all fields on the page; call it when the page is complete."""
    fields = [widget for widget in in_order(page) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one, following in zip(fields, fields[1:]):
        QWidget.setTabOrder(one, following)


def first_field(page: QWidget) -> Optional[QWidget]:
    """The first field on a page that the Tab key reaches; None if there is none."""
    for widget in in_order(page):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(page) and widget.isEnabled():
            return widget
    return None


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """The widget and those in it, from top to bottom."""
    if isinstance(widget, QScrollArea):
        yield from in_order(widget.widget())
    elif isinstance(widget, QStackedWidget):
        for number in range(widget.count()):
            yield from in_order(widget.widget(number))
    elif widget.layout() is not None:
        yield widget  # a group box can take the focus, and passes it on to its contents
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        laid_out = list(_in_layout(widget.layout()))
        yield from (button for button in widget.findChildren(QToolButton, "", direct) if button not in laid_out)
        for part in laid_out:
            yield from in_order(part)
    else:
        yield widget


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item.widget() is not None:
            yield item.widget()
        elif item.layout() is not None:
            yield from _in_layout(item.layout())
