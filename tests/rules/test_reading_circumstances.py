"""What stands around a limit: basis, condition, method, statistic."""

from __future__ import annotations

import pytest

from tests.rules.readings import reading

CIRCUMSTANCES = [
    ("以干基计≤20", "(-∞, 20] | basis=以干基计"),
    ("水萃取法≤75", "(-∞, 75] | method=水萃取法"),
    ("≥标称值的90%", "[90, ∞) % | basis=标称值"),
    ("不小于公称值的95%", "[95, ∞) % | basis=公称值"),
    ("98%（合格率）", "[98, 98] % | condition=合格率 {bare}"),
    ("48 h内送达", "(-∞, 48] h | subject=送达"),
    ("单个值≥27 J", "[27, ∞) J | statistic=each"),
    ("20 ℃ 下≥5", "[5, ∞) | condition=20 ℃"),
    ("20 ℃时≥5", "[5, ∞) | condition=20 ℃"),
    ("在25℃时 ≤3", "(-∞, 3] | condition=25℃"),
    ("在25 ℃条件下不大于3", "(-∞, 3] | condition=25 ℃"),
    ("80 ℃、100 h后≥5", "[5, ∞) | condition=80 ℃、100 h"),
    ("80℃，100h后≥5", "[5, ∞) | condition=80℃，100h"),
    ("≥200（20 ℃，12 MPa）", "[200, ∞) | condition=20 ℃，12 MPa"),
    ("≤45（2.5 kW～4.5 kW，声压级）", "(-∞, 45] | basis=声压级 | condition=2.5 kW~4.5 kW"),
    ("≤60（声功率级）", "(-∞, 60] | basis=声功率级"),
    ("≤50（以NO3-计）", "(-∞, 50] | basis=以NO3-计"),
    ("≤20（以N计）", "(-∞, 20] | basis=以N计"),
    ("≤20 mg/kg（以干基计）", "(-∞, 20] mg/kg | basis=以干基计"),
    ("≤20 mg/kg 以N计", "(-∞, 20] mg/kg | basis=以N计"),
    ("≤20 mg/kg干基", "(-∞, 20] mg/kg | basis=干基"),
    ("≤20（以干基计，GB/T 2912.1）", "(-∞, 20] | basis=以干基计 | method=GB/T 2912.1"),
    ("≤75（水萃取法）", "(-∞, 75] | method=水萃取法"),
    ("≤75（GB/T 2912.1-2009）", "(-∞, 75] | method=GB/T 2912.1-2009"),
    ("≤0.05（总铬）", "(-∞, 0.05] | basis=总铬"),
    ("≤0.006（无机汞）", "(-∞, 0.006] | basis=无机汞"),
    ("≤0.05（六价铬）", "(-∞, 0.05] | basis=六价铬"),
    ("≤0.01（即食状态）", "(-∞, 0.01] | basis=即食状态"),
    ("≤5%（v/v）", "(-∞, 5] % | basis=v/v"),
    ("≤0,0010 %（质量分数）", "(-∞, 0.0010] % | basis=质量分数 {decimal_comma}"),
    ("±20（of the nominated value）", "[-20, 20] | basis=of the nominated value {tolerance}"),
    ("≤0.2（全长）", "(-∞, 0.2] | condition=全长"),
    ("3.6～9.6（如添加）", "[3.6, 9.6] | condition=如添加"),
    ("<1（消毒前）", "(-∞, 1) | condition=消毒前"),
    ("≤0.124（E1）", "(-∞, 0.124] | remark=E1"),
    ("≤0.025（ENF级）", "(-∞, 0.025] | remark=ENF级"),
    ("10～70（70为GUL）", "[10, 70] | remark=70为GUL"),
    ("≥0.45（上限N.S.）", "[0.45, ∞) | remark=上限N.S."),
    ("≤5（见附录A）", "(-∞, 5] | remark=见附录A"),
    ("平均值≤0.3", "(-∞, 0.3] | statistic=mean"),
    ("最大值≤0.4", "(-∞, 0.4] | statistic=max"),
    ("每个≥27 J", "[27, ∞) J | statistic=each"),
    ("单点≤3.5", "(-∞, 3.5] | statistic=each"),
    ("中位数≤5", "(-∞, 5] | statistic=median"),
    ("P95≤5 ms", "(-∞, 5] ms | statistic=p95"),
    ("≤0.3（平均值）", "(-∞, 0.3] | statistic=mean"),
    ("四点平均≤3.0", "(-∞, 3.0] | statistic=mean"),
    ("mean ≤0.3", "(-∞, 0.3] | statistic=mean"),
    ("各化合物实测浓度与其限值比值之和≤1", "(-∞, 1] | subject=各化合物实测浓度与其限值比值之和"),
    ("比值之和≤1", "(-∞, 1] | subject=比值之和"),
    ("最大鞍座高度≥635", "[635, ∞) | subject=最大鞍座高度"),
    ("甲醛≤75", "(-∞, 75] | subject=甲醛"),
    ("大肠菌群≤10 CFU/g", "(-∞, 10] CFU/g | subject=大肠菌群"),
    ("PM2.5≤35 μg/m³", "(-∞, 35] μg/m³ | subject=PM2.5"),
    ("Rt0.5≥360 MPa", "[360, ∞) MPa | subject=Rt0.5"),
    ("NO2≤40", "(-∞, 40] | subject=NO2"),
    ("长期使用温度不低于80 ℃", "[80, ∞) ℃ | subject=长期使用温度"),
    ("使用寿命不少于8年", "[8, ∞) 年 | subject=使用寿命"),
    ("深色≥3", "[3, ∞) | condition=深色"),
    ("粉状≤0.020", "(-∞, 0.020] | condition=粉状"),
    ("出厂水≥0.3", "[0.3, ∞) | condition=出厂水"),
    ("用户端≥0.2", "[0.2, ∞) | condition=用户端"),
    ("<750（单机分体，制冷剂充注量<3 kg）", "(-∞, 750) | condition=单机分体，制冷剂充注量<3 kg"),
    ("≤30（光泽≤25）", "(-∞, 30] | condition=光泽≤25"),
    ("≥15（长度>1 000 mm）", "[15, ∞) | condition=长度>1 000 mm"),
    ("无破裂、无渗漏（≥100 h）", "[100, ∞) h | remark=无破裂、无渗漏"),
    (
        "No failure during test period（≥100 h）",
        "[100, ∞) h | remark=No failure during test period",
    ),
    ("铬（六价）≤0.05", "(-∞, 0.05] | subject=铬 | basis=六价"),
    ("pH：4.0～7.5", "[4.0, 7.5] | subject=pH"),
    ("（≤20）", "(-∞, 20]"),
    ("≤20（（总铬））", "(-∞, 20] | condition=(总铬)"),
]


@pytest.mark.clause("附.19-1")
@pytest.mark.parametrize(("cell", "expected"), CIRCUMSTANCES, ids=[row[0] for row in CIRCUMSTANCES])
def test_what_stands_around_a_limit_is_kept(cell: str, expected: str) -> None:
    """Words and brackets around a limit end in its terms and are never stripped: 以N计 is a
    basis, 20 ℃ a condition, GB/T 2912.1 a method, 平均值 a statistic.
    """
    assert reading(cell) == expected
