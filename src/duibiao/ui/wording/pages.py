"""Words of the site's frame, first page, errors and gallery: key → (中文, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "site.name": ("对标达标信息平台", "Benchmark Platform"),
    "site.skip": ("跳到正文", "Skip to content"),
    "site.navigation": ("主导航", "Main"),
    "site.judge": ("对标试算", "Benchmark trial"),
    "site.verify": ("核验证明", "Verify a proof"),
    "site.footer": (
        "百城千业万企对标达标提升专项行动 · 示例方案仅供演示，不是标准正文，不能作为合规判定依据",
        "Benchmark-and-upgrade campaign · The example schemes are for demonstration only; they are "
        "not the standards' text and no basis for conformity",
    ),
    "home.title": (
        "您的标准，和世界上最好的标准差多少？",
        "How far is your standard from the best in the world?",
    ),
    "home.lead": (
        "选一个对标技术方案（现有 {count} 个），填上企业标准的规定，逐项看到结论、原因和下一步。",
        "Choose a benchmark scheme ({count} available), enter what your standard promises, and see "
        "for each indicator the verdict, the reason and the next step.",
    ),
    "home.button": ("开始试算", "Start a trial"),
    "home.outcomes_title": ("四种结论", "The four outcomes"),
    "home.about_leading": (
        "没有一项宽于对标标准，并且达到领跑条件。",
        "No indicator is looser than a benchmark, and the conditions for leading are met.",
    ),
    "home.about_attained": (
        "没有一项宽于对标标准。",
        "No indicator is looser than a benchmark.",
    ),
    "home.about_attainable_in_2_3_years": (
        "有差距，但有三年以内能补齐全部差距的提升计划。",
        "There are gaps, and a plan that closes all of them within three years.",
    ),
    "home.about_unattainable": (
        "有差距，三年以内补不齐，或还没有计划。",
        "There are gaps that cannot be closed within three years, or there is no plan yet.",
    ),
    "home.no_compensation": (
        "结论由每一项指标决定：一项不达标，别项再高也补不上；得分只用来排序。不可比的说明原因，"
        "不算不达标。",
        "Every indicator decides: no surplus pays for a shortfall, and the score only ranks. What "
        "cannot be compared is shown with its reason and is no fail.",
    ),
    "bar.label": (
        "上：企业规定；下：对标要求；箭头指向更好的一边",
        "Above: declared; below: demanded; the arrow points to the better side",
    ),
    "serve.port_taken": (
        "{host}:{port} 已被占用。请换一个端口，例如 --port {other}。",
        "{host}:{port} is in use. Choose another port, e.g. --port {other}.",
    ),
    "serve.demo": ("示例方案 {count} 个已就绪。", "{count} example schemes are ready."),
    "serve.address": (
        "请用浏览器打开 http://{host}:{port}/ （试算不需要登录；按 Ctrl-C 停止）",
        "Open http://{host}:{port}/ in a browser (no sign-in needed; Ctrl-C stops)",
    ),
    "error.home": ("回到首页", "To the first page"),
    "error.400_title": ("请求看不懂", "The request was not understood"),
    "error.400_what": (
        "地址或内容不完整。请返回上一页重试；填好的内容还在您的浏览器里。",
        "The address or its content is incomplete. Go back and try again; what you typed is still "
        "in your browser.",
    ),
    "error.403_title": ("不能这样做", "Not allowed"),
    "error.403_what": (
        "您没有这项权限。需要的话，请联系管理员。",
        "You do not have this right. Ask an administrator if you need it.",
    ),
    "error.csrf_title": ("页面已过期", "This page has expired"),
    "error.csrf_what": (
        "请返回上一页刷新后再提交，并确认浏览器允许 Cookie；草稿还在您的浏览器里。",
        "Go back, reload and submit again, and see that cookies are allowed; your draft is still "
        "in your browser.",
    ),
    "error.404_title": ("没有这个页面", "No such page"),
    "error.404_what": (
        "地址可能写错了，或者内容已被删除。",
        "The address may be wrong, or the content was deleted.",
    ),
    "error.500_title": ("系统没有处理好", "We failed to handle this"),
    "error.500_what": (
        "这是我们的问题，已经记录。请稍后重试；草稿还在您的浏览器里。",
        "This is our fault and was recorded. Try again later; your draft is still in your browser.",
    ),
    "gallery.title": ("组件样例", "Component gallery"),
    "gallery.lead": (
        "页面只由这些组件组成，每种状态都在这里。",
        "Pages are made of these components; every state is shown here.",
    ),
    "gallery.outcomes": ("结论", "Outcomes"),
    "gallery.relations": ("关系", "Relations"),
    "gallery.buttons": ("按钮", "Buttons"),
    "gallery.primary": ("主要操作", "Primary"),
    "gallery.focused": ("键盘选中", "Focused"),
    "gallery.plain": ("普通操作", "Plain"),
    "gallery.quiet": ("次要操作", "Quiet"),
    "gallery.small": ("小按钮", "Small"),
    "gallery.disabled": ("还差 1 项，不能上报", "1 item missing: cannot file"),
    "gallery.busy": ("正在读取…", "Reading…"),
    "gallery.fields": ("输入格", "Fields"),
    "gallery.field_rest": ("正常", "At rest"),
    "gallery.state_rest": ("读作 ≤ 20 mg/kg", "Read as ≤ 20 mg/kg"),
    "gallery.field_focused": ("键盘选中", "Focused"),
    "gallery.state_focused": ("Esc 放弃，Enter 到下一行", "Esc drops, Enter goes to the next row"),
    "gallery.field_saving": ("正在保存", "Saving"),
    "gallery.state_saving": ("正在保存…", "Saving…"),
    "gallery.field_saved": ("已保存", "Saved"),
    "gallery.state_saved": ("✓ 已保存 09:41", "✓ Saved 09:41"),
    "gallery.field_wrong": ("有误", "Wrong"),
    "gallery.state_wrong": (
        "1×105：是 105 还是 10 的 5 次方？请写成 1×10^5 或 105。",
        "1×105: 105 or 10 to the 5th? Write 1×10^5 or 105.",
    ),
    "gallery.field_changed": ("别人刚改过", "Changed by someone"),
    "gallery.state_changed": ("张三 09:40 改为 ≤16，原来是 ≤18", "Zhang San, 09:40: ≤16, was ≤18"),
    "gallery.field_locked": ("已锁定", "Locked"),
    "gallery.state_locked": ("已上报，退回后才能改", "Filed; can be changed once returned"),
    "gallery.field_empty": ("没有填", "Not filled in"),
    "gallery.state_empty": ("没有填不等于零，也不算不达标", "Blank is not zero, and no fail"),
    "gallery.bars": ("比对图", "Comparison bars"),
    "gallery.bar_upper": ("越小越好：≤ 20 比 < 16", "Smaller is better: ≤ 20 beside < 16"),
    "gallery.bar_lower": ("越大越好：≥ 70 比 ≥ 50", "Larger is better: ≥ 70 beside ≥ 50"),
    "gallery.bar_within": ("范围：4～7.5 比 4～9", "A range: 4–7.5 beside 4–9"),
    "gallery.table": ("表格", "Table"),
    "gallery.column_name": ("指标", "Indicator"),
    "gallery.column_figure": ("限量 mg/kg", "Limit, mg/kg"),
    "gallery.column_relation": ("关系", "Relation"),
    "gallery.row_name": ("第 {number} 项", "Indicator {number}"),
    "gallery.notices": ("提示", "Notices"),
    "gallery.notice": ("您的草稿只在这台电脑上。", "Your draft is on this computer only."),
    "gallery.notice_done": (
        "这份试算已保存到 2018-07-29。",
        "This trial is kept until 2018-07-29.",
    ),
    "gallery.notice_warning": (
        "第 3 项的单位与方案不同，已按 1 g/kg = 1000 mg/kg 换算。",
        "Indicator 3 has another unit than the scheme: converted by 1 g/kg = 1000 mg/kg.",
    ),
    "gallery.notice_error": (
        "Sheet1!C5：没读懂“≤二十”。请写成 ≤20。",
        "Sheet1!C5: “≤二十” was not read. Write ≤20.",
    ),
    "gallery.notice_stale": (
        "这是 2018-04-30 的数，之后有 2 份上报还没有计入。",
        "Figures of 2018-04-30; 2 later filings are not counted yet.",
    ),
    "gallery.empty": ("还没有方案。", "No schemes yet."),
}
