"""The workbook of `duibiao bench import`: sound enterprises by rule, the same for all ways in."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import polars as pl
from xlsxwriter import Workbook

from duibiao.columnar.size import size
from duibiao.columnar.uscc import check_digit
from duibiao.config.bench.enterprise_list import COLUMNS, SCHEMA
from duibiao.core.identify.uscc import ALPHABET
from duibiao.imports.definition import Column

SEED = 2018
DISTRICTS = (
    *(("120101", "和平区"), ("120103", "河西区"), ("120104", "南开区"), ("120111", "西青区")),
    *(("120114", "武清区"), ("120116", "滨海新区")),
)
OWN = "滨海新区"
INDUSTRIES = ("3670", "3851", "1411", "2710", "4430", "5211", "6513", "7320", "4720", "0141")
WORDS = ("精密", "海河", "津门", "宏达", "北方", "渤海", "津南", "新港", "泰和", "瑞丰")
TRADES = ("机械制造", "电器", "食品", "生物科技", "物流", "建材", "纺织", "新能源")
FOUNDED = date(1985, 1, 1)


def enterprises(rows: int) -> pl.DataFrame:
    """So many sound enterprises, typed, with distinct credit codes."""
    chance = random.Random(SEED)
    made = [_enterprise(number, chance) for number in range(rows)]
    frame = pl.DataFrame(made, schema={**SCHEMA, "district_name": pl.String})
    whole = pl.concat_str("uscc", check_digit(pl.col("uscc")))
    return frame.with_columns(whole.alias("uscc"), size(frame).alias("size_reported"))


def _enterprise(number: int, chance: random.Random) -> dict[str, object]:
    code, district = DISTRICTS[number % len(DISTRICTS)]
    word, trade = WORDS[number % len(WORDS)], TRADES[number // 10 % len(TRADES)]
    address = f"天津市{district}{word}路{number % 977 + 1}号"
    return {
        "uscc": f"91{code}" + _digits(number),
        "name": f"天津{word}{trade}第{number + 1}有限公司",
        "registered_address": address,
        "business_address": address if number % 3 else None,
        "district": code,
        "district_name": district,
        "industry_code": INDUSTRIES[number % len(INDUSTRIES)],
        "employees": chance.randrange(1, 3_000),
        "revenue_wan": Decimal(chance.randrange(1, 9_000_000)) / 100,
        "assets_wan": Decimal(chance.randrange(1, 20_000_000)) / 100,
        "size_reported": None,
        "founded_on": FOUNDED + timedelta(days=chance.randrange(12_000)),
        "phone": f"022{chance.randrange(10**8):08d}",
    }


def _digits(number: int) -> str:
    """Nine characters of the code's own alphabet."""
    text = ""
    for _ in range(9):
        number, rest = divmod(number, len(ALPHABET))
        text = ALPHABET[rest] + text
    return text


def of_one_district(frame: pl.DataFrame) -> pl.DataFrame:
    """The same enterprises, all in the district whose bureau imports them."""
    own = pl.lit(f"天津市{OWN}") + pl.col("registered_address").str.extract("区(.*)$")
    return frame.with_columns(
        own.alias("registered_address"), pl.col("industry_code").alias("industry")
    )


def workbook(frame: pl.DataFrame, columns: Sequence[Column] = COLUMNS) -> bytes:
    """As an office would have it: numbers as numbers, days as days, the rest as text."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("企业")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.heading)
        name = "district_name" if column.name == "district" else column.name
        for row, value in enumerate(frame[name], start=1):
            if isinstance(value, str):
                sheet.write_string(row, place, value)
            elif isinstance(value, date):
                sheet.write_datetime(row, place, value, day)
            elif value is not None:
                sheet.write_number(row, place, float(value))
    book.close()
    return target.getvalue()
