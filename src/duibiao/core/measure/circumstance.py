"""Words around a limit → of what, when, how: never stripped, sorted into `Terms`.

What is not recognised is a condition: the gate then compares only like with like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from duibiao.core.measure.requirement import Terms

STATISTICS = {
    "mean": r"(?:算术)?平均值?|均值|(?:\S{1,3}点|三个|五个|全尺寸)平均值?|mean|average|avg\.?",
    "max": r"最大值?|最高值?|单个最大值|峰值|max(?:imum)?",
    "min": r"最小值?|最低值?|单个最小值|min(?:imum)?",
    "each": r"每个|每件|每一?个样品?|单点|单个|单个值|单值|各点|任一点?|逐个|each|every|individual",
    "median": r"中位数?值?|中值|median",
    "p95": r"P ?95|第?95 ?百分位数?|95 ?% ?分位数?|95th percentile",
}
_STATISTIC = {name: re.compile(words, re.IGNORECASE) for name, words in STATISTICS.items()}

METHOD = re.compile(
    r"(?:GBZ?|YY|HJ|QB|FZ|JB|SN|NY|DB\d\d|ISO|IEC|EN|ASTM|AATCC|DIN|JIS|BS|UL|ANSI|EPA|OECD|AOAC)"
    r"(?:/[TZ])?[ -]?[A-Z]{0,2}[ -]?\d[\d.:-]*.*|.*(?:法|方法\w?|method(?: \w+)?)",
    re.IGNORECASE,
)
BASIS = re.compile(
    "|".join(
        (
            r"(?:以|按|折合?成?|换算成?|折算).{1,24}(?:计算?|表示)|以\S+为基准",
            r"(?:calculated |expressed )?as \S+|(?:of|relative to|based on) .+|total \w+",
            r"总(?:含量|\w{1,2})|(?:无机|有机)\w{1,3}|[二三四六]价\w{0,2}",
            r".*(?:干基|湿基|干重|湿重|干物质|干燥基|脂肪基)(?:计|中)?|dry (?:basis|matter|weight)",
            r"(?:即食|即用)(?:状态)?|扣除?水.*|.*(?:声功率级|声压级)",
            r"(?:质量|体积|摩尔|物质的量)(?:分数|浓度|比)|[vmwVMW]/[vmwVMW]",
            r"(?:可|水)?溶性?|游离|结合态?|可萃取|可溶出?|释放量|含量",
            r"相对于?.+|占.+|.*(?:公称|标称|额定|设计|明示|规定|声明|名义|初始|标示|理论)(?:值|量|容量)的?",
        )
    ),
    re.IGNORECASE,
)
REMARK = re.compile(
    "|".join(
        (
            r"E[012]级?|E_?NF级?|F[☆★]{2,4}|[A-Da-d]类|[IVⅠⅡⅢ]+[级类型]",
            r"(?:见|参见|详见|包括).+|注.*|.*参考.*|.*附录.*|(?:see|note) .*",
            r"[+-]?[\d., ]+(?: ?\S{1,12})?为.+|(?:上|下)限.+|N\.?S\.?|GUL",
            r"限定值|目标值|指导值|推荐性?|暂定|牢固",
            r"shall not be used|not detected|not detectable",
        )
    ),
    re.IGNORECASE,
)
CRITERION = re.compile(r"(?:无|不得?有?|没有|未见|不应|no\b|without\b|not\b)", re.IGNORECASE)
QUANTITY_NOUN = re.compile(
    r".*(?:[量率度比值数系压力差和积距径速温]|尺寸|高度|功率|功耗|能耗|噪声|指数|强力|性能?|电流"
    r"|电阻|光泽|[长宽厚深]|电容|频率|周期|时长|时间|寿命|载荷|负荷|扭矩|伸长|应力|模量|能效|等级|水分|灰分|酸价|水平)",
    re.DOTALL,
)
SUBSTANCE = re.compile(
    r".*(?:[醛铅镉汞砷铬菌酯苯胺烃酚酸盐醇酮醚素氯氟氮磷硫铁锰铜锌铝镍锡锑钡硒硼碳钙钠钾镁]|菌群|毒素|染料|农药|物)",
    re.DOTALL,
)
SYMBOL_NAME = re.compile(r"[A-Za-zα-ωΑ-ΩΔ][\w.,/+*'′₀-₉αβγδ-]{0,15}(?: \w{1,8}){0,2}[+*-]?")
WHEN = re.compile(
    r"(?:在|于|当)?(?P<core>.*?)(?:的?(?:条件|环境|情况|状态)下|下)?(?:时|后)?", re.DOTALL
)
STRONG_SEPARATOR = re.compile(r"[;，\n]|,(?!\d)|(?<!\d),")
LONGEST_MODAL = 24
LEADING = re.compile(r"^(?:在|于|当|其中|且|而|则|若|对于?)\s*")
MODAL = re.compile(
    r"\s*(?:均?应[为是在]?|[应须宜为是在介从:：,，、]|(?<!平)均|控制在|介于|处于|达到"
    r"|between|from|is|shall be|要求)++\s*$"
)


def parts(text: str) -> list[str]:
    """The separate remarks of one bracket; a decimal comma does not separate."""
    return [part.strip() for part in STRONG_SEPARATOR.split(text) if part.strip()]


def statistic(text: str) -> str | None:
    """The statistic a word names: 平均值 → mean."""
    for name, words in _STATISTIC.items():
        if words.fullmatch(text.strip()):
            return name
    return None


def kind(part: str) -> str:
    """Which of the terms a remark is."""
    if statistic(part):
        return "statistic"
    if REMARK.fullmatch(part):
        return "remark"
    if METHOD.fullmatch(part):
        return "method"
    if BASIS.fullmatch(part):
        return "basis"
    return "condition"


def collect(remarks: Iterable[str], terms: Terms | None = None) -> Terms:
    """All remarks into terms; several of one kind are joined by ，in the order written."""
    found = terms or Terms()
    for part in remarks:
        field = kind(part)
        value = {"statistic": statistic(part), "condition": condition(part)}.get(field) or part
        before = getattr(found, field)
        joined = value if before in {None, value} else f"{before}，{value}"
        found = replace(found, **{field: joined})
    return found


def condition(text: str) -> str:
    """20 ℃ 下 and 在20 ℃时 are the condition 20 ℃; words keep their own ending."""
    found = WHEN.fullmatch(text.strip())
    core = found["core"].strip() if found else text
    return core if core and not "一" <= core[-1] <= "鿿" else LEADING.sub("", text).strip()


def before_limit(words: str) -> tuple[str, str]:
    """The words before a limit: ("subject" | "condition" | "statistic" | "remark" | "", words)."""
    cut = max(0, len(words) - LONGEST_MODAL)
    plain = words[:cut] + MODAL.sub("", words[cut:])
    plain = LEADING.sub("", plain).strip(" :：,，、")
    if not plain:
        return "", ""
    if statistic(plain):
        return "statistic", plain
    if CRITERION.match(plain):
        return "remark", plain
    if re.search(r"[下时后前中内的]$", plain):
        return "condition", plain
    if kind(plain) in {"basis", "method"}:
        return kind(plain), plain
    return ("subject" if is_quantity(plain) else "condition"), plain


def is_quantity(words: str) -> bool:
    """Do these words name what is measured (SEER, 温度, 甲醛) rather than a case (深色)?"""
    plain = words.strip()
    return any(p.fullmatch(plain) for p in (SYMBOL_NAME, QUANTITY_NOUN, SUBSTANCE))
