import { type Entry, entriesOf, type Forms } from "./entry.ts";

/** Gases. Fluorinated gases by substance are added from the datasets. */
export const gases: readonly Forms[] = [
  {
    value: "CO2",
    label: { en: "CO2", zh: "二氧化碳" },
    forms:
      "co2|carbon dioxide|carbonic gas|二氧化碳|碳排放气体|fossil co2|化石二氧化碳|化石co2|carbon|carbon dioxides|co 2|碳气",
  },
  { value: "CH4", label: { en: "methane", zh: "甲烷" }, forms: "ch4|methane|甲烷|沼气" },
  {
    value: "N2O",
    label: { en: "nitrous oxide", zh: "氧化亚氮" },
    forms: "n2o|nitrous oxide|laughing gas|氧化亚氮|一氧化二氮|笑气",
  },
  {
    value: "SF6",
    label: { en: "SF6", zh: "六氟化硫" },
    forms: "sf6|sulphur hexafluoride|sulfur hexafluoride|六氟化硫",
  },
  { value: "NF3", label: { en: "NF3", zh: "三氟化氮" }, forms: "nf3|nitrogen trifluoride|三氟化氮" },
  { value: "CF4", label: { en: "CF4", zh: "四氟化碳" }, forms: "cf4|tetrafluoromethane|四氟化碳|四氟甲烷" },
  { value: "C2F6", label: { en: "C2F6", zh: "六氟乙烷" }, forms: "c2f6|hexafluoroethane|六氟乙烷" },
  {
    value: "F-gases",
    label: { en: "fluorinated gases", zh: "含氟气体" },
    forms: "f gases|f gas|fluorinated gases|fluorinated greenhouse gases|含氟气体|氟化气体|含氟温室气体",
  },
  {
    value: "GHG",
    label: { en: "greenhouse gases", zh: "温室气体" },
    forms:
      "ghg|ghgs|greenhouse gas|greenhouse gases|all gases|co2e|co2 equivalent|co2 equivalents|co2eq|co2 eq|carbon dioxide equivalent|温室气体|二氧化碳当量|co2当量|当量|所有温室气体|全部温室气体",
  },
];

export const principles: readonly Forms[] = [
  {
    value: "territorial",
    label: { en: "territorial (production)", zh: "属地（生产端）" },
    forms:
      "territorial|production based|production co2|production emissions|生产端co2|production side|production account|production end|on the production side|from production|on its territory|within its borders|domestic|territorially|produced at home|生产端|生产侧|本土|属地|境内|领土|生产口径|基于生产|国内|生产者|基于生产的|本地|at home|home emissions|production|领土端|领土内|领土排放|本土排放|国内排放|属地排放|生产方|生产者责任|on its own soil|own territory|territory|inside its borders|within the country|productionbased|territorial basis|on a territorial basis|production basis|on a production basis|territorial terms|生产基础|属地口径|生产端口径|领土口径|production side account|producer side|from the producer side|on the producer side|within borders|inside borders|inside the border|within the border|on home soil|on own soil|on their own soil|at the source|producer pays|chimney account|谁排算谁|谁生产算谁|境内排的|本国境内|国境内|领土上|本国领土|生产账|production lens|production angle|production view|pba|production based accounting|production based account|production based accounts",
  },
  {
    value: "consumption",
    label: { en: "consumption-based", zh: "消费端" },
    forms:
      "consumption based|consumption side|consumption account|consumption end|consumption emissions|footprint|carbon footprint|by consumption|on the consumption side|consumption based accounting|embodied in consumption|demand based|consumer based|from consumption|consumption|消费端|消费侧|基于消费|基于消费的|消费口径|足迹|碳足迹|消费者|消费排放|消费|consumption perspective|consumers' emissions|from the consumption side|by what it consumes|消费者责任|消费视角|消费方|消费端的|消费责任|consumed|consumes|consume|消费的|consumption basis|on a consumption basis|consumption terms|in consumption terms|consumption footprint basis|消费基础|消费碳足迹|消费足迹|消费侧的|消费端口径|消费碳|consumer side|from the consumer side|on the consumer side|who buys the stuff|who buys|by who buys|by whoever buys|counting imported goods|counting imports|counting its imports|counting in imports|including imports|including imported goods|with imports counted|with imports included|once imports are counted|once you count imports|once imported goods are counted|for what it buys|for what it bought|buyer pays|算上进口|计入进口|含进口|包含进口|把进口算上|把进口也算上|进口也算|进口也算上|谁买算谁|谁消费算谁|谁消费谁负责|消费者负责|需求侧|需求端|消费账|消费侧账|consumer account|demand side|on the demand side|consumption lens|through a consumption lens|from a consumption angle|consumption angle|consumption view|traced back to whoever buys|traced to whoever buys|traced back to whoever buys them|traced to the buyer|traced to buyers|traced to consumers|追溯到买家|追到买家|算到买家|算到消费者|算在消费者头上|把贸易算进去|贸易算进去|计入贸易|算上贸易|考虑贸易|once trade is taken into account|taking trade into account|with trade taken into account|if you count what we import|count what we import|counting what we import|counting what is imported|if you count imports|if imports count|count imports|cba|consumption based accounting|consumption based account|consumption based accounts",
  },
  {
    value: "net import",
    label: { en: "net imports by trade", zh: "贸易净进口" },
    forms:
      "consumption minus production|consumption less production|消费减生产|消费端减生产端|消费减去生产|imported on a net basis|imports on a net basis|net quantity imported|net amount imported|net import|net imports|net imported|net importer|imports net|net inflow|net emission imports|imported on balance|净进口|净输入|净流入|净调入|import on balance|imports on balance|import net|imports net of exports|imported more than exported|净的进口|净进口了|net co2 imports|net co2 import|net carbon imports|net carbon import|net imports of co2|co2 net imports|净进口碳|净输入的碳|bring in on balance|brought in on balance|brings in on balance|take in on balance|net carbon inflow|进出口相抵|进口减出口|进口比出口多",
  },
  {
    value: "net export",
    label: { en: "net exports by trade", zh: "贸易净出口" },
    forms:
      "net export|net exports|exported on a net basis|exports on a net basis|net quantity exported|net amount exported|net exported|net exporter|exports net|net outflow|net emission exports|net emission transfer|net emission transfers|exported on balance|净出口|净输出|净流出|净调出|净转移|net co2 exports|net co2 export|net carbon exports|net carbon export|net exports of co2|co2 net exports|净出口碳|净出口了|隐含碳净出口",
  },
];

export const metrics: readonly Forms[] = ["SAR", "TAR", "AR4", "AR5", "AR6"].flatMap((report) => [
  ...["GWP100", "GWP20", "GWP500", "GTP100"].map((metric) => {
    const [, kind = "", horizon = ""] = /^(\D+)(\d+)$/.exec(metric)!;
    const name = `${report}.${metric}`;
    const orders = [
      `${report} ${metric}`,
      `${report} ${kind} ${horizon}`,
      `${metric} ${report}`,
      `${metric} of ${report}`,
      `${metric} from ${report}`,
      `${metric} according to ${report}`,
      `${report}的${metric}`,
      `${kind} ${horizon} ${report}`,
      `${kind} ${horizon} of ${report}`,
      `${metric}（${report}）`,
      `${metric}(${report})`,
      `${metric} (${report})`,
      `${report}.${metric}`,
      `${report}-${metric}`,
    ];
    return { value: name, label: { en: name, zh: name }, forms: orders.join("|") };
  }),
]);

/** A report or a horizon alone: together they make a metric. */
const metricReports: readonly Forms[] = [
  {
    value: "SAR",
    label: { en: "SAR", zh: "SAR" },
    forms: "sar|second assessment report|second assessment|第二次评估报告|under sar",
  },
  {
    value: "TAR",
    label: { en: "TAR", zh: "TAR" },
    forms: "tar|third assessment report|third assessment|第三次评估报告",
  },
  {
    value: "AR4",
    label: { en: "AR4", zh: "AR4" },
    forms:
      "ar4|fourth assessment report|fourth assessment|ipcc ar4|第四次评估报告|assessment report 4|4th assessment|ar 4|第四次|第4次评估报告|fourth ipcc report|fourth report|fourth ipcc assessment|under ar4|per ar4|by ar4|using ar4|in ar4|from ar4",
  },
  {
    value: "AR5",
    label: { en: "AR5", zh: "AR5" },
    forms:
      "ar5|fifth assessment report|fifth assessment|ipcc ar5|第五次评估报告|assessment report 5|5th assessment|ar 5|第五次|第五次报告|第5次评估报告|ar5报告|fifth ipcc report|fifth report|fifth ipcc assessment|under ar5|per ar5|by ar5|using ar5|in ar5|from ar5",
  },
  {
    value: "AR6",
    label: { en: "AR6", zh: "AR6" },
    forms:
      "ar6|sixth assessment report|sixth assessment|ipcc ar6|第六次评估报告|assessment report 6|6th assessment|sixth assessment report's|ar 6|第六次|第六次报告|第6次评估报告|ipcc第六次评估报告|ar6报告|sixth ipcc report|sixth report|sixth ipcc assessment|ipcc's sixth report|最新的第六次|under ar6|per ar6|by ar6|using ar6|in ar6|from ar6",
  },
];
const metricHorizons: readonly Forms[] = [
  {
    value: "GWP100",
    label: { en: "GWP100", zh: "GWP100" },
    forms:
      "gwp100|gwp 100|gwp|100 year gwp|100 year global warming potential|global warming potential over 100 years|global warming potential|百年全球变暖潜势|百年增温潜势|全球变暖潜势|全球增温潜势|增温潜势|100年全球变暖潜势|over a hundred years|over 100 years|a hundred years|100 years|100 year|hundred year|hundred years|100 year horizon|100 year basis|on a 100 year basis|100年尺度|100年|一百年|百年|百年尺度|100年期|100年时间尺度|100年的",
  },
  {
    value: "GWP20",
    label: { en: "GWP20", zh: "GWP20" },
    forms:
      "gwp20|gwp 20|20 year gwp|20 year global warming potential|global warming potential over 20 years|20年全球变暖潜势|二十年全球变暖潜势|over twenty years|over 20 years|twenty years horizon|20 years|20 year|20 year horizon|20年尺度|20年期|20年时间尺度|20年的|twenty year gwp|twenty year|twenty year global warming potential|二十年的gwp|20年gwp",
  },
  { value: "GWP500", label: { en: "GWP500", zh: "GWP500" }, forms: "gwp500|gwp 500|500 year gwp|500年全球变暖潜势" },
  {
    value: "GTP100",
    label: { en: "GTP100", zh: "GTP100" },
    forms:
      "gtp100|gtp 100|gtp|global temperature potential|global temperature change potential|100 year gtp|全球温变潜势|全球温度变化潜势",
  },
];

/** Databases by name, as the publishers and users call them. */
export const databases: readonly Forms[] = [
  {
    value: "USLCI",
    label: { en: "U.S. Life Cycle Inventory Database", zh: "USLCI" },
    forms: "uslci|us lci|u.s. lci|us life cycle inventory|nrel lci|uslci database|uslci数据库|美国生命周期清单",
  },
  {
    value: "GCB 2025",
    label: { en: "Global Carbon Budget 2025", zh: "全球碳收支2025版" },
    forms:
      "global carbon budget 2025|gcb 2025|gcb2025|carbon budget 2025|edition of 2025|2025 edition|全球碳收支2025|全球碳预算2025版|全球碳预算2025|全球碳收支2025版|2025版",
  },
  {
    value: "GCB 2024",
    label: { en: "Global Carbon Budget 2024", zh: "全球碳收支2024版" },
    forms:
      "global carbon budget 2024|gcb 2024|gcb2024|carbon budget 2024|edition of 2024|2024 edition|全球碳收支2024|2024版",
  },
  {
    value: "GCB",
    label: { en: "Global Carbon Budget", zh: "全球碳收支" },
    forms:
      "gcb|global carbon budget by fuel|gcb by fuel|gcb 2025|gcb2025|global carbon project|gcp|全球碳预算|全球碳收支",
  },
  { value: "AIB", label: { en: "AIB", zh: "AIB" }, forms: "aib|association of issuing bodies" },
  { value: "CEDS", label: { en: "CEDS", zh: "CEDS" }, forms: "ceds|community emissions data system" },
  {
    value: "EDGAR",
    label: { en: "EDGAR", zh: "EDGAR" },
    forms: "edgar|edgar 2024|edgar 2024版|edgar2024|jrc|emissions database for global atmospheric research",
  },
  { value: "Climate TRACE", label: { en: "Climate TRACE", zh: "Climate TRACE" }, forms: "climate trace|climatetrace" },
  {
    value: "UNFCCC",
    label: { en: "reports to the UNFCCC", zh: "向UNFCCC报告的清单" },
    forms:
      "unfccc|reported to the unfccc|national inventory report|national inventories|crf|common reporting format|官方报告|国家清单|联合国气候变化框架公约",
  },
  {
    value: "EIA",
    label: { en: "US EIA", zh: "美国能源信息署" },
    forms: "eia|us eia|energy information administration|美国能源信息署",
  },
  { value: "Jones", label: { en: "Jones et al. 2024", zh: "Jones等2024" }, forms: "jones|jones et al|jones et al." },
  {
    value: "WIOD",
    label: { en: "WIOD input–output table", zh: "WIOD投入产出表" },
    forms:
      "wiod|input output table|input output tables|input output model|mrio|mrio table|multi regional input output table|multiregional input output table|io table|投入产出表|多区域投入产出表|投入产出|wiod表|投入产出模型|世界投入产出表|世界投入产出|世界投入产出数据库",
  },
  { value: "Ember", label: { en: "Ember", zh: "Ember" }, forms: "ember" },
  { value: "BLUE", label: { en: "BLUE", zh: "BLUE" }, forms: "blue|blue model|the blue model|blue模型" },
  { value: "OSCAR", label: { en: "OSCAR", zh: "OSCAR" }, forms: "oscar|oscar model|oscar模型" },
  {
    value: "H&C2023",
    label: { en: "Houghton and Castanho", zh: "Houghton与Castanho" },
    forms: "h&c|h&c2023|houghton|houghton and castanho|houghton & castanho|houghton模型",
  },
  { value: "GFED", label: { en: "GFED5", zh: "GFED5" }, forms: "gfed|gfed5|global fire emissions database" },
  { value: "FAO", label: { en: "FAO", zh: "联合国粮农组织" }, forms: "fao|faostat|粮农组织|联合国粮农组织" },
  {
    value: "USGS",
    label: { en: "US Geological Survey", zh: "美国地质调查局" },
    forms: "usgs|us geological survey|美国地质调查局",
  },
  { value: "World Bank", label: { en: "World Bank", zh: "世界银行" }, forms: "world bank|世界银行|世行" },
  { value: "NOAA", label: { en: "NOAA", zh: "NOAA" }, forms: "noaa|noaa gml" },
  {
    value: "USEEIO",
    label: { en: "USEEIO v2.0.1", zh: "USEEIO v2.0.1" },
    forms: "useeio|useeio v2.0.1|useeio 2.0.1|useeio v2|us eeio",
  },
  { value: "USEEIO 1.2", label: { en: "USEEIO v1.2", zh: "USEEIO v1.2" }, forms: "useeio v1.2|useeio 1.2" },
  {
    value: "IPCC",
    label: { en: "IPCC 2006 Guidelines", zh: "IPCC 2006指南" },
    forms:
      "ipcc|ipcc 2006|ipcc guidelines|ipcc default|ipcc defaults|ipcc default value|ipcc default values|ipcc default factor|ipcc default factors|ipcc 2006 guidelines|2006 ipcc guidelines|2006 guidelines|tier 1|default factor|default factors|default emission factor|ipcc缺省|ipcc缺省值|ipcc缺省因子|ipcc默认|ipcc默认值|ipcc默认因子|ipcc指南|缺省因子|默认因子|方法1|2006指南|ipcc2006|ipcc 2006 defaults|ipcc 2006 default|ipcc default factor for|guidelines default|ipcc 2006缺省|ipcc 2006默认|指南缺省|ipcc 2006指南",
  },
  {
    value: "EPA",
    label: { en: "US EPA supply-chain factors", zh: "美国环保署供应链因子" },
    forms: "epa|us epa|美国环保署",
  },
  {
    value: "MEE",
    label: { en: "Ministry of Ecology and Environment of China", zh: "中国生态环境部" },
    forms:
      "mee|ministry of ecology and environment|chinese ministry of ecology and environment|china's ministry of ecology and environment|生态环境部|生态环境部公布|环境部|全国电力平均|全国平均|全国电网平均",
  },
  {
    value: "DEFRA",
    label: { en: "UK conversion factors", zh: "英国换算因子" },
    forms: "defra|desnz|beis|uk government factors|英国政府因子",
  },
];

export const fuels: readonly Forms[] = [
  {
    value: "coal",
    label: { en: "coal", zh: "煤炭" },
    forms:
      "coal|hard coal|from coal|coal fired|coal burning|燃煤|煤炭|煤|煤电|燃煤的|coal's|烧煤|煤炭的|煤这一块|煤发电",
  },
  {
    value: "oil",
    label: { en: "oil", zh: "石油" },
    forms: "oil|petroleum|oil fired|石油|油品|燃油|油|石油的|原油|oil products|oil's",
  },
  {
    value: "gas",
    label: { en: "natural gas", zh: "天然气" },
    forms: "gas|natural gas|fossil gas|gas fired|天然气|燃气|气电",
  },
  { value: "cement", label: { en: "cement", zh: "水泥" }, forms: "cement|水泥" },
  {
    value: "nuclear",
    label: { en: "nuclear", zh: "核电" },
    forms:
      "nuclear|nuclear power|核电|核能|atomic|atomic energy|atomic power|nuclear energy|nuclear plants|reactors|核|核能发电|核电站|核电厂|原子能",
  },
  {
    value: "hydro",
    label: { en: "hydropower", zh: "水电" },
    forms:
      "hydro|hydropower|hydroelectric|hydroelectricity|water power|水电|水力|水力发电|dams|hydro power|hydro plants|水力电|水电站",
  },
  {
    value: "wind",
    label: { en: "wind", zh: "风电" },
    forms:
      "wind|wind power|wind energy|风电|风能|风力|风力发电|wind farms|wind turbines' output|wind plants|风|风力电|风电场|风能发电|风光|风和光|风与光|风、光",
  },
  {
    value: "solar",
    label: { en: "solar", zh: "太阳能" },
    forms:
      "solar|solar power|solar energy|photovoltaic|photovoltaics|pv|太阳能|光伏|光伏发电|太阳能发电|solar farms|solar plants|sun|太阳能电|光伏电站|太阳能光伏|风光|风和光|风与光|风、光",
  },
  {
    value: "bioenergy",
    label: { en: "bioenergy", zh: "生物质能" },
    forms: "bioenergy|biomass|biofuel power|生物质|生物质能",
  },
  {
    value: "other_renewables",
    label: { en: "other renewables", zh: "其他可再生能源" },
    forms: "other renewables|geothermal|其他可再生能源|地热",
  },
  {
    value: "renewables",
    label: { en: "renewables", zh: "可再生能源" },
    forms: "renewable|renewables|renewable energy|renewable sources|可再生能源|可再生",
  },
  {
    value: "fossil",
    label: { en: "fossil fuels", zh: "化石燃料" },
    forms: "fossil|fossil fuel|fossil fuels|化石|化石燃料|化石能源",
  },
  {
    value: "low carbon",
    label: { en: "low-carbon sources", zh: "低碳能源" },
    forms:
      "low carbon|low carbon sources|clean energy|clean electricity|低碳|清洁能源|低碳电源|非化石|非化石能源|非化石电源|非化石燃料|non fossil|nonfossil|non fossil sources|fossil free|fossil free sources|zero carbon sources|carbon free sources|carbon free electricity|零碳电源|无碳电源",
  },
];

export const sectors: readonly Forms[] = [
  {
    value: "transport",
    label: { en: "transport", zh: "交通" },
    forms:
      "transport|transportation|transport sector|transportation sector|traffic|交通|运输|交通运输|交通部门|road transport and all transport|交通运输业|交通领域",
  },
  {
    value: "power",
    label: { en: "power", zh: "电力" },
    forms:
      "power|power sector|power industry|power generation|electricity sector|power plants|electricity generation sector|电力|发电|电力部门|电力行业",
  },
  {
    value: "agriculture",
    label: { en: "agriculture", zh: "农业" },
    forms: "agriculture|agricultural|farming|agriculture sector|农业|农业部门",
  },
  {
    value: "buildings",
    label: { en: "buildings", zh: "建筑" },
    forms: "buildings|building sector|residential and commercial|建筑|建筑物|建筑部门",
  },
  {
    value: "waste",
    label: { en: "waste", zh: "废弃物" },
    forms: "waste|waste sector|landfills and waste|废弃物|废物|废弃物部门|垃圾",
  },
  {
    value: "manufacturing",
    label: { en: "manufacturing", zh: "制造业" },
    forms: "manufacturing|manufacturing industry|manufacturing sector|制造业|制造业部门|工业制造",
  },
  {
    value: "industry",
    label: { en: "industrial processes", zh: "工业过程" },
    forms: "industrial processes|processes|ippu|工业过程",
  },
  {
    value: "industrial combustion",
    label: { en: "industrial combustion", zh: "工业燃烧" },
    forms: "industrial combustion|工业燃烧",
  },
  {
    value: "fossil fuel operations",
    label: { en: "fossil fuel operations", zh: "化石燃料开采加工" },
    forms:
      "fossil fuel operations|fuel exploitation|fugitive|fugitive emissions|fossil fuel production|化石燃料开采|化石燃料作业|燃料开采|逃逸|逃逸排放",
  },
  {
    value: "mineral extraction",
    label: { en: "mineral extraction", zh: "采矿" },
    forms: "mineral extraction|mining|采矿|矿产开采",
  },
  { value: "fluorinated gases", label: { en: "fluorinated gases", zh: "含氟气体" }, forms: "fluorinated gases sector" },
  { value: "energy", label: { en: "energy", zh: "能源" }, forms: "energy sector|energy|能源部门|能源活动|能源" },
  {
    value: "without land use",
    label: { en: "without land use", zh: "不含土地利用" },
    forms: "without lulucf|excluding lulucf|excluding land use|不含lulucf|不计土地利用",
  },
  {
    value: "lulucf",
    label: { en: "LULUCF", zh: "LULUCF" },
    forms: "lulucf|land use land use change and forestry|土地利用、土地利用变化和林业",
  },
];

export const products: readonly Forms[] = [
  {
    value: "panels",
    label: { en: "solar panels", zh: "光伏组件" },
    forms:
      "solar panel|solar panels|panels|panel|pv modules|pv module|solar modules|modules|solar panel capacity|solar pv|光伏组件|组件|太阳能板|太阳能电池板|光伏板|光伏组件装机容量|solar pv modules|modules of pv|光伏组件产品|光伏板组件|太阳能组件|太阳能面板",
  },
  {
    value: "cells",
    label: { en: "solar cells", zh: "光伏电池片" },
    forms: "solar cell|solar cells|cells|pv cells|电池片|光伏电池|光伏电池片|太阳能电池片|太阳能电池",
  },
  {
    value: "wafers",
    label: { en: "solar wafers", zh: "硅片" },
    forms: "solar wafer|solar wafers|wafers|wafer|silicon wafers|硅片",
  },
  {
    value: "wind turbines",
    label: { en: "wind turbines", zh: "风电机组" },
    forms: "wind turbine|wind turbines|turbines|风电机组|风机|风力发电机",
  },
  { value: "cement", label: { en: "cement", zh: "水泥" }, forms: "cement|水泥" },
  {
    value: "raw_steel",
    label: { en: "crude steel", zh: "粗钢" },
    forms: "steel|crude steel|raw steel|粗钢|钢|钢铁|钢产",
  },
  { value: "pig_iron", label: { en: "pig iron", zh: "生铁" }, forms: "pig iron|iron|生铁|铁" },
  {
    value: "aluminium_primary",
    label: { en: "primary aluminium", zh: "原铝" },
    forms: "aluminium|aluminum|primary aluminium|primary aluminum|原铝|电解铝|铝",
  },
  { value: "ammonia_n", label: { en: "ammonia (as nitrogen)", zh: "合成氨（折氮）" }, forms: "ammonia|合成氨|氨" },
  { value: "clinker_capacity", label: { en: "clinker capacity", zh: "熟料产能" }, forms: "clinker capacity|熟料产能" },
  {
    value: "Cattle",
    label: { en: "cattle", zh: "牛" },
    forms: "cattle|cows|cow|beef cattle|beef cows|bulls|bovines|牛|肉牛|黄牛|母牛",
  },
  {
    value: "Dairy cattle",
    label: { en: "dairy cattle", zh: "奶牛" },
    forms: "dairy cattle|dairy cows|dairy cow|milk cows|milking cows|dairy herd|奶牛|乳牛",
  },
  { value: "Sheep", label: { en: "sheep", zh: "绵羊" }, forms: "sheep|绵羊" },
  { value: "Goats", label: { en: "goats", zh: "山羊" }, forms: "goats|goat|山羊" },
  { value: "sheep or goats", label: { en: "sheep or goats", zh: "羊" }, forms: "羊群|羊只" },
  {
    value: "Swine / pigs",
    label: { en: "pigs", zh: "猪" },
    forms:
      "pigs|pig|swine|hogs|fattening pigs|market swine|market pigs|breeding swine|breeding pigs|sows|sow|猪|生猪|育肥猪|商品猪|肉猪|种猪|母猪|能繁母猪",
  },
  { value: "Chickens", label: { en: "chickens", zh: "鸡" }, forms: "chickens|chicken|鸡" },
  { value: "Buffalo", label: { en: "buffalo", zh: "水牛" }, forms: "buffalo|buffaloes|buffalos|水牛" },
  { value: "Horses", label: { en: "horses", zh: "马" }, forms: "horses|horse|马匹" },
  { value: "Camels", label: { en: "camels", zh: "骆驼" }, forms: "camels|camel|骆驼" },
  { value: "Ducks", label: { en: "ducks", zh: "鸭" }, forms: "ducks|鸭|鸭子" },
  { value: "Wheat and products", label: { en: "wheat", zh: "小麦" }, forms: "wheat|小麦" },
  { value: "Maize and products", label: { en: "maize", zh: "玉米" }, forms: "maize|corn|玉米" },
  { value: "Soyabeans", label: { en: "soybeans", zh: "大豆" }, forms: "soybeans|soybean|soya|soyabeans|大豆" },
  { value: "Potatoes and products", label: { en: "potatoes", zh: "马铃薯" }, forms: "potatoes|potato|马铃薯|土豆" },
  { value: "rice", label: { en: "rice", zh: "水稻" }, forms: "rice|paddy|paddy rice|水稻|稻谷|大米" },
  {
    value: "Industrial roundwood",
    label: { en: "industrial roundwood", zh: "工业原木" },
    forms: "industrial roundwood|roundwood|工业原木|原木",
  },
  { value: "Sawnwood", label: { en: "sawnwood", zh: "锯材" }, forms: "sawnwood|sawn wood|锯材" },
  {
    value: "Paper and paperboard",
    label: { en: "paper and paperboard", zh: "纸和纸板" },
    forms: "paper and paperboard|paper|纸和纸板|纸张",
  },
  { value: "Wood pulp", label: { en: "wood pulp", zh: "木浆" }, forms: "wood pulp|pulp|木浆" },
  { value: "Wood-based panels", label: { en: "wood-based panels", zh: "人造板" }, forms: "wood based panels|人造板" },
];

/** Pools of carbon in forests. */
export const pools: readonly Forms[] = [
  {
    value: "above ground",
    label: { en: "above-ground biomass", zh: "地上生物量" },
    forms:
      "above ground|above ground biomass|aboveground biomass|aboveground|地上生物量|地上部分|森林地上生物量|森林地上部分|地上生物质|地上生物量碳",
  },
  {
    value: "below ground",
    label: { en: "below-ground biomass", zh: "地下生物量" },
    forms: "below ground|below ground biomass|belowground biomass|belowground|地下生物量|地下部分",
  },
  { value: "dead wood", label: { en: "dead wood", zh: "枯死木" }, forms: "dead wood|deadwood|枯死木|枯木" },
  { value: "litter", label: { en: "litter", zh: "枯落物" }, forms: "litter|枯落物|凋落物" },
  { value: "soil", label: { en: "soil", zh: "土壤" }, forms: "soil|soils|soil carbon|土壤|土壤碳" },
];

/** Regions of the fire database. */
export const fireRegions: readonly Forms[] = [
  {
    value: "BONA",
    label: { en: "Boreal North America", zh: "寒带北美" },
    forms: "boreal north america|bona|寒带北美|北美北方|北美寒带|北美北部",
  },
  {
    value: "TENA",
    label: { en: "Temperate North America", zh: "温带北美" },
    forms: "temperate north america|tena|温带北美|北美温带",
  },
  { value: "CEAM", label: { en: "Central America", zh: "中美洲" }, forms: "central america|ceam|中美洲" },
  {
    value: "NHSA",
    label: { en: "Northern Hemisphere South America", zh: "南美北半球部分" },
    forms:
      "northern hemisphere south america|northern south america|nhsa|南美北半球|南美洲北半球部分|北半球南美|南美北部|北半球南美洲",
  },
  {
    value: "SHSA",
    label: { en: "Southern Hemisphere South America", zh: "南美南半球部分" },
    forms:
      "southern hemisphere south america|southern south america|shsa|南美南半球|南美洲南半球部分|南半球南美|南美南部|南半球南美洲",
  },
  { value: "EURO", label: { en: "Europe", zh: "欧洲" }, forms: "europe|european|欧洲" },
  {
    value: "MIDE",
    label: { en: "Middle East", zh: "中东" },
    forms: "middle east|the middle east|middle eastern|mide|中东|中东地区",
  },
  {
    value: "NHAF",
    label: { en: "Northern Hemisphere Africa", zh: "非洲北半球部分" },
    forms: "northern hemisphere africa|nhaf|非洲北半球|北半球非洲|非洲北半球部分",
  },
  {
    value: "SHAF",
    label: { en: "Southern Hemisphere Africa", zh: "非洲南半球部分" },
    forms: "southern hemisphere africa|shaf|非洲南半球|南半球非洲|非洲南半球部分",
  },
  {
    value: "BOAS",
    label: { en: "Boreal Asia", zh: "寒带亚洲" },
    forms: "boreal asia|boas|寒带亚洲|北亚|亚洲寒带|北方亚洲|北亚(寒带亚洲)|北亚寒带",
  },
  { value: "TEAS", label: { en: "Temperate Asia", zh: "温带亚洲" }, forms: "temperate asia|teas|温带亚洲|亚洲温带" },
  { value: "SEAS", label: { en: "Southeast Asia", zh: "东南亚" }, forms: "southeast asia|south east asia|东南亚" },
  { value: "EQAS", label: { en: "Equatorial Asia", zh: "赤道亚洲" }, forms: "equatorial asia|eqas|赤道亚洲" },
  {
    value: "AUST",
    label: { en: "Australia and New Zealand", zh: "澳大利亚和新西兰" },
    forms: "australia and new zealand|澳大利亚和新西兰|澳新|澳大利亚与新西兰",
  },
  {
    value: "Africa",
    label: { en: "Africa", zh: "非洲" },
    forms: "africa|african|african continent|continent of africa|非洲|非洲大陆|整个非洲|非洲各国",
  },
  { value: "Asia", label: { en: "Asia", zh: "亚洲" }, forms: "asia|asian|asian continent|亚洲|亚洲大陆|亚洲各国" },
  { value: "Oceania", label: { en: "Oceania", zh: "大洋洲" }, forms: "oceania|大洋洲" },
  {
    value: "international aviation",
    label: { en: "international aviation", zh: "国际航空" },
    forms:
      "international aviation|aviation bunkers|bunkers of aviation|international flights|international air travel|international flying|international air transport|planes between countries|国际航空|国际航班|国际民航|航空燃料舱|国际航空运输|international aviation bunkers|international air bunkers",
  },
  {
    value: "international shipping",
    label: { en: "international shipping", zh: "国际航运" },
    forms:
      "international shipping|shipping bunkers|marine bunkers|bunkers of shipping|maritime bunkers|international maritime transport|international sea transport|ships between countries|国际航运|国际海运|国际船运|国际水运|海运燃料舱|international shipping bunkers|international marine bunkers|ship bunkers|bunker fuels of ships|国际航运燃料舱",
  },
  {
    value: "South America",
    label: { en: "South America", zh: "南美洲" },
    forms: "south america|south american|南美洲|南美|南美各国",
  },
  {
    value: "Latin America",
    label: { en: "Latin America and the Caribbean", zh: "拉丁美洲和加勒比" },
    forms:
      "latin america|latin american|latin america and the caribbean|拉美|拉丁美洲|拉丁美洲和加勒比|拉美地区|拉美国家",
  },
  {
    value: "sub-Saharan Africa",
    label: { en: "sub-Saharan Africa", zh: "撒哈拉以南非洲" },
    forms:
      "sub saharan africa|sub-saharan africa|subsaharan africa|africa south of the sahara|撒哈拉以南非洲|撒哈拉以南|撒哈拉以南的非洲|黑非洲",
  },
  { value: "North America", label: { en: "North America", zh: "北美洲" }, forms: "north america|北美洲|北美" },
];

/** Sources and sinks of the methane budget. */
export const methaneTerms: readonly Forms[] = [
  {
    value: "Wetlands",
    label: { en: "wetlands", zh: "湿地" },
    forms: "wetland|wetlands|湿地|swamps|marshes|bogs|沼泽|湿地的",
  },
  {
    value: "Freshwaters",
    label: { en: "freshwaters", zh: "淡水" },
    forms: "freshwater|freshwaters|inland waters|淡水|内陆水体",
  },
  {
    value: "Geological (onshore)",
    label: { en: "geological, onshore", zh: "陆地地质源" },
    forms: "geological|geological sources|onshore geological|地质源|地质",
  },
  { value: "Wild animals", label: { en: "wild animals", zh: "野生动物" }, forms: "wild animals|野生动物" },
  { value: "Termites", label: { en: "termites", zh: "白蚁" }, forms: "termites|termite|白蚁" },
  { value: "Wildfires", label: { en: "wildfires", zh: "野火" }, forms: "wildfire methane|野火甲烷" },
  {
    value: "Permafrost soils (direct)",
    label: { en: "permafrost soils", zh: "多年冻土" },
    forms: "permafrost|permafrost soils|多年冻土|冻土|永久冻土",
  },
  { value: "Oceanic sources", label: { en: "oceanic sources", zh: "海洋源" }, forms: "oceanic sources|oceanic|海洋源" },
  {
    value: "Total natural sources",
    label: { en: "natural sources", zh: "自然源" },
    forms:
      "natural sources|natural source|nature itself|total natural sources|自然界|自然界的|自然源|天然源|自然来源|自然源合计|natural n2o sources|natural n2o|natural nitrous oxide sources|total natural n2o sources|天然源|天然n2o源|天然n2o|自然n2o源|natural sources of n2o|natural sources of nitrous oxide|天然氧化亚氮源",
  },
  {
    value: "Agriculture and waste",
    label: { en: "agriculture and waste", zh: "农业与废弃物" },
    forms: "agriculture and waste|农业与废弃物|农业和废弃物",
  },
  {
    value: "Enteric fermentation and manure",
    label: { en: "enteric fermentation and manure", zh: "肠道发酵与粪便" },
    forms: "enteric fermentation and manure|enteric fermentation|livestock|肠道发酵与粪便|肠道发酵|畜牧|畜牧业",
  },
  {
    value: "Landfills and waste",
    label: { en: "landfills and waste", zh: "填埋与废弃物" },
    forms: "landfills|landfill|landfills and waste|填埋|填埋场|垃圾填埋",
  },
  {
    value: "Rice cultivation",
    label: { en: "rice cultivation", zh: "水稻种植" },
    forms: "rice cultivation|rice paddies|rice fields|稻田|水稻种植",
  },
  { value: "Fossil fuels", label: { en: "fossil fuels", zh: "化石燃料" }, forms: "fossil fuels|fossil fuel|化石燃料" },
  {
    value: "Coal mining",
    label: { en: "coal mining", zh: "煤炭开采" },
    forms: "coal mining|coal mines|煤炭开采|煤矿|采煤",
  },
  {
    value: "Oil and gas",
    label: { en: "oil and gas", zh: "油气" },
    forms: "oil and gas|oil and natural gas|油气|石油和天然气|石油天然气",
  },
  {
    value: "Biomass and biofuel burning",
    label: { en: "biomass and biofuel burning", zh: "生物质与生物燃料燃烧" },
    forms: "biomass and biofuel burning|生物质与生物燃料燃烧|生物质和生物燃料燃烧",
  },
  { value: "Biomass burning", label: { en: "biomass burning", zh: "生物质燃烧" }, forms: "biomass burning|生物质燃烧" },
  {
    value: "Biofuel burning",
    label: { en: "biofuel burning", zh: "生物燃料燃烧" },
    forms: "biofuel burning|生物燃料燃烧",
  },
  {
    value: "Total anthropogenic sources",
    label: { en: "anthropogenic sources", zh: "人为源" },
    forms:
      "anthropogenic sources|anthropogenic|human sources|man made sources|anthropogenic source|人为源|人为|人为来源|人类活动|人为源合计",
  },
  {
    value: "Total chemical loss",
    label: { en: "chemical loss", zh: "化学损失" },
    forms: "chemical loss|化学损失|化学汇",
  },
  {
    value: "Tropospheric OH",
    label: { en: "tropospheric OH", zh: "对流层OH" },
    forms: "tropospheric oh|oh sink|对流层oh",
  },
  { value: "Soil uptake", label: { en: "soil uptake", zh: "土壤吸收" }, forms: "soil uptake|土壤吸收|土壤汇" },
  {
    value: "Total sinks",
    label: { en: "total sinks", zh: "总汇" },
    forms: "total sinks|all sinks|sinks|总汇|汇合计|汇",
  },
  {
    value: "Total sources",
    label: { en: "total sources", zh: "总源" },
    forms: "total sources|all sources|sources in total|total emissions and sources|总源|源合计|全部源|所有源",
  },
  {
    value: "agriculture N2O",
    label: { en: "agricultural nitrogen additions", zh: "农业氮投入" },
    forms: "agricultural nitrogen additions|nitrogen additions|氮投入|农业氮投入",
  },
];

export const approaches: readonly Forms[] = [
  {
    value: "top_down",
    label: { en: "top-down", zh: "自上而下" },
    forms: "top down|top down estimate|atmospheric inversion|inversion|inversions|自上而下|反演|大气反演",
  },
  {
    value: "bottom_up",
    label: { en: "bottom-up", zh: "自下而上" },
    forms: "bottom up|bottom up estimate|process models|自下而上",
  },
];

export const methods: readonly Forms[] = [
  {
    value: "location",
    label: { en: "location-based", zh: "基于位置" },
    forms:
      "location based|location based method|by location|基于位置|位置法|基于区位|区位法|所在地法|average grid|grid average|位置基准法|位置为基础|地点基准|区位基准法|按位置|地点法|位置口径|地域法",
  },
  {
    value: "market",
    label: { en: "market-based", zh: "基于市场" },
    forms:
      "market based|market based method|by market|residual mix|基于市场|市场法|剩余组合|residual|residual mix factor|残余组合|剩余混合|剩余混合因子|残余混合|市场为基础|市场基准法|市场基础|按市场|市场口径",
  },
];

/** How errors go together. */
const dependences: readonly Forms[] = [
  {
    value: "independent",
    label: { en: "independent errors", zh: "误差相互独立" },
    forms:
      "independent|mutually independent|statistically independent|uncorrelated|not correlated|no correlation|unrelated errors|独立|相互独立|互相独立|彼此独立|各自独立|不相关|互不相关|无相关|没有相关性",
  },
  {
    value: "correlated",
    label: { en: "fully correlated errors", zh: "误差完全相关" },
    forms:
      "correlated|fully correlated|perfectly correlated|completely correlated|full correlation|perfect correlation|same error|same instrument|share the same error|完全相关|完全正相关|全相关|误差相关|正相关|同一误差",
  },
  {
    value: "either",
    label: { en: "independent or correlated", zh: "独立或相关" },
    forms:
      "correlated or not|correlated or independent|independent or correlated|correlated or uncorrelated|whether or not correlated|with and without correlation|相关与否|相关或不相关|相关和不相关|是否相关|独立或相关|独立和相关|独立与相关|相关与不相关|相关和独立|相关与独立",
  },
];

/** How a range is found where the words name a way. */
const procedures: readonly Forms[] = [
  {
    value: "Monte Carlo",
    label: { en: "Monte Carlo simulation", zh: "蒙特卡洛模拟" },
    forms: "monte carlo|monte carlo simulation|montecarlo|by simulation|蒙特卡洛|蒙特卡罗|蒙特卡洛模拟|蒙特卡罗模拟",
  },
];

export const bases: readonly Forms[] = [
  {
    value: "NCV",
    label: { en: "net calorific value", zh: "低位热值" },
    forms:
      "net calorific value|net calorific|ncv|lower heating value|lhv|低位热值|低位发热量|净热值|低热值|net calorific basis|net calorific values|ncv basis|net basis|net cv|净热值的|净发热值|净发热量|净热值基准|低位",
  },
  {
    value: "GCV",
    label: { en: "gross calorific value", zh: "高位热值" },
    forms:
      "gross calorific value|gross calorific|gcv|higher heating value|hhv|高位热值|高位发热量|总热值|高热值|gross calorific basis|gross calorific values|gcv basis|gross basis|gross cv|高位|毛热值",
  },
  {
    value: "current",
    label: { en: "current US$ at market exchange rates", zh: "现价美元（市场汇率）" },
    forms:
      "current|current dollars|nominal|at market exchange rates|market exchange rates|mer|现价|名义|市场汇率|汇率法|current us dollars|current us$|current usd|current dollar|in current us dollars|nominal dollars|nominal us dollars|nominal gdp|nominal terms|in nominal terms|today's dollars|dollars of the day|现价美元|名义美元|按现价|现价计|at current prices|current prices|按汇率|市场汇率计|当年价|当年美元",
  },
  {
    value: "ppp",
    label: { en: "2017 US$ at purchasing power parity", zh: "2017年美元（购买力平价）" },
    forms:
      "ppp|purchasing power parity|at ppp|购买力平价|purchasing power|by purchasing power|at purchasing power parity|按购买力|按购买力平价|按购买力平价计|按购买力平价算|购买力平价美元|ppp美元|ppp dollars|ppp dollar|international dollars|international dollar|in ppp terms|ppp terms|ppp basis|on a ppp basis|at purchasing power|按ppp|ppp计",
  },
  {
    value: "constant",
    label: { en: "constant 2017 US$", zh: "2017年不变价美元" },
    forms: "constant|constant prices|real|不变价|可比价",
  },
];

/** What bounds a range, of several estimates. */
export const bounds: readonly Forms[] = [
  {
    value: "min",
    label: { en: "lowest", zh: "最小值" },
    forms: "minimum|min|lower bound|lower bounds|lower limit|low end|最小值|最低值|下限|下界",
  },
  {
    value: "max",
    label: { en: "highest", zh: "最大值" },
    forms: "maximum|max|upper bound|upper bounds|upper limit|high end|最大值|最高值|上限|上界",
  },
  {
    value: "range",
    label: { en: "range", zh: "范围" },
    forms:
      "range|ranges|wide|how wide|width|how broad|多宽|有多宽|跨度|lowest and highest value|lowest and highest values|spread|minimum and maximum|maximum and minimum|min and max|uncertainty range|lowest and highest|disagreement|differ between models|spread of the models|spread between sources|spread of|between the models|范围|区间|差异范围|离散|离散程度|分歧|最小值和最大值|最小和最大|最小值与最大值|最大值和最小值|最低和最高|不确定性范围|差异|上下限|上限和下限|下限和上限|上下界|lower and upper bounds|lower and upper bound|upper and lower bounds|upper and lower bound|lower and upper limits|bounds|how far do the sources differ|how far apart are the sources|disagree|disagreements|从最低到最高|最小的和最大的|最高和最低|最大和最小|the smallest and the largest|the lowest and the highest|smallest and largest|highest and lowest|largest and smallest|low and high|high and low",
  },
  {
    value: "sd",
    label: { en: "standard deviation", zh: "标准差" },
    forms:
      "standard deviation|1σ|σ|sd|sigma|one sigma|1 sigma|std|uncertainty|one standard deviation|standard error|标准差|标准偏差|不确定性|不确定度|one standard error|one sigma uncertainty|1 sigma uncertainty|一倍标准差|一个标准差|1个标准差|一西格玛|1σ不确定度|一倍σ|误差|误差范围|误差多大|误差有多大|误差多少|正负多少|加减多少|上下浮动多少|error bar|error bars|error margin|margin of error|margins of error|uncertainties|errors|how sure|how sure are we|how sure can we be|how certain|how certain are we|how uncertain|how well known|how well do we know|how well constrained|how confident|how confident are we|how precisely known|how precisely is|有多确定|多确定|有多准|有多大把握|把握有多大|把握多大|多大把握|有几成把握|有多大误差|多大误差|不确定程度|相对不确定度|relative uncertainty|standard uncertainty|标准不确定度|relative error|相对误差",
  },
  {
    value: "tolerance",
    label: { en: "plus or minus", zh: "正负" },
    forms: "±|plus or minus|plus minus",
  },
  {
    value: "tolerance",
    label: { en: "give or take", zh: "正负" },
    forms: "within|give or take|正负|加减|上下浮动",
    soft: true,
  },
  {
    value: "confidence",
    label: { en: "confidence interval", zh: "置信区间" },
    forms:
      "confidence interval|confidence intervals|confidence|confidence level|interval|intervals|credible interval|ci|percentile interval|置信区间|置信度|置信水平|置信|置信范围|coverage|expanded uncertainty|扩展不确定度",
  },
  {
    value: "mean",
    label: { en: "mean", zh: "平均值" },
    forms: "mean|mean value|average|central estimate|best estimate|平均值|均值|中心估计|最佳估计|平均",
  },
];

export const concepts: readonly Entry[] = [
  ...entriesOf("gas", gases),
  ...entriesOf("principle", principles),
  ...entriesOf("metric", metrics),
  ...entriesOf("metric", metricReports),
  ...entriesOf("metric", metricHorizons),
  ...entriesOf("database", databases),
  ...entriesOf("fuel", fuels),
  ...entriesOf("sector", sectors),
  ...entriesOf("product", products),
  ...entriesOf("pool", pools),
  ...entriesOf("region", fireRegions),
  ...entriesOf("term", methaneTerms),
  ...entriesOf("approach", approaches),
  ...entriesOf("method", methods),
  ...entriesOf("method", dependences),
  ...entriesOf("method", procedures),
  ...entriesOf("basis", bases),
  ...entriesOf("bound", bounds),
];
