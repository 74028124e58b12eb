"""What a benchmark found, for people and for programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Seconds are medians; a ratio says how many times faster ours is than that baseline."""

    name: str
    figures: dict[str, Any]
    ratios: dict[str, float]
    goals: dict[str, float]
    peak_mb: float
    notes: tuple[str, ...]
    disagreements: tuple[str, ...] = ()

    def as_json(self) -> str:
        """The interface's object, with the notes among the figures."""
        figures = {**self.figures, "notes": self.notes, "disagreements": self.disagreements}
        ratios = {baseline: round(ratio, 2) for baseline, ratio in self.ratios.items()}
        return json.dumps(
            {
                "name": self.name,
                "figures": figures,
                "ratios": ratios,
                "peak_mb": round(self.peak_mb, 1),
            },
            ensure_ascii=False,
        )

    def as_text(self) -> str:
        """The same for reading."""
        lines = [f"bench {self.name}"]
        lines += [f"  {name}: {_short(value)}" for name, value in self.figures.items()]
        for baseline, ratio in self.ratios.items():
            goal = self.goals[baseline]
            word = "reached" if ratio >= goal else "NOT REACHED"
            lines.append(f"  {ratio:.2f} times faster than {baseline} (goal {goal:g}: {word})")
        lines.append(f"  peak memory of ours: {self.peak_mb:.0f} MB")
        lines += [f"  note: {note}" for note in self.notes]
        lines += [f"  DISAGREES: {found}" for found in self.disagreements]
        return "\n".join(lines)


def _short(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.4f}"
    if isinstance(value, dict):
        return ", ".join(f"{name} {_short(each)}" for name, each in value.items())
    return str(value)
