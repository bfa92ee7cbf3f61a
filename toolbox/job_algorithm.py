"""The base class of the algorithms: parameters, process and results of a job."""

from __future__ import annotations

from typing import Any, ClassVar, Dict, List, Optional, Tuple

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFolder,
)
from qgis.PyQt.QtGui import QIcon

from ..alcd_core.errors import AlcdError, WorkerError
from ..alcd_core.jobs.job import Kind
from ..alcd_core.jobs.registry import jobs
from ..bridge.process.outcome import CANCELLED, CRASHED
from ..bridge.settings import load_settings
from ..bridge.texts import tr
from ..bridge.worker_setup import job_process, require_worker
from .job_feedback import JobFeedback
from .layers import further_raster_file, is_automatic, layer_nodata, parameter_file, raster_file
from .load_styles import style_when_loaded
from .parameters import CAMPAIGN_KINDS, qgis_parameter
from .resources import help_address, icon
from .short_help import short_help
from .values import absolute_paths, plain_values


class JobAlgorithm(QgsProcessingAlgorithm):
    """The algorithm that runs the job ``NAME``.

    ``TAGS``: search words, comma-separated. ``STYLES``: outputs and the styles they are loaded with.
    """

    NAME: ClassVar[str]
    TAGS: ClassVar[str] = ""
    STYLES: ClassVar[Tuple[Tuple[str, str], ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self.job = jobs()[self.NAME]
        self._files: Dict[str, Any] = {}  # the layers of a run as files, and values that only QGIS knows
        self._problem = ""  # found by prepareAlgorithm

    def createInstance(self) -> QgsProcessingAlgorithm:  # noqa: N802
        return type(self)()

    def name(self) -> str:
        return self.job.name

    def displayName(self) -> str:  # noqa: N802
        return tr(self.job.title)

    def tags(self) -> list:
        return [*tr(self.TAGS).split(","), *tr("change detection,active learning").split(",")]

    def icon(self) -> QIcon:
        return icon(self.job.name)

    def shortDescription(self) -> str:  # noqa: N802
        return tr(self.job.help)

    def shortHelpString(self) -> str:  # noqa: N802
        return short_help(self, tr(self.job.help))

    def helpUrl(self) -> str:  # noqa: N802
        return help_address(self.job.name)

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:  # noqa: ARG002, N802
        settings = load_settings()
        chosen = {
            "device": settings.device,
            "encoder_weights": settings.encoder_weights,
            **settings.cluster_values(),
        }
        for name, info in self.job.infos().items():
            self.addParameter(qgis_parameter(name, info, chosen.get(name, self.job.default(name))))
            if info.kind in CAMPAIGN_KINDS:
                self.addOutput(QgsProcessingOutputFolder(name, tr("Campaign")))
        self.add_more()

    def canExecute(self) -> Tuple[bool, str]:  # noqa: N802
        try:
            require_worker()
        except WorkerError as error:
            return False, str(error)
        return True, ""

    def checkParameterValues(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext
    ) -> Tuple[bool, str]:
        try:
            problems = self.job.problems(plain_values(self, self.job, parameters, context))
        except AlcdError as error:
            problems = [str(error)]
        problems += self._unsupported_outputs(parameters, context)
        if problems:
            return False, "\n".join(tr(problem) for problem in problems)
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> bool:
        """Called in the main thread, where layers may be accessed.

        A problem is reported only when the algorithm runs: newer QGIS aborts a whole batch if a preparation fails.
        """
        self._problem = ""
        try:
            require_worker()  # qgis_process and models do not call canExecute
            self._files = self.layer_files(parameters, context)
        except (AlcdError, QgsProcessingException) as error:
            self._problem = str(error)
        return True

    def processAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Called in Processing's own thread, which waits for the worker."""
        if self._problem:
            raise QgsProcessingException(self._problem)
        values = self._values(parameters, context)
        for output, style in self.STYLES:
            if values[output]:
                style_when_loaded(context, values[output], style)
        result = self._run(values, feedback)
        if result is None:
            return {}
        outputs = {name: value for name, value in values.items() if value and self.outputDefinition(name) is not None}
        return {**outputs, **self.more_outputs(result, parameters, context)}

    def add_more(self) -> None:
        """Add parameters and outputs in addition to the job's own."""

    def layer_files(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Dict[str, Any]:
        """The files of all given layers, by parameter; also the nodata values that were set for a layer in QGIS."""
        files: Dict[str, Any] = {}
        for name, info in self.job.infos().items():
            if parameters.get(name) in (None, ""):
                continue
            if info.kind == Kind.RASTER:
                layer = self.parameterAsRasterLayer(parameters, name, context)
                if layer is None:
                    raise QgsProcessingException(self.invalidRasterError(parameters, name))
                files[name] = raster_file(layer)
                files.update(self._layer_nodata(name, layer, parameters))
            elif info.kind == Kind.RASTERS:
                files[name] = [further_raster_file(layer) for layer in self._layer_list(parameters, name, context)]
            elif info.kind == Kind.VECTOR:
                files[name] = parameter_file(self, parameters, name, context)
        return files

    def _layer_list(self, parameters: Dict[str, Any], name: str, context: QgsProcessingContext) -> List[Any]:
        """The layers of a parameter. QGIS would leave out those that it cannot load."""
        given, layers = parameters[name], self.parameterAsLayerList(parameters, name, context)
        if len(layers) < (len(given) if isinstance(given, (list, tuple)) else 1):
            raise QgsProcessingException(self.invalidRasterError(parameters, name))
        return layers

    def _layer_nodata(self, name: str, layer: Any, parameters: Dict[str, Any]) -> Dict[str, float]:
        """The layer's nodata value in QGIS, if the job takes one and the user chose nothing else."""
        own = f"nodata_{name}"
        if own not in self.job.infos() or not is_automatic(parameters, own):
            return {}
        value = layer_nodata(layer)
        return {} if value is None else {own: value}

    def more_outputs(
        self,
        result: Dict[str, Any],  # noqa: ARG002
        parameters: Dict[str, Any],  # noqa: ARG002
        context: QgsProcessingContext,  # noqa: ARG002
    ) -> Dict[str, Any]:
        """Outputs from the job's result, in addition to the campaign and the destinations."""
        return {}

    def _values(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Dict[str, Any]:
        """The job's values, checked here because models do not call checkParameterValues."""
        try:
            values = {**plain_values(self, self.job, parameters, context), **self._files}
            for name, info in self.job.infos().items():
                if values.get(name) in (None, ""):
                    values[name] = None
                elif info.kind in (Kind.RASTER_OUTPUT, Kind.VECTOR_OUTPUT):
                    values[name] = self.parameterAsOutputLayer(parameters, name, context)
                elif info.kind in (Kind.FOLDER_OUTPUT, Kind.FILE_OUTPUT, Kind.TABLE_OUTPUT):
                    values[name] = self.parameterAsFileOutput(parameters, name, context)
            self.job.parse(values)
        except AlcdError as error:
            raise QgsProcessingException(str(error)) from error
        return values

    def _unsupported_outputs(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> List[str]:
        """Problems with the destinations; apart from this, only QGIS's dialogs check them."""
        problems = []
        for definition in self.destinationParameterDefinitions():
            value = parameters.get(definition.name())
            if value not in (None, ""):
                fine, problem = definition.isSupportedOutputValue(value, context)
                problems += [] if fine else [problem]
        return problems

    def _run(self, values: Dict[str, Any], feedback: QgsProcessingFeedback) -> Optional[Dict[str, Any]]:
        """The job's result, or None if it was cancelled."""
        listener = JobFeedback(feedback)
        process = job_process(self.job.name, absolute_paths(self.job, values), listener.is_cancelled)
        outcome = process.run(listener)
        if outcome.status == CANCELLED:
            if feedback.isCanceled():
                return None
            raise QgsProcessingException(tr("The job was stopped from outside this window. Start it again."))
        if outcome.status == CRASHED and outcome.log_tail:
            feedback.pushConsoleInfo(outcome.log_tail)
        if not outcome.finished:
            raise QgsProcessingException(f"{outcome.message} {outcome.hint}".strip())
        feedback.pushInfo(str(outcome.result.get("summary", "")))
        return outcome.result
