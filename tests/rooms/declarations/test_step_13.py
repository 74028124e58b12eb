"""Step 13 of the acceptance scenario: five faults, each alone, then mended."""

from __future__ import annotations

from typing import Any

import pytest

from duibiao.core.report.findings import FilingRule, Finding
from duibiao.declarations import actions
from duibiao.declarations.models import Declaration, KeyIndicator, Submission
from duibiao.workflow.facts import StepRefused
from tests.rooms.declarations.material import filled, submit

pytestmark = pytest.mark.django_db


@pytest.mark.clause("五(二)2(2)-2", "五(二)2(2)-3", "五(二)2(2)-4", "五(二)3(2)-1")
@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"life": {"unit": ""}}, FilingRule.UNIT_MISSING),
        ({"life": {"method": ""}}, FilingRule.METHOD_MISSING),
        ({"standard": {"status": "withdrawn"}}, FilingRule.NOT_IN_FORCE),
        ({"sign": False}, FilingRule.TRUTH_NOT_STATED),
        ({"life": {"in_scope": False}}, FilingRule.NOTHING_IN_SCOPE),
        ({"standard": {"number": ""}}, FilingRule.NUMBER_MISSING),
        ({"standard": {"number": "XX-1", "level": ""}}, FilingRule.LEVEL_MISSING),
        ({"life": {"stipulated": "很耐久"}}, FilingRule.NOT_A_NUMBER),
    ],
)
def test_each_fault_alone_stops_the_submission(changes: dict[str, Any], rule: FilingRule) -> None:
    """Nothing is handed in, and the fault is named at its field."""
    found = filled(**changes)
    with pytest.raises(StepRefused) as refused:
        submit(found)
    rules = {fact.rule for fact in refused.value.facts if isinstance(fact, Finding)}
    assert rule in rules
    assert Declaration.everything.get(pk=found.declaration.pk).state == "filling"
    assert not Submission.objects.exists()


def test_mended_it_is_handed_in_and_frozen() -> None:
    """The missing unit is filled in, signed again, handed in; what was handed in stays."""
    found = filled(life={"unit": ""})
    life = KeyIndicator.objects.get(name="耐久")
    actions.write_cell(indicator=life, field="unit", value="h", before="", by=found.clerk)
    fresh = Declaration.everything.get(pk=found.declaration.pk)
    assert fresh.signed_at is None, "what was signed was another text"
    actions.sign_truth(
        declaration=fresh, name="李四", expected_version=fresh.version, by=found.clerk
    )
    assert submit(found).state == "submitted"
    snapshot = Submission.objects.get()
    assert '"unit":"h"' in snapshot.content.replace(" ", "")


def test_a_withdrawn_standard_passes_with_an_explanation() -> None:
    """The warning is explained; then it can be handed in (and is found not valid in the review)."""
    found = filled(standard={"status": "withdrawn"})
    standard = found.declaration.standards.get()
    actions.explain(
        declaration=found.declaration,
        place=f"standard:{standard.pk}:status",
        rule="not_in_force",
        text="新标准的设备改造到六月完成",
        by=found.clerk,
    )
    actions.sign_truth(
        declaration=found.declaration,
        name="李四",
        expected_version=found.declaration.version,
        by=found.clerk,
    )
    assert submit(found).state == "submitted"
