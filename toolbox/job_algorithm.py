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
from .layers import is_automatic, layer_nodata, parameter_file, raster_file
from .load_styles import style_when_loaded
from .parameters import CAMPAIGN_KINDS, qgis_parameter
from .resources import help_address, icon
from .short_help import short_help
from .values import absolute_paths, plain_values


class JobAlgorithm(QgsProcessingAlgorithm):
    """A face on the job called ``NAME``. ``TAGS``: words to find it by, comma-separated; ``STYLES``: outputs and the
    styles they are loaded with."""

    NAME: ClassVar[str]
    TAGS: ClassVar[str] = ""
    STYLES: ClassVar[Tuple[Tuple[str, str], ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self.job = jobs()[self.NAME]
        self._files: Dict[str, Any] = {}  # the layers of a run, as files, and what QGIS alone knows of them
        self._fault = ""  # what its preparation found

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
        chosen = {"device": settings.device, "encoder_weights": settings.encoder_weights}
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
        """Called in the main thread, where layers may be touched.

        A fault is told only when the algorithm runs: where a preparation fails, newer QGIS ends a whole batch.
        """
        self._fault = ""
        try:
            require_worker()  # qgis_process and models do not ask
            self._files = self.layer_files(parameters, context)
        except (AlcdError, QgsProcessingException) as error:
            self._fault = str(error)
        return True

    def processAlgorithm(  # noqa: N802
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Called in a thread of Processing's own, which waits for the worker."""
        if self._fault:
            raise QgsProcessingException(self._fault)
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
        """Parameters and outputs beside the job's own."""

    def layer_files(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Dict[str, Any]:
        """Files of all layers that were given, by parameter; also nodata values that were given to a layer in QGIS."""
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
            elif info.kind == Kind.VECTOR:
                files[name] = parameter_file(self, parameters, name, context)
        return files

    def _layer_nodata(self, name: str, layer: Any, parameters: Dict[str, Any]) -> Dict[str, float]:
        """The layer's own nodata value in QGIS, where the job takes one and the user chose nothing else."""
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
        """What comes out beside the campaign and the destinations, from the job's result."""
        return {}

    def _values(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> Dict[str, Any]:
        """The job's values, checked: in a model nobody has asked checkParameterValues."""
        try:
            values = {**plain_values(self, self.job, parameters, context), **self._files}
            for name, info in self.job.infos().items():
                if values.get(name) in (None, ""):
                    values[name] = None
                elif info.kind in (Kind.RASTER_OUTPUT, Kind.VECTOR_OUTPUT):
                    values[name] = self.parameterAsOutputLayer(parameters, name, context)
                elif info.kind in (Kind.FOLDER_OUTPUT, Kind.FILE_OUTPUT):
                    values[name] = self.parameterAsFileOutput(parameters, name, context)
            self.job.parse(values)
        except AlcdError as error:
            raise QgsProcessingException(str(error)) from error
        return values

    def _unsupported_outputs(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> List[str]:
        """What is wrong with the destinations; only dialogs of QGIS ask that themselves."""
        problems = []
        for definition in self.destinationParameterDefinitions():
            value = parameters.get(definition.name())
            if value not in (None, ""):
                fine, problem = definition.isSupportedOutputValue(value, context)
                problems += [] if fine else [problem]
        return problems

    def _run(self, values: Dict[str, Any], feedback: QgsProcessingFeedback) -> Optional[Dict[str, Any]]:
        """The job's result, or None where it was cancelled."""
        listener = JobFeedback(feedback)
        process = job_process(self.job.name, absolute_paths(self.job, values), listener.is_cancelled)
        outcome = process.run(listener)
        if outcome.status == CANCELLED:
            if feedback.isCanceled():
                return None
            raise QgsProcessingException(tr("Something else than this window ended the job. Start it again."))
        if outcome.status == CRASHED and outcome.log_tail:
            feedback.pushConsoleInfo(outcome.log_tail)
        if not outcome.finished:
            raise QgsProcessingException(f"{outcome.message} {outcome.hint}".strip())
        feedback.pushInfo(str(outcome.result.get("summary", "")))
        return outcome.result
