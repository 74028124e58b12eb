"""The city of the rehearsal: the acceptance scenario's tables (requirements (g0)–(g2)), made by
rule and without chance. Data only; the story (story/) plays it through the rooms' actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from duibiao.core.identify.uscc import ALPHABET, check_digit, organisation_check_digit

LETTERS = "ABCDEFGHJKLMNPQR"  # one per district in the code; I and O are not in the alphabet


@dataclass(frozen=True, slots=True)
class District:
    """A district and what it declares: how many, how many of them small or medium."""

    code: str
    name: str
    declared: int
    sme: int
    leaves: int = 0  # how many withdraw after filing (the last ones)


DISTRICTS = (
    District("120116", "滨海新区", 51, 21, 1),
    District("120101", "和平区", 2, 1),
    District("120102", "河东区", 2, 1),
    District("120103", "河西区", 3, 2),
    District("120104", "南开区", 2, 1),
    District("120105", "河北区", 2, 1),
    District("120106", "红桥区", 2, 1),
    District("120110", "东丽区", 15, 6),
    District("120111", "西青区", 16, 7, 1),
    District("120112", "津南区", 15, 6),
    District("120113", "北辰区", 15, 6),
    District("120114", "武清区", 15, 6),
    District("120115", "宝坻区", 15, 6),
    District("120117", "宁河区", 15, 6),
    District("120118", "静海区", 15, 6),
    District("120119", "蓟州区", 15, 6),
)


@dataclass(frozen=True, slots=True)
class Trade:
    """What an enterprise does: an industry of GB/T 4754 or a 业态, and what it makes."""

    industry: str
    format: str
    noun: str
    product: str
    service: bool = False


# By k mod 10 (g2). G59 alone does not decide the size (装卸搬运 or 仓储), so its firms say which.
TRADES = {
    1: Trade("C36", "", "汽车部件", "汽车制动盘"),
    2: Trade("C27", "", "制药", "口服固体制剂包装片"),
    3: Trade("C39", "", "电子", "电子控制模块"),
    4: Trade("C38", "", "电器", "低压开关"),
    5: Trade("C13", "", "食品", "脱水蔬菜"),
    6: Trade("C37", "", "轨道装备", "轨道车辆减振器"),
    7: Trade("I65", "", "软件", "数据管理软件服务", service=True),
    8: Trade("G5930", "", "仓储", "冷链仓储服务", service=True),
    9: Trade("", "Y01", "共享科技", "共享出行服务", service=True),
    0: Trade("", "Y02", "数字创意", "数字展陈体验服务", service=True),
}
NAMES = "华兴津海天元瑞泰恒信盛达新源博远金辉长润同创嘉德宏业正阳"


@dataclass(frozen=True, slots=True)
class Firm:
    """One enterprise of the scenario. `k` is its place among those that stay (0: it leaves)."""

    district: District
    number: int
    k: int
    sme: bool

    @property
    def code(self) -> str:
        """The scenario's own number, T-120116-001."""
        return f"T-{self.district.code}-{self.number:03d}"

    @property
    def uscc(self) -> str:
        """Its credit code, valid by GB 32100."""
        return credit_code(self.district.code, LETTERS[DISTRICTS.index(self.district)], self.number)

    @property
    def trade(self) -> Trade:
        """By its place; those that leave make car parts."""
        return TRADES[self.k % 10] if self.k else TRADES[1]

    @property
    def name(self) -> str:
        """A name of its own."""
        place = (DISTRICTS.index(self.district) * 53 + self.number) * 2
        first = NAMES[place % len(NAMES)] + NAMES[(place * 7 // 3 + 5) % len(NAMES)]
        return f"天津{self.district.name[:2]}{first}{self.trade.noun}有限公司（{self.number:03d}）"

    @property
    def address(self) -> str:
        """An address in its district."""
        return f"天津市{self.district.name}创新路{self.number}号"

    @property
    def employees(self) -> int:
        """At the year's end."""
        return 200 if self.sme else 3000

    @property
    def revenue(self) -> Decimal:
        """万元."""
        return Decimal(8000) if self.sme else Decimal(150000)

    @property
    def assets(self) -> Decimal:
        """万元."""
        return Decimal(6000) if self.sme else Decimal(200000)

    @property
    def outcome(self) -> str:
        """What the benchmark will say (g0): 0 → L, 1–5 → A, 6–9 → P, 10 → N, by k mod 11."""
        return "LAAAAAPPPPN"[self.k % 11]

    @property
    def values(self) -> tuple[str, str, str, str]:
        """What its standard promises for the four indicators."""
        return VALUES[self.outcome]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One of the four indicators of every product of the scenario."""

    name: str
    unit: str
    direction: str
    method: str
    core: bool


INDICATORS = (
    Indicator("耐久", "h", "larger", "GB/T 2423.3-2016 第6章", core=True),
    Indicator("能耗", "kWh", "smaller", "GB/T 2589-2020 第5章", core=True),
    Indicator("噪声", "dB", "smaller", "GB/T 3767-2016 第8章", core=False),
    Indicator("安全等级", "", "ordinal", "GB/T 20002.4-2015 第4章", core=False),
)
VALUES = {
    "L": ("≥8000", "≤0.45", "≤55", "A级"),
    "A": ("≥6000", "≤0.55", "≤60", "B级"),
    "P": ("≥4500", "≤0.66", "≤58", "B级"),
    "N": ("≥2500", "≤0.90", "≤66", "C级"),
}


def credit_code(region: str, letter: str, number: int) -> str:
    """A valid code: 91, region, MA05, letter, number, both check digits."""
    body = f"MA05{letter}{number:03d}"
    first = f"91{region}{body}{organisation_check_digit(body)}"
    return first + check_digit(first)


def broken(code: str) -> str:
    """The code with its last character changed: never valid."""
    return code[:-1] + ALPHABET[(ALPHABET.index(code[-1]) + 1) % len(ALPHABET)]


def firms() -> tuple[Firm, ...]:
    """All 200, in district order; those that stay are numbered k = 1 … 198."""
    return tuple(_numbered())


def _numbered() -> Iterator[Firm]:
    k = 0
    for district in DISTRICTS:
        for number in range(1, district.declared + 1):
            stays = number <= district.declared - district.leaves
            k += stays
            yield Firm(district, number, k if stays else 0, number <= district.sme)


@dataclass(frozen=True, slots=True)
class Lead:
    """One line of a lead sheet."""

    kind: str  # enterprise | industry | format
    name: str
    uscc: str
    address: str
    industry: str
    reason: str


# Who knows how many (step 8); the first twelve of 工信 are also on the list of 发改.
CITY_LEADS = {
    "tj-development": 35,
    "tj-industry": 60,
    "tj-agriculture": 20,
    "tj-commerce": 25,
    "tj-tourism": 10,
}
TWICE = 12
UNCLEAR_ADDRESSES = (
    "天津市友谊大道18号",
    "天津市和平区与河西区交界处南京路1号",
    "天津工业园（筹）一期",
)


def city_leads() -> dict[str, list[Lead]]:
    """150 lines of five departments: 138 different ones, 3 of them with an address that names no
    single district."""
    known = [_lead_of(firm) for firm in firms()[:135]]
    unclear = [
        Lead("enterprise", f"天津待核实企业{n}", credit_code("120100", "T", n), address, "C36", "")
        for n, address in enumerate(UNCLEAR_ADDRESSES, 1)
    ]
    different = known + unclear
    sheets: dict[str, list[Lead]] = {}
    begin = 0
    for office, count in CITY_LEADS.items():
        again = TWICE if office == "tj-industry" else 0
        fresh = different[begin : begin + count - again]
        sheets[office] = sheets.get("tj-development", [])[:again] + fresh
        begin += count - again
    return sheets


def district_leads(district: District, field: str) -> list[Lead]:
    """Three lines of a district's department: two enterprises and an industry."""
    own = [firm for firm in firms() if firm.district is district]
    place = ("development", "industry", "agriculture", "commerce", "tourism").index(field)
    first, second = own[place % len(own)], own[(place + 1) % len(own)]
    trade = first.trade
    industry = Lead(
        *("industry", f"{district.name}{trade.noun}产业", "", ""),
        trade.industry or "C36",
        "本区特色产业集群",
    )
    return [_lead_of(first), _lead_of(second), industry]


def _lead_of(firm: Firm) -> Lead:
    return Lead(
        *("enterprise", firm.name, firm.uscc, firm.address),
        firm.trade.industry,
        "标准化基础较好",
    )
