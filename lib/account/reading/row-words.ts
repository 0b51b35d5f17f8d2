/**
 * Names of rows that are properties of what is accounted for, and amounts of no activity: how long it lasts, from which amount on something
 * has to be reported, how large a business is. In English, Chinese, German, French, Spanish and Portuguese, in lower case.
 */
export const propertyWords: Readonly<Record<"lifetime" | "threshold" | "size" | "rating", readonly string[]>> = {
  lifetime: [
    ..."lifetime|service life|product life|design life|useful life|lifespan|使用寿命|寿命|设计寿命|使用年限|设计年限|lebensdauer|nutzungsdauer|durée de vie|vida útil|vida útil do produto".split(
      "|",
    ),
  ],
  threshold: [
    ..."threshold|reporting threshold|materiality threshold|limit value|阈值|限值|报告阈值|门槛|重要性阈值|grenzwert|schwellenwert|seuil|valeur limite|umbral|valor límite|limiar".split(
      "|",
    ),
  ],
  size: [
    ..."floor area|gross floor area|headcount|number of employees|employees|full-time equivalents|fte|occupied rooms|room nights sold|rooms sold|guest nights sold|covers served|degree days|heating degree days|revenue|turnover|production|output|total production|production volume|units produced|operating hours|number of beds|beds|licensed beds|patient days|bed days|occupied bed days|students|pupils|visitors|cooling degree days".split(
      "|",
    ),
    ..."建筑面积|总建筑面积|员工人数|职工人数|在校人数|床位数|入住间夜|客房入住间夜|出租间夜|售出间夜|营业额|营业收入|产值|总产值|工业总产值|产量|总产量|产品产量|运行小时数|采暖度日数|从业人数|就诊人次|住院床日|床位|客流量|学生人数".split(
      "|",
    ),
    ..."nutzfläche|bruttogeschossfläche|mitarbeiterzahl|anzahl mitarbeiter|umsatz|produktionsmenge|heizgradtage|betriebsstunden|effectif|surface de plancher|chiffre d'affaires|nuitées vendues|degrés-jours|empleados|superficie construida|facturación|producción|producción total|funcionários|área construída|faturamento|produção".split(
      "|",
    ),
  ],
  rating: [
    ..."rated power|nominal power|installed capacity|capacity|额定功率|装机容量|nennleistung|puissance nominale|potencia nominal|potência nominal".split(
      "|",
    ),
  ],
};

/** Words of a mass that weighs all parts once more: of a product with or without what it is packed in. */
export const weighedWords: readonly string[] = [
  ..."gross weight|gross wt|gross mass|net weight|net wt|net mass|shipping weight|weight as shipped|packed weight|整机毛重|整机净重|毛重|净重|整机重量|整机质量".split(
    "|",
  ),
  ..."bruttogewicht|nettogewicht|versandgewicht|gesamtgewicht|poids brut|poids net|peso bruto|peso neto|peso líquido".split(
    "|",
  ),
];

/** Words of an amount that adds up all energy in one unit, as tonnes of standard coal. */
export const energySumWords: readonly string[] = [
  ..."综合能耗|综合能源消费|综合能源消耗|能源消费总量|能源消耗总量|能耗总量|折标煤|折标准煤|折标|当量值|等价值|coal equivalent|standard coal|total energy|energy total|gesamtenergie|énergie totale|energía total|energia total".split(
    "|",
  ),
];

/** Words of accounts of a ledger for which nothing is bought. */
export const noPurchaseWords: readonly string[] = [
  ..."wages|wage|salaries|salary|payroll|pay run|superannuation|pension contributions|pension contribution|employer contributions|social security|national insurance|depreciation|amortisation|amortization|interest|dividend|dividends|drawings|bank transfer|bank transfers|internal transfer|loan repayment|loan repayments|income tax|corporation tax|tax payment|exchange differences".split(
    "|",
  ),
  ..."工资|薪酬|薪金|奖金|社保|社会保险|公积金|折旧|摊销|利息|所得税|税金及附加|银行转账|内部转账|往来款|股利|分红".split(
    "|",
  ),
  ..."löhne|lohn|gehälter|gehalt|sozialabgaben|sozialversicherung|abschreibung|abschreibungen|zinsen|zinsaufwand|salaires|charges sociales|amortissements|intérêts|dividendes|sueldos|salarios|seguridad social|amortización|amortizaciones|depreciación|intereses|dividendos".split(
    "|",
  ),
];
