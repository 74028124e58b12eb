"""Which district an address lies in: from its words alone, never a guess (requirements (f)6)."""

from __future__ import annotations

import pytest

from duibiao.core.identify.address import DistrictUnclear, OutsideCity, district_of

DISTRICTS = {
    **{"滨海新区": "120116", "和平区": "120101", "河西区": "120103", "河北区": "120105"},
    **{"宁河区": "120117", "静海区": "120118", "蓟州区": "120119"},
}


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("天津市和平区南京路1号", "120101"),
        ("天津市 滨海新区 第三大街", "120116"),
        ("天津经济技术开发区洞庭路", "120116"),  # a functional zone counts with its district
        ("天津空港经济区西三道", "120116"),
        ("天津市塘沽新港路", "120116"),  # of before the reform
        ("天津市蓟县渔阳镇", "120119"),
        ("静海县团泊新城", "120118"),
        ("天津市河北区中山路", "120105"),
    ],
)
@pytest.mark.clause("五(二)3(3)-2")
def test_地址写明的区(address: str, code: str) -> None:
    """The district's name, or a name it had, or that of a zone in it."""
    assert district_of(address, DISTRICTS) == code


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("天津市友谊大道18号", ()),
        ("天津工业园（筹）一期", ()),
        ("天津市和平区与河西区交界处", ("和平区", "河西区")),
        ("和平路100号", ()),  # 和平路 is not 和平区
        ("", ()),
    ],
)
def test_不写明就由人判断(address: str, found: tuple[str, ...]) -> None:
    """None or two: a person decides, and is told what was found."""
    with pytest.raises(DistrictUnclear) as unclear:
        district_of(address, DISTRICTS)
    assert unclear.value.found == found


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("河北省廊坊市和平区", "河北省"),
        ("北京市朝阳区", "北京市"),
        ("中国山东省济南市", "山东省"),
        ("上海浦东", "上海"),
    ],
)
def test_外省市的地址(address: str, place: str) -> None:
    """Another province is named; 河北区 of Tianjin is not 河北省."""
    with pytest.raises(OutsideCity) as outside:
        district_of(address, DISTRICTS)
    assert outside.value.place == place
