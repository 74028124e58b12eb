"""The verdict that carries its proof: field.md §4 item 2."""

from __future__ import annotations

import random

import pytest

from duibiao.core.canonical import canonical, digest, load
from duibiao.core.compare.judge import judge
from duibiao.core.compare.proof import ProofRefused, prove, replay
from duibiao.core.compare.scheme_document import read_scheme
from duibiao.ui.wording.verdict import against_sentence
from tests.rules.example_schemes import IMPROVABLE, declare, g0_document


def a_proof() -> bytes:
    document = load(canonical(g0_document()))
    judgement = judge(read_scheme(document), declare(IMPROVABLE))
    return prove(judgement, document, against_sentence)


def test_a_proof_replays_to_the_same_judgement() -> None:
    """凭证明文件本身，不用数据库，逐项重算，结果一致。"""
    assert replay(a_proof(), against_sentence).outcome.value == "unattainable"


def test_one_byte_changed_is_refused() -> None:
    """改动任何一个字节，证明不成立。"""
    proof = a_proof()
    places = random.Random(7).sample(range(len(proof)), 300)
    for place in places:
        changed = bytearray(proof)
        changed[place] ^= 1
        with pytest.raises(ProofRefused):
            replay(bytes(changed), against_sentence)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        pytest.param(("judgement", "outcome"), "attained", id="改结论"),
        pytest.param(("judgement", "lines", 0, "relation"), "equal", id="改一项的关系"),
        pytest.param(
            ("judgement", "lines", 0, "benchmarks", 0, "sentence"), "严于。", id="改一句话"
        ),
        pytest.param(("judgement", "declaration", "lines", 0, "text"), "≥9000", id="改企业值"),
        pytest.param(("judgement", "scheme", "digest"), "0" * 64, id="换方案摘要"),
        pytest.param(("judgement", "engine"), "0", id="别的引擎版本"),
    ],
)
def test_a_forger_who_recomputes_the_digest_is_refused_too(
    path: tuple[str | int, ...], value: object
) -> None:
    """重新计算摘要也没有用：结果必须由输入推得出来，并指出第一处不符。"""
    document = load(a_proof())
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    body = {key: item for key, item in document.items() if key != "sha256"}
    forged = canonical({**body, "sha256": digest(body)})
    with pytest.raises(ProofRefused) as refused:
        replay(forged, against_sentence)
    assert refused.value.path


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'{"a":1,"a":2}', b"nan"])
def test_what_is_no_proof_is_refused_with_a_reason(content: bytes) -> None:
    """不是证明文件的，给出原因，不报系统错误。"""
    with pytest.raises(ProofRefused):
        replay(content, against_sentence)
