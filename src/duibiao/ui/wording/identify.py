"""Words of identify: key → (中文, English)."""

WORDS: dict[str, tuple[str, str]] = {
    "fact.unknown_industry": (
        "“{text}”不是 GB/T 4754-2017 的行业代码；"
        "请填门类字母、2～4 位数字或两者，如 C、38、3851、C3851。",
        "“{text}” is no code of GB/T 4754-2017; give a section letter, 2–4 digits or both, "
        "as C, 38, 3851, C3851.",
    ),
    "fact.negative_figure": (
        "{figure} 为 {value}，不能小于 0；没有数据请留空。",
        "{figure} is {value}; it cannot be below 0. Leave it empty where there is no figure.",
    ),
    "fact.figure_not_finite": (
        "{figure} 为 {value}，不是一个数。",
        "{figure} is {value}, which is not a number.",
    ),
    # sizes
    "size.大型": ("大型", "large"),
    "size.中型": ("中型", "medium"),
    "size.小型": ("小型", "small"),
    "size.微型": ("微型", "micro"),
    "figure.employees": ("从业人员（人）", "employees (persons)"),
    "figure.revenue": ("营业收入（万元）", "revenue (10 000 yuan)"),
    "figure.assets": ("资产总额（万元）", "total assets (10 000 yuan)"),
    "nosize.railways": ("铁路运输业不在划型范围", "railways are outside the method"),
    "nosize.finance": ("金融业不适用本办法", "finance is outside the method"),
    "nosize.education": ("教育不在划型范围", "education is outside the method"),
    "nosize.health": ("卫生不在划型范围", "health is outside the method"),
    "nosize.public_administration": (
        "公共管理、社会保障和社会组织不在划型范围",
        "public administration and social organisations are outside the method",
    ),
    "nosize.international_organisations": (
        "国际组织不在划型范围",
        "international organisations are outside the method",
    ),
    "nosize.own_real_estate": (
        "2011 版 7040 自有房地产经营活动不在划型范围；"
        "2017 版 7040 为房地产租赁经营，归属待主管部门确认",
        "7040, own real estate in the 2011 edition, is outside the method; for 2017 "
        "(real estate leasing) ask the authority",
    ),
    "nosize.industry_too_wide": (
        "行业代码太宽，无法确定划型类别；请填到中类或小类",
        "the industry code is too wide to choose a group; give three or four digits",
    ),
    "nosize.missing_figures": (
        "划型指标不全，只能给出上限；请补齐缺少的指标",
        "figures are missing, only an upper bound is known; fill in the missing ones",
    ),
    # credit codes
    "codeflaw.length": ("统一社会信用代码应为 18 位", "a credit code has 18 characters"),
    "codeflaw.charset": (
        "只用半角数字和大写字母，不用 I、O、S、V、Z",
        "only half-width digits and capitals, without I, O, S, V, Z",
    ),
    "codeflaw.category": (
        "前两位（登记管理部门和机构类别）不存在",
        "the first two characters name no registration authority and kind",
    ),
    "codeflaw.region": (
        "第 3～8 位行政区划码不存在",
        "characters 3–8 are no administrative region",
    ),
    "codeflaw.check_digit": (
        "第 18 位校验码不符，请核对是否抄错",
        "the check character is wrong; look for a slip in copying",
    ),
    "codeflaw.org_code": (
        "校验相符，但第 17 位与组织机构代码自身的校验（GB 11714）不符，请留意",
        "valid, but character 17 fails the organisation code's own check (GB 11714)",
    ),
    # standard numbers
    "numberflaw.empty": ("没有填写标准编号", "no standard number is given"),
    "numberflaw.no_prefix": (
        "缺少标准代号，如 GB/T、ISO",
        "the prefix is missing, such as GB/T or ISO",
    ),
    "numberflaw.unknown_prefix": (
        "标准代号不在名录中，请核对",
        "no body issues standards under this prefix; check it",
    ),
    "numberflaw.no_year": (
        "缺少年号，请写全，如 GB/T 4754-2017",
        "the year is missing; write it out, as GB/T 4754-2017",
    ),
    "numberflaw.bad_year": (
        "年号应为四位且合理，如 2017",
        "the year has four plausible digits, as 2017",
    ),
    "numberflaw.dash_for_colon": (
        "年号前应为冒号，如 ISO 9001:2015",
        "a colon goes before the year, as ISO 9001:2015",
    ),
    "numberflaw.malformed": (
        "写法不是标准编号的形式，请对照标准封面",
        "this is not the form of a standard number; compare the standard's cover",
    ),
    # names of indicators
    "why.identical": ("名称相同", "the same name"),
    "why.synonym": ("同义名称", "synonyms"),
    "why.scheme_synonym": ("方案列出的别名", "another name the scheme lists"),
    "why.abbreviation": ("一方是另一方的缩写", "one abbreviates the other"),
    "why.product_prefix": (
        "去掉产品名后相同",
        "the same without the product's name",
    ),
    "why.condition_unstated": (
        "同一指标，一方未写明试验条件",
        "the same indicator; one side does not state the condition",
    ),
    "why.facet_differs": ("两个名称说的不是同一项", "the names state different things"),
    "why.facet_unstated": (
        "只有一方写明，请确认是否同一指标",
        "only one side states it; confirm that the same is meant",
    ),
    "why.distinct_terms": ("两个不同的指标", "two different indicators"),
    "why.other_characteristic": ("不是同一特性", "another characteristic"),
    "why.similar_wording": (
        "字面相近，请确认是否同一指标",
        "similar wording; confirm that the same is meant",
    ),
    "why.empty": ("没有指标名称", "no name is given"),
    "certainty.sure": ("已确定", "sure"),
    "certainty.uncertain": ("待确认", "to be confirmed"),
    "certainty.none": ("没有对应指标", "no such indicator"),
    "facet.basis": ("计量基准（以…计）", "basis (as …)"),
    "facet.form": (
        "形态（总量、可萃取、可溶性、价态）",
        "form (total, extractable, soluble, valence)",
    ),
    "facet.quantity": ("含量、释放量或迁移量", "content, release or migration"),
    "facet.derived": (
        "量本身，或其变化率、偏差、比",
        "the quantity or its change, deviation, ratio",
    ),
    "facet.sum": ("单体或总和", "one compound or the sum"),
    "facet.wetness": ("干、湿", "dry or wet"),
    "facet.place": ("室内、室外", "indoor or outdoor"),
    "facet.position": ("部位", "position"),
    "facet.orientation": ("方向", "orientation"),
    "facet.extremum": ("最大、最小", "maximum or minimum"),
    "facet.statistic": ("平均值、单个值", "mean or single value"),
    "facet.fastness": ("色牢度种类", "kind of fastness"),
    "facet.acidity": ("酸、碱", "acid or alkali"),
    "facet.rating": ("变色、沾色", "colour change or staining"),
    "facet.method": ("试验方法", "test method"),
    "facet.sound": ("声压级、声功率级", "sound pressure or sound power"),
    "facet.hardness": ("硬度标尺", "hardness scale"),
    "facet.nominality": ("额定、实测", "rated or measured"),
    "facet.port": ("输入、输出", "input or output"),
    "facet.load": ("满载、空载", "loaded or not"),
    "facet.stage": ("状态或阶段", "state or stage"),
    "facet.condition": ("试验条件", "condition"),
}
