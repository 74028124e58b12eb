"""Names meet: what decides whether an enterprise's wording means the scheme's indicator.

Sources of the terms: GB 18401, GB 31701, GB 17761, GB 21455, GB 5749, GB 10765, GB/T 9711,
GB/T 228.1, GB/T 13663.2, GB 18580, GB 18582, GB/T 1499.2, GB 31605 and the ISO, EN and Codex
standards beside them. Each table's key is the reason the pair must be decided by.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.identify.indicator_name import Certainty, Why, match_name, rank
from duibiao.core.identify.name_words import lexicon

SAME = {
    "synonym": """
        甲醛 | 甲醛含量
        游离甲醛 | 甲醛含量
        游离甲醛含量 | 甲醛
        含甲醛量 | 甲醛含量
        甲醛（HCHO） | 甲醛含量
        Formaldehyde | 甲醛含量
        formaldehyde content | 甲醛含量
        水解甲醛 | 游离甲醛
        pH | pH值
        PH值 | pH值
        ph | pH
        酸碱度 | pH值
        ＰＨ值 | pH值
        水萃取液pH值 | pH值
        禁用偶氮染料 | 可分解致癌芳香胺染料
        可分解芳香胺染料 | 可分解致癌芳香胺染料
        偶氮染料 | 禁用偶氮染料
        铅 | Pb
        铅 | 总铅
        铅含量 | 总铅含量
        总铅（Pb）含量 | 铅(Pb)
        lead | 铅
        铅（以Pb计） | 铅
        镉（Cd） | 镉
        总砷 | 砷
        总砷（以As计） | As
        六价铬 | 铬（六价）
        Cr(VI) | 六价铬
        Cr6+ | 铬（六价）
        Cr⁶⁺ | 六价铬
        铬（Ⅵ） | 六价铬
        可萃取铅 | 可萃取重金属铅
        可萃取的重金属铅 | 可萃取铅
        可溶性铅 | 铅（可溶性）
        可溶性重金属镉（Cd） | 可溶性镉
        硝酸盐（以N计） | 硝酸盐氮
        NO3-N | 硝酸盐（以N计）
        硝酸盐(以硝酸根计) | 硝酸盐（以NO3-计）
        硝酸盐，以N计 | 硝酸盐（以 N 计）
        nitrate as N | 硝酸盐（以N计）
        氨氮 | 氨（以N计）
        总磷(以P计) | 总磷
        耗氧量（CODMn法，以O2计） | 高锰酸盐指数（以O2计）
        耐水色牢度 | 色牢度（耐水）
        耐水色牢度 | 耐水色牢度（变色、沾色）
        水渍牢度 | 耐水色牢度
        耐干摩擦色牢度 | 耐摩擦色牢度（干）
        干摩 | 耐干摩擦色牢度
        耐摩擦色牢度（干摩） | 干摩擦色牢度
        色牢度-耐湿摩擦 | 湿摩擦牢度
        耐汗渍色牢度（酸、碱） | 汗渍牢度
        耐酸汗渍色牢度 | 耐汗渍色牢度（酸）
        耐唾液 | 耐唾液色牢度
        耐光色牢度 | 日晒牢度
        colour fastness to water | 耐水色牢度
        缩水率 | 水洗尺寸变化率
        整车重量 | 整车质量
        座高 | 鞍座高度
        轴距 | 前后轮中心距
        最高车速 | 最高设计车速
        干态制动距离（前后闸） | 干态制动距离（同时使用前后闸）
        干态刹车距离（单用后闸，25 km/h） | 干态制动距离（单用后闸，25km/h）
        后闸干态制动距离 | 干态制动距离（单用后闸）
        电机功率 | 电动机额定连续输出功率
        电池电压 | 蓄电池标称电压
        喇叭声级 | 鸣号装置声压级
        防水等级 | 电气部件防护等级
        APF | 全年能源消耗效率（APF）
        SEER | 制冷季节能效比（SEER）
        室内机噪声 | 室内侧噪音
        内机噪声 | 噪声（室内机）
        GWP | 制冷剂全球变暖潜能值（GWP）
        大肠杆菌 | 大肠埃希氏菌
        E. coli | 大肠埃希氏菌
        细菌总数 | 菌落总数
        氯仿 | 三氯甲烷
        浊度 | 浑浊度
        余氯 | 游离氯
        游离余氯 | 游离氯（末梢水余量）
        THMs | 三卤甲烷（总量）
        F- | 氟化物
        氟化物（以F-计） | 氟化物
        热量 | 能量
        粗脂肪 | 脂肪
        VC | 维生素C
        抗坏血酸 | 维生素C
        DHA | 二十二碳六烯酸（DHA）
        AFM1 | 黄曲霉毒素M1
        阪崎肠杆菌 | 克罗诺杆菌属（阪崎肠杆菌）
        沙门菌 | 沙门氏菌
        碳含量 | 碳C
        C | 碳
        Rm | 抗拉强度Rm
        拉伸强度 | 抗拉强度
        屈服强度Rt0.5 | Rt0.5
        屈强比 | 屈强比Rt0.5/Rm
        Y/T | 屈强比
        屈服强度与抗拉强度之比 | 屈强比
        抗拉强度与屈服强度之比 | 强屈比
        夏比V型缺口冲击功 | 夏比冲击吸收能量
        拉断伸长率 | 断裂伸长率
        最大力总延伸率 | 最大力总伸长率Agt
        壁厚允许偏差 | 壁厚偏差
        剩磁 | 管端剩磁
        弯曲度 | 直度（全长）
        80℃165h静液压 | 静液压强度（80 ℃，165 h）
        静液压强度（80 ℃，1000 h） | 静液压强度（80 ℃，1 000 h）
        氧化诱导期(200℃)/min | 氧化诱导时间（200 ℃）
        熔体质量流动速率 | MFR
        熔指 | 熔体质量流动速率（MFR）
        MFR变化率 | 熔体质量流动速率变化率
        碳黑含量 | 炭黑含量
        炭黑分散等级 | 炭黑分散
        含水率 | 水分含量
        挥发份 | 挥发分含量
        甲醛释放限量 | 甲醛释放量
        干燥器法甲醛 | 甲醛释放量（干燥器法）
        穿孔值 | 甲醛含量（穿孔萃取法）
        内胶合强度 | 内结合强度
        24h吸水厚度膨胀率 | 吸水厚度膨胀率（24 h）
        VOC含量 | 挥发性有机化合物（VOC）含量
        挥发性有机化合物 | VOC
        苯系物 | 苯系物总和含量
        APEO | 烷基酚聚氧乙烯醚总和含量
        洗刷次数 | 耐洗刷性
        邻苯二甲酸酯 | 邻苯二甲酸酯增塑剂
        增塑剂 | 邻苯二甲酸酯
        DEHP | 邻苯二甲酸二(2-乙基)己酯（DEHP）
        冷冻运输温度 | 冷冻品运输温度
        员工培训 | 人员培训
        D+3准时率 | 跨境寄递时限达成率（D+3）
        滚阻系数 | 滚动阻力系数
        湿抓着指数 | 湿路面相对抓着性能指数
        荷电保持能力 | 荷电保持率
        准点率 | 列车正点率
        噪音 | 噪声
        噪声（声功率级） | 声功率级噪声
        断后伸长率A/% | 断后伸长率
        硝酸盐（NO3-） | 硝酸盐（以NO3-计）
        TVOC释放量 | 总挥发性有机化合物（TVOC）
        Indoor unit noise | 室内机噪声
        Total lead | 总铅含量
    """,
    "identical": """
        甲醛含量(mg/kg) | 甲醛含量
        甲醛含量/(mg/kg) | 甲醛含量
        甲醛含量，mg/kg | 甲醛含量
        1. 甲醛含量 | 甲醛含量
        （1）甲醛含量 | 甲醛含量
        3.2.1 甲醛含量 | 甲醛含量
        甲醛含量① | 甲醛含量
        甲 醛 含 量 | 甲醛含量
        硝酸盐（以NO3-计） | 硝酸盐（以NO₃⁻计）
        耐水色牢度/级 | 耐水色牢度
        室外机噪声（dB(A)） | 室外机噪声
    """,
    "condition_unstated": """
        壁厚公差 | 壁厚偏差（4.0 mm＜t＜25.0 mm）
        静液压强度（80℃，165h） | 静液压强度（80 ℃，165 h，环应力5.4 MPa）
        纵向回缩率 | 纵向回缩率（110 ℃）
        OIT | 氧化诱导时间（200 ℃）
        炭黑质量分数 | 炭黑含量（黑色）
        甲醛释放量（气候箱法） | 甲醛释放量（1 m³气候箱法）
        TVOC | 总挥发性有机化合物（TVOC，72 h）
        MOR | 静曲强度（12 mm＜t≤19 mm）
        静曲强度 | 静曲强度（12 mm＜t≤19 mm）
        对比率 | 对比率（白色和浅色）
        甲醛含量（GB/T 2912.1） | 甲醛含量
        甲醛含量≤20mg/kg | 甲醛含量
        pH（25℃） | pH
    """,
}

DIFFERENT = {
    "condition_differs": """
        甲醛含量（GB/T 2912.1） | 甲醛含量（GB/T 19941）
        抗压强度（3 d） | 抗压强度（28 d）
        熔体流动速率(190℃/5kg) | 熔体流动速率(190℃/2.16kg)
        静液压强度（20 ℃，100 h） | 静液压强度（80 ℃，165 h）
        静液压强度（80 ℃，165 h） | 静液压强度（80 ℃，1 000 h）
        氧化诱导时间（200 ℃） | 氧化诱导时间（210 ℃）
        24 h吸水厚度膨胀率 | 2 h吸水厚度膨胀率
        静曲强度（6 mm＜t≤9 mm） | 静曲强度（12 mm＜t≤19 mm）
    """,
    "other_characteristic": """
        Co | CO
        断裂伸长率 | 断裂强力
        总氮 | 氨氮
        滚动阻力系数 | 湿路面相对抓着性能指数
        鞍座高度 | 前后轮中心距
        总硬度 | 硬度
        PM2.5 | PM10
        水分 | 灰分
        酸值 | 过氧化值
        蛋白质 | 水分
        耐洗刷性 | 对比率
        断后伸长率 | 断裂伸长率
        碘含量 | 碘值
        冲击韧性 | 夏比冲击功
    """,
    "method_differs": """
        开口闪点 | 闭口闪点
        甲醛释放量（气候箱法） | 甲醛释放量（干燥器法）
    """,
    "stage_differs": """
        初凝时间 | 终凝时间
        表干时间 | 实干时间
        冷冻运输温度 | 冷藏运输温度
        初始粘度 | 老化后粘度
    """,
    "form_differs": """
        可萃取铅 | 总铅
        可溶性铅 | 总铅
        六价铬 | 总铬
        三价铬 | 六价铬
        无机砷 | 总砷
        甲基汞 | 总汞
        游离甲醛 | 总甲醛
        游离氯 | 总氯
        运动粘度 | 动力粘度
        可迁移元素铅 | 总铅
        可溶性铅 | 可萃取铅
        总铬 | 铬（六价）
    """,
    "distinct_terms": """
        可萃取铅 | 可萃取镉
        铅 | 镉
        硝酸盐（以N计） | 亚硝酸盐（以N计）
        硝酸盐 | 亚硝酸盐
        断裂伸长率 | 最大力总伸长率
        断后伸长率 | 最大力总延伸率
        断裂强力 | 断裂强度
        断裂强力 | 撕破强力
        熔体质量流动速率 | 熔体体积流动速率
        强屈比 | 屈强比
        强屈比 | 超屈比
        屈服强度 | 屈强比
        抗拉强度 | 强屈比
        抗拉强度 | 屈服强度
        APF | SEER
        SEER | SCOP
        SCOP | HSPF
        EER | COP
        制冷量 | 制热量
        三氯甲烷 | 三卤甲烷（总量）
        苯 | 苯系物总和
        苯 | 甲苯
        黄曲霉毒素M1 | 黄曲霉毒素B1
        黄曲霉毒素M1 | 黄曲霉毒素
        维生素A | 维生素D
        维生素B1 | 维生素B2
        溴酸盐 | 氯酸盐
        氯酸盐 | 亚氯酸盐
        总大肠菌群 | 大肠埃希氏菌
        菌落总数 | 霉菌
        CODMn | CODCr
        VOC含量 | SVOC含量
        炭黑含量 | 炭黑分散
        密度 | 表观密度
        壁厚偏差 | 外径偏差
        裂纹敏感率CSR | 裂纹长度率CLR
        内结合强度 | 静曲强度
        静曲强度 | 弹性模量
        耐酸性 | 耐碱性
        跨境寄递时限达成率（D+3） | 跨境寄递可靠性（D+5）
        自放电率 | 荷电保持率
        容量保持率 | 容量恢复率
        列车正点率 | 列车服务可靠度
        透湿量 | 透气率
        超速提示音声压级 | 鸣号装置声压级
        铁 | 锌
        pH值 | 酸度
        吸水率 | 含水率
        全年能源消耗效率（APF） | 能效等级
    """,
    "basis_differs": """
        硝酸盐（以N计） | 硝酸盐（以NO3-计）
        硝酸盐氮 | 硝酸盐（以NO₃⁻计）
    """,
    "quantity_differs": """
        甲醛含量 | 甲醛释放量
        甲醛释放量（1 m³气候箱法） | 甲醛含量（穿孔萃取法）
        VOC释放量 | VOC含量
        铅迁移量 | 铅含量
        镍释放量 | 镍含量
    """,
    "derived_differs": """
        熔体质量流动速率 | 熔体质量流动速率变化率
        MFR | MFR变化率
        制冷量 | 实测制冷量与额定制冷量之比
        制冷消耗功率 | 制冷消耗功率与额定值之比
        壁厚 | 壁厚偏差
        拉伸强度保持率 | 拉伸强度
        拉伸强度变化率 | 拉伸强度保持率
        甲醛去除率 | 甲醛含量
    """,
    "position_differs": """
        上屈服强度 | 下屈服强度
        干态制动距离（同时使用前后闸） | 干态制动距离（单用后闸）
        前闸制动距离 | 后闸制动距离
    """,
    "place_differs": """
        室内机噪声 | 室外机噪声
    """,
    "sound_differs": """
        室内机噪声（声压级） | 室内机噪声（声功率级）
    """,
    "wetness_differs": """
        耐干摩擦色牢度 | 耐湿摩擦色牢度
        干摩 | 湿摩
        干态制动距离 | 湿态制动距离
        干态制动距离（同时使用前后闸，25 km/h） | 湿态制动距离（同时使用前后闸，16 km/h）
    """,
    "fastness_differs": """
        耐水色牢度 | 耐汗渍色牢度
        耐水色牢度 | 耐唾液色牢度
        耐皂洗色牢度 | 耐水色牢度
        耐干洗色牢度 | 耐皂洗色牢度
    """,
    "acidity_differs": """
        耐酸汗渍色牢度 | 耐碱汗渍色牢度
        耐汗渍色牢度（酸） | 耐汗渍色牢度（碱）
    """,
    "rating_differs": """
        耐水色牢度（变色） | 耐水色牢度（沾色）
    """,
    "extremum_differs": """
        最大压力 | 最小压力
        最高温度 | 最低温度
    """,
    "sum_differs": """
        DEHP | 邻苯二甲酸酯总量
        DEHP | DBP
        DEHP+DBP+BBP | DINP+DIDP+DNOP
        PFOA | PFOS
    """,
    "hardness_differs": """
        维氏硬度 | 布氏硬度
    """,
    "orientation_differs": """
        横向抗拉强度 | 纵向抗拉强度
        夏比冲击功（横向） | 夏比冲击功（纵向）
    """,
    "port_differs": """
        输入功率 | 输出功率
        输入电压 | 输出电压
    """,
    "load_differs": """
        空载噪声 | 满载噪声
    """,
}

ASKED = {
    "form_unstated": """
        可萃取铅 | 铅
        可溶性镉 | 镉
        六价铬 | 铬
        VOC | TVOC
        灰分 | 酸不溶灰分
        饱和脂肪 | 脂肪
        总厚度 | 厚度
    """,
    "basis_unstated": """
        硝酸盐 | 硝酸盐（以N计）
    """,
    "quantity_unstated": """
        甲醛 | 甲醛释放量
    """,
    "method_unstated": """
        甲醛释放量 | 甲醛释放量（干燥器法）
    """,
    "place_unstated": """
        室内机噪声 | 噪声
    """,
    "wetness_unstated": """
        耐摩擦色牢度 | 耐湿摩擦色牢度
    """,
    "sum_unstated": """
        DEHP | 邻苯二甲酸酯
        PFOA | 全氟化合物（PFAS）
    """,
    "condition_unstated": """
        静液压强度 | 静液压强度（80 ℃，165 h，环应力5.4 MPa）
    """,
    "similar_wording": """
        长度偏差 | 宽度偏差
        耐热性 | 耐寒性
        反式脂肪酸 | 脂肪
        钙磷比 | 磷钙比
        低温稳定性 | 热稳定性
        最大运行制冷 | 最小运行制冷
        婴幼儿服装甲醛含量 | 甲醛含量
    """,
    "hardness_unstated": """
        硬度 | 维氏硬度
    """,
    "extremum_unstated": """
        额定功率 | 最大功率
    """,
    "stage_unstated": """
        尺寸变化率 | 水洗尺寸变化率
    """,
    "acidity_unstated": """
        耐酸汗渍色牢度 | 耐汗渍色牢度（酸、碱）
    """,
}


def pairs(table: dict[str, str]) -> list[tuple[str, str, str]]:
    """(one name, other name, reason) of every line of a table."""
    found = []
    for reason, lines in table.items():
        for line in lines.strip().splitlines():
            ours, theirs = (name.strip() for name in line.split(" | "))
            found.append((ours, theirs, reason))
    return found


@pytest.mark.parametrize(("ours", "theirs", "why"), pairs(SAME))
def test_同一指标的不同写法(ours: str, theirs: str, why: str) -> None:
    """One indicator: spelling, synonyms, symbols, abbreviations and one condition left unsaid."""
    match = match_name(ours, theirs)
    assert (match.same, match.uncertain, match.code) == (True, False, why)
    assert match.score >= 0.9


@pytest.mark.parametrize(("ours", "theirs", "why"), pairs(DIFFERENT))
def test_字面相近而不是同一指标(ours: str, theirs: str, why: str) -> None:
    """Another indicator: both names state something, and not the same thing."""
    match = match_name(ours, theirs)
    assert (match.same, match.uncertain, match.code) == (False, False, why)
    assert match.score < 0.5


@pytest.mark.parametrize(("ours", "theirs", "why"), pairs(ASKED))
def test_只有一方写明的要问(ours: str, theirs: str, why: str) -> None:
    """To be asked: only one name states what decides. Never assumed to be the same."""
    match = match_name(ours, theirs)
    assert (match.same, match.uncertain, match.code) == (False, True, why)
    assert 0.5 <= match.score < 0.9


@pytest.mark.parametrize(
    ("name", "product"),
    [
        ("婴幼儿服装甲醛含量", "婴幼儿针织服装"),
        ("服装的甲醛含量", "婴幼儿针织服装"),
        ("室内装饰用人造板甲醛含量", "室内装饰用人造板"),
        ("中密度纤维板甲醛含量", "室内装饰用人造板（中密度纤维板）"),
    ],
)
def test_产品名写在指标前面(name: str, product: str) -> None:
    """The product's name before the indicator's adds nothing, when the product is known."""
    assert match_name(name, "甲醛含量", product=product).why is Why.PRODUCT_PREFIX
    assert match_name("甲醛含量", name, product=product).why is Why.PRODUCT_PREFIX
    assert match_name(name, "甲醛含量").uncertain


@pytest.mark.parametrize(
    ("ours", "theirs", "product"),
    [
        ("冷藏品运输温度", "冷冻品运输温度", "冷藏冷冻快递（冷链快递）服务"),
        ("冷藏运输温度", "运输温度", "冷藏冷冻快递（冷链快递）服务"),
        ("电动机效率", "机效率", "电动自行车"),
    ],
)
def test_产品名中的字不能随意去掉(ours: str, theirs: str, product: str) -> None:
    """Only a prefix that ends as the product ends is its name; its other words may decide."""
    assert not match_name(ours, theirs, product=product).same


@pytest.mark.parametrize(
    ("ours", "theirs", "synonyms"),
    [
        ("镉", "可溶性重金属镉（Cd）", ("镉", "可溶性镉")),
        ("断后伸长率", "断裂伸长率", ("伸长率", "断后伸长率")),
        ("干态制动距离", "干态制动距离（同时使用前后闸，25 km/h）", ("干态制动距离",)),
    ],
)
def test_方案列出的别名算同一指标(ours: str, theirs: str, synonyms: tuple[str, ...]) -> None:
    """What the scheme lists as another name is one."""
    assert not match_name(ours, theirs).same
    assert match_name(ours, theirs, synonyms=synonyms).why is Why.SCHEME_SYNONYM


@pytest.mark.parametrize(
    ("ours", "theirs", "synonyms"),
    [
        ("硝酸盐", "硝酸盐（以N计）", ("硝酸盐氮", "硝酸盐")),
        ("制冷量", "实测制冷量与额定制冷量之比", ("制冷量",)),
        ("HSPF", "制热季节性能系数（SCOP）", ("SCOP", "HSPF")),
        ("PFOA", "全氟化合物（PFAS）", ("PFOA", "PFOS")),
    ],
)
def test_别名掩盖了差别的仍要问(ours: str, theirs: str, synonyms: tuple[str, ...]) -> None:
    """A listed name that hides a basis, a ratio or a sum is still asked."""
    match = match_name(ours, theirs, synonyms=synonyms)
    assert match.uncertain
    assert not match.same


def test_别名不能推翻已写明的差别() -> None:
    """以NO3-计 against 以N计 stays different, whatever the scheme lists."""
    match = match_name("硝酸盐（以NO3-计）", "硝酸盐（以N计）", synonyms=("硝酸盐",))
    assert (match.same, match.code) == (False, "basis_differs")


def test_整段文字不是名称() -> None:
    """A pasted paragraph is refused quickly instead of searched."""
    paragraph = "甲醛含量应符合附录A的规定。" * 3000
    assert match_name(paragraph, "甲醛含量").score == 0


KNITWEAR = {
    "甲醛含量": ("甲醛",),
    "总铅": ("铅",),
    "可萃取铅": ("萃取铅",),
    "耐干摩擦色牢度": (),
    "耐湿摩擦色牢度": (),
}


@pytest.mark.parametrize(
    ("name", "best"),
    [
        ("游离甲醛(mg/kg)", "甲醛含量"),
        ("铅（Pb）", "总铅"),
        ("可萃取重金属铅", "可萃取铅"),
        ("湿摩", "耐湿摩擦色牢度"),
    ],
)
def test_在候选指标中选定一个(name: str, best: str) -> None:
    """Sure when exactly one candidate is the same."""
    found = rank(name, KNITWEAR).best
    assert found is not None
    assert found.name == best


def test_几个都可能时不选() -> None:
    """耐摩擦色牢度 may be the dry or the wet one: both come first, neither is chosen."""
    ranking = rank("耐摩擦色牢度", KNITWEAR)
    assert ranking.certainty is Certainty.UNCERTAIN
    assert ranking.best is None
    assert {one.name for one in ranking.ranked[:2]} == {"耐干摩擦色牢度", "耐湿摩擦色牢度"}


def test_没有对应指标时不凑() -> None:
    """Nothing fits: none, though some candidate always scores highest."""
    assert rank("整车质量", KNITWEAR).certainty is Certainty.NONE
    assert rank("", KNITWEAR).certainty is Certainty.NONE


WORDINGS = sorted(
    {name for table in (SAME, DIFFERENT, ASKED) for a, b, _ in pairs(table) for name in (a, b)}
)
NAMES = st.one_of(
    st.sampled_from(WORDINGS),
    st.lists(st.sampled_from(sorted(lexicon().folded)), min_size=1, max_size=4).map("".join),
    st.text(max_size=20),
)


@given(NAMES, NAMES, st.sampled_from([None, "婴幼儿针织服装", "电动自行车"]))
def test_先后次序不影响结论(ours: str, theirs: str, product: str | None) -> None:
    """match_name is symmetric: same, score, uncertainty and reason."""
    one, other = (
        match_name(ours, theirs, product=product),
        match_name(theirs, ours, product=product),
    )
    assert (one.same, one.score, one.uncertain, one.code) == (
        other.same,
        other.score,
        other.uncertain,
        other.code,
    )


@given(NAMES)
def test_名称与自身相同(name: str) -> None:
    """match_name is reflexive for every name that says anything."""
    match = match_name(name, name)
    assert match.same or match.why is Why.EMPTY


@given(NAMES, NAMES)
def test_得分与结论一致(ours: str, theirs: str) -> None:
    """Same from 0.9, asked from 0.5, different below; uncertain is never same."""
    match = match_name(ours, theirs)
    assert 0 <= match.score <= 1
    assert match.same == (match.score >= 0.9)
    assert match.uncertain == (0.5 <= match.score < 0.9)


def test_词表中不相同的词从不判为相同() -> None:
    """Every group of never-equal terms in the lexicon, pair by pair."""
    for group in lexicon().groups:
        terms = sorted(group)
        for place, one in enumerate(terms):
            for other in terms[place + 1 :]:
                assert not match_name(one, other).same, (one, other)
