import type { Term } from "../matching/term-finder.ts";

/**
 * Sectors of energy balances and inventories, by their category in the 2006 IPCC Guidelines (Volume 1, Table 8.2). `flow:` are rows of a
 * balance from which nothing is emitted, or what is emitted in other rows; `energy:` are carriers that emit where they are made.
 */
export const sectorTerms: readonly Term[] = [
  [
    "1.A.1.a",
    "power plant|power station|power generation|electricity generation|electricity plant|thermal power|thermal power plant|public electricity|public electricity and heat|main activity producer|autoproducer|chp|chp plant|combined heat and power|heat plant|district heating|heat supply|electricity and heat",
    "发电|火力发电|火电|火电厂|电厂|发电厂|供热|热电联产|集中供热|电力生产|电力热力|公用电力|电力热力生产",
  ],
  ["1.A.1", "energy industry|energy industries", "能源工业|能源生产和加工转换|能源加工转换工业"],
  ["1.A.1.b", "refinery|oil refinery|petroleum refinery|petroleum refining|refining", "炼油|炼油厂|石油炼制|石油加工"],
  [
    "1.A.1.c",
    "coke oven|coal mine|coal mining|oil and gas extraction|solid fuel manufacture|energy industry own use|energy own use|other energy industry",
    "炼焦|焦化|煤炭开采|油气开采|石油天然气开采|能源工业自用|固体燃料制造",
  ],
  [
    "1.A.2",
    "industry|industrial|manufacturing|manufacturing industry|manufacturing and construction",
    "工业|制造业|工业终端|制造业和建筑业",
  ],
  ["1.A.2.a", "iron and steel|iron steel industry|steel industry", "钢铁|钢铁工业|黑色金属冶炼|黑色金属"],
  ["1.A.2.b", "non ferrous metal|nonferrous metal", "有色金属|有色金属冶炼"],
  ["1.A.2.c", "chemical|chemical industry|chemical and petrochemical|petrochemical", "化工|化学|化学工业|石油化工"],
  [
    "1.A.2.d",
    "pulp and paper|pulp paper and print|paper industry|paper and printing|printing",
    "造纸|造纸和纸制品|印刷",
  ],
  ["1.A.2.e", "food processing|food and tobacco|food and beverage|food industry|tobacco", "食品|食品加工|饮料|烟草"],
  [
    "1.A.2.f",
    "non metallic mineral|nonmetallic mineral|cement industry|building material|cement plant",
    "建材|非金属矿物|非金属矿物制品|水泥工业|水泥厂",
  ],
  ["1.A.2.g", "transport equipment", "交通运输设备|运输设备制造"],
  ["1.A.2.h", "machinery|machinery industry", "机械|机械制造|通用设备"],
  ["1.A.2.i", "mining and quarrying|mining quarrying|quarrying", "采矿|采矿业|采石"],
  ["1.A.2.j", "wood product|wood and wood product", "木材加工|木制品"],
  ["1.A.2.k", "construction", "建筑业|建筑施工|施工"],
  ["1.A.2.l", "textile|textile and leather|leather", "纺织|纺织业|皮革"],
  ["1.A.2.m", "non specified industry|other industry|industry not specified", "其他工业|未指明工业"],
  [
    "1.A.3",
    "transport|transportation|transport sector",
    "交通|交通运输|运输|运输业|交通运输仓储和邮政业|交通运输、仓储和邮政业",
  ],
  ["1.A.3.a.i", "international aviation|aviation bunker|international aviation bunker", "国际航空|国际航空燃料"],
  ["1.A.3.a.ii", "domestic aviation|civil aviation|aviation|air transport", "国内航空|民航|民用航空|航空"],
  [
    "1.A.3.b",
    "road|road transport|road transportation|road vehicle|passenger car|truck and bus|on road",
    "道路|道路运输|公路|公路运输|机动车|道路交通",
  ],
  ["1.A.3.c", "rail|railway|rail transport", "铁路|铁路运输"],
  [
    "1.D.1",
    "bunker|bunkers|international bunker|international bunkers|bunker fuel|bunker fuels|international bunker fuels",
    "国际燃料舱|国际燃油舱|国际燃料仓",
  ],
  [
    "1.A.3.d.i",
    "international marine|marine bunker|international marine bunker|international shipping|international navigation",
    "国际航运|国际海运|国际海运燃料",
  ],
  [
    "1.A.3.d.ii",
    "domestic navigation|inland waterway|navigation|domestic shipping|coastal shipping|water transport",
    "内河|内河航运|水运|水路运输|国内航运",
  ],
  ["1.A.3.e.i", "pipeline|pipeline transport", "管道运输"],
  [
    "1.A.4.a",
    "commercial|commercial and public service|commercial and institutional|public service|service sector|services|institutional|wholesale and retail",
    "商业|服务业|公共服务|第三产业|批发和零售|批发和零售业|批发零售|住宿和餐饮|商业和公共机构|批发和零售业、住宿和餐饮业",
  ],
  [
    "1.A.4.b",
    "residential|household|households|domestic sector|home",
    "居民|居民生活|生活消费|家庭|住宅|城镇居民|乡村居民|城乡居民",
  ],
  [
    "1.A.4.c",
    "agriculture|forestry|fishing|fishery|farming|agriculture and forestry|agriculture forestry and fishing",
    "农业|林业|渔业|农林牧渔|农林牧渔业|农、林、牧、渔业",
  ],
  [
    "1.A.5",
    "non specified|not elsewhere specified|other sector not specified|unspecified",
    "未指明|其他未指明|其他行业",
  ],
  [
    "3.B.1",
    "forest land|growing stock|forest growth|increment of forest|afforestation|reforestation",
    "林地|活立木|活立木蓄积|活立木蓄积量|森林蓄积|森林蓄积量|造林",
  ],
  [
    "3.C.4",
    "nitrogen fertiliser|nitrogen fertilizer|synthetic fertiliser|synthetic fertilizer|n fertiliser|n fertilizer|managed soil|managed soils",
    "氮肥|氮肥施用|化肥|化肥施用|农用地",
  ],
  ["3.A.2", "manure|manure management", "粪便|粪便管理|粪污"],
  ["3.C.7", "rice|rice cultivation|paddy", "水稻|稻田|水稻种植"],
  ["4.A", "landfill|solid waste disposal|waste disposal site|landfilled waste", "填埋|填埋场|垃圾填埋|固体废物填埋"],
  ["4.D.1", "domestic wastewater|sewage|municipal wastewater", "生活污水|城镇污水"],
  ["4.D.2", "industrial wastewater", "工业废水"],
  [
    "flow:supply",
    "production|indigenous production|import|export|imports|exports|stock change|stock changes|total primary energy supply|total energy supply|primary energy supply|gross inland consumption|statistical difference|transfer|total supply",
    "生产量|一次能源生产量|进口|进口量|出口|出口量|库存变化|库存增减|年初年末库存差额|可供消费的能源量|可供本地区消费的能源量|平衡差额|调入量|调出量|外省区市调入量|本省区市调出量|能源供应总量",
  ],
  [
    "flow:sum",
    "total final consumption|final consumption|total consumption|final energy consumption|transformation|transformation sector|transformation processes|total transformation",
    "终端消费|终端消费量|消费合计|能源消费总量|加工转换|加工转换投入产出量|能源加工转换",
  ],
  ["flow:loss", "loss|losses|distribution loss|transmission and distribution loss", "损失量|损失|运输和输配损失"],
  [
    "flow:feedstock",
    "non energy use|feedstock|non energy|used as raw material",
    "非能源利用|非能源使用|用作原料|用作原料、材料|原料用途",
  ],
  ["energy:electricity", "electricity|power|electric power", "电力|电"],
  ["energy:heat", "heat|steam|purchased heat", "热力|蒸汽|热"],
];

/**
 * Activities other than fuels, by their names in the tables of factors, with the category in which they have one. What is called so
 * stands for it in every sector.
 */
export const activityTerms: readonly Term[] = [
  ["2.A.1|clinker", "clinker|cement clinker", "熟料|水泥熟料"],
  ["2.A.1|cement", "cement|cement production", "水泥"],
  ["2.A.2|high-calcium quicklime", "lime|quicklime|burnt lime|high calcium lime|lime production", "石灰|生石灰"],
  ["2.A.2|dolomitic lime", "dolomitic lime", "白云石灰"],
  ["2.A.3|glass", "glass|glass production|flat glass|container glass", "玻璃|平板玻璃"],
  ["2.B.1|ammonia", "ammonia|ammonia production", "氨|合成氨"],
  ["2.B.2|nitric acid", "nitric acid", "硝酸"],
  ["2.B.3|adipic acid", "adipic acid", "己二酸"],
  ["2.B.5|calcium carbide (carbide produced)", "calcium carbide", "电石|碳化钙"],
  ["2.B.5|silicon carbide", "silicon carbide", "碳化硅"],
  ["2.B.7|soda ash produced (natural)", "natural soda ash|soda ash", "天然碱|纯碱"],
  ["2.C.1|pig iron (not converted to steel)", "pig iron", "生铁"],
  ["2.C.1|steel", "steel|crude steel|steel production", "钢|粗钢"],
  ["2.C.1|sinter", "sinter", "烧结矿"],
  ["2.C.1|pellet", "iron ore pellet|pellet production", "球团矿"],
  ["2.C.1|direct reduced iron (natural gas)", "direct reduced iron|dri", "直接还原铁"],
  ["2.C.2|ferrochromium", "ferrochromium|ferrochrome", "铬铁"],
  ["2.C.2|silicomanganese", "silicomanganese", "硅锰合金"],
  ["2.C.2|silicon metal", "silicon metal|metallic silicon", "工业硅|金属硅"],
  ["2.C.3|aluminium", "aluminium|aluminum|primary aluminium|primary aluminum", "铝|电解铝|原铝"],
  ["2.C.5|lead", "lead|lead production", "铅"],
  ["2.C.6|zinc", "zinc|zinc production", "锌"],
  ["3.A.1|dairy cattle", "dairy cattle|dairy cow|milk cow|dairy cows", "奶牛|乳牛"],
  ["3.A.1|other cattle", "other cattle|non dairy cattle|beef cattle|cattle", "肉牛|黄牛|非奶牛|其他牛|牛"],
  ["3.A.1|buffalo", "buffalo|buffaloes", "水牛"],
  ["3.A.1|sheep", "sheep", "绵羊"],
  ["3.A.1|goats", "goat|goats", "山羊"],
  ["3.A.1|camels", "camel|camels", "骆驼"],
  ["3.A.1|horses", "horse|horses", "马"],
  ["3.A.1|mules/asses", "mule|ass|donkey|mules and asses", "骡|驴|驴骡"],
  ["3.A.1|swine", "swine|pig|pigs", "猪|生猪"],
  ["3.A.1|deer", "deer", "鹿"],
  ["3.A.1|alpacas", "alpaca", "羊驼"],
  ["3.C.3|urea", "urea|urea application", "尿素|尿素施用"],
  ["3.C.2|limestone", "liming|lime application|limestone application", "石灰石施用"],
  ["4.B|composting", "composting|compost|composted waste", "堆肥"],
  ["4.B|anaerobic digestion", "anaerobic digestion|biogas plant", "厌氧消化|厌氧发酵"],
  [
    "4.C.1|municipal waste",
    "waste incineration|incinerated waste|incineration|municipal waste incineration",
    "焚烧|垃圾焚烧|生活垃圾焚烧",
  ],
  ["4.C.2|municipal waste", "open burning|open burning of waste", "露天焚烧"],
];

/** Animals in manure management, whose table calls some of them otherwise. */
export const manureNames: Readonly<Record<string, string>> = {
  swine: "market swine",
  goats: "goat",
  horses: "horse",
  camels: "camel",
};

/** Sectors in which a fuel is burnt, by the process that stands in the same row. */
export const burntIn: readonly (readonly [process: string, sector: string])[] = [
  ["2.A", "1.A.2.f"],
  ["2.B", "1.A.2.c"],
  ["2.C.1", "1.A.2.a"],
  ["2.C", "1.A.2.b"],
  ["3", "1.A.4.c"],
];
