"""Loading reference data: the same call again changes nothing."""

from __future__ import annotations

from importlib.resources import files

from django.db import transaction

from duibiao.core.identify.industry import industry
from duibiao.reference.models import IndustryClass, Region

EDITION = "2017"
LEVELS = {1: "section", 2: "division", 3: "group", 4: "class"}


@transaction.atomic
def load_reference() -> None:
    """Regions and industries, as this version of the software knows them."""
    _load_regions()
    _load_industries()


def _lines(name: str) -> list[str]:
    text = (files("duibiao.reference") / "data" / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _load_regions() -> None:
    rows = [line.split(",") for line in _lines("regions.csv")]
    Region.objects.bulk_create(
        [
            Region(
                code=code,
                name=name,
                level=level,
                parent_id=parent or None,
                group=group,
                order=place,
            )
            for place, (code, name, level, parent, group) in enumerate(rows)
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "level", "parent", "group", "order"],
    )


def _load_industries() -> None:
    if IndustryClass.objects.filter(edition=EDITION).exists():
        return
    made: dict[str, IndustryClass] = {}
    for line in _lines(f"industries-{EDITION}.txt"):
        code, _, name = line.partition(" ")
        section = industry(code).section
        level = LEVELS[1 if code.isalpha() else len(code)]
        made[code] = IndustryClass(
            code=code, level=level, name=name, section=section, edition=EDITION
        )
    IndustryClass.objects.bulk_create(made.values())
    below = [one for one in made.values() if one.level != "section"]
    for one in below:
        one.parent = made[one.section if one.level == "division" else one.code[:-1]]
    IndustryClass.objects.bulk_update(below, ["parent"], batch_size=400)
