"""Cells that say nothing, sentences, and free words."""

from __future__ import annotations

import pytest

from tests.rules.readings import reading

WORDS = [
    ("—", "silent"),
    ("-", "silent"),
    ("–", "silent"),
    ("——", "silent"),
    ("/", "silent"),
    ("\\", "silent"),
    ("无", "silent"),
    ("空", "silent"),
    ("无要求", "silent"),
    ("不作要求", "silent"),
    ("未规定", "silent"),
    ("不适用", "silent"),
    ("N/A", "silent"),
    ("NA", "silent"),
    ("n/a", "silent"),
    ("not specified", "silent"),
    ("—（制热性能计入APF）", "silent | remark=制热性能计入APF"),
    ("—（见GB/T 11718）", "silent | remark=见GB/T 11718"),
    ("无（见附录A）", "silent | remark=见附录A"),
    ("不变质", "required"),
    ("室内侧不应有水滴落或吹出", "required"),
    ("应配置监测、记录、报警装置", "required"),
    ("应符合GB 4706.1的规定", "required"),
    ("应符合表1的要求", "required"),
    ("不得有裂纹", "required"),
    ("No condensed water shall drip", "required"),
    ("淋水、涉水后各电器部件功能应正常", "required"),
    ("No failure", "required"),
    ("外观良好", "words"),
    ("由制造商声明，按试验方法复现", "words"),
    ("No abnormal change", "words"),
    ("Acceptable to consumers and no abnormal change", "words"),
    ("见附录A", "words"),
    ("Af=1 940·Axc^0.2/U^0.9", "words"),
    ("R134a", "words"),
]


@pytest.mark.clause("附.19-1")
@pytest.mark.parametrize(("cell", "expected"), WORDS, ids=[row[0] for row in WORDS])
def test_silence_sentences_and_words_differ(cell: str, expected: str) -> None:
    """A dash says the standard demands nothing; a sentence with 应 or 不得 demands a property;
    other words are kept as words.
    """
    assert reading(cell) == expected
