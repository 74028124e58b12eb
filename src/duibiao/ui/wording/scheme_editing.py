"""Words of writing a technical scheme: edits, its workbook, the editor."""

WORDS = {
    "fact.scheme_no_such_part": (
        "方案里没有“{found}”，可能已被别人删去。请刷新页面再改。",
        "The scheme has no “{found}”; somebody may have taken it out. Reload the page.",
    ),
    "fact.scheme_number_taken": (
        "方案已列有标准“{found}”，同一标准只列一次。",
        "The scheme lists “{found}” already; a standard is listed once.",
    ),
    "fact.scheme_number_empty": (
        "请填写标准编号，例如 GB 18401-2010。",
        "Write the number of the standard, such as GB 18401-2010.",
    ),
    "fact.scheme_standard_cited": (
        "“{found}”还有 {count} 处要求或试验方法。请先删去这些内容，再删这项标准。",
        "“{found}” still has {count} requirements or methods. Take these out first.",
    ),
    "fact.scheme_under_itself": (
        "“{found}”不能放在自己或自己的下级之下。请另选上级指标。",
        "“{found}” cannot stand below itself or its own. Choose another parent.",
    ),
    "fact.scheme_not_a_weight": (
        "“{found}”不是权重。请写 0 到 100 之间的百分数，例如 15。",
        "“{found}” is not a weight. Write a percentage from 0 to 100, such as 15.",
    ),
    "fact.scheme_nothing_to_spread": (
        "没有可分配的权重：还剩 {found}%，或每项指标都已有权重。请先清空或调低几项。",
        "Nothing to spread: {found}% is left, or every indicator has a weight. Clear some first.",
    ),
    "fact.scheme_book_unusable": (
        "工作簿没有读入，请按下列各处修改后重新上传：{problems}",
        "The workbook was not taken; mend these places and upload it again: {problems}",
    ),
    "fact.scheme_book_sheet_missing": (
        "缺少工作表“{sheet}”{cell}。请下载空白工作簿，按原表名填写。",
        "The sheet “{sheet}”{cell} is missing. Download the empty workbook and keep its sheets.",
    ),
    "fact.scheme_book_headings_missing": (
        "工作表“{sheet}”{cell}前 10 行没有找到标题行。标题应有：{expected}。",
        "Sheet “{sheet}”{cell}: no headings in the first 10 rows. Expected: {expected}.",
    ),
    "fact.scheme_book_heading_unknown": (
        "“{sheet}”{cell}：不认识标题“{found}”，其下内容会丢失。请改成模板里的标题，或删去这一列。",
        "“{sheet}” {cell}: heading “{found}” is not known and its content would be lost. Use the "
        "template's heading, or delete it.",
    ),
    "fact.scheme_book_value": (
        "“{sheet}”{cell}：“{heading}”一栏读到“{found}”，应填：{expected}。",
        "“{sheet}” {cell}: “{heading}” holds “{found}”; expected: {expected}.",
    ),
    "fact.scheme_book_date": (
        "“{sheet}”{cell}：内容被表格软件变成了日期“{found}”，原来可能写的是“{typed}”。请把单元格格式"
        "设为“文本”后重新填写。",
        "“{sheet}” {cell}: the program made it the date “{found}”; probably “{typed}” was typed. "
        "Format the cell as text and type it again.",
    ),
    "fact.scheme_book_no_value": (
        "“{sheet}”{cell}：读到“{found}”，是错误值、空公式，或超过 4000 字。请直接填写内容。",
        "“{sheet}” {cell}: found “{found}”: an error, a formula without value, or more than 4000 "
        "characters. Write the content itself.",
    ),
    "fact.scheme_book_other": (
        "“{sheet}”{cell}：“其他内容”由程序填写，已被改动，读不出来。请恢复原样，或整格清空。",
        "“{sheet}” {cell}: “其他内容” is the program's own and was changed. Restore or clear it.",
    ),
    "fact.scheme_book_indicator_unknown": (
        "“{sheet}”{cell}：“指标体系”里没有（或不止一个）“{found}”。请核对指标编号。",
        "“{sheet}” {cell}: “指标体系” has no “{found}”, or more than one. Check the id.",
    ),
    "fact.scheme_cell_changed": (
        "别人已把这一格改为“{present}”，您写的是“{typed}”，没有保存。请选用其中一个。",
        "Somebody changed this to “{present}”; you wrote “{typed}”, not saved. Choose one.",
    ),
}
