"""The tables: one module per stage, each machine numbered as in requirements (b)."""

from duibiao.core.report.machine import Machine
from duibiao.core.report.machines import catalogue, deployment, grounding, messages, selection

ALL: tuple[Machine, ...] = (
    *deployment.ALL,
    *messages.ALL,
    *selection.ALL,
    *catalogue.ALL,
    *grounding.ALL,
)
