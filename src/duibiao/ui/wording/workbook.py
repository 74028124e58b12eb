"""Words of workbooks and what is wrong with them: key → (中文, English)."""

WORDS: dict[str, tuple[str, str]] = {
    # the file as a whole
    "fact.file_empty": (
        "文件“{filename}”是空的。请重新导出后再上传。",
        "The file “{filename}” is empty. Export it again and upload it.",
    ),
    "fact.file_kind": (
        "“{filename}”不是能读的表格（内容是 {found}）。请在 Excel 或 WPS 里“另存为 .xlsx”再上传。",
        "“{filename}” is not a workbook that can be read (its content is {found}). "
        "Save it as .xlsx in Excel or WPS and upload that.",
    ),
    "fact.file_encrypted": (
        "“{filename}”设了打开密码。请去掉密码另存一份再上传。",
        "“{filename}” is protected with a password. Save a copy without it and upload that.",
    ),
    "fact.file_broken": (
        "“{filename}”不完整或已损坏（{part}）。请在 Excel 或 WPS 里打开、另存为 .xlsx 再上传。",
        "“{filename}” is incomplete or damaged ({part}). "
        "Open it in Excel or WPS, save it as .xlsx and upload that.",
    ),
    "fact.file_forbidden_part": (
        "“{filename}”的 {part} 里有表格软件从不写的内容（文档类型或实体），已拒绝。"
        "请另存为 .xlsx。",
        "“{filename}”: the part {part} declares a document type or entities, which no spreadsheet "
        "program writes. Refused. Save it as .xlsx again.",
    ),
    "fact.file_too_large": (
        "“{filename}”太大（{what}：{found_mb} MB，最多 {limit_mb} MB）。请只留要填报的工作表。",
        "“{filename}” is too large ({what}: {found_mb} MB, at most {limit_mb} MB). "
        "Keep only the sheets to declare.",
    ),
    "fact.file_too_many": (
        "“{filename}”{sheet}的{what}太多：{found}，最多 {limit}。请删去无关的工作表、空行和空列。",
        "“{filename}” {sheet}: too many {what}: {found}, at most {limit}. "
        "Delete sheets, empty rows and columns that do not belong to the declaration.",
    ),
    "fact.file_zip_bomb": (
        "“{filename}”的 {part} 压缩到原来的 1/{ratio}（正常不到 1/{limit}），已拒绝。"
        "请另存为 .xlsx。",
        "“{filename}”: {part} unpacks to {ratio} times its size (normal is below {limit}). "
        "Refused. Save it as .xlsx again.",
    ),
    "fact.file_merge_too_large": (
        "“{filename}”工作表“{sheet}”合并了 {cell}，合并范围太大（最多 {limit} 格）。请取消合并。",
        "“{filename}”, sheet “{sheet}”: {cell} is merged, more than {limit} cells. Unmerge it.",
    ),
    "fact.file_bad_address": (
        "“{filename}”工作表“{sheet}”里的单元格 {cell} 不在表格范围内或内容缺失。请另存为 .xlsx。",
        "“{filename}”, sheet “{sheet}”: the cell {cell} lies outside any worksheet or its text is "
        "missing. Save it as .xlsx again.",
    ),
    "fact.file_undecodable": (
        "“{filename}”第 {row} 行（第 {offset} 字节）既不是 UTF-8 也不是 GB18030。请另存为 .xlsx。",
        "“{filename}”, row {row} (byte {offset}) is neither UTF-8 nor GB18030. Save it as .xlsx.",
    ),
    "fact.file_unclosed_quote": (
        "“{filename}”第 {row} 行的引号没有配对，后面的行会丢失。请补上引号或另存为 .xlsx。",
        "“{filename}”, row {row}: a quotation mark is never closed, the rows after it would be "
        "lost. Close it or save as .xlsx.",
    ),
    "fact.file_too_heavy": (
        "读“{filename}”要用的内存超过 {limit_mb} MB，已停止。请只留要填报的工作表，另存为 .xlsx。",
        "Reading “{filename}” needs more than {limit_mb} MB of memory; stopped. "
        "Keep only the sheets to declare and save as .xlsx.",
    ),
    "fact.file_timeout": (
        "读“{filename}”超过 {seconds} 秒，已停止。请只留要填报的工作表，另存为 .xlsx。",
        "Reading “{filename}” took more than {seconds} s; stopped. "
        "Keep only the sheets to declare and save as .xlsx.",
    ),
    # what the declaration says
    "fact.declaration_no_table": (
        "“{found}”里没有找到指标表。应有一栏指标名称（如 {expected}）和一栏企业标准规定。"
        "请补上表头，或下载本方案的填报表。",
        "No table of indicators was found in “{found}”. One column must name indicators (such as "
        "{expected}) and one give the requirements. Add headings or download the form.",
    ),
    "fact.declaration_no_requirements": (
        "{where}：这张表有指标，但没有企业标准规定一栏（表头：{found}），没有读。"
        "要填报就请加一栏“企业标准规定”。",
        "{where}: this table names indicators but has no column of requirements (headings: "
        "{found}); not read. Add a column “企业标准规定” (declared) if it is meant.",
    ),
    "fact.declaration_column_uncertain": (
        "{where}：有几栏都像企业标准的规定：{columns}。"
        "请只留一栏，或把其中一栏的表头改为“企业标准规定”。",
        "{where}: several columns could be the enterprise's requirement: {columns}. "
        "Keep one, or head one of them “企业标准规定” (declared).",
    ),
    "fact.name_uncertain": (
        "{where}：“{found}”不能确定是哪个指标，可能是：{candidates}。请选定，或改成方案里的名称。",
        "{where}: “{found}” may mean {candidates}. Choose one or use the scheme's name.",
    ),
    "fact.declaration_name_unknown": (
        "{where}：方案里没有“{found}”这个指标，已列为附加指标，不参与判定。名称写错了就请更正。",
        "{where}: the scheme has no indicator “{found}”; it is kept as an extra and not "
        "judged. Correct it if the name is wrong.",
    ),
    "fact.declaration_name_missing": (
        "{where}：有规定“{found}”，但没有指标名称。请补名称（上一行是“{suggestion}”）。",
        "{where}: requirement “{found}” without a name. Add it (above: “{suggestion}”).",
    ),
    "fact.declaration_requirement_empty": (
        "{where}：指标“{indicator}”没有填，结论会是“待定”。请补上；企业标准没有规定的，请填“无要求”。",
        "{where}: nothing is given for “{indicator}”, so it stays pending. Fill it in; if your "
        "standard demands nothing, write “none”.",
    ),
    "fact.declaration_requirement_unread": (
        "{where}：指标“{indicator}”的“{found}”不能读成限值。{reason}",
        "{where}: “{found}” for “{indicator}” gives no limit. {reason}",
    ),
    "fact.declaration_unit_unknown": (
        "{where}：指标“{indicator}”的单位“{found}”不能用。{reason}",
        "{where}: the unit “{found}” of “{indicator}” cannot be used. {reason}",
    ),
    "fact.cell_is_date": (
        "{where}：显示为日期“{found}”，原来可能是“{suggestion}”。"
        "请把单元格格式设为“文本”后重新填写。",
        "{where} shows the date “{found}”; probably “{suggestion}” was typed. "
        "Format the cell as text and type it again.",
    ),
    "fact.cell_is_error": (
        "{where}：显示错误值“{found}”。请改为直接填写内容。",
        "{where} shows the error “{found}”. Type the content itself.",
    ),
    "fact.cell_has_no_value": (
        "{where}：公式没有算出的值。请在 Excel 或 WPS 里打开并保存，或直接填写内容。",
        "{where}: the formula has no computed value. Open and save the workbook in "
        "Excel or WPS, or type the content itself.",
    ),
    "fact.cell_too_long": (
        "{where}：超过 {limit} 字（“{found}…”）。这里只写指标的规定，说明请写在备注里。",
        "{where}: more than {limit} characters (“{found}…”). Give only the requirement; "
        "explanations go into the notes.",
    ),
    "fact.cell_may_be_percent": (
        "{where}：读到 {found}。.xls 不带显示格式，原来显示的可能是 {suggestion}。"
        "请确认，或另存为 .xlsx 再上传。",
        "{where}: found {found}. An .xls hides the display format; it may have shown "
        "{suggestion}. Confirm, or save as .xlsx.",
    ),
    "fact.declaration_duplicate": (
        "{where}：指标“{indicator}”填了几次且不一样（这里是“{found}”，还有 {others}），"
        "都没有采用。请只留一处；分情形的请写明适用情形。",
        "{where}: “{indicator}” is given more than once and differently (here “{found}”, "
        "also at {others}); none is taken. Keep one, or name the case of each.",
    ),
    "fact.declaration_duplicate_same": (
        "{where}：指标“{indicator}”重复填了同样的规定“{found}”（还有 {others}），只算一次。",
        "{where}: “{indicator}” is given again with the same “{found}” (also at {others}); "
        "it counts once.",
    ),
    "fact.declaration_indicator_missing": (
        "没有填方案里的指标“{found}”，结论会是“待定”。请补上；企业标准没有规定的，请填“无要求”。",
        "The scheme's indicator “{found}” is not given and stays pending. "
        "Add it; if your standard demands nothing, write “none”.",
    ),
    "fact.declaration_row_hidden": (
        "{where}：“{found}”在隐藏的行或列里，已照样读入。不该填报就请删除。",
        "{where}: “{found}” is in a hidden row or column; it was read all the same. "
        "Delete it if it is not meant.",
    ),
    "fact.declaration_sheet_hidden": (
        "{where}：工作表“{found}”是隐藏的，没有读。要填报就请取消隐藏。",
        "{where}: the sheet “{found}” is hidden and was not read. Unhide it if it is meant.",
    ),
    "fact.declaration_far_cell": (
        "{where}：这一格离表格太远，没有读。请删除它，或移到表格里。",
        "{where}: this cell is too far from any table and was not read. "
        "Delete it or move it into the table.",
    ),
    "fact.declaration_part_dropped": (
        "“{found}”带有 {part}，平台从不打开，只读了单元格。",
        "“{found}” contains {part}; they are never opened, only cells were read.",
    ),
    "fact.declaration_other_scheme": (
        "这张填报表是为方案 {found} 做的，现在选的是 {expected}。请换方案或换填报表。",
        "This form was made for scheme {found}; {expected} is chosen now. "
        "Choose the other scheme or the other form.",
    ),
    "fact.declaration_older_scheme": (
        "方案 {found} 在这张填报表做好以后改过。请核对指标，最好重新下载填报表。",
        "Scheme {found} has changed since this form was made. Check the indicators, "
        "better download the form again.",
    ),
    "fact.declaration_too_many_names": (
        "{where}：不同的名称超过 {limit} 个，后面的没有读。请只留指标表。",
        "{where}: more than {limit} different names; the rest was not read. "
        "Keep only the table of indicators.",
    ),
    "fact.declaration_too_many_problems": (
        "共有 {count} 处问题，这里列出最要紧的 {limit} 处。改好后再读一次。",
        "There are {count} problems; the {limit} most serious are listed. Correct them and read "
        "the workbook again.",
    ),
    # words of enumerations
    "severity.error": ("错误", "error"),
    "severity.question": ("要确认", "question"),
    "severity.warning": ("提醒", "warning"),
    "weighed.upload": ("文件", "file"),
    "weighed.unpacked": ("解压后", "unpacked"),
    "weighed.text": ("文字", "text"),
    "weighed.result": ("读出的内容", "content"),
    "weighed.paste": ("粘贴的内容", "pasted text"),
    "counted.parts": ("内部文件", "parts"),
    "counted.sheets": ("工作表", "sheets"),
    "counted.rows": ("行", "rows"),
    "counted.cells": ("单元格", "cells"),
    "counted.merges": ("合并范围", "merged ranges"),
    "droppedpart.macros": ("宏", "macros"),
    "droppedpart.external_links": ("外部链接", "external links"),
    "droppedpart.embedded_files": ("嵌入文件", "embedded files"),
    "oddity.date": ("日期", "date"),
    "oddity.error": ("错误值", "error value"),
    "oddity.formula": ("公式", "formula"),
    "oddity.no_value": ("没有值的公式", "formula without a value"),
    "oddity.cut": ("太长", "too long"),
    "tone.good": ("优于或等于", "stricter or equal"),
    "tone.short": ("低于", "looser"),
    "tone.ask": ("要确认", "question"),
    "tone.wrong": ("错误", "error"),
    "tone.plain": ("说明", "remark"),
    "role.number": ("序号", "number"),
    "role.name": ("指标", "indicator"),
    "role.own_requirement": ("企业标准规定", "declared requirement"),
    "role.requirement": ("企业标准规定", "declared requirement"),
    "role.reference": ("其他标准的要求（不读）", "other standards (not read)"),
    "role.measured": ("检测结果（不读）", "test result (not read)"),
    "role.unit": ("单位", "unit"),
    "role.method": ("试验方法", "test method"),
    "role.standard": ("执行标准", "standard"),
    "role.basis": ("计量口径", "basis"),
    "role.case": ("适用情形", "case"),
    "role.note": ("备注", "note"),
    "filekind.xlsx": ("Excel 工作簿", "Excel workbook"),
    "filekind.xls": ("旧版 Excel 工作簿", "old Excel workbook"),
    "filekind.text": ("文本表格", "text table"),
    "filekind.xlsb": ("二进制 Excel 工作簿", "binary Excel workbook"),
    "filekind.ods": ("OpenDocument 表格", "OpenDocument spreadsheet"),
    "filekind.docx": ("Word 文档", "Word document"),
    "filekind.pptx": ("PowerPoint 演示文稿", "PowerPoint presentation"),
    "filekind.doc": ("旧版 Word 文档", "old Word document"),
    "filekind.zip": ("压缩包", "zip archive"),
    "filekind.pdf": ("PDF", "PDF"),
    "filekind.html": ("网页", "web page"),
    "filekind.xml_2003": ("2003 版 XML 表格", "XML spreadsheet 2003"),
    "filekind.image": ("图片", "image"),
    "filekind.binary": ("其他二进制文件", "another binary file"),
}
