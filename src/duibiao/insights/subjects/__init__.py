"""What boards count, by name."""

from duibiao.insights.subjects import (
    bases,
    content,
    deployment,
    leads,
    messages,
    participation,
)
from duibiao.insights.subjects.subject import Subject

SUBJECTS: dict[str, Subject] = {
    one.name: one
    for module in (bases, content, deployment, leads, messages, participation)
    for one in module.ALL
}
