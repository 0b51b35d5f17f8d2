import type { Term } from "../../matching/term-finder.ts";

/** Waste and how it is treated, water, and materials by the names of DESNZ's tables. */
export const wasteTerms: readonly Term[] = [
  [
    "waste:any",
    "waste|refuse|rubbish|garbage|trash|scrap|abfall|mull|dechet|residuo|offcut|discard|rifiuto|rifiuti|odpady|odpad|afval|lixo|rebut|desecho",
    "废弃物|废物|垃圾|固废|废料|废|固体废物|废品|边角料",
  ],
  [
    "waste:Commercial and industrial waste",
    "general waste|industrial waste|commercial waste|commercial and industrial waste|mixed waste|residual waste|non hazardous waste|nonhazardous waste|gewerbeabfall|restmull|production waste|dechet industriel banal|dib|msw|municipal solid waste|municipal waste|solid waste|dechet banal|dechet non dangereux|rifiuti indifferenziati|rifiuti speciali|rifiuti non pericolosi|odpady zmieszane|odpady przemysłowe|residuo industrial|residuo comum|residuo no peligroso|residuo nao perigoso|bedrijfsafval|restafval",
    "一般工业固废|工业固废|工业垃圾|一般固废|一般废物|一般工业固体废物|工业废物|一般废弃物|商业垃圾|工业固体废物|城市固体废物",
  ],
  [
    "waste:Household residual waste",
    "household waste|domestic waste|office waste|canteen refuse|hausmull|ordure menagere|rifiuti urbani|odpady komunalne|residuo domiciliar|residuo urbano|huishoudelijk afval",
    "生活垃圾|办公垃圾|生活废弃物",
  ],
  [
    "waste:hazardous",
    "hazardous waste|hazardous|chemical waste|special waste|clinical waste|medical waste|sondermull|dechet dangereux|residuo peligroso|solvent waste|waste solvent|hazwaste|rifiuti pericolosi|odpady niebezpieczne|residuo perigoso|gevaarlijk afval",
    "危险废物|危废|医疗废物|废溶剂|废有机溶剂|有害废物",
  ],
  [
    "waste:recyclables",
    "recyclable|mixed recycling|dry mixed recycling|recycling|dmr|mixed recyclable|residuo reciclavel|residuos reciclaveis|reciclavel|riciclabili|surowce wtorne|residuo reciclable|dechet recyclable",
    "可回收物|混合可回收物|可回收垃圾",
  ],
  [
    "waste:Organic: food and drink waste",
    "food waste|kitchen waste|canteen waste|catering waste|speiseabfall|organic waste|food scrap|biowaste|biodechet|residuo organico|rifiuti organici|umido|bioodpady|gft",
    "餐厨垃圾|厨余垃圾|厨余|食物垃圾|餐余垃圾|有机垃圾|餐厨",
  ],
  [
    "waste:Organic: garden waste",
    "garden waste|green waste|grunabfall|landscaping waste|yard waste",
    "园林垃圾|绿化垃圾|园林废弃物",
  ],
  [
    "waste:WEEE - mixed",
    "weee|e waste|electronic waste|electronic scrap|elektroschrott|waste electronic",
    "电子废弃物|废旧电器|电子垃圾|废电子产品",
  ],
  [
    "waste:Average construction",
    "construction waste|demolition waste|construction and demolition waste|c d waste|bauschutt|rubble|construction debris",
    "建筑垃圾|建筑废弃物|拆除垃圾|工程渣土",
  ],
  [
    "waste:Mineral oil",
    "waste oil|used oil|waste lubricant|altol|used lubricant|spent oil",
    "废油|废机油|废润滑油|废矿物油",
  ],
  ["waste:sludge", "sludge|sewage sludge|klarschlamm", "污泥"],
  [
    "treatment:Landfill",
    "landfill|landfilled|deponie|to landfill|enfouissement|vertedero|dumped|decharge|aterro|aterro sanitario|discarica|składowisko|składowanie|stort|relleno sanitario",
    "填埋|卫生填埋|填埋处理|填埋处置",
  ],
  [
    "treatment:Incineration with Energy Recovery",
    "incineration|incinerated|energy recovery|combustion|energy from waste|efw|waste to energy|wte|verbrennung|incineration with energy recovery|incineracion|burnt|thermal treatment|incinere|incineree|incenerimento|inceneritore|termovalorizzazione|termovalorizzatore|spalarnia|incineracao|coprocessamento|verbranding|incinerado|valorisation energetique",
    "焚烧|焚烧发电|焚烧处理|垃圾焚烧|焚烧处置",
  ],
  [
    "treatment:recycling",
    "recycling|closed loop|open loop|reuse|recovered|material recovery|recyclage|reciclaje|sent for recycling|reciclagem|riciclo|riciclaggio|recykling|sent to recycling",
    "回收|回收利用|再生利用|循环利用|综合利用|资源化|再利用",
  ],
  [
    "treatment:Composting",
    "composting|compost|composted|kompostierung|compostage|compostaje|compostagem|compostaggio|kompostowanie|compostering",
    "堆肥",
  ],
  [
    "treatment:Anaerobic digestion",
    "anaerobic digestion|ad|vergarung|biogas plant|methanisation|digestion|digestione anaerobica|digestion anaerobia|biodigestao|fermentacja",
    "厌氧消化|厌氧|厌氧发酵",
  ],
  [
    "water:supply",
    "water|water supply|tap water|mains water|municipal water|fresh water|freshwater|trinkwasser|wasser|eau|agua|potable water|drinking water|water consumption|city water|water use|wasserverbrauch|water supplied|acqua|acqua potabile|acqua di rete|woda|eau potable|eau de ville|agua potable|agua tratada|leidingwater|waterverbruik",
    "自来水|水|用水|新水|新鲜水|用水量|供水|市政用水|取水|水费|生产用水|生活用水|市政供水|耗水",
  ],
  [
    "water:treatment",
    "wastewater|waste water|sewage|effluent|abwasser|eaux usees|agua residual|water treatment|sewerage|trade effluent|wastewater discharge|wastewater treatment|water discharged|acque reflue|acque di scarico|scieki|esgoto|efluente|aguas residuales|aguas residuais|afvalwater",
    "废水|污水|排水|废水处理|污水处理|工业废水|生活污水|排污|污水排放|废水排放",
  ],
  [
    "material:Paper and board: paper",
    "paper|office paper|copy paper|copier paper|printing paper|printer paper|papier|papel|a4 paper|newspaper|carta",
    "纸|办公用纸|复印纸|打印纸|纸张|A4纸|废纸",
  ],
  [
    "material:Paper and board: board",
    "cardboard|paperboard|corrugated board|corrugated box|carton|karton|carton ondule|board|corrugated cardboard|pappe|corrugate|corrugated|cartone|papelao|tektura|karton falisty",
    "纸板|纸箱|瓦楞纸|瓦楞纸箱|纸盒|硬纸板|废纸板|废纸箱",
  ],
  [
    "material:Paper and board: mixed",
    "mixed paper|paper and board|paper and cardboard|paper cardboard|paper packaging|carta e cartone|papel e papelao|papel y carton|papier et carton|papier i tektura|papier en karton",
    "纸及纸板|混合纸|纸类|纸质包装",
  ],
  [
    "material:Plastics: average plastics",
    "plastic|plastics|mixed plastic|kunststoff|plastique|plastico|mixed plastics|polymer|plastic packaging|plastica|tworzywa sztuczne|plastik|matiere plastique",
    "塑料|混合塑料|塑胶|塑料包装|废塑料|塑料件",
  ],
  [
    "material:Plastics: average plastic film",
    "plastic film|film|stretch film|shrink film|plastic wrap|stretch wrap|pallet wrap|folie",
    "塑料薄膜|塑料膜|缠绕膜|薄膜|包装膜",
  ],
  ["material:Plastics: average plastic rigid", "rigid plastic", "硬质塑料"],
  ["material:Plastics: HDPE (incl. forming)", "hdpe|high density polyethylene", "高密度聚乙烯"],
  [
    "material:Plastics: LDPE and LLDPE (incl. forming)",
    "ldpe|lldpe|low density polyethylene|polyethylene",
    "低密度聚乙烯|聚乙烯|PE",
  ],
  [
    "material:Plastics: PET (incl. forming)",
    "pet|polyethylene terephthalate|pet bottle|pet preform",
    "聚酯瓶|PET|聚对苯二甲酸乙二醇酯",
  ],
  ["material:Plastics: PP (incl. forming)", "polypropylene|pp|polypropylen", "聚丙烯|PP"],
  ["material:Plastics: PS (incl. forming)", "polystyrene|ps|eps|styrofoam", "聚苯乙烯|泡沫塑料"],
  ["material:Plastics: PVC (incl. forming)", "pvc|polyvinyl chloride", "聚氯乙烯|PVC"],
  [
    "material:Metal: aluminium cans and foil (excl. forming)",
    "aluminium can|aluminum can|aluminium foil|aluminum foil|aluminium|aluminum|alu|aluminio|aluminium sheet|alluminio",
    "铝|铝箔|铝罐|铝材|铝板|铝型材|电解铝",
  ],
  ["material:Metal: steel cans", "steel can|tinplate|steel packaging", "钢罐|马口铁"],
  [
    "material:Metal: scrap metal",
    "scrap metal|metal scrap|metal waste|metallschrott|schrott|ferrous scrap|ferraille|rottame|sucata|chatarra|złom",
    "废金属|金属废料|废钢|废铁",
  ],
  [
    "material:Metals",
    "steel|steel sheet|steel coil|structural steel|stahl|acier|acero|iron|metal|steel plate|stainless steel|rebar|steel bar|carbon steel|galvanized steel|mild steel|acciaio|aco|stal|ferro|metallo|metal ferroso|staal",
    "钢|钢材|钢板|钢铁|钢卷|不锈钢|型钢|钢筋|金属|铁|冷轧钢|热轧钢|镀锌钢",
  ],
  [
    "material:Glass",
    "glass|glas|verre|vidrio|glass bottle|flat glass|glass packaging|vetro|vidro|szkło|glasabfall",
    "玻璃|玻璃瓶|平板玻璃",
  ],
  [
    "material:Wood",
    "wood|timber|lumber|pallet|wooden pallet|holz|bois|madera|plywood|palette|wood packaging|sawn timber|legno|madeira|drewno|hout",
    "木材|木托盘|托盘|胶合板|木板|木头|木包装",
  ],
  ["material:Concrete", "concrete|beton|hormigon|ready mix concrete|readymix", "混凝土|商品混凝土|商砼"],
  ["material:Bricks", "brick|ziegel|brique", "砖|红砖"],
  ["material:Aggregates", "aggregate|gravel|sand|sand and gravel|kies|crushed stone", "骨料|砂石|碎石|砂|沙子|石子"],
  ["material:Asphalt", "asphalt|tarmac", "沥青混凝土|沥青混合料"],
  [
    "material:Insulation",
    "insulation|insulation material|mineral wool|glass wool|rock wool",
    "保温材料|岩棉|玻璃棉|隔热材料",
  ],
  ["material:Plasterboard", "plasterboard|drywall|gypsum board", "石膏板"],
  ["material:Tyres", "tyre|tire|reifen|pneu|pneumatico|opony|neumatico", "轮胎|废轮胎"],
  [
    "material:Clothing",
    "clothing|textile|apparel|uniform|garment|workwear|fabric|textilien|kleidung",
    "服装|纺织品|工作服|衣物|布料|工装",
  ],
  ["material:Food and drink", "food|food and drink|beverage|lebensmittel|foodstuff", "食品|食品饮料|食材|饮料"],
  [
    "material:Electrical items - IT",
    "it equipment|laptop|computer|monitor|server|notebook computer|desktop computer|it hardware",
    "IT设备|电脑|笔记本电脑|计算机|服务器|显示器|办公电脑",
  ],
  ["material:Electrical items - small", "small appliance|small electrical", "小家电"],
  ["material:Electrical items - large", "large appliance|large electrical|white good", "大家电"],
  [
    "material:Batteries - Li ion",
    "lithium battery|li ion battery|lithium ion battery|liion battery",
    "锂电池|锂离子电池",
  ],
  ["material:Batteries", "battery|batterie|pila", "电池|废电池|蓄电池|干电池"],
  ["material:Books", "book", "书籍|图书"],
  [
    "material:Mineral oil",
    "lubricant|lubricating oil|lube oil|mineral oil|grease|engine oil|hydraulic oil|schmierol|lubrifiant|motor oil",
    "润滑油|机油|润滑脂|液压油|矿物油",
  ],
  ["quality:recycled", "recycled content|recycled|post consumer|pcr|secondary material|rezyklat", "再生|再生料|回收料"],
];

/** Products and carbonates of industrial processes (2006 IPCC Guidelines, Volume 3): category and activity. */
export const processTerms: readonly Term[] = [
  ["process:2.A.1/clinker", "clinker|cement clinker|klinker", "熟料|水泥熟料"],
  ["process:2.A.1/limestone CaCO3", "limestone|calcium carbonate|caco3|kalkstein|calcaire|caliza", "石灰石|碳酸钙"],
  ["process:2.A.4/dolomite CaMg(CO3)2", "dolomite|dolomit", "白云石"],
  ["process:2.A.4/magnesite MgCO3", "magnesite", "菱镁矿|菱镁石|碳酸镁"],
  ["process:2.A.4/sodium carbonate Na2CO3", "soda ash|sodium carbonate|na2co3", "纯碱|碳酸钠"],
  ["process:2.A.2/high-calcium quicklime", "quicklime|lime|burnt lime|calcium oxide", "生石灰|石灰|氧化钙"],
  ["process:2.A.2/dolomitic lime", "dolomitic lime", "白云石灰|轻烧白云石"],
  ["process:2.B.1/ammonia", "ammonia|ammoniak", "合成氨|氨"],
  ["process:2.B.2/nitric acid", "nitric acid|hno3", "硝酸"],
  ["process:2.B.3/adipic acid", "adipic acid", "己二酸"],
  ["process:2.B.5/calcium carbide (carbide produced)", "calcium carbide", "电石|碳化钙"],
  ["process:2.B.5/silicon carbide", "silicon carbide", "碳化硅"],
  ["process:2.C.1/steel", "crude steel|steel production|steelmaking|steel produced", "粗钢|炼钢|粗钢产量"],
  ["process:2.C.1/pig iron (not converted to steel)", "pig iron|hot metal", "生铁|铁水"],
  ["process:2.C.1/sinter", "sinter", "烧结矿"],
  ["process:2.C.1/pellet", "iron ore pellet", "球团矿"],
  [
    "process:2.C.3/aluminium",
    "primary aluminium|primary aluminum|aluminium smelting|aluminum production|aluminium production",
    "原铝|铝冶炼",
  ],
  ["process:2.C.5/lead", "lead smelting|lead production|refined lead", "铅冶炼|精炼铅"],
  ["process:2.C.6/zinc", "zinc smelting|zinc production|refined zinc", "锌冶炼|精炼锌"],
  ["process:2.A.3/glass", "glass production|glass melt|molten glass", "玻璃产量|玻璃生产|玻璃液"],
];
