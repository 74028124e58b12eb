"""Pages of docs/method made from tables: state machines as diagrams, permissions as a matrix."""

from __future__ import annotations

from collections.abc import Iterator

from duibiao.access.matrix import MATRIX
from duibiao.access.permission import Role
from duibiao.core.report.machine import Late, Machine, Step
from duibiao.core.report.machines import ALL
from duibiao.ui.wording import WORDS

MADE = "<!-- Made by `make docs` from {source}. Do not edit. -->"


def machines_page() -> str:
    """Every state machine: a diagram and the table of its steps."""
    lines = [MADE.format(source="src/duibiao/core/report/machines"), ""]
    lines += ["# 状态与步骤 · States and steps", ""]
    lines += ["引擎、按钮、接口和权限测试都读这些表；图由表生成。", ""]
    for machine in ALL:
        lines += _machine(machine)
    return "\n".join(lines).rstrip() + "\n"


def permissions_page() -> str:
    """The permission table, one row per permission, one column per role."""
    lines = [MADE.format(source="src/duibiao/access/matrix.py"), ""]
    lines += ["# 权限 · Permissions", ""]
    lines += ["范围：`*` 全部，`区` 本区，`行` 主管行业，`己` 本机构。空格为禁止。", ""]
    lines.append("| | " + " | ".join(role.value for role in Role) + " |")
    lines.append("| --- " * (len(Role) + 1) + "|")
    for permission, grants in MATRIX.items():
        cells = [grants[role].scope.value if role in grants else "" for role in Role]
        lines.append(f"| {permission.value} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _machine(machine: Machine) -> Iterator[str]:
    yield f"## {_word(f'machine.{machine.name}')} · {machine.name}"
    yield ""
    yield "```mermaid"
    yield "stateDiagram-v2"
    for state in machine.states:
        yield f'    state "{_word(f"state.{machine.name}.{state}")}" as {state}'
    yield f"    [*] --> {machine.initial}"
    for step in machine.steps:
        for source in step.sources:
            said = _word(f"step.{machine.name}.{step.name}")
            yield f"    {source} --> {step.target}: {said}"
    for state in machine.final_states():
        yield f"    {state} --> [*]"
    yield "```"
    yield ""
    yield "| 步骤 | 由 | 到 | 权限 | 条件 | 其他 |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for step in machine.steps:
        yield "| " + " | ".join(_row(machine, step)) + " |"
    yield ""


def _row(machine: Machine, step: Step) -> Iterator[str]:
    yield f"{_word(f'step.{machine.name}.{step.name}')} `{step.name}`"
    yield "、".join(_word(f"state.{machine.name}.{state}") for state in step.sources)
    yield _word(f"state.{machine.name}.{step.target}")
    yield f"`{step.permission}`"
    yield " ".join(f"`{name}`" for name in step.guards)
    rules = ["须写理由"] if step.reason else []
    rules += [f"不得与 {'、'.join(step.other_than)} 同一人"] if step.other_than else []
    if step.deadline:
        rules.append(f"期限 {step.deadline}" + ("，逾期须开窗" if step.late is Late.BLOCKS else ""))
    yield "；".join(rules)


def _word(key: str) -> str:
    return WORDS[key][0]
