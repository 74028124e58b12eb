"""Words of the imports room. Sentences of problems may use {where} {heading} {found} {expected}
{suggestion}; rooms with a list add theirs, `imports.problem.<code>`, in their own modules."""

from __future__ import annotations

FACTS = {
    "fact.kept_file_missing": (
        "原文件不在文件库中（{digest}）。请联系系统管理员从备份恢复。",
        "The file is not in the store ({digest}). Ask the system administrator to restore it.",
    ),
    "fact.kept_file_altered": (
        "文件库中的原文件已被改动（{digest}），不再使用。请联系系统管理员。",
        "The stored file has been altered ({digest}) and is not used. Ask the administrator.",
    ),
    "fact.import_no_list": (
        "{filename} 里没有可以读的表格：没有可见的、有内容的工作表。请检查文件后重新选择。",
        "{filename} holds no table: no visible sheet has content. Check the file and choose again.",
    ),
    "fact.import_columns_missing": (
        "还没有对应必填的列：{headings}。请在下表中为它们选列，或在文件中补上后重新选择。",
        "Required columns are not matched: {headings}. Choose them below or add them to the file.",
    ),
    "fact.import_not_now": (
        "这次导入已在别处继续，本页已经过时。请查看最新内容后再操作。",
        "This import has moved on elsewhere; this page is out of date. Look again, then decide.",
    ),
    "fact.import_nothing_to_write": (
        "没有新增或更新的行，无需写入。",
        "No row is new or changed: nothing to write.",
    ),
    "fact.import_preview_outdated": (
        "预演之后，名单已被他人改动，数字有变。没有写入任何一行，请看新的预演。",
        "The list was changed by others since the preview. Nothing was written; see the preview.",
    ),
    "fact.import_already_undone": (
        "批次 {number} 已经撤销过。",
        "Batch {number} is undone already.",
    ),
    "fact.import_changed_since": (
        "写入后有 {count} 行已被改动（{examples}），不能整批撤销。请逐行更正。",
        "{count} rows were changed after the import ({examples}); correct them one by one instead.",
    ),
    "fact.import_used_since": (
        "写入的行已被使用（{examples}），不能整批撤销。请先处理这些记录。",
        "Rows of this batch are in use ({examples}); deal with those records first.",
    ),
}

PROBLEMS = {
    "imports.problem.missing": (
        "{where}“{heading}”必须填写。",
        "{where}: {heading} must be filled in.",
    ),
    "imports.problem.too_long": (
        "{where}“{heading}”超过 {expected} 字。请缩短。",
        "{where}: {heading} has more than {expected} characters. Shorten it.",
    ),
    "imports.problem.forbidden_character": (
        "{where}“{heading}”含有看不见的控制字符。请删去。",
        "{where}: {heading} holds invisible control characters. Remove them.",
    ),
    "imports.problem.not_a_number": (
        "{where}“{heading}”写的是“{found}”，应当只写数字，不带单位和文字。",
        "{where}: {heading} says “{found}”; write digits only, no unit or words.",
    ),
    "imports.problem.not_whole": (
        "{where}“{heading}”写的是“{found}”，应当是整数。",
        "{where}: {heading} says “{found}”; a whole number is needed.",
    ),
    "imports.problem.too_many_places": (
        "{where}“{heading}”写的是“{found}”，最多 {expected} 位小数；系统不替您舍入。",
        "{where}: {heading} says “{found}”; at most {expected} decimals; we never round.",
    ),
    "imports.problem.too_large": (
        "{where}“{heading}”写的是“{found}”，整数部分最多 {expected} 位。请检查单位。",
        "{where}: {heading} says “{found}”; at most {expected} digits before the point.",
    ),
    "imports.problem.below": (
        "{where}“{heading}”写的是“{found}”，不能小于 {expected}。",
        "{where}: {heading} says “{found}”, which may not be below {expected}.",
    ),
    "imports.problem.above": (
        "{where}“{heading}”写的是“{found}”，不能大于 {expected}。",
        "{where}: {heading} says “{found}”, which may not be above {expected}.",
    ),
    "imports.problem.not_a_date": (
        "{where}“{heading}”写的是“{found}”，不是完整的日期。请写成 2018-04-30。",
        "{where}: {heading} says “{found}”, not a full date. Write 2018-04-30.",
    ),
    "imports.problem.not_yes_no": (
        "{where}“{heading}”写的是“{found}”。请填 是 或 否。",
        "{where}: {heading} says “{found}”. Write 是 or 否.",
    ),
    "imports.problem.not_in_list": (
        "{where}“{heading}”写的是“{found}”，不在可选值中（{expected}）。",
        "{where}: {heading} says “{found}”, which is not among the values ({expected}).",
    ),
    "imports.problem.near_in_list": (
        "{where}“{heading}”写的是“{found}”。您是否要填“{suggestion}”？",
        "{where}: {heading} says “{found}”. Did you mean “{suggestion}”?",
    ),
    "imports.problem.ambiguous_in_list": (
        "{where}“{heading}”写的是“{found}”，可以指不止一个值。请写代码。",
        "{where}: {heading} says “{found}”, which may mean several values. Write the code.",
    ),
    "imports.problem.uscc_length": (
        "{where}“{heading}”写的是“{found}”，有 {expected} 位；统一社会信用代码是 18 位。",
        "{where}: {heading} says “{found}”, {expected} characters long; a credit code has 18.",
    ),
    "imports.problem.uscc_charset": (
        "{where}“{heading}”写的是“{found}”，含有代码不用的字符“{expected}”（如 I、O、S、V、Z）。",
        "{where}: {heading} says “{found}”; a credit code never has “{expected}”.",
    ),
    "imports.problem.uscc_category": (
        "{where}“{heading}”写的是“{found}”，前两位“{expected}”不是登记管理部门和机构类别代码。",
        "{where}: {heading} says “{found}”; “{expected}” is no authority and category.",
    ),
    "imports.problem.uscc_region": (
        "{where}“{heading}”写的是“{found}”，第 3–8 位“{expected}”不是行政区划代码。",
        "{where}: {heading} says “{found}”; “{expected}” is no region code.",
    ),
    "imports.problem.uscc_check_digit": (
        "{where}“{heading}”写的是“{found}”，校验位应为 {expected}。请对照营业执照。",
        "{where}: {heading} says “{found}”; the check digit would be {expected}. See the licence.",
    ),
    "imports.problem.uscc_digits_lost": (
        "{where}“{heading}”写的是“{found}”：表格程序把它当成了数字，后几位已经丢失。"
        "请把单元格设为文本后重新填写。",
        "{where}: {heading} says “{found}”: it was kept as a number and lost its last digits. "
        "Set the cell to text and type it again.",
    ),
    "imports.problem.cell_error": (
        "{where}“{heading}”是出错的公式（{found}）。请改为值。",
        "{where}: {heading} is a failed formula ({found}). Put a value there.",
    ),
    "imports.problem.cell_no_value": (
        "{where}“{heading}”是没有算过的公式。请在表格程序中打开并保存一次，或改为值。",
        "{where}: {heading} is a formula never computed. Open and save the file once.",
    ),
    "imports.problem.cell_cut": (
        "{where}“{heading}”太长，只读了开头。请缩短。",
        "{where}: {heading} is too long and was read in part. Shorten it.",
    ),
    "imports.problem.row_hidden": (
        "{where}所在的行是隐藏的，仍然读入。不需要时请把这一行去掉。",
        "{where}: the row is hidden and was read all the same. Leave it out if it does not belong.",
    ),
    "imports.problem.twice_in_file": (
        "{where}“{heading}”是“{found}”，在本文件中重复（第 {expected} 行）。每个只留一行。",
        "{where}: {heading} “{found}” stands in rows {expected}. Keep one.",
    ),
}
KINDS = {key.replace("problem.", "kind."): words for key, words in {
    "imports.problem.missing": ("没有填写", "not filled in"),
    "imports.problem.too_long": ("太长", "too long"),
    "imports.problem.forbidden_character": ("含控制字符", "control characters"),
    "imports.problem.not_a_number": ("不是数字", "not a number"),
    "imports.problem.not_whole": ("不是整数", "not whole"),
    "imports.problem.too_many_places": ("小数位太多", "too many decimals"),
    "imports.problem.too_large": ("数太大", "too large"),
    "imports.problem.below": ("太小", "too small"),
    "imports.problem.above": ("太大", "too large"),
    "imports.problem.not_a_date": ("不是日期", "not a date"),
    "imports.problem.not_yes_no": ("不是“是/否”", "not yes or no"),
    "imports.problem.not_in_list": ("不在可选值中", "not among the values"),
    "imports.problem.near_in_list": ("接近某个可选值", "near a value"),
    "imports.problem.ambiguous_in_list": ("可指多个值", "may mean several"),
    "imports.problem.uscc_length": ("位数不对", "wrong length"),
    "imports.problem.uscc_charset": ("字符不对", "wrong characters"),
    "imports.problem.uscc_category": ("前两位不对", "wrong category"),
    "imports.problem.uscc_region": ("区划码不对", "wrong region"),
    "imports.problem.uscc_check_digit": ("校验位不符", "check digit wrong"),
    "imports.problem.uscc_digits_lost": ("数字已丢失", "digits lost"),
    "imports.problem.cell_error": ("公式出错", "formula failed"),
    "imports.problem.cell_no_value": ("公式未计算", "formula not computed"),
    "imports.problem.cell_cut": ("太长未读全", "cut"),
    "imports.problem.row_hidden": ("隐藏的行", "hidden row"),
    "imports.problem.twice_in_file": ("文件内重复", "twice in the file"),
}.items()}  # fmt: skip

STEPS = {
    "importstep.file": ("选文件", "File"),
    "importstep.columns": ("认列", "Columns"),
    "importstep.values": ("认值", "Values"),
    "importstep.rows": ("修行", "Rows"),
    "importstep.preview": ("预演", "Preview"),
    "importstep.write": ("写入", "Write"),
    "importstep.receipt": ("回执", "Receipt"),
    "told.exact": ("认出", "recognised"),
    "told.remembered": ("按上次", "as last time"),
    "told.likely": ("像，请确认", "likely: please confirm"),
    "told.chosen": ("您选定", "chosen by you"),
    "told.left": ("不导入", "not imported"),
}

PAGES = {
    "imports.title": ("导入", "Imports"),
    "imports.file_too_large": ("文件超过 20 MB。", "The file is larger than 20 MB."),
    "imports.pasted": (
        "或从 Excel 复制后粘贴（带标题行）",
        "Or paste from Excel, headings included",
    ),
    "imports.mended": ("按建议改", "Take it"),
    "imports.yes": ("是", "yes"),
    "imports.no": ("否", "no"),
    "imports.my": ("我的导入", "My imports"),
    "imports.none": (
        "还没有导入过。线索单和申报表在各自的页面上导入。",
        "No imports yet. Lead sheets and declarations are imported on their own pages.",
    ),
    "imports.lists": ("可以导入的名单", "Lists you can import"),
    "imports.start": ("导入", "Import"),
    "imports.from_table": ("导入、导出表格", "Import or export a table"),
    "imports.template": ("下载模板", "Template"),
    "imports.export": ("导出现有名单", "Export the list"),
    "imports.choose_title": ("导入：{list}", "Import: {list}"),
    "imports.choose_lead": (
        "选择 Excel 或文本（.csv、.txt）文件。列名和顺序不必与模板相同；确认预演后才写入。",
        "Choose an Excel (.xlsx, .xls) or text (.csv, .txt) file. Headings and order may differ "
        "from the template; nothing is written before you confirm the preview.",
    ),
    "imports.file": ("文件", "File"),
    "imports.file_help": (
        "最大 20 MB，20 万行。空白单元格不会清掉已有内容；名单里没有的行不会被删除。",
        "At most 20 MB and 200,000 rows. Blank cells clear nothing; rows not in the file stay.",
    ),
    "imports.read_file": ("读取文件", "Read the file"),
    "imports.file_missing": ("请选择一个文件。", "Choose a file."),
    "imports.session_title": ("{list}：{file}", "{list}: {file}"),
    "imports.for_organisation": ("为 {organisation} 导入", "For {organisation}"),
    "imports.steps": ("导入步骤", "Steps of the import"),
    "imports.left_at": ("停在“{step}”", "left at {step}"),
    "imports.continue": ("继续", "Continue"),
    "imports.busy": (
        "正在处理。可以离开本页，稍后在“我的导入”里找到它。",
        "Working. You may leave this page and find it again under My imports.",
    ),
    "imports.look_again": ("刷新", "Look again"),
    "imports.interrupted": (
        "上次处理中断了，没有写入任何一行。请重新操作。",
        "The work was interrupted; nothing was written. Take the step again.",
    ),
    "imports.resume": ("重新开始这一步", "Take the step again"),
    "imports.columns_lead": (
        "认出 {sure} 列。请确认每一列导入到哪里；不需要的选“不导入”。您的选择下次自动沿用。",
        "{sure} columns recognised. Confirm where each goes; your choice is remembered.",
    ),
    "imports.sheet": ("工作表", "Sheet"),
    "imports.heading_row": ("标题行", "Heading row"),
    "imports.look_there": ("按此查看", "Show these"),
    "imports.heading_in_file": ("文件中的列", "Column of the file"),
    "imports.samples": ("内容举例", "Examples"),
    "imports.goes_to": ("导入到", "Goes to"),
    "imports.how_told": ("依据", "How told"),
    "imports.not_imported": ("不导入", "Not imported"),
    "imports.goes_to_of": ("第 {letter} 列导入到", "Column {letter} goes to"),
    "imports.confirm_columns": ("确认各列", "Confirm the columns"),
    "imports.column_twice": ("“{heading}”选了两次，只能对应一列。", "{heading} is chosen twice."),
    "imports.values_lead": (
        "这些写法不在可选值中。给每种写法选一个值，所有相同的单元格一起改。",
        "These are not among the values. Choose one for each; all equal cells change together.",
    ),
    "imports.values_none": ("各列的值都已认出。", "Every value is recognised."),
    "imports.written_as": ("文件中写的", "Written"),
    "imports.count": ("处数", "Cells"),
    "imports.becomes": ("改为", "Becomes"),
    "imports.leave_for_now": ("先不改", "Leave for now"),
    "imports.becomes_of": ("“{found}”改为", "“{found}” becomes"),
    "imports.change_these": ("改这些值", "Change these"),
    "imports.more_values": ("另有 {count} 种写法，改完这些再列出。", "{count} more after these."),
    "imports.kinds": ("问题种类", "Kinds of problems"),
    "imports.kinds_none": ("没有问题。", "No problems."),
    "imports.all_kinds": ("全部问题", "All problems"),
    "imports.kind_line": ("{heading}：{kind}", "{heading}: {kind}"),
    "imports.warning": ("提示", "note"),
    "imports.rows_lead": (
        "{refused} 行有错，{good} 行可以写入。改好后回到预演；也可以先写入好的行。",
        "{refused} rows have errors, {good} can be written. Mend them, or write the good first.",
    ),
    "imports.fix_alike": (
        "把 {count} 处“{found}”改为“{suggestion}”",
        "Change “{found}” to “{suggestion}” in {count} cells",
    ),
    "imports.fix_all_alike": (
        "按建议改这一种的全部 {count} 处",
        "Take the suggestion in all {count} cells of this kind",
    ),
    "imports.row_number": ("行", "Row"),
    "imports.cell_of": ("第 {row} 行 {heading}", "Row {row}, {heading}"),
    "imports.save_cells": ("保存改动", "Save changes"),
    "imports.leave_out": ("去掉此行", "Leave out"),
    "imports.leave_out_row": ("去掉第 {row} 行", "Leave out row {row}"),
    "imports.take_back": ("撤回上一步修改", "Take back the last repair"),
    "imports.annotated": ("下载带批注的原表", "Your workbook with comments"),
    "imports.keys_help": (
        "方向键上下移动，回车到下一行，Esc 恢复原值。",
        "Up and down move, Enter goes to the next row, Esc restores.",
    ),
    "imports.page_of": ("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
    "imports.previous": ("上一页", "Previous"),
    "imports.next": ("下一页", "Next"),
    "imports.new": ("新增", "New"),
    "imports.changed": ("更新", "Changed"),
    "imports.same": ("不变", "Same"),
    "imports.refused": ("拒绝", "Refused"),
    "imports.preview_lead": (
        "写入后：新增 {new} 行，更新 {changed} 行；不变 {same} 行；有错、不写入 {refused} 行。",
        "Writing will add {new} and change {changed} rows; {same} stay the same; {refused} have "
        "errors and are left out.",
    ),
    "imports.preview_shown": ("列出前 {count} 行。", "The first {count} rows are shown."),
    "imports.what": ("内容", "What"),
    "imports.before_after": ("改动前 → 改动后", "Before → after"),
    "imports.nothing_to_write": ("没有可写入的行。", "Nothing to write."),
    "imports.write_all": ("写入 {count} 行", "Write {count} rows"),
    "imports.write_good": (
        "只写入 {count} 行好的，{refused} 行有错的留待修改",
        "Write the {count} good rows, keep {refused} to mend",
    ),
    "imports.to_rows": ("先去修改", "Mend them first"),
    "imports.refused_rows": ("有错的行", "Rows with errors"),
    "imports.receipt": ("导入回执", "Import receipt"),
    "imports.receipt_number": ("批次号", "Batch"),
    "imports.receipt_counts": (
        "新增 {new} 行，更新 {changed} 行，不变 {same} 行，未写入 {refused} 行",
        "{new} new, {changed} changed, {same} same, {refused} not written",
    ),
    "imports.receipt_list": ("名单", "List"),
    "imports.receipt_organisation": ("单位", "Organisation"),
    "imports.receipt_by": ("经办人", "By"),
    "imports.receipt_at": ("写入时间", "Written at"),
    "imports.receipt_digest": ("写入内容的 SHA-256", "SHA-256 of what was written"),
    "imports.receipt_file": ("文件", "File"),
    "imports.receipt_file_digest": ("文件的 SHA-256", "SHA-256 of the file"),
    "imports.receipt_undone": ("{at} 由 {name} 撤销", "Undone {at} by {name}"),
    "imports.receipt_download": ("下载回执", "Download the receipt"),
    "imports.receipt_rest": (
        "还有 {count} 行未写入。可以继续修改，再写入下一批。",
        "{count} rows are not written yet. Mend them and write the next batch.",
    ),
    "imports.undo": ("撤销这一批", "Undo this batch"),
    "imports.undo_what": (
        "撤销后，新增的 {new} 行删除，更新的 {changed} 行恢复原值。",
        "Undoing deletes the {new} new rows and restores the {changed} changed ones.",
    ),
    "imports.undo_reason": ("撤销原因", "Reason"),
    "imports.undone": ("已撤销。", "Undone."),
    "imports.receipts": ("已写入的批次", "Batches written"),
    "imports.changed_at": ("时间", "When"),
    "imports.state": ("状态", "State"),
    "imports.repairs_made": ("已修改 {count} 处。", "{count} cells changed."),
    "imports.error_sheet": ("导入问题", "Import problems"),
    "imports.error_title": ("{file}：{count} 个问题", "{file}: {count} problems"),
    "imports.example": ("例：{example}", "Example: {example}"),
    "imports.place": ("{sheet}第 {row} 行", "{sheet} row {row}, "),
}

EVENTS = {
    "event.import.started": ("选定导入文件", "Import file chosen"),
    "event.import.columns": ("确认导入各列", "Import columns confirmed"),
    "event.import.written": ("导入写入", "Import written"),
    "event.import.changed": ("导入更新", "Changed by an import"),
    "event.import.undone": ("撤销导入", "Import undone"),
    "event.list.exported": ("导出名单", "List exported"),
    "event.import.taken_back": ("撤销导入，恢复原值", "Restored by undoing an import"),
}

WORDS: dict[str, tuple[str, str]] = {**FACTS, **PROBLEMS, **KINDS, **STEPS, **PAGES, **EVENTS}
