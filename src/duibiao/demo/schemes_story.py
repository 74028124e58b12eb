"""Step 19 of the story: the national office publishes a list, and a scheme with its sections."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from duibiao import clock
from duibiao.catalogue import actions as catalogue
from duibiao.catalogue.models import BenchmarkList, Disposition, SchemeDraft
from duibiao.catalogue.queries import document_of
from duibiao.clock import at
from duibiao.core.canonical import load
from duibiao.organisations.queries import organisation

if TYPE_CHECKING:
    from duibiao.demo.story import Story

SCHEME = "08-line-pipe-seamless"
SECTIONS: dict[str, Any] = {
    "technical_route": (
        "一、收集 API Spec 5L 及国内现行标准，核对版本。\n"
        "二、逐项比对化学成分、力学性能、尺寸偏差和无损检验要求。\n"
        "三、计算差距，区分已领跑、已达标、两三年可达标、没法达标。\n"
        "四、提出改进措施，企业自行或委托机构复核。"
    ),
    "safeguards": (
        "市市场监管委牵头，标准化研究院承担技术工作，检验检测机构提供试验数据，"
        "行业协会组织专家评议；各区确定专人联系企业。"
    ),
    "timetable": [
        {"task": "收集、核对国内外标准", "from": "2018-05-15", "to": "2018-05-31"},
        {"task": "确定对标依据", "from": "2018-06-01", "to": "2018-06-30"},
        {"task": "企业逐项比对并上报结果", "from": "2018-07-01", "to": "2018-10-31"},
        {"task": "复核、推荐并公布", "from": "2018-11-01", "to": "2018-12-31"},
    ],
}

LIST = "steel-pipe-2018"
ITEMS: tuple[dict[str, str], ...] = (
    {
        "number": "ISO 3183:2012",
        "title": "石油和天然气工业 管线输送系统用钢管",
        "country": "国际",
        "body": "ISO",
        "level": "international",
        "category": "international",
        "status": "in_force",
        "applies_to": "石油天然气管线用钢管",
        "obtain": "向国际标准化组织或国内代理机构购买",
    },
    {
        "number": "GB/T 9711-2017",
        "title": "石油天然气工业 管线输送系统用钢管",
        "country": "中国",
        "body": "SAC",
        "level": "national",
        "category": "domestic_advanced",
        "status": "in_force",
        "applies_to": "石油天然气管线用钢管",
        "obtain": "国家标准全文公开系统",
    },
)


def scheme_documents() -> list[dict[str, Any]]:
    """The ten example schemes that ship with the software."""
    folder = files("duibiao.demo") / "schemes"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".json"))
    return [load((folder / name).read_bytes()) for name in names]


def publish_list(story: Story) -> BenchmarkList:
    """The list of standards to compare with: filled, handed in, published by somebody else."""
    writer = story.cast.person("gb")
    made = catalogue.start_list(
        owner=organisation("gb"),
        code=LIST,
        title="石油天然气管线用钢管对标标准清单",
        industries="3130",
        products="石油天然气管线用钢管",
        by=writer,
    )
    catalogue.write_list(record=made, items=ITEMS, by=writer)
    story.take(made, "submit", "gb")
    story.take(made, "publish", "gb", reviewer=True)
    return BenchmarkList.everything.get(pk=made.pk)


def publish_scheme(story: Story) -> SchemeDraft:
    """The schemes that came as files are revised where they lack sections: written, put to
    consultation, a comment dealt with, handed in, published by somebody else."""
    writer = story.cast.person("gb")
    loaded = [catalogue.load_scheme(document=document) for document in scheme_documents()]
    first = next(one for one in loaded if one.code == SCHEME)
    with clock.turned_to(at(2018, 5, 10, 15)):
        draft = catalogue.start_draft(
            owner=organisation("gb"), code=SCHEME, title=first.title, revises=first, by=writer
        )
        draft = catalogue.save_document(
            draft=draft,
            document=document_of(first) | {"sections": SECTIONS},
            expected_version=draft.version,
            by=writer,
        )
        catalogue.set_consultation_day(draft=draft, until=at(2018, 5, 13).date(), by=writer)
        story.take(draft, "consult", "gb")
    with clock.turned_to(at(2018, 5, 12)):
        said = catalogue.comment(
            draft=draft,
            words="技术路线中请写明差距按哪一版标准计算。",
            by=story.cast.person("tj-association"),
        )
    with clock.turned_to(at(2018, 5, 14)):
        story.take(draft, "conclude", "gb")
        catalogue.dispose(
            comment=said,
            disposition=Disposition.PARTLY,
            reason="版本在对标标准一栏写明，技术路线不再重复",
            by=writer,
        )
    story.take(draft, "submit", "gb")
    story.take(draft, "publish", "gb", reviewer=True)
    return SchemeDraft.everything.get(pk=draft.pk)
