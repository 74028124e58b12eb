"""Words of benchmark schemes: key → (中文, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "fact.scheme_missing_field": (
        "{path}：缺少这一项或为空。请补填。",
        "{path}: missing or empty. Please fill it in.",
    ),
    "fact.scheme_wrong_type": (
        "{path}：读到“{found}”，应为{expected}。",
        "{path}: found “{found}”, expected {expected}.",
    ),
    "fact.scheme_unknown_word": (
        "{path}：不认识“{found}”，可用的是：{allowed}。",
        "{path}: “{found}” is not known; allowed: {allowed}.",
    ),
    "fact.scheme_duplicate_id": (
        "{path}：指标编号“{found}”用了两次。请改成不同的编号。",
        "{path}: indicator id “{found}” is used twice. Give each its own.",
    ),
    "fact.scheme_weight_sum": (
        "{path}：各指标权重之和是 {found}，应正好等于 1。",
        "{path}: the weights sum to {found}; they must sum to exactly 1.",
    ),
    "fact.scheme_negative_weight": (
        "{path}：权重 {found} 小于 0。权重应在 0 到 1 之间。",
        "{path}: weight {found} is below 0. Weights lie between 0 and 1.",
    ),
    "fact.scheme_unlisted_standard": (
        "{path}：引用的标准“{found}”不在方案的标准清单里。请加入清单或更正编号。",
        "{path}: the cited standard “{found}” is not in the scheme's list. Add it or correct it.",
    ),
    "fact.scheme_nothing_demanded": (
        "{path}：指标“{name}”没有任何标准的要求。请至少填一条。",
        "{path}: no standard demands anything for “{name}”. Give at least one requirement.",
    ),
    "fact.scheme_unread_requirement": (
        "{path}：“{found}”不能读成限值（{reason}），只展示、不参与判定。",
        "{path}: “{found}” gives no limit ({reason}); it is shown, not judged.",
    ),
    "fact.scheme_differs_from_record": (
        "{path}：“{found}”读作 {read}，旁边记录的是 {recorded}。请核对原文。",
        "{path}: “{found}” reads as {read}, recorded beside it is {recorded}. Check the original.",
    ),
    "fact.scheme_unknown_unit": (
        "{path}：不认识单位“{found}”。请改用规范写法，或请管理员登记该单位。",
        "{path}: the unit “{found}” is not known. Use its standard form or have it registered.",
    ),
    "fact.scheme_unusable": ("方案有错误，不能使用。", "The scheme has errors and cannot be used."),
    "scheme.error": ("错误", "Error"),
    "scheme.warning": ("注意", "Warning"),
    "scheme.usable": (
        "方案可用，{warnings} 处请留意。",
        "The scheme is usable; {warnings} remarks.",
    ),
    "scheme.not_json": ("{file} 不是 JSON：{problem}", "{file} is not JSON: {problem}"),
    "scheme.not_an_object": ("{file} 里应是一个方案对象。", "{file} should hold one scheme."),
    "scheme.imported": (
        "已载入：{title}，第 {version} 版。",
        "Loaded: {title}, version {version}.",
    ),
}
