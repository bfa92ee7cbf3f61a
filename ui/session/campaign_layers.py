"""The campaign's layers in the project."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsExpressionContextUtils,
    QgsFeatureRenderer,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRuleBasedRenderer,
    QgsValueMapFieldFormatter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...alcd_core.campaign.campaign import Campaign
from ...alcd_core.campaign.description import DATES
from ...alcd_core.errors import AlcdError, CampaignError
from ...alcd_core.service_file import is_service, qgis_provider, qgis_source
from ...bridge.texts import tr
from ...toolbox.resources import style_file
from .opinions import Opinions

GROUP = "alcd/campaign"  # custom property that marks the group
ROLE = "alcd/role"  # custom property of a layer: its role in the campaign
TILE_VARIABLE = "alcd_tile"  # of the proposals layer: the tile whose proposals are drawn; -1 or unset: all tiles
LARGEST_TILE = 0.06  # metres on the screen; zoomed in further, only the outlines of its neighbours would be visible
SMALLEST_TILE = 0.002  # metres on the screen; zoomed out further, unlabelled tiles, perhaps millions, are not drawn
SCORE_VARIABLES = "alcd_lowest_score", "alcd_highest_score", "alcd_scored_round"  # of the project, see tiles_score.qml
OPENING_ATTEMPTS = 5
VECTORS = ("annotations", "proposals", "tiles")
RESULTS = ("polygons", "buildings", "uncertainty", "probability")
LABELLING, MAP, REVIEW = "labelling", "map", "review"
VIEWS = {
    LABELLING: {**dict.fromkeys(VECTORS, True), **dict.fromkeys(RESULTS, False)},
    MAP: {**dict.fromkeys((*VECTORS, *RESULTS), False), "probability": True},
    REVIEW: {**dict.fromkeys((*VECTORS, *RESULTS), False), "polygons": True, "buildings": True},
}
LEGENDS = ("polygons", "buildings")  # expanded, since their colours have a meaning
ORDER = (*VECTORS, *RESULTS, "after", "before")  # from top to bottom


class CampaignLayers(QObject):
    """Looks layers up by their role each time, since the user may remove any of them; a removed one is None."""

    lost = pyqtSignal(str)  # the layer with this role was removed

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._ids: Dict[str, str] = {}
        self.opinions = Opinions(project)
        self.crs = QgsCoordinateReferenceSystem()  # the grid's
        project.layersWillBeRemoved.connect(self._notice_removal)
        project.legendLayersAdded.connect(self._put_above)

    annotations = property(lambda self: self.layer("annotations"))
    proposals = property(lambda self: self.layer("proposals"))
    tiles = property(lambda self: self.layer("tiles"))
    before = property(lambda self: self.layer("before"))
    after = property(lambda self: self.layer("after"))

    @property
    def has_edits(self) -> bool:
        """Whether there are unsaved annotations."""
        layer = self.annotations
        return layer is not None and layer.isEditable() and layer.isModified()

    @property
    def lock_the_file(self) -> bool:
        """Whether the project's transaction has locked the file because of unsaved edits; saving releases the lock."""
        return self.has_edits and has_transactions(self._project)

    def layer(self, role: str) -> Any:
        """The layer with that role, or None."""
        return self._project.mapLayer(self._ids.get(role, ""))

    def load(self, campaign: Campaign) -> List[AlcdError]:
        """Add the layers to the project, or adopt those that it has; returns an error for each missing layer."""
        self._ids = self._adopted(campaign)
        self._drop_other_dates()
        self.crs = QgsCoordinateReferenceSystem.fromWkt(campaign.description.grid.crs)
        missing: List[AlcdError] = []
        for role in (*VECTORS, *DATES[::-1]):
            try:
                self.restore(role, campaign)
            except AlcdError as error:
                missing.append(error)
        self._show_score_range(campaign)
        return missing

    def restore(self, role: str, campaign: Campaign) -> Any:
        """The layer with that role; created and inserted if it is missing. Raises AlcdError if it cannot be read."""
        layer = self.layer(role)
        if layer is not None and layer.isValid():
            return layer
        if layer is not None:
            self._project.removeMapLayer(layer.id())
        layer = _vector(role, campaign) if role in VECTORS else _raster(role, campaign)
        self._insert(layer, role, campaign)
        return layer

    def add_result(self, layer: QgsMapLayer, role: str, campaign: Campaign) -> None:
        """Add a result with a role of RESULTS; replaces an earlier one."""
        self.remove(role)
        layer.loadNamedStyle(style_file(role))
        self._insert(layer, role, campaign)

    def remove(self, role: str) -> None:
        """Remove a layer from the project if it is there."""
        old = self._ids.pop(role, None)
        if old is not None and self._project.mapLayer(old) is not None:
            self._project.removeMapLayer(old)

    def release(self, role: str) -> None:
        """Stop managing a layer that does not belong to the campaign; it stays in the project."""
        layer = self.layer(role)
        self._ids.pop(role, None)
        if layer is not None:
            layer.removeCustomProperty(ROLE)

    def show(self, role: str, visible: bool) -> None:
        """Check or uncheck a layer in the layer tree, or later if it shows an opinion that is hidden."""
        identifier = self._ids.get(role, "")
        node = self._project.layerTreeRoot().findLayer(identifier)
        if node is not None and not self.opinions.postpone(identifier, visible):
            node.setItemVisibilityChecked(visible)

    def arrange(self, view: str) -> None:
        """Show the layers that a page needs, and hide those that would cover them."""
        for role, visible in VIEWS[view].items():
            self.show(role, visible)

    def show_proposals_of(self, tile_id: Optional[int]) -> None:
        """Draw only the proposals of this tile, since overlapping neighbours have their own; None draws all of them."""
        layer = self.proposals
        value = str(-1 if tile_id is None else tile_id)
        if layer is None or str(QgsExpressionContextUtils.layerScope(layer).variable(TILE_VARIABLE)) == value:
            return
        # Replaces all variables: QGIS would otherwise keep every value that this one ever had.
        QgsExpressionContextUtils.setLayerVariables(layer, {TILE_VARIABLE: value})
        layer.triggerRepaint()

    def refresh(self, campaign: Campaign) -> None:
        """Show what a worker may have changed."""
        self._show_score_range(campaign)
        self.repaint()

    def repaint(self) -> None:
        """Repaint the vector layers."""
        for role in VECTORS:
            layer = self.layer(role)
            if layer is not None:
                layer.triggerRepaint()

    def unload(self) -> None:
        """Remove the layers and their group from the project."""
        ids, self._ids = list(self._ids.values()), {}
        groups = [group for group in self._groups() if set(group.findLayerIds()) & set(ids) or not group.children()]
        for identifier in ids:
            layer = self._project.mapLayer(identifier)
            if isinstance(layer, QgsVectorLayer) and layer.isEditable():
                layer.rollBack()
        self._project.removeMapLayers([identifier for identifier in ids if self._project.mapLayer(identifier)])
        for group in groups:
            if not group.findLayerIds():  # the user's own layers stay, with their group
                group.parent().removeChildNode(group)

    def forget(self) -> None:
        """Stop managing the layers without changing them."""
        self._ids = {}

    def _show_score_range(self, campaign: Campaign) -> None:
        """Tell the style by score what range the last scores have, and which are the last: it would otherwise read all
        tiles each time it is drawn, and colour scores of several models alike.

        Variables of the project, since a layer's own are lost when the user switches its style.
        """
        last = campaign.last_scoring()
        known = (None,) * len(SCORE_VARIABLES) if last is None else (last.lowest, last.highest, last.round)
        for name, value in zip(SCORE_VARIABLES, known):
            QgsExpressionContextUtils.setProjectVariable(self._project, name, value)

    def _adopted(self, campaign: Campaign) -> Dict[str, str]:
        """Ids by role of the project's layers that show this campaign, wherever they are in the layer tree. Of several
        layers with a role, the first one without a filter."""
        adopted: Dict[str, QgsMapLayer] = {}
        for node in self._project.layerTreeRoot().findLayers():
            layer = node.layer()
            role = "" if layer is None else str(layer.customProperty(ROLE) or "")
            if not role or not _belongs(layer, role, campaign):
                continue
            if role not in adopted or (_is_filtered(adopted[role]) and not _is_filtered(layer)):
                adopted[role] = layer
        return {role: layer.id() for role, layer in adopted.items()}

    def _drop_other_dates(self) -> None:
        """Remove orthophotos from the group that no longer belong to the campaign."""
        ours = set(self._ids.values())
        for group in self._groups():
            if ours & set(group.findLayerIds()):
                layers = [node.layer() for node in group.findLayers() if node.layer() is not None]
                others = [one.id() for one in layers if one.customProperty(ROLE) in DATES and one.id() not in ours]
                self._project.removeMapLayers(others)

    def _groups(self) -> List[QgsLayerTreeGroup]:
        return [group for group in self._project.layerTreeRoot().findGroups(True) if group.customProperty(GROUP)]

    def _insert(self, layer: QgsMapLayer, role: str, campaign: Campaign) -> None:
        layer.setCustomProperty(ROLE, role)
        self._project.addMapLayer(layer, False)
        group = self._group(campaign)
        above = [self._ids[other] for other in ORDER[: ORDER.index(role)] if other in self._ids]
        children = [node.layerId() for node in group.findLayers()]
        place = max((children.index(identifier) + 1 for identifier in above if identifier in children), default=0)
        self._ids[role] = layer.id()
        node = group.insertLayer(place, layer)
        node.setExpanded(role in LEGENDS)
        if role == "before":
            node.setItemVisibilityChecked(False)  # it has a canvas of its own

    def _group(self, campaign: Campaign) -> QgsLayerTreeGroup:
        """The group that contains the layers; a new one at the top if there is none."""
        ours = set(self._ids.values())
        for group in self._groups():
            if ours & set(group.findLayerIds()):
                return group
        group = self._project.layerTreeRoot().insertGroup(0, campaign.description.name)
        group.setCustomProperty(GROUP, True)
        return group

    def _put_above(self, layers: List[QgsMapLayer]) -> None:
        """Move newly added layers above the campaign's group: QGIS inserts them beside the current layer, which may be
        in the group. Layers that the user drags into the group stay there."""
        ours = set(self._ids.values())
        groups = [group for group in self._groups() if ours & set(group.findLayerIds())]
        for layer in layers:
            for group in groups:
                node = None if layer.id() in ours else group.findLayer(layer.id())
                if node is not None:
                    parent = group.parent()
                    parent.insertChildNode(parent.children().index(group), node.clone())
                    node.parent().removeChildNode(node)

    def _notice_removal(self, identifiers: List[str]) -> None:
        for role, identifier in list(self._ids.items()):
            if identifier in identifiers:
                del self._ids[role]
                self.lost.emit(role)


def _belongs(layer: QgsMapLayer, role: str, campaign: Campaign) -> bool:
    """Whether a layer of this role shows this campaign's data."""
    source = layer.source().partition("|")[0]
    if role in VECTORS:
        return Path(source) == campaign.file
    if role in DATES:
        return layer.source() == shown_source(campaign.description.orthophoto(role).path)
    return campaign.folder in Path(source).parents


def _is_filtered(layer: QgsMapLayer) -> bool:
    return isinstance(layer, QgsVectorLayer) and bool(layer.subsetString())


def has_transactions(project: QgsProject) -> bool:
    """Whether the project's layers are edited in transactions that keep files locked."""
    if hasattr(project, "transactionMode"):  # QGIS 3.26
        return int(getattr(project.transactionMode(), "value", project.transactionMode())) != 0
    return bool(project.autoTransaction())


def open_vector(role: str, campaign: Campaign) -> QgsVectorLayer:
    """A layer of the campaign's GeoPackage. Raises CampaignError if it cannot be read."""
    options = QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
    # While a job is closing the file, the layer may be unreadable or lack its CRS.
    for _ in range(OPENING_ATTEMPTS):
        layer = QgsVectorLayer(f"{campaign.file}|layername={role}", role, "ogr", options)
        if layer.isValid() and layer.crs().isValid():
            return layer
    message = tr("The layer {} of {} cannot be read.").format(role, campaign.file)
    raise CampaignError(message, tr("Restore campaign.gpkg from a backup."))


def _vector(role: str, campaign: Campaign) -> QgsVectorLayer:
    layer = open_vector(role, campaign)
    layer.setName({"annotations": tr("Annotations"), "proposals": tr("Proposals"), "tiles": tr("Tiles")}[role])
    if role == "annotations":
        _prepare_drawing(layer)
        layer.loadNamedStyle(style_file("annotations"), categories=QgsMapLayer.StyleCategory.Symbology)
    elif role == "proposals":
        layer.setReadOnly(True)
        layer.loadNamedStyle(style_file("proposals"), categories=QgsMapLayer.StyleCategory.Symbology)
    else:
        layer.setReadOnly(True)
        _add_tile_styles(layer, campaign)
    return layer


def _add_tile_styles(layer: QgsVectorLayer, campaign: Campaign) -> None:
    """Add two styles that the user can switch between in the layer's context menu."""
    description, styles = campaign.description, layer.styleManager()
    plain = styles.currentStyle()
    for name, title in (("score", tr("By score")), ("state", tr("By state"))):
        styles.addStyleFromLayer(title)
        styles.setCurrentStyle(title)
        layer.loadNamedStyle(style_file(f"tiles_{name}"))
        layer.setScaleBasedVisibility(True)
        size = description.tile_size * description.grid.gsd
        layer.setMaximumScale(size / LARGEST_TILE)
        if name == "score":
            layer.setRenderer(_with_rules(layer.renderer()))
        unlabelled = layer.renderer().rootRule().children()[-1]
        unlabelled.setMinimumScale(round(size / SMALLEST_TILE))  # QGIS reads other numbers back as 0: no limit
    styles.removeStyle(plain)


def _with_rules(renderer: QgsFeatureRenderer) -> QgsRuleBasedRenderer:
    """Draws all tiles as the renderer does; the unlabelled ones have a rule of their own, the last one.

    "ELSE" makes QGIS read the tiles in sight without a condition. With one on the state, SQLite would look for all
    unlabelled tiles first, and then for those in sight. Rules are cloned: QGIS 3.22 crashes later if they were made of
    a symbol that Python owned.
    """
    rules = QgsRuleBasedRenderer.convertFromRenderer(renderer)
    judged = rules.rootRule().children()[0]
    unlabelled = judged.clone()
    for rule, expression, label in (
        (judged, "\"state\" IN ('queried', 'labelled', 'skipped')", tr("Queried, labelled or skipped, by score")),
        (unlabelled, "ELSE", tr("Unlabelled, by score (zoom in to see them)")),
    ):
        rule.setFilterExpression(expression)
        rule.setLabel(label)
    rules.rootRule().appendChild(unlabelled)
    return rules


def _prepare_drawing(layer: QgsVectorLayer) -> None:
    """Set default values and suppress the attribute form after each polygon."""
    form = layer.editFormConfig()
    form.setSuppress(QgsEditFormConfig.FeatureFormSuppress.SuppressOn)
    layer.setEditFormConfig(form)
    fields = layer.fields()
    defaults = {"source": "'drawn'", "author": "@user_full_name", "created": "now()"}
    for name, expression in defaults.items():
        layer.setDefaultValueDefinition(fields.indexOf(name), QgsDefaultValue(expression))
    set_drawn_class(layer, "change")
    classes = [{tr("change"): "change"}, {tr("ignore"): "ignore"}]
    none = {"": QgsValueMapFieldFormatter.NULL_VALUE}
    kinds = [none, {tr("built"): "built"}, {tr("torn down"): "torn_down"}, {tr("altered"): "altered"}]
    for name, choices in (("class", classes), ("kind", kinds)):
        layer.setEditorWidgetSetup(fields.indexOf(name), QgsEditorWidgetSetup("ValueMap", {"map": choices}))


def drawn_class(layer: QgsVectorLayer) -> str:
    """The class of the next drawn polygon."""
    expression = layer.defaultValueDefinition(layer.fields().indexOf("class")).expression()
    return "ignore" if expression == "'ignore'" else "change"


def set_drawn_class(layer: QgsVectorLayer, name: str) -> None:
    """Set the class of the next drawn polygon: "change" or "ignore"."""
    layer.setDefaultValueDefinition(layer.fields().indexOf("class"), QgsDefaultValue(f"'{name}'"))


def shown_source(path: str) -> str:
    """The source of the layer that shows a raster: a service is shown by QGIS itself, which has its own cache of it."""
    return (qgis_source(path) if is_service(path) else "") or path


def _raster(date: str, campaign: Campaign) -> QgsRasterLayer:
    path = campaign.raster_path(date)
    name = tr("Before") if date == "before" else tr("After")
    if is_service(path) and qgis_source(path):
        # Even if it is invalid: without the network it comes later.
        return QgsRasterLayer(qgis_source(path), name, qgis_provider(path))
    layer = QgsRasterLayer(path, name, "gdal")
    if not layer.isValid():
        raise CampaignError(tr("The raster {} cannot be read.").format(path), tr("Check the file."))
    bands = campaign.description.orthophoto(date).bands
    if len(bands) >= 3 and bands[:3] != (1, 2, 3):
        layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), *bands[:3]))
        layer.setDefaultContrastEnhancement()
    return layer
