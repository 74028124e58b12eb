"""Declaration workbooks for the ten schemes: three as three clerks write them, seven from the form.

The enterprises and their standards are invented; the values are plausible for the trade and stand
between the domestic baseline and the benchmarks. `python -m duibiao.demo.workbooks FOLDER` writes
the three again.
"""

from __future__ import annotations

import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from duibiao.core.compare.declaration import DeclaredLine
from duibiao.core.compare.scheme import Scheme
from duibiao.declarations.example import plain_lines
from duibiao.declarations.template import UNDATED, template

TIDY, CAREFUL, HURRIED = "01-infant-knitwear", "05-drinking-water", "10-wood-based-panel"

KNITWEAR: tuple[tuple[str, str, str], ...] = (
    ("甲醛含量", "≤16", "GB/T 2912.1—2009"),
    ("pH值", "4.0～7.0", "GB/T 7573—2009"),
    ("可分解致癌芳香胺染料", "禁用（≤20）", "GB/T 17592—2011"),
    ("总铅", "≤45", "GB/T 30157—2013"),
    ("总镉", "≤40", "GB/T 30157—2013"),
    ("可萃取铅", "≤0.2", "GB/T 17593.2—2007"),
    ("可萃取镉", "≤0.1", "GB/T 17593.2—2007"),
    ("邻苯二甲酸酯", "≤0.05", "GB/T 20388—2016"),
    ("耐水色牢度（变色、沾色）", "≥4", "GB/T 5713—2013"),
    ("耐汗渍色牢度（酸、碱）", "≥3-4", "GB/T 3922—2013"),
    ("耐干摩擦色牢度", "≥4-5", "GB/T 3920—2008"),
    ("耐湿摩擦色牢度", "≥3-4", "GB/T 3920—2008"),
    ("耐唾液色牢度", "≥4", "GB/T 18886—2019"),
    ("附件抗拉强力", "≥70", "GB 31701—2015 附录A"),
)

# group, name with unit, national limit, own limit (text, or number and format), case, method
Shown = str | tuple[float, str]
WATER: tuple[tuple[str, str, Shown, Shown, str], ...] = (
    ("微生物指标", "大肠埃希氏菌（CFU/100 mL）", "不应检出", "不应检出", ""),
    ("微生物指标", "菌落总数（CFU/mL）", "≤100", (50, '"≤"0'), ""),
    ("毒理指标", "砷（mg/L）", "≤0.01", (0.005, '"≤"0.000'), ""),
    ("毒理指标", "镉（mg/L）", "≤0.005", (0.003, '"≤"0.000'), ""),
    ("毒理指标", "铅（μg/L）", "≤10", (5, '"≤"0'), ""),
    ("毒理指标", "汞（mg/L）", "≤0.001", "≤0.001", ""),
    ("毒理指标", "六价铬（mg/L）", "≤0.05", (0.02, '"≤"0.00'), ""),
    ("毒理指标", "氟化物（mg/L）", "≤1.0", "不大于 1.0", ""),
    ("毒理指标", "硝酸盐（以N计，mg/L）", "≤10", "≤10", ""),
    ("毒理指标", "三氯甲烷（mg/L）", "≤0.06", (0.04, '"≤"0.00'), ""),
    ("毒理指标", "溴酸盐（μg/L）", "≤10", "≤8", ""),
    ("毒理指标", "氯酸盐（mg/L）", "≤0.7", "≤0.5", ""),
    ("感官性状和一般化学指标", "浑浊度（NTU）", "≤1", "≤0.3", ""),
    ("感官性状和一般化学指标", "pH", "6.5～8.5", "不小于6.8且不大于8.5", ""),
    ("感官性状和一般化学指标", "铝（mg/L）", "≤0.2", "≤0.15", ""),
    ("感官性状和一般化学指标", "铁（mg/L）", "≤0.3", "≤0.2", ""),
    ("感官性状和一般化学指标", "锰（mg/L）", "≤0.1", "≤0.05", ""),
    ("感官性状和一般化学指标", "高锰酸盐指数（以O₂计）（mg/L）", "≤3", "≤2.0", ""),
    ("感官性状和一般化学指标", "总硬度（mg/L）", "≤450", "≤300", ""),
    ("扩展指标", "微囊藻毒素-LR（mg/L）", "≤0.001", "≤0.001", ""),
    ("消毒剂余量", "游离余氯（mg/L）", "≥0.3且≤2", "≥0.5且≤1.5", "出厂水"),
    ("消毒剂余量", "游离余氯（mg/L）", "≥0.05", "≥0.2", "末梢水"),
)
WATER_RESULTS = (("砷", 0.0008, "mg/L"), ("浑浊度", 0.12, "NTU"), ("pH", 7.62, ""))

# method, limit (a date where the program made one of 4-11), item, remark
PANEL: tuple[tuple[str, str | datetime, str, str], ...] = (
    ("GB/T 17657—2022", "", "甲醛释放量（１ m³气候箱法） ≤０．０５０ mg/m³", "相当于E0"),
    ("JIS A 1460", "", "甲醛释放量(干燥器法)：平均值≤0.3，最大值≤0.4", "mg/L，出口日本批次"),
    ("GB/T 29899", "", "TVOC（72 h） 不大于 80 μg/m³", ""),
    ("GB/T 11718", "≥０．６０ N/mm²", "内结合强度（12 mm＜t≤19 mm）", ""),
    ("GB/T 11718", "≥22MPa", "静曲强度（12 mm＜t≤19 mm）", ""),
    ("GB/T 11718", "≥2500MPa", "弹性模量（12 mm＜t≤19 mm）", ""),
    ("GB/T 11718", "不大于１０％", "24h吸水厚度膨胀率（12 mm＜t≤19 mm）", ""),
    ("GB/T 11718", datetime(2025, 4, 11), "含水率", "％"),  # noqa: DTZ001 (a cell has no zone)
    ("", "±2", "长度和宽度偏差", "mm/m"),
    ("目测", "无鼓泡、无分层", "外观", ""),
)


def example_workbook(scheme: Scheme) -> bytes:
    """A filled declaration workbook for a demonstration scheme."""
    if scheme.id == CAREFUL:
        return careful_clerk()
    if scheme.id == HURRIED:
        return hurried_clerk()
    return template(scheme, tidy_lines(scheme) if scheme.id == TIDY else plain_lines(scheme))


def tidy_lines(scheme: Scheme) -> tuple[DeclaredLine, ...]:
    """The clerk who uses the form: infant knitwear, every line filled."""
    ids = {indicator.name: indicator.id for indicator in scheme.indicators}
    return tuple(
        DeclaredLine(indicator_id=ids[name], text=text, method=method)
        for name, text, method in KNITWEAR
    )


def careful_clerk() -> bytes:
    """Drinking water: title rows, two-row headings, units in the names, groups merged, notes,
    results on a second sheet."""
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": UNDATED})
    sheet = book.add_worksheet("水质指标")
    style = {"border": 1, "valign": "vcenter", "text_wrap": True}
    cell = book.add_format(style)
    head = book.add_format({**style, "bold": True, "align": "center"})
    title = book.add_format({"bold": True, "font_size": 14, "align": "center"})
    sheet.merge_range("A1:H1", "青川市自来水有限公司企业标准 水质指标一览表", title)
    sheet.merge_range("A2:H2", "标准编号：Q/QCSW 001—2025    编制：水质中心    2025年3月")
    for span, words in (
        ("A4:A5", "序号"), ("B4:C4", "检验项目"), ("D4:E4", "限值"), ("F4:F5", "适用情形"),
        ("G4:G5", "检验方法"), ("H4:H5", "备注"),
    ):  # fmt: skip
        sheet.merge_range(span, words, head)
    for place, words in (
        ("B5", "类别"),
        ("C5", "名称及单位"),
        ("D5", "国家标准"),
        ("E5", "本企业"),
    ):
        sheet.write(place, words, head)
    for n, (_, name, national, own, case) in enumerate(WATER):
        row = 5 + n
        sheet.write_number(row, 0, n + 1, cell)
        sheet.write_string(row, 2, name, cell)
        sheet.write_string(row, 3, str(national), cell)
        _write_shown(book, sheet, row, 4, own, style)
        sheet.write_string(row, 5, case, cell)
        sheet.write_string(row, 6, "GB/T 5750—2023", cell)
        sheet.write_blank(row, 7, None, cell)
    _merge_groups(sheet, cell)
    last = 5 + len(WATER)
    sheet.merge_range(last - 2, 2, last - 1, 2, WATER[-1][1], cell)
    sheet.write_string(last, 0, "注1：未列出的项目执行 GB 5749—2022。")
    sheet.write_string(last + 1, 0, "注2：铅、溴酸盐的单位为 μg/L，与国家标准不同。")
    sheet.set_column("B:C", 24)
    sheet.set_column("D:H", 16)
    _water_results(book)
    book.close()
    return buffer.getvalue()


def _write_shown(
    book: Workbook, sheet: Worksheet, row: int, column: int, shown: Shown, style: dict[str, object]
) -> None:
    if isinstance(shown, str):
        sheet.write_string(row, column, shown, book.add_format(style))
    else:
        number, code = shown
        sheet.write_number(row, column, number, book.add_format({**style, "num_format": code}))


def _merge_groups(sheet: Worksheet, cell: object) -> None:
    groups = [group for group, *_ in WATER]
    for group in dict.fromkeys(groups):
        first = groups.index(group)
        last = first + groups.count(group) - 1
        if last > first:
            sheet.merge_range(5 + first, 1, 5 + last, 1, group, cell)
        else:
            sheet.write_string(5 + first, 1, group, cell)


def _water_results(book: Workbook) -> None:
    sheet = book.add_worksheet("2月检测结果")
    for column, words in enumerate(("检验项目", "检测结果", "单位")):
        sheet.write_string(0, column, words)
    for row, (name, value, unit) in enumerate(WATER_RESULTS, start=1):
        sheet.write_string(row, 0, name)
        sheet.write_number(row, 1, value)
        sheet.write_string(row, 2, unit)


def hurried_clerk() -> bytes:
    """Wood-based panel: columns in odd order, name and limit in one cell, full-width characters,
    a range that became a date."""
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": UNDATED})
    sheet = book.add_worksheet("Sheet1")
    date = book.add_format({"num_format": 'm"月"d"日"'})
    sheet.write_string(0, 1, "中密度板对标数据　２０２５版")
    for column, words in enumerate(("方法", "要求", "项目", "备注")):
        sheet.write_string(2, 1 + column, words)
    for row, (method, limit, item, remark) in enumerate(PANEL, start=3):
        sheet.write_string(row, 1, method)
        if isinstance(limit, datetime):
            sheet.write_datetime(row, 2, limit, date)
        else:
            sheet.write_string(row, 2, limit)
        sheet.write_string(row, 3, item)
        sheet.write_string(row, 4, remark)
    sheet.set_column("B:E", 22)
    book.close()
    return buffer.getvalue()


def main(folder: str) -> None:
    """Write the workbooks of the careful and the hurried clerk into a folder."""
    Path(folder, f"{CAREFUL}.xlsx").write_bytes(careful_clerk())
    Path(folder, f"{HURRIED}.xlsx").write_bytes(hurried_clerk())


if __name__ == "__main__":
    main(sys.argv[1])
