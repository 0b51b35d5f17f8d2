import { type Entry, entriesOf, type Forms } from "./entry.ts";

/** What people and companies do that emits: travel, freight, nights, water, waste, fields. A value says of which intent it is. */
const activities: readonly Forms[] = [
  {
    value: "activity:flight",
    label: { en: "flight", zh: "航班" },
    forms:
      "flight|flights|fly|flies|flew|flying|flown|plane|by plane|by air|airplane|aeroplane|plane trip|air travel|飞行|航班|坐飞机|乘飞机|飞机|飞了|机票|搭飞机",
  },
  {
    value: "activity:car",
    label: { en: "car", zh: "轿车" },
    forms:
      "car|cars|by car|car trip|car journey|passenger car|drive a car|petrol car|gasoline car|diesel car|electric car|hybrid car|ev|bev|plug in hybrid|轿车|小汽车|私家车|开车|汽油车|柴油车|电动车|电动汽车|纯电动车|混合动力车|混动车|插电混动车|插电式混合动力车",
  },
  { value: "activity:taxi", label: { en: "taxi", zh: "出租车" }, forms: "taxi|taxis|cab|by taxi|出租车|的士|打车" },
  {
    value: "activity:motorbike",
    label: { en: "motorbike", zh: "摩托车" },
    forms: "motorbike|motorbikes|motorcycle|motorcycles|摩托车|摩托",
  },
  {
    value: "activity:bus",
    label: { en: "local bus", zh: "公交车" },
    forms: "bus|buses|by bus|local bus|city bus|公交车|公交|公共汽车|巴士",
  },
  {
    value: "activity:coach",
    label: { en: "coach", zh: "长途客车" },
    forms: "coach|coaches|long distance bus|长途客车|大巴|长途大巴|客车",
  },
  {
    value: "activity:train",
    label: { en: "train", zh: "火车" },
    forms:
      "train|trains|by train|train trip|train journey|rail|by rail|railway|national rail|火车|坐火车|铁路|高铁|乘火车|列车",
  },
  {
    value: "activity:underground",
    label: { en: "underground", zh: "地铁" },
    forms: "underground|subway|metro|tube|地铁",
  },
  { value: "activity:tram", label: { en: "tram", zh: "有轨电车" }, forms: "tram|trams|light rail|有轨电车|轻轨" },
  { value: "activity:ferry", label: { en: "ferry", zh: "渡轮" }, forms: "ferry|ferries|by ferry|渡轮|轮渡" },
  {
    value: "activity:truck",
    label: { en: "truck", zh: "卡车" },
    forms:
      "truck|trucks|lorry|lorries|hgv|hgvs|by truck|by lorry|trucking|road freight|卡车|货车|重型货车|公路货运|公路运输|卡车运输|货车运输",
  },
  { value: "activity:van", label: { en: "van", zh: "厢式货车" }, forms: "van|vans|by van|厢式货车|面包车|小型货车" },
  {
    value: "activity:freight train",
    label: { en: "freight train", zh: "货运列车" },
    forms: "freight train|freight trains|rail freight|by freight train|货运列车|铁路货运|货运火车|火车货运",
  },
  {
    value: "activity:container ship",
    label: { en: "container ship", zh: "集装箱船" },
    forms: "container ship|container ships|by ship|by sea|sea freight|cargo ship|集装箱船|海运|货轮|船运",
  },
  {
    value: "activity:bulk carrier",
    label: { en: "bulk carrier", zh: "散货船" },
    forms: "bulk carrier|bulk carriers|bulk ship|散货船",
  },
  {
    value: "activity:air freight",
    label: { en: "air freight", zh: "航空货运" },
    forms: "air freight|air cargo|freight flight|freight flights|by air freight|航空货运|空运|货运航班",
  },
  {
    value: "activity:hotel",
    label: { en: "stay in a hotel", zh: "酒店住宿" },
    forms: "hotel|hotels|hotel room|hotel rooms|酒店|宾馆|住酒店|酒店住宿|旅馆|饭店",
  },
  {
    value: "activity:water supply",
    label: { en: "water supply", zh: "供水" },
    forms: "water supply|tap water|drinking water|mains water|supplied water|供水|自来水",
  },
  {
    value: "activity:water treatment",
    label: { en: "water treatment", zh: "污水处理" },
    forms: "water treatment|waste water treatment|wastewater treatment|sewage treatment|污水处理|废水处理",
  },
  {
    value: "waste:food",
    label: { en: "food waste", zh: "厨余垃圾" },
    forms: "food waste|kitchen waste|food scraps|厨余垃圾|餐厨垃圾|厨余|食物垃圾|食品废弃物",
  },
  {
    value: "waste:garden",
    label: { en: "garden waste", zh: "园林垃圾" },
    forms: "garden waste|yard waste|green waste|garden and park waste|园林垃圾|园林废弃物|绿化垃圾",
  },
  {
    value: "waste:household",
    label: { en: "household waste", zh: "生活垃圾" },
    forms:
      "household waste|municipal waste|municipal solid waste|msw|residual waste|domestic waste|生活垃圾|城市生活垃圾|城市垃圾|家庭垃圾",
  },
  {
    value: "waste:commercial",
    label: { en: "commercial and industrial waste", zh: "工商业垃圾" },
    forms: "commercial waste|commercial and industrial waste|工商业垃圾|商业垃圾",
  },
  {
    value: "waste:paper",
    label: { en: "waste paper", zh: "废纸" },
    forms: "waste paper|paper waste|paper and board waste|废纸",
  },
  {
    value: "waste:plastic",
    label: { en: "plastic waste", zh: "废塑料" },
    forms: "plastic waste|waste plastic|waste plastics|plastics waste|废塑料|塑料垃圾",
  },
  {
    value: "waste:wood",
    label: { en: "waste wood", zh: "废木材" },
    forms: "waste wood|waste timber|废木材|废木料",
  },
  {
    value: "waste:textiles",
    label: { en: "textile waste", zh: "废纺织品" },
    forms: "textile waste|waste textiles|clothing waste|废纺织品|废旧衣物",
  },
  {
    value: "soil:nitrogen",
    label: { en: "nitrogen fertiliser", zh: "氮肥" },
    forms:
      "nitrogen fertiliser|nitrogen fertilizer|synthetic fertiliser|synthetic fertilizer|synthetic nitrogen fertiliser|synthetic nitrogen fertilizer|mineral fertiliser|mineral fertilizer|synthetic nitrogen|fertiliser nitrogen|fertilizer nitrogen|fertiliser n|fertilizer n|fertiliser|fertilizer|施氮|氮肥|化学氮肥|合成氮肥|施用氮肥|化肥氮|纯氮|化肥",
  },
  {
    value: "soil:manure",
    label: { en: "organic nitrogen", zh: "有机肥氮" },
    forms: "manure|organic fertiliser|organic fertilizer|manure nitrogen|compost nitrogen|有机肥|粪肥|农家肥|有机氮",
  },
  {
    value: "soil:rice",
    label: { en: "flooded rice", zh: "稻田" },
    forms: "rice field|rice fields|paddy field|paddy fields|rice paddy|rice paddies|flooded rice|稻田|水稻田",
  },
  {
    value: "power:power, coal steam",
    label: { en: "coal power plant", zh: "燃煤电厂" },
    forms:
      "coal power plant|coal fired power plant|coal power station|coal plant|coal fired plant|燃煤电厂|煤电厂|火电厂|燃煤发电厂",
  },
  {
    value: "power:power, gas combined cycle",
    label: { en: "gas power plant", zh: "燃气电厂" },
    forms:
      "gas power plant|gas fired power plant|gas power station|combined cycle|combined cycle plant|ccgt|gas combined cycle|燃气电厂|燃气发电厂|联合循环|燃气联合循环",
  },
  {
    value: "power:power, biomass steam",
    label: { en: "biomass power plant", zh: "生物质电厂" },
    forms: "biomass power plant|biomass power station|biomass fired power plant|生物质电厂|生物质发电厂",
  },
];

/** Products of processes and carbonates beside those of `materials`. */
const products: readonly Forms[] = [
  {
    value: "process:limestone",
    label: { en: "limestone", zh: "石灰石" },
    forms: "limestone|calcium carbonate|caco3|石灰石|石灰岩|碳酸钙",
  },
  { value: "process:dolomite", label: { en: "dolomite", zh: "白云石" }, forms: "dolomite|白云石" },
  {
    value: "process:magnesite",
    label: { en: "magnesite", zh: "菱镁矿" },
    forms: "magnesite|magnesium carbonate|mgco3|菱镁矿|碳酸镁",
  },
  { value: "process:siderite", label: { en: "siderite", zh: "菱铁矿" }, forms: "siderite|菱铁矿" },
  {
    value: "process:soda ash",
    label: { en: "soda ash", zh: "纯碱" },
    forms: "soda ash|sodium carbonate|na2co3|纯碱|碳酸钠|苏打",
  },
  {
    value: "process:soda ash used",
    label: { en: "soda ash that is used", zh: "使用的纯碱" },
    forms: "use of soda ash|using soda ash|soda ash used|soda ash consumed|soda ash use|使用纯碱|消耗的纯碱|纯碱消耗",
  },
  {
    value: "process:soda ash produced",
    label: { en: "natural soda ash that is made", zh: "天然碱法生产的纯碱" },
    forms:
      "soda ash produced|soda ash production|natural soda ash|production of soda ash|making soda ash|生产纯碱|纯碱生产|天然碱法纯碱",
  },
  { value: "process:trona", label: { en: "trona", zh: "天然碱" }, forms: "trona|天然碱" },
  {
    value: "process:calcium carbide",
    label: { en: "calcium carbide", zh: "电石" },
    forms: "calcium carbide|电石|碳化钙",
  },
  { value: "process:silicon carbide", label: { en: "silicon carbide", zh: "碳化硅" }, forms: "silicon carbide|碳化硅" },
  { value: "process:ferrosilicon", label: { en: "ferrosilicon", zh: "硅铁" }, forms: "ferrosilicon|fesi|硅铁" },
  {
    value: "process:ferrosilicon 45",
    label: { en: "ferrosilicon with 45 % Si", zh: "45硅铁" },
    forms: "ferrosilicon 45|fesi 45|45硅铁|45号硅铁|硅铁45",
  },
  {
    value: "process:ferrosilicon 65",
    label: { en: "ferrosilicon with 65 % Si", zh: "65硅铁" },
    forms: "ferrosilicon 65|fesi 65|65硅铁|65号硅铁|硅铁65",
  },
  {
    value: "process:ferrosilicon 90",
    label: { en: "ferrosilicon with 90 % Si", zh: "90硅铁" },
    forms: "ferrosilicon 90|fesi 90|90硅铁|90号硅铁|硅铁90",
  },
  {
    value: "process:ferromanganese",
    label: { en: "ferromanganese", zh: "锰铁" },
    forms: "ferromanganese|femn|锰铁",
  },
  {
    value: "process:ferromanganese 7 % C",
    label: { en: "ferromanganese with 7 % C", zh: "高碳锰铁" },
    forms: "high carbon ferromanganese|ferromanganese 7 % c|高碳锰铁",
  },
  {
    value: "process:ferromanganese 1 % C",
    label: { en: "ferromanganese with 1 % C", zh: "低碳锰铁" },
    forms: "low carbon ferromanganese|ferromanganese 1 % c|低碳锰铁",
  },
  {
    value: "chosen:scrap",
    label: { en: "scrap", zh: "废钢" },
    forms: "scrap iron|scrap steel|steel scrap|废铁",
  },
  {
    value: "chosen:electrodes",
    label: { en: "carbon electrodes", zh: "碳电极" },
    forms: "graphite electrodes|carbon electrode|electrode|electrodes|石墨电极|电极",
  },
  { value: "process:methanol", label: { en: "methanol", zh: "甲醇" }, forms: "methanol|甲醇" },
  { value: "process:ethylene", label: { en: "ethylene", zh: "乙烯" }, forms: "ethylene|ethene|乙烯" },
  {
    value: "process:ammonium nitrate",
    label: { en: "ammonium nitrate", zh: "硝酸铵" },
    forms: "nh4no3|硝铵",
  },
  {
    value: "process:ammonium sulphate",
    label: { en: "ammonium sulphate", zh: "硫酸铵" },
    forms: "ammonium sulfate|硫铵",
  },
  {
    value: "process:ammonium bicarbonate",
    label: { en: "ammonium bicarbonate", zh: "碳酸氢铵" },
    forms: "ammonium hydrogen carbonate|碳铵",
  },
  { value: "process:urea", label: { en: "urea", zh: "尿素" }, forms: "urea|尿素" },
  { value: "process:paper", label: { en: "paper", zh: "纸张" }, forms: "kraft paper|造纸|牛皮纸" },
];

/** Kinds of glass, which are glass as well. */
const glasses: readonly Forms[] = [
  { value: "flat glass", label: { en: "flat glass", zh: "平板玻璃" }, forms: "float glass|浮法玻璃" },
  { value: "container glass", label: { en: "container glass", zh: "容器玻璃" }, forms: "bottle glass|瓶罐玻璃" },
];

/** Kinds of an activity or a route among which its factors differ. */
const variants: readonly Forms[] = [
  { value: "Petrol", label: { en: "petrol car", zh: "汽油车" }, forms: "petrol car|gasoline car|汽油车" },
  { value: "Diesel", label: { en: "diesel car", zh: "柴油车" }, forms: "diesel car|柴油车" },
  { value: "Hybrid", label: { en: "hybrid car", zh: "混合动力车" }, forms: "hybrid car|hybrid|混合动力车|混动车|混动" },
  {
    value: "Plug-in Hybrid Electric Vehicle",
    label: { en: "plug-in hybrid", zh: "插电式混合动力车" },
    forms: "plug in hybrid|phev|插电混动车|插电混动|插电式混合动力车",
  },
  {
    value: "Battery Electric Vehicle",
    label: { en: "battery electric car", zh: "纯电动车" },
    forms:
      "electric car|ev|bev|battery electric|battery electric car|battery electric vehicle|electric vehicle|电动车|电动汽车|纯电动车|纯电动",
  },
  {
    value: "Unknown",
    label: { en: "car of unknown fuel", zh: "燃料不明的车" },
    forms: "unknown fuel|燃料不明",
  },
  { value: "Small car", label: { en: "small car", zh: "小型车" }, forms: "small car|小型车" },
  {
    value: "Medium car",
    label: { en: "medium car", zh: "中型车" },
    forms: "medium car|medium sized car|mid size car|中型车",
  },
  { value: "Large car", label: { en: "large car", zh: "大型车" }, forms: "large car|big car|大型车" },
  {
    value: "Economy class",
    label: { en: "economy class", zh: "经济舱" },
    forms: "economy class|economy|coach class|经济舱",
  },
  {
    value: "Premium economy class",
    label: { en: "premium economy class", zh: "超级经济舱" },
    forms: "premium economy class|premium economy|超级经济舱|高端经济舱",
  },
  { value: "Business class", label: { en: "business class", zh: "商务舱" }, forms: "business class|商务舱|公务舱" },
  { value: "First class", label: { en: "first class", zh: "头等舱" }, forms: "first class|头等舱" },
  {
    value: "Landfill",
    label: { en: "landfill", zh: "填埋" },
    forms: "landfill|landfills|landfilled|landfilling|to landfill|in a landfill|填埋|填埋场|卫生填埋|垃圾填埋",
  },
  {
    value: "incineration",
    label: { en: "incineration", zh: "焚烧" },
    forms:
      "incinerated|incineration|incinerate|incinerator|incinerators|waste incineration|in an incinerator|burnt in an incinerator|焚烧|焚烧炉|垃圾焚烧|焚烧处理",
  },
  {
    value: "open burning",
    label: { en: "open burning", zh: "露天焚烧" },
    forms: "open burning|burnt openly|burned openly|burnt in the open|burned in the open|露天焚烧|露天燃烧",
  },
  {
    value: "composting",
    label: { en: "composting", zh: "堆肥" },
    forms: "composting|composted|compost|composts|堆肥|堆肥处理",
  },
  {
    value: "anaerobic digestion",
    label: { en: "anaerobic digestion", zh: "厌氧消化" },
    forms: "anaerobic digestion|anaerobically digested|digested anaerobically|厌氧消化|厌氧发酵",
  },
  {
    value: "underground",
    label: { en: "underground mine", zh: "井工煤矿" },
    forms:
      "underground mine|underground mining|underground coal mine|underground mines|deep mine|井工煤矿|井工矿|井工开采|地下开采",
  },
  {
    value: "surface",
    label: { en: "surface mine", zh: "露天煤矿" },
    forms:
      "surface mine|surface mining|surface coal mine|open cast mine|opencast mine|open pit mine|strip mine|露天煤矿|露天矿|露天开采",
  },
  {
    value: "CWPB",
    label: { en: "centre-worked prebake", zh: "中心下料预焙槽" },
    forms: "cwpb|centre worked prebake|center worked prebake|中心下料预焙槽",
  },
  {
    value: "SWPB",
    label: { en: "side-worked prebake", zh: "侧插下料预焙槽" },
    forms: "swpb|side worked prebake|侧插下料预焙槽|边部下料预焙槽",
  },
  {
    value: "VSS",
    label: { en: "vertical-stud Söderberg", zh: "上插自焙槽" },
    forms: "vss|vertical stud soderberg|vertical stud söderberg|上插自焙槽",
  },
  {
    value: "HSS",
    label: { en: "horizontal-stud Söderberg", zh: "侧插自焙槽" },
    forms: "hss|horizontal stud soderberg|horizontal stud söderberg|侧插自焙槽",
  },
  {
    value: "natural gas",
    label: { en: "from natural gas", zh: "以天然气为原料" },
    forms: "made from natural gas|natural gas based|天然气制|天然气法|天然气为原料",
  },
  {
    value: "electrolysis",
    label: { en: "by electrolysis", zh: "电解制氢" },
    forms: "from electrolysis|electrolytic|from electrolytic hydrogen|电解法制氢|电解水制氢",
  },
  {
    value: "captured CO₂ and hydrogen",
    label: { en: "from captured CO₂ and hydrogen", zh: "以捕集的 CO₂ 与氢为原料" },
    forms: "from co2 and hydrogen|二氧化碳加氢|co2加氢",
  },
  {
    value: "dry kiln with precalciner",
    label: { en: "dry kiln with precalciner", zh: "新型干法窑" },
    forms: "dry kiln|precalciner kiln|干法窑|预分解窑",
  },
  {
    value: "cement, oxyfuel",
    label: { en: "oxyfuel kiln with capture", zh: "富氧窑加捕集" },
    forms: "oxyfuel|oxyfuel kiln|富氧窑",
  },
  ...glasses,
  {
    value: "irrigated / continuous",
    label: { en: "continuously flooded", zh: "持续淹水" },
    forms: "continuous flooding|permanently flooded|长期淹水|连续淹水",
  },
  {
    value: "irrigated / single aeration",
    label: { en: "irrigated with a single aeration", zh: "单次晒田" },
    forms: "single aeration|aerated once|one aeration|一次晒田|中期晒田",
  },
  {
    value: "irrigated / multiple aeration",
    label: { en: "irrigated with multiple aerations", zh: "间歇灌溉" },
    forms: "multiple aeration|multiple aerations|alternate wetting and drying|多次晒田|干湿交替",
  },
  {
    value: "rainfed / regular rainfed",
    label: { en: "regularly rainfed", zh: "雨养（正常）" },
    forms: "rainfed|rain fed|regular rainfed|雨养",
  },
  {
    value: "rainfed / drought prone",
    label: { en: "rainfed, drought-prone", zh: "雨养（易旱）" },
    forms: "drought prone|rainfed drought prone",
  },
  {
    value: "rainfed / deep water",
    label: { en: "deep water", zh: "深水稻" },
    forms: "deep water rice|深水",
  },
  {
    value: "direct reduction with hydrogen",
    label: { en: "direct reduction with hydrogen", zh: "氢气直接还原" },
    forms: "hydrogen dri|h2 dri|dri with hydrogen|hydrogen direct reduction|氢冶金|氢直接还原",
  },
  {
    value: "direct reduction with natural gas",
    label: { en: "direct reduction with natural gas", zh: "天然气直接还原" },
    forms: "gas dri|dri with gas|dri with natural gas|natural gas dri|gas based dri|气基直接还原",
  },
  {
    value: "scrap and electric arc furnace",
    label: { en: "scrap and electric arc furnace", zh: "废钢—电弧炉" },
    forms: "scrap eaf|from scrap|scrap in an electric arc furnace|全废钢电炉|废钢电炉|废钢法",
  },
];

/** Kinds of pigs, whose manure differs, and climates. */
const herds: readonly Forms[] = [
  {
    value: "market swine",
    label: { en: "market swine", zh: "育肥猪" },
    forms: "fattening|finishing pigs|fatteners|fattening pigs|market pigs|pigs for fattening|育肥|商品猪|肉猪",
  },
  {
    value: "breeding swine",
    label: { en: "breeding swine", zh: "种猪" },
    forms: "sows|sow|breeding pigs|breeding sows|母猪|繁殖母猪|能繁母猪",
  },
  {
    value: "cool",
    label: { en: "cool climate", zh: "凉爽气候" },
    forms: "cold climate|cool region|cold region|in a cool climate|in a cold climate|寒冷气候|寒冷地区|凉爽地区",
  },
  {
    value: "temperate",
    label: { en: "temperate climate", zh: "温带气候" },
    forms: "temperate region|temperate zone|in a temperate climate|温带|温带地区|温和气候",
  },
  {
    value: "warm",
    label: { en: "warm climate", zh: "温暖气候" },
    forms:
      "hot climate|tropical climate|warm region|in a warm climate|in a hot climate|炎热气候|热带气候|温暖地区|炎热地区",
  },
];

/** Sites of landfills and pathways of wastewater, as the tables of the guidelines call them. */
const sites: readonly Forms[] = [
  {
    value: "managed anaerobic",
    label: { en: "managed anaerobic landfill", zh: "厌氧管理填埋场" },
    forms: "managed landfill|managed site",
  },
  {
    value: "managed semi aerobic",
    label: { en: "managed semi-aerobic landfill", zh: "准好氧管理填埋场" },
    forms: "semi aerobic landfill",
  },
  {
    value: "unmanaged deep or high water table",
    label: { en: "deep unmanaged dump", zh: "未管理填埋场（深埋或高水位）" },
    forms: "deep dump|unmanaged deep",
  },
  {
    value: "unmanaged shallow",
    label: { en: "shallow unmanaged dump", zh: "未管理填埋场（浅埋）" },
    forms: "shallow dump|open dump",
  },
  { value: "uncharacterised", label: { en: "uncharacterised site", zh: "未分类填埋场" }, forms: "unknown site" },
  {
    value: "untreated, sea, river and lake discharge",
    label: { en: "discharged untreated into sea, river or lake", zh: "未处理，排入江河湖海" },
    forms: "discharged untreated",
  },
  {
    value: "centralised aerobic, well managed",
    label: { en: "well-managed aerobic plant", zh: "管理良好的好氧处理厂" },
    forms: "aerobic plant",
  },
  {
    value: "centralised aerobic, overloaded",
    label: { en: "overloaded aerobic plant", zh: "超负荷的好氧处理厂" },
    forms: "overloaded plant",
  },
  { value: "anaerobic reactor", label: { en: "anaerobic reactor", zh: "厌氧反应器" }, forms: "uasb" },
  {
    value: "anaerobic shallow lagoon",
    label: { en: "shallow anaerobic lagoon", zh: "浅厌氧塘" },
    forms: "shallow lagoon",
  },
  {
    value: "anaerobic deep lagoon",
    label: { en: "deep anaerobic lagoon", zh: "深厌氧塘" },
    forms: "deep lagoon|anaerobic lagoon",
  },
  { value: "septic system", label: { en: "septic system", zh: "化粪池" }, forms: "septic tank|septic tanks" },
];

/** Where a flight goes. */
const hauls: readonly Forms[] = [
  {
    value: "Domestic, to/from UK",
    label: { en: "domestic flight", zh: "国内航班" },
    forms: "domestic flight|domestic flights|国内航班|国内飞行",
  },
  {
    value: "Short-haul, to/from UK",
    label: { en: "short-haul flight", zh: "短途航班" },
    forms: "short haul|short haul flight|short haul flights|短途航班|短途飞行|短途",
  },
  {
    value: "Long-haul, to/from UK",
    label: { en: "long-haul flight", zh: "长途航班" },
    forms: "long haul|long haul flight|long haul flights|长途航班|长途飞行|长途",
  },
  {
    value: "International, to/from non-UK",
    label: { en: "international flight", zh: "国际航班" },
    forms: "international flight|international flights|国际航班|国际飞行",
  },
];
const flightForms =
  "domestic flight|domestic flights|国内航班|国内飞行|short haul flight|short haul flights|短途航班|短途飞行|long haul flight|long haul flights|长途航班|长途飞行|international flight|international flights|国际航班|国际飞行";

/** Roles of amounts, and places where something is used. */
const roles: readonly Forms[] = [
  {
    value: "goes in",
    label: { en: "goes in", zh: "投入" },
    forms: "go in|going in|went in|fed in|is fed|are fed|fed with|takes in|in goes|in go|投入",
    soft: true,
  },
  { value: "goes in", label: { en: "goes in", zh: "投入" }, forms: "charged with|carbon in|进料|入炉" },
  {
    value: "comes out",
    label: { en: "comes out", zh: "产出" },
    forms: "come out|coming out|came out|output of|gives out|out come|out comes",
    soft: true,
  },
  { value: "comes out", label: { en: "comes out", zh: "产出" }, forms: "carbon out|出料" },
  {
    value: "carbon balance",
    label: { en: "carbon balance", zh: "碳平衡" },
    forms:
      "carbon balance|carbon mass balance|carbon balance method|mass balance of carbon|碳平衡|碳平衡法|碳质量平衡|碳物料平衡",
  },
  {
    value: "carbon content",
    label: { en: "carbon content", zh: "含碳量" },
    forms: "with carbon content|of carbon|carbon|含碳|碳含量|含碳率",
  },
  {
    value: "cullet",
    label: { en: "cullet", zh: "碎玻璃" },
    forms: "cullet share|cullet ratio|broken glass|碎玻璃比例|废玻璃",
  },
  {
    value: "on fields",
    label: { en: "on fields", zh: "施于农田" },
    forms:
      "field|fields|farmland|cropland|on farmland|on cropland|to soil|to soils|on soil|on soils|soil|soils|liming|to fields|农田|土壤|施用|施于|施入|施肥|耕地|施加|用于农田|施了|施到|旱地|水浇地",
  },
  {
    value: "density",
    label: { en: "density", zh: "密度" },
    forms: "fuel density|a density of|consumption of|fuel consumption|fuel economy|油耗|百公里油耗|每百公里油耗",
  },
  {
    value: "calcined",
    label: { en: "calcined", zh: "煅烧" },
    forms: "calcine|calcination|calcining|dissolved|flux|as a flux|as flux|分解|熔剂",
  },
  {
    value: "anode effect",
    label: { en: "anode effect", zh: "阳极效应" },
    forms:
      "anode effects|anode effect minutes|anode effect minutes per cell day|minutes of anode effect|阳极效应分钟|阳极效应时间",
  },
  {
    value: "per hectare",
    label: { en: "per hectare", zh: "每公顷" },
    forms: "per ha|a hectare|each hectare|hectare|公顷",
  },
  {
    value: "manure management",
    label: { en: "manure management", zh: "粪便管理" },
    forms: "manure|dung|slurry|animal waste|粪便|粪便管理|粪污|粪便处理|猪粪|牛粪|羊粪|粪",
  },
  {
    value: "wastewater",
    label: { en: "wastewater", zh: "污水" },
    forms:
      "waste water|sewage|wastewater treatment|waste water treatment|sewage treatment|wastewater treatment plant|sewage plant|treatment plant|废水|生活污水|污水处理|废水处理|污水处理厂|下水",
  },
  { value: "BOD", label: { en: "BOD", zh: "BOD" }, forms: "of bod|biochemical oxygen demand|生化需氧量" },
  { value: "COD", label: { en: "COD", zh: "COD" }, forms: "of cod|chemical oxygen demand|化学需氧量" },
  {
    value: "bounds",
    label: { en: "lower and upper bound", zh: "上下限" },
    forms:
      "bounds|lower and upper bounds|upper and lower bounds|lower and upper|upper and lower|upper and lower limits|lower and upper limits|上下界",
  },
  {
    value: "material use",
    label: { en: "material use", zh: "材料使用" },
    forms:
      "material use|use of materials|uk material factors|material use factors|factors for material use|uk factors for material use|材料使用|材料使用因子|物料使用|材料消耗因子",
  },
  {
    value: "primary material",
    label: { en: "primary material", zh: "原生材料" },
    forms:
      "primary material|primary materials|virgin material|virgin materials|primary material production|原生材料|原生材料生产",
  },
  {
    value: "heat value",
    label: { en: "calorific value", zh: "热值" },
    forms: "heating value|heat value|calorific|发热量|发热值",
  },
  {
    value: "degrees",
    label: { en: "degrees Celsius", zh: "摄氏度" },
    forms: "°c|degrees|degrees c|degree celsius|degrees centigrade|celsius|℃",
  },
  {
    value: "night",
    label: { en: "nights", zh: "晚" },
    forms: "night|room night|room nights|overnight stays|overnight stay|间夜|晚上",
  },
  {
    value: "kilometre",
    label: { en: "kilometres", zh: "公里" },
    forms: "km|kms|kilometre|kilometer|kilometers|千米",
  },
  { value: "tonne kilometre", label: { en: "tonne-kilometres", zh: "吨公里" }, forms: "tkm" },
  {
    value: "passenger kilometre",
    label: { en: "passenger-kilometres", zh: "人公里" },
    forms: "pkm|passenger km|passenger kilometers",
  },
  { value: "day", label: { en: "days of growth", zh: "天" }, forms: "days", soft: true },
  {
    value: "PFC",
    label: { en: "perfluorocarbons", zh: "全氟化碳" },
    forms: "pfc|pfcs|perfluorocarbon|全氟碳化物",
  },
  {
    value: "travel",
    label: { en: "travel", zh: "出行" },
    forms:
      "开车|驾车|驾驶|drive|drives|drove|driving|moving|carrying|hauling|transporting|trip|trips|journey|journeys|travelled|traveled|travelling|ride|rides|riding|passengers|passenger|运送|旅行|行程|乘坐|坐|乘|搭|搭乘|乘客|旅客",
  },
];

/** What factors count beside the gases of a flight. */
const counted: readonly Forms[] = [
  {
    value: "Without RF",
    label: { en: "without radiative forcing", zh: "不含辐射强迫" },
    forms: "without rf|no radiative forcing|excluding radiative forcing|不计辐射强迫",
  },
  {
    value: "With RF",
    label: { en: "with radiative forcing", zh: "含辐射强迫" },
    forms: "with rf|with radiative forcing|including radiative forcing|含辐射强迫|计入辐射强迫",
  },
];

/** Editions of the guidelines. */
const editions: readonly Forms[] = [
  {
    value: "IPCC 2019",
    label: { en: "2019 Refinement of the IPCC Guidelines", zh: "IPCC 2019修订版" },
    forms:
      "2019 refinement|ipcc 2019|ipcc 2019 refinement|2019 ipcc refinement|ipcc 2019 guidelines|2019 ipcc guidelines|2019年修订版|2019修订版|ipcc 2019年|2019年精细化|2019精细化指南|ipcc2019",
  },
];

export const activityEntries: readonly Entry[] = [
  ...entriesOf("material", activities),
  ...entriesOf("material", products),
  ...entriesOf("technology", variants),
  ...entriesOf("technology", herds),
  ...entriesOf("technology", sites),
  ...entriesOf("region", hauls),
  ...entriesOf("material", [{ ...activities[0]!, forms: flightForms }]),
  ...entriesOf(
    "material",
    glasses.map(({ label, forms }) => ({
      value: "process:glass",
      label: { en: "glass", zh: "玻璃" },
      forms: `${label.en}|${label.zh}|${forms}`,
    })),
  ),
  ...entriesOf("process", roles),
  ...entriesOf("approach", counted),
  ...entriesOf("database", editions),
];
