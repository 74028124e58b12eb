"""Foreign keys obey the same arrows as imports."""

from __future__ import annotations

import tomllib

from django.apps import apps
from django.db.models import ForeignKey, ManyToManyField, Model

from tests.architecture.sources import ROOT


def _ranks() -> dict[str, int]:
    """Room → its layer, the lowest first, as the import contract lists them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return {
        name.strip(" ()").removeprefix("duibiao."): rank
        for rank, layer in enumerate(reversed(layers))
        for name in layer.split("|")
    }


def _room(model: type[Model]) -> str:
    """The room a table stands in; its label may differ (django.contrib.messages was first)."""
    name = apps.get_app_config(model._meta.app_label).name
    return name.split(".")[1] if name.startswith("duibiao.") else name


def test_foreign_keys_point_down() -> None:
    """A record may refer to a record of its own room or of a room below it."""
    ranks = _ranks()
    found = []
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if not isinstance(field, ForeignKey | ManyToManyField) or field.auto_created:
                continue
            target = field.related_model
            assert not isinstance(target, str)
            source_room, target_room = _room(model), _room(target)
            if source_room not in ranks or target_room not in ranks or source_room == target_room:
                continue
            if ranks[target_room] >= ranks[source_room]:
                found.append(f"{model._meta.label}.{field.name} → {target._meta.label}")
    assert found == []


def test_every_room_with_tables_has_its_place() -> None:
    """A room of the site stands in the list of layers."""
    configs = apps.get_app_configs()
    rooms = {c.name.split(".")[1] for c in configs if c.name.startswith("duibiao.")}
    assert rooms <= set(_ranks())
