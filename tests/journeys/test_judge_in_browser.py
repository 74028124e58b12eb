"""The judge page as a clerk uses it: typing, moving, pasting from a spreadsheet, undoing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

KNITWEAR = "/judge/01-infant-knitwear/"
PASTE = """(text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.activeElement.dispatchEvent(
    new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


@pytest.mark.clause("五(四)-隐1")
def test_a_verdict_appears_while_typing(page: Page) -> None:
    """填一项判一项：先宽于，改小就严于，原因用句子说明。"""
    page.goto(KNITWEAR)
    page.fill("#text-1", "≤20")
    expect(page.locator("#verdict-1")).to_contain_text("宽于")
    expect(page.locator("#verdict-1")).to_contain_text("差 25 %")
    page.fill("#text-1", "≤10")
    expect(page.locator("#verdict-1")).to_contain_text("严于")
    expect(page.locator("#cell-1-1")).to_contain_text("严于 37.5 %")
    expect(page.locator("#status")).to_contain_text("已填 1/14 项")
    expect(page.locator("#conclusion")).to_contain_text("待定")


def test_the_sheet_is_walked_with_the_keyboard(page: Page) -> None:
    """上下键和回车换行，焦点不丢，输入不被刷新打断。"""
    page.goto(KNITWEAR)
    page.focus("#text-1")
    page.keyboard.type("≤16")
    page.keyboard.press("Enter")
    page.keyboard.type("4.0～7.5")
    expect(page.locator("#verdict-2")).to_contain_text("相同")
    assert page.evaluate("document.activeElement.id") == "text-2"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "text-1"


def test_a_block_from_excel_goes_over_the_cells_and_can_be_undone(page: Page) -> None:
    """从 Excel 复制一块，逐格粘贴；Ctrl+Z 一次撤回。"""
    page.goto(KNITWEAR)
    page.fill("#text-4", "≤90")
    page.focus("#text-4")
    page.evaluate(PASTE, "≤45\tmg/kg\r\n≤40\tmg/kg\r\n≤0.2\tmg/kg\r\n")
    expect(page.locator("#verdict-4")).to_contain_text("严于")
    expect(page.locator("#text-6")).to_have_value("≤0.2")
    page.focus("#text-4")
    page.keyboard.press("Control+z")
    expect(page.locator("#text-4")).to_have_value("≤90")
    expect(page.locator("#text-6")).to_have_value("")
    expect(page.locator("#verdict-4")).to_contain_text("相同")


def test_a_draft_survives_a_closed_window(page: Page) -> None:
    """关掉页面再打开，可以接着填。"""
    page.goto(KNITWEAR)
    page.fill("#text-1", "≤12")
    expect(page.locator("#verdict-1")).to_contain_text("严于")
    page.goto("/judge/")
    page.goto(KNITWEAR)
    page.click("[data-restore]")
    expect(page.locator("#text-1")).to_have_value("≤12")
    expect(page.locator("#verdict-1")).to_contain_text("严于")


def test_a_workbook_is_uploaded_and_the_proof_downloaded(page: Page, tmp_path: Path) -> None:
    """上传工作簿，看结论，下载证明，再核验。"""
    workbook = Path("src/duibiao/demo/declarations/01-infant-knitwear.xlsx").resolve()
    page.goto(KNITWEAR)
    page.click("summary:has-text('上传工作簿')")
    page.set_input_files("#workbook", workbook)
    page.click("button:has-text('读取并填入')")
    expect(page.locator(".problems")).to_contain_text("已填入 14 项")
    with page.expect_download() as download:
        page.click("button:has-text('下载证明')")
    proof = tmp_path / "proof.json"
    download.value.save_as(proof)
    assert json.loads(proof.read_text())["format"] == "duibiao-proof/1"
    page.goto("/judge/verify/")
    page.set_input_files("#proof", proof)
    page.click("button:has-text('核验')")
    expect(page.locator("main")).to_contain_text("证明成立")


def test_a_plan_moves_the_outcome_from_four_to_three(page: Page) -> None:
    """有差距没有计划：没法达标；填上 24 个月的计划：2～3 年内可达标。"""
    page.goto(f"{KNITWEAR}example/")
    expect(page.locator("#conclusion")).to_contain_text("没法达标")
    page.click("summary:has-text('提升计划')")
    page.fill("#plan_months", "24")
    expect(page.locator("#conclusion")).to_contain_text("2～3年内可达标")


@pytest.mark.parametrize("width", [1440, 390])
def test_the_filled_sheet_fits_the_screen(page: Page, width: int) -> None:
    """1440 和 390 像素宽都不横向滚动。"""
    page.set_viewport_size({"width": width, "height": 900})
    for scheme in ("01-infant-knitwear", "05-drinking-water", "10-wood-based-panel"):
        page.goto(f"/judge/{scheme}/example/")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_the_form_still_judges(page: Page) -> None:
    """没有 JavaScript 也能填、能判。"""
    context = page.context.browser
    assert context is not None
    plain = context.new_context(java_script_enabled=False)
    still = plain.new_page()
    page.goto(KNITWEAR)
    still.goto(page.url)
    still.fill("#text-1", "≤20")
    still.click("button.primary")
    expect(still.locator("#verdict-1")).to_contain_text("宽于")
    plain.close()


def test_an_uncertain_name_is_asked_and_the_answer_fills_the_row(page: Page) -> None:
    """名称不能确定是哪个指标：列出可能的，点一下就填进去，不替人猜。"""
    page.goto("/judge/05-drinking-water/")
    page.click("summary:has-text('整块粘贴')")
    page.fill("#block", "检验项目\t企业标准\t单位\n硝酸盐\t≤8\tmg/L\n镉\t≤0.003\tmg/L")
    page.click("button:has-text('填入表格')")
    expect(page.locator("#text-4")).to_have_value("≤0.003")
    expect(page.locator("#text-9")).to_have_value("")
    page.click("button:has-text('是“硝酸盐（以N计）”')")
    expect(page.locator("#text-9")).to_have_value("≤8")
    expect(page.locator("#read-9")).to_contain_text("≤ 8 mg/L")
