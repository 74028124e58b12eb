"""Words of the matrix: one filing, many yardsticks."""

WORDS: dict[str, tuple[str, str]] = {
    "matrix.title": ("比对矩阵", "Comparison matrix"),
    "matrix.lead": (
        "申报一次，同时与多个标准逐项比对。增减标准只增减列，不改动申报内容。",
        "Filed once, compared with many standards. Adding or removing a standard changes only "
        "columns, never what was declared.",
    ),
    "matrix.summary": (
        "与 {columns} 个标准比对：严于 {stricter} 项次，相同 {equal} 项次，宽于 {looser} 项次，"
        "待定或不可比 {undecided} 项次，无要求可比 {absent} 项次",
        "Against {columns} standards: stricter {stricter}, equal {equal}, looser {looser}, "
        "undecided or not comparable {undecided}, nothing to compare with {absent}",
    ),
    "matrix.indicator": ("指标", "Indicator"),
    "matrix.declared": ("本企业申报", "Declared"),
    "matrix.own_standard": ("执行标准", "Own standard"),
    "matrix.stricter": ("严于该标准", "Stricter"),
    "matrix.equal": ("与该标准相同", "Equal"),
    "matrix.looser": ("宽于该标准", "Looser"),
    "matrix.undecided": ("待定或不可比", "Undecided"),
    "matrix.absent": ("无要求可比", "Nothing demanded"),
    "matrix.leads": ("领先于", "Ahead of"),
    "matrix.trails": ("落后于", "Behind"),
    "matrix.counts": ("合计（项）", "Counts"),
    "matrix.note": ("说明", "Note"),
    "matrix.strictest": ("本行最严", "Strictest"),
    "matrix.gap_stricter": ("严 {gap}", "by {gap}"),
    "matrix.gap_looser": ("差 {gap}", "short by {gap}"),
    "matrix.join": ("、", ", "),
    "matrix.perhaps": ("{reason}：可能是{names}", "{reason}: perhaps {names}"),
    "matrix.choose": ("选择标准", "Choose standards"),
    "matrix.apply": ("按所选标准比对", "Compare with these"),
    "matrix.add_scheme": ("加入其他方案的标准", "Add the standards of another scheme"),
    "matrix.none_added": ("不加入", "None"),
    "matrix.of_scheme": ("{title} 第 {version} 版", "{title}, version {version}"),
    "matrix.workbook": ("下载 Excel", "Download Excel"),
    "matrix.json": ("下载 JSON", "Download JSON"),
    "matrix.none_fits": (
        "没有适用于这个产品的已发布方案。可在下面选择一个方案，与其中的标准比对。",
        "No published scheme is for this product. Choose a scheme below to compare with its "
        "standards.",
    ),
    "matrix.no_indicators": (
        "这个产品还没有申报指标。先在申报中填写指标，再来比对。",
        "This product declares no indicator yet. Fill them in on the declaration first.",
    ),
    "matrix.unknown": (
        "网址中有 {count} 个标准不在已发布的方案中，未列入。请在下面重新选择。",
        "{count} standards of this address are in no published scheme and were left out. Choose "
        "again below.",
    ),
    "matrix.too_many": (
        "一页最多比对 {most} 个标准，另有 {count} 个未列入。请在下面减少或更换。",
        "A page compares with at most {most} standards; {count} more were left out. Choose "
        "fewer or others below.",
    ),
    "event.matrix.downloaded": ("下载比对矩阵", "Downloaded a comparison matrix"),
    "absence.not_stated": ("该标准未作规定", "Not stated in this standard"),
    "absence.not_in_scheme": ("该方案没有这项指标", "No such indicator in this scheme"),
    "absence.uncertain": ("指标名称不能确定对应", "Name not surely one of the scheme's"),
    "absence.repeated": ("同一指标申报了两次，数值不同", "Declared twice with different values"),
    "summit.none": ("没有可排序的要求", "Nothing to rank"),
    "summit.one": ("最严的只有一个", "One is strictest"),
    "summit.equal": ("最严的有几个，要求相同", "Several are strictest and demand the same"),
    "summit.several": (
        "最严的有几个，彼此分不出高下",
        "Several are strictest; none of them is above the others",
    ),
}
