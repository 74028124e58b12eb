"""Which district an address lies in, from its words alone; never a guess.

Functional zones (开发区, 保税区, 高新区 …) count with the district they lie in (requirements (f)6).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from duibiao.core.errors import Fact

# Other names of the districts of Tianjin, among them those of before a reform.
ALIASES = {
    "滨海新区": (
        "塘沽",
        "汉沽",
        "大港",
        "天津经济技术开发区",
        "泰达",
        "天津港保税区",
        "空港经济区",
    ),
    "宁河区": ("宁河县",),
    "静海区": ("静海县",),
    "蓟州区": ("蓟县",),
}
# 河北区 but not 河北省; 和平区 but not 和平路.
PROVINCE = re.compile(r"^(?:中国)?(?!天津)([一-龥]{2,3}?(?:省|自治区)|北京市?|上海市?|重庆市?)")


@dataclass(eq=False)
class DistrictUnclear(Fact):
    """The address names no district of the city, or more than one."""

    code: ClassVar[str] = "district_unclear"
    address: str
    found: tuple[str, ...]


@dataclass(eq=False)
class OutsideCity(Fact):
    """The address lies in another province or city."""

    code: ClassVar[str] = "outside_city"
    address: str
    place: str


def district_of(address: str, districts: Mapping[str, str]) -> str:
    """The code of the one district an address names; `districts` is name → code.

    Raises DistrictUnclear (a person decides) or OutsideCity.
    """
    plain = re.sub(r"\s", "", address)
    elsewhere = PROVINCE.match(plain)
    if elsewhere:
        raise OutsideCity(address, elsewhere.group(1))
    found = {name for name in districts if _names(plain, name)}
    if len(found) != 1:
        raise DistrictUnclear(address, tuple(sorted(found)))
    return districts[found.pop()]


def _names(address: str, district: str) -> bool:
    return any(word in address for word in (district, *ALIASES.get(district, ())))
