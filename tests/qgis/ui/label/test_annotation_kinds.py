"""Kinds of change that an analyst may give to annotations."""

import sqlite3
from contextlib import closing


def test_a_kind_is_optional_and_chosen_in_words_in_the_attribute_table(session, campaign, draw):
    from alcd.ui.label.labelling import Labelling

    labelling = Labelling(session)
    session.open(campaign.folder)
    layer = session.layers.annotations
    column = layer.fields().indexOf("kind")
    (choices,) = [layer.editorWidgetSetup(column).config()["map"]]
    assert [next(iter(choice)) for choice in choices] == ["", "built", "torn down", "altered"]
    draw(session, 7)
    draw(session, 3)
    first = next(layer.getFeatures())
    layer.changeAttributeValue(first.id(), column, "torn_down")
    labelling.done()
    labelling.done()
    with closing(sqlite3.connect(campaign.file)) as connection:
        kinds = [kind for (kind,) in connection.execute("SELECT kind FROM annotations ORDER BY kind")]
    assert kinds == [None, "torn_down"]
