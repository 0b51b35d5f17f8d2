import { type Entry, entriesOf, type Forms } from "./entry.ts";

/** Materials, fuels by the names of the guidelines, and products of processes: what an amount is of. */
export const materials: readonly Forms[] = [
  {
    value: "fuel:Gas/Diesel Oil",
    label: { en: "gas/diesel oil", zh: "柴油" },
    forms: "diesel|diesel oil|diesel fuel|gas oil|gasoil|柴油",
  },
  {
    value: "fuel:Motor Gasoline",
    label: { en: "motor gasoline", zh: "汽油" },
    forms: "gasoline|petrol|motor gasoline|汽油|车用汽油",
  },
  {
    value: "fuel:Jet Kerosene",
    label: { en: "jet kerosene", zh: "航空煤油" },
    forms: "jet kerosene|jet fuel|aviation fuel|航空煤油|航煤|喷气煤油",
  },
  {
    value: "fuel:Other Kerosene",
    label: { en: "other kerosene", zh: "煤油" },
    forms: "kerosene|other kerosene|煤油|其他煤油",
  },
  {
    value: "fuel:Residual Fuel Oil",
    label: { en: "residual fuel oil", zh: "燃料油" },
    forms: "residual fuel oil|fuel oil|heavy fuel oil|hfo|燃料油|重油|残渣燃料油",
  },
  { value: "fuel:Crude Oil", label: { en: "crude oil", zh: "原油" }, forms: "crude oil|crude|原油" },
  {
    value: "fuel:Liquefied Petroleum Gases",
    label: { en: "liquefied petroleum gases", zh: "液化石油气" },
    forms: "lpg|liquefied petroleum gas|liquefied petroleum gases|液化石油气",
  },
  { value: "fuel:Naphtha", label: { en: "naphtha", zh: "石脑油" }, forms: "naphtha|石脑油" },
  {
    value: "fuel:Petroleum Coke",
    label: { en: "petroleum coke", zh: "石油焦" },
    forms: "petroleum coke|petcoke|pet coke|石油焦",
  },
  {
    value: "fuel:Natural Gas",
    label: { en: "natural gas", zh: "天然气" },
    forms: "natural gas|nat gas|nat. gas|natgas|fossil gas|天然气",
  },
  { value: "fuel:Anthracite", label: { en: "anthracite", zh: "无烟煤" }, forms: "anthracite|无烟煤" },
  { value: "fuel:Coking Coal", label: { en: "coking coal", zh: "炼焦煤" }, forms: "coking coal|炼焦煤|焦煤" },
  {
    value: "fuel:Other Bituminous Coal",
    label: { en: "other bituminous coal", zh: "其他烟煤" },
    forms: "bituminous coal|other bituminous coal|steam coal|烟煤|其他烟煤|动力煤",
  },
  {
    value: "fuel:Sub-Bituminous Coal",
    label: { en: "sub-bituminous coal", zh: "次烟煤" },
    forms: "sub bituminous coal|subbituminous coal|次烟煤",
  },
  { value: "fuel:Lignite", label: { en: "lignite", zh: "褐煤" }, forms: "lignite|brown coal|褐煤" },
  { value: "fuel:Peat", label: { en: "peat", zh: "泥炭" }, forms: "peat|泥炭" },
  {
    value: "fuel:Coke Oven Coke and Lignite Coke",
    label: { en: "coke oven coke", zh: "焦炭" },
    forms: "coke oven coke|coke|焦炭",
  },
  {
    value: "process:coke",
    label: { en: "coke of coke ovens", zh: "焦炉焦炭" },
    forms:
      "coke production|coke making|cokemaking|coke oven|coke ovens|coke oven battery|coke oven batteries|coke plant|coking plant|coke works|making coke|producing coke|炼焦|炼焦厂|焦化|焦化厂|焦炉|焦炭生产|生产焦炭|产焦炭|年产焦炭|焦炭产量",
  },
  {
    value: "fuel:Wood/Wood Waste",
    label: { en: "wood and wood waste", zh: "木材与木废料" },
    forms: "wood|firewood|fuelwood|wood waste|木材|薪柴|木柴",
  },
  { value: "fuel:coal", label: { en: "coal", zh: "煤" }, forms: "coal|煤|煤炭" },
  { value: "process:clinker", label: { en: "clinker", zh: "水泥熟料" }, forms: "clinker|cement clinker|熟料|水泥熟料" },
  { value: "process:cement", label: { en: "cement", zh: "水泥" }, forms: "cement|水泥" },
  {
    value: "process:high-calcium quicklime",
    label: { en: "high-calcium quicklime", zh: "高钙生石灰" },
    forms: "high calcium quicklime|high calcium lime|quicklime|高钙生石灰|高钙石灰|生石灰",
  },
  {
    value: "process:dolomitic lime",
    label: { en: "dolomitic lime", zh: "白云石石灰" },
    forms: "dolomitic lime|dolomitic quicklime|白云石石灰|白云质石灰|白云石质石灰|镁质石灰",
  },
  {
    value: "process:hydraulic lime",
    label: { en: "hydraulic lime", zh: "水硬性石灰" },
    forms: "hydraulic lime|水硬性石灰|水硬石灰",
  },
  { value: "process:lime", label: { en: "lime", zh: "石灰" }, forms: "lime|lime production|石灰" },
  { value: "process:glass", label: { en: "glass", zh: "玻璃" }, forms: "glass|玻璃" },
  { value: "process:ammonia", label: { en: "ammonia", zh: "合成氨" }, forms: "ammonia|ammonia production|合成氨|氨" },
  {
    value: "process:nitric acid",
    label: { en: "nitric acid", zh: "硝酸" },
    forms: "nitric acid|nitric acid production|硝酸",
  },
  {
    value: "process:adipic acid",
    label: { en: "adipic acid", zh: "己二酸" },
    forms: "adipic acid|adipic acid production|己二酸",
  },
  {
    value: "process:steel",
    label: { en: "steel", zh: "钢" },
    forms: "steel|crude steel|steelmaking|钢|粗钢|钢铁|钢材|steel products",
  },
  { value: "process:pig iron (not converted to steel)", label: { en: "pig iron", zh: "生铁" }, forms: "pig iron|生铁" },
  {
    value: "process:direct reduced iron (natural gas)",
    label: { en: "direct reduced iron", zh: "直接还原铁" },
    forms: "direct reduced iron|dri|sponge iron|直接还原铁|海绵铁",
  },
  { value: "process:sinter", label: { en: "sinter", zh: "烧结矿" }, forms: "sinter|烧结矿|烧结" },
  {
    value: "process:pellet",
    label: { en: "iron ore pellets", zh: "球团矿" },
    forms: "pellet|pellets|iron ore pellets|球团|球团矿",
  },
  {
    value: "process:aluminium",
    label: { en: "aluminium", zh: "铝" },
    forms: "aluminium|aluminum|primary aluminium|primary aluminum|铝|电解铝|原铝",
  },
  { value: "process:lead", label: { en: "lead", zh: "铅" }, forms: "lead smelting|primary lead|铅冶炼" },
  { value: "process:zinc", label: { en: "zinc", zh: "锌" }, forms: "zinc|锌" },
  {
    value: "process:ferrosilicon 75",
    label: { en: "ferrosilicon with 75 % Si", zh: "75硅铁" },
    forms: "ferrosilicon 75|fesi 75|75硅铁",
  },
  {
    value: "process:silicon metal",
    label: { en: "silicon metal", zh: "金属硅" },
    forms: "silicon metal|metallic silicon|金属硅|工业硅",
  },
  {
    value: "process:silicomanganese",
    label: { en: "silicomanganese", zh: "锰硅合金" },
    forms: "silicomanganese|锰硅合金|硅锰",
  },
  {
    value: "process:ferrochromium",
    label: { en: "ferrochromium", zh: "铬铁" },
    forms: "ferrochromium|ferrochrome|铬铁",
  },
  {
    value: "energy:electricity",
    label: { en: "electricity", zh: "电力" },
    forms: "electricity|power|grid electricity|electric power|电|电力|用电|电量|电能",
  },
];

/** Routes and kinds of plants, as the tables of default factors name them. */
export const technologies: readonly Forms[] = [
  {
    value: "EAF",
    label: { en: "electric arc furnace", zh: "电弧炉" },
    forms:
      "eaf|electric arc furnace|electric arc furnaces|electric furnace|electric furnaces|electric arc|arc furnace|scrap based|电炉|电弧炉|电弧炉法|电炉法|用电炉|用电弧炉|以电炉",
  },
  {
    value: "BOF",
    label: { en: "basic oxygen furnace", zh: "转炉" },
    forms:
      "bof|basic oxygen furnace|basic oxygen furnaces|blast furnace|blast furnaces|blast furnace route|bf bof|blast furnace basic oxygen furnace|converter|转炉|氧气转炉|高炉|高炉路线|高炉转炉|长流程|高炉-转炉|用转炉|以转炉|转炉炼",
  },
  { value: "OHF", label: { en: "open hearth furnace", zh: "平炉" }, forms: "ohf|open hearth|open hearth furnace|平炉" },
  {
    value: "prebake",
    label: { en: "prebake", zh: "预焙槽" },
    forms: "prebake|prebaked|prebake cells|prebaked cells|prebaked anodes|预焙|预焙槽|预焙阳极",
  },
  {
    value: "Söderberg",
    label: { en: "Söderberg", zh: "自焙槽" },
    forms: "soderberg|söderberg|soderberg cells|soderberg anodes|自焙槽(söderberg)|自焙|自焙槽",
  },
  {
    value: "NSCR (all)",
    label: { en: "plants with NSCR", zh: "配备NSCR的装置" },
    forms: "nscr|with nscr|non selective catalytic reduction|非选择性催化还原",
  },
  {
    value: "process-integrated or tailgas N2O destruction",
    label: { en: "process-integrated or tail-gas N2O destruction", zh: "工艺集成或尾气N2O分解" },
    forms:
      "process integrated|tail gas destruction|tailgas destruction|process integrated or tailgas n2o destruction|尾气处理|工艺集成|尾气n2o分解",
  },
  {
    value: "atmospheric pressure plant (low)",
    label: { en: "atmospheric pressure plants (low pressure)", zh: "常压（低压）装置" },
    forms:
      "atmospheric pressure|low pressure|atmospheric pressure plant|atmospheric pressure plants|low pressure plant|low pressure plants|常压|低压|常压法|低压法",
  },
  {
    value: "medium pressure plant",
    label: { en: "medium pressure plants", zh: "中压装置" },
    forms:
      "medium pressure|medium pressure plant|medium pressure plants|medium pressure combustion|中压|中压法|中压燃烧|中压装置",
  },
  {
    value: "high pressure plant",
    label: { en: "high pressure plants", zh: "高压装置" },
    forms: "high pressure|high pressure plant|high pressure plants|高压|高压法|高压装置",
  },
  {
    value: "modern EU conventional reforming, natural gas: fuel 30.2 GJ/t, C 15.3 kg/GJ",
    label: { en: "modern conventional reforming of natural gas", zh: "现代常规天然气重整" },
    forms:
      "conventional reforming|modern plant|steam reforming|natural gas reforming|modern reforming|天然气重整|常规重整|蒸汽重整",
  },
  {
    value: "average EU mixed, natural gas 37.5 GJ/t",
    label: { en: "European average, natural gas", zh: "欧洲平均（天然气）" },
    forms: "european average|average eu|eu average|average plant|欧洲平均|平均装置",
  },
  {
    value: "partial oxidation modern 36 GJ/t (21 kg C/GJ)",
    label: { en: "partial oxidation", zh: "部分氧化法" },
    forms: "partial oxidation|部分氧化|部分氧化法",
  },
  {
    value: "scrap",
    label: { en: "scrap alone", zh: "全废钢" },
    forms:
      "scrap based|scrap only|all scrap|scrap fed|only scrap|from scrap|scrap eaf|全废钢|纯废钢|废钢电炉|废钢电弧炉",
  },
  {
    value: "electrolysis",
    label: { en: "hydrogen of electrolysis", zh: "电解制氢" },
    forms:
      "green hydrogen|electrolytic hydrogen|electrolysis|hydrogen from electrolysis|water electrolysis|green h2|electrolysers|electrolyser|绿氢|绿色氢|电解水|电解水制氢|电解",
  },
  {
    value: "green",
    label: { en: "green", zh: "绿色" },
    forms: "green",
  },
  {
    value: "developed countries",
    label: { en: "developed countries", zh: "发达国家" },
    forms: "developed countries|developed country|industrialised countries|发达国家",
  },
  {
    value: "developing countries",
    label: { en: "developing countries", zh: "发展中国家" },
    forms: "developing countries|developing country|发展中国家",
  },
];

/** Where a product system ends. */
export const boundaries: readonly Forms[] = [
  {
    value: "cradle to gate",
    label: { en: "cradle to gate", zh: "从摇篮到大门" },
    forms: "cradle to gate|cradle to factory gate|from cradle to gate|摇篮到大门|从摇篮到大门|摇篮到厂门",
  },
  {
    value: "cradle to grave",
    label: { en: "cradle to grave", zh: "从摇篮到坟墓" },
    forms: "cradle to grave|from cradle to grave|whole life cycle|摇篮到坟墓|从摇篮到坟墓|全生命周期",
  },
  {
    value: "gate to gate",
    label: { en: "gate to gate", zh: "从大门到大门" },
    forms: "gate to gate|大门到大门|从大门到大门",
  },
];

/** Kinds of plants for agents. */
const plantWords: readonly Forms[] = [
  {
    value: "plant",
    label: { en: "plant", zh: "工厂" },
    forms: "plant|plants|factory|works|mill|kiln|facility|工厂|厂|装置|生产线",
    soft: true,
  },
  {
    value: "cap",
    label: { en: "cap", zh: "上限" },
    forms:
      "cap|under a cap|limit|emission cap|emissions cap|emission limit|ceiling|no more than|at most|上限|限额|排放上限|总量上限|排放限额|不超过",
    soft: true,
  },
  {
    value: "route",
    label: { en: "route", zh: "路线" },
    forms: "route|process route|from|via|made by|using|through|by|路线|工艺|工艺路线|法",
    soft: true,
  },
  {
    value: "clinker fraction",
    label: { en: "clinker fraction", zh: "熟料比例" },
    forms:
      "clinker fraction|clinker share|clinker factor|clinker ratio|clinker content|clinker to cement ratio|share of clinker|熟料比例|熟料系数|熟料含量|熟料占比|熟料率|熟料比",
  },
  {
    value: "capacity factor",
    label: { en: "capacity factor", zh: "容量系数" },
    forms:
      "capacity factor|cf|load factor|utilisation|utilization|容量系数|容量因子|利用率|负荷因子|发电利用率|利用系数",
  },
  {
    value: "default value",
    label: { en: "default value", zh: "默认值" },
    forms:
      "default value|default values|default emissions|default embedded emissions|cbam default|cbam default value|cbam default values|默认值|默认排放值|缺省排放值|cbam默认值|cbam缺省值|缺省值",
    soft: true,
  },
  {
    value: "mark-up",
    label: { en: "mark-up", zh: "加成" },
    forms: "mark up|mark ups|markup|markups|surcharge on default values|加成|加成率|加成比例|加价",
    soft: true,
  },
  {
    value: "free allocation",
    label: { en: "free allocation", zh: "免费配额" },
    forms:
      "free allocation|free allowances|cbam factor|share of the free allocation|free allocation that remains|免费配额|免费分配|cbam因子|免费配额比例|剩余免费配额",
  },
  {
    value: "grid",
    label: { en: "grid", zh: "电网" },
    forms:
      "grid|power grid|electric grid|grid electricity of|电网|的电网|provincial factor|provincial grid|provincial grid factor|省级电网因子|电网因子|省网|省级因子|按河北省的电网因子|供电网",
    soft: true,
  },
  {
    value: "intensity",
    label: { en: "emission intensity", zh: "排放强度" },
    forms:
      "emission intensity|emissions intensity|intensity|carbon intensity|co2 intensity|碳排放强度|碳排放的强度|排放强度|强度|碳强度|carbon heavy|as carbon heavy|carbon hungry|carbon intensive|as carbon intensive|how carbon heavy",
    soft: true,
  },
  {
    value: "process emissions",
    label: { en: "process emissions", zh: "过程排放" },
    forms:
      "process emissions|process co2|process emission|industrial process emissions|过程排放|工艺排放|过程co2|过程二氧化碳|工业过程排放",
    soft: true,
  },
  {
    value: "production account",
    label: { en: "production account", zh: "生产端账户" },
    forms: "production account|production side emissions|production emissions|生产端排放|生产侧排放|生产端账户",
    soft: true,
  },
  {
    value: "budget",
    label: { en: "carbon budget", zh: "碳收支" },
    forms:
      "carbon budget|global carbon budget|in the carbon budget|in the global carbon budget|carbon cycle budget|碳收支|全球碳收支|碳收支中|global budget|world budget|newest global budget|newest global carbon budget|newest carbon budget|newest budget|latest global budget|latest global carbon budget|latest carbon budget|latest budget|newest edition|latest edition|全球收支|最新收支|最新碳收支|最新全球碳收支|最新版|最新一版",
    soft: true,
  },
  {
    value: "methane budget",
    label: { en: "methane budget", zh: "甲烷收支" },
    forms: "methane budget|global methane budget|ch4 budget|甲烷收支|全球甲烷收支",
    soft: true,
  },
  {
    value: "nitrous oxide budget",
    label: { en: "nitrous oxide budget", zh: "氧化亚氮收支" },
    forms: "nitrous oxide budget|n2o budget|global n2o budget|氧化亚氮收支|n2o收支",
    soft: true,
  },
  {
    value: "sources",
    label: { en: "sources", zh: "源" },
    forms:
      "source|sources|sinks|sink|databases|database|different sources|between sources|by several sources|data sources|estimates|models|model|来源|各来源|不同来源|数据库|各数据库|模型|源|估计|多个来源|three bookkeeping|three models|across databases|data providers|不同数据库|数据源|机构间|口径间",
    soft: true,
  },
];

export const materialEntries: readonly Entry[] = [
  ...entriesOf("material", materials),
  ...entriesOf("technology", technologies),
  ...entriesOf("boundary", boundaries),
  ...entriesOf("process", plantWords),
];
