import type { Term } from "../../matching/term-finder.ts";

/** Energy that is bought, and words for scopes, sources and categories. */
export const energyTerms: readonly Term[] = [
  [
    "energy:electricity",
    "electricity|electric power|electrical power|electric energy|electrical energy|grid power|grid electricity|purchased electricity|power|electric|strom|stromverbrauch|elektrizitat|electricite|electricidad|energia electrica|grid|mains electricity|power consumption|power purchased|kwh|bezogener strom|okostrom|grunstrom|electricity consumption|ev charging|vehicle charging|electricite verte|purchased power|energia eletrica|eletricidade|energia elettrica|elettricita|corrente elettrica|energia elektryczna|prad|elektriciteit|stroom|stroomverbruik",
    "电力|用电|电|外购电|外购电力|用电量|电量|耗电|耗电量|电费|购电|市电|网电|购入电力|电能|生产用电|生活用电|办公用电|净购入电力|外购电量|充电|电耗|绿电|绿色电力",
  ],
  [
    "energy:steam",
    "steam|purchased steam|dampf|vapeur|vapor|vapore|vapor de processo|stoom",
    "蒸汽|外购蒸汽|饱和蒸汽|过热蒸汽",
  ],
  [
    "energy:heat",
    "heat|district heating|district heat|purchased heat|hot water purchased|fernwarme|chaleur|reseau de chaleur|calor|heat purchased|heating network|community heating|purchased heating|chauffage urbain|teleriscaldamento|calore|ciepło|ciepło sieciowe|energia cieplna|calefaccion urbana|aquecimento urbano|stadsverwarming|warmte",
    "热力|外购热力|热|供热|集中供热|市政供暖|市政热力|外购热|集中供暖|暖气|采暖费|购入热力|热水",
  ],
  [
    "energy:cooling",
    "district cooling|purchased cooling|cooling|chilled water|fernkalte|froid|refrigeracion|purchased chilled water|teleraffrescamento|froid urbain|chłód|koude",
    "冷量|外购冷|集中供冷|冷冻水|供冷|区域供冷",
  ],
  [
    "energy:compressed air",
    "compressed air|druckluft|air comprime|aire comprimido|ar comprimido|aria compressa|sprezone powietrze|perslucht",
    "压缩空气",
  ],
];

/** What a column of scopes or categories says, in the words of the GHG Protocol. */
export const scopeTerms: readonly Term[] = [
  ["scope:1", "direct|direct emission|direta|emissao direta|diretta|bezposrednie", "直接排放|直接"],
  ["scope:2", "energy indirect|indirect energy", "能源间接"],
  ["scope:3", "value chain|other indirect", "价值链|其他间接"],
  ["source:1.A.2", "stationary combustion|stationary|fuel combustion", "固定燃烧|固定源|固定源燃烧|化石燃料燃烧"],
  ["source:1.A.3.b", "mobile combustion|mobile|transport fuel", "移动燃烧|移动源|移动源燃烧"],
  ["source:2.F", "fugitive|fugitive emission|refrigerant", "逸散|逸散排放|无组织|制冷剂"],
  ["source:process", "process|process emission|industrial process", "过程|过程排放|工业过程|工业生产过程"],
  ["source:energy", "purchased electricity|purchased energy|electricity", "外购电力|外购能源|净购入电力|购入电力"],
  [
    "category:1",
    "purchased good|purchased good and service|purchased goods and services|goods and services",
    "外购商品|外购商品和服务|采购商品和服务|购买的商品和服务|外购商品与服务",
  ],
  ["category:2", "capital good|capital goods|capex", "资本货物|资本商品|固定资产"],
  [
    "category:3",
    "fuel and energy related activity|fuel and energy related activities|fuel and energy related|fera",
    "燃料和能源相关活动|燃料与能源相关活动|燃料和能源相关",
  ],
  [
    "category:4",
    "upstream transportation and distribution|upstream transport|upstream transportation|inbound logistic|inbound freight",
    "上游运输和配送|上游运输|上游运输与配送|上游运输及配送|上游物流",
  ],
  [
    "category:5",
    "waste|waste generated in operation|waste generated in operations|waste disposal",
    "运营中产生的废弃物|废弃物|废物|运营废弃物|固废",
  ],
  ["category:6", "business travel|travel", "商务差旅|差旅|商务旅行|员工差旅|出差"],
  ["category:7", "employee commuting|commuting", "员工通勤|通勤|雇员通勤"],
  ["category:8", "upstream leased asset|upstream leased assets", "上游租赁资产"],
  [
    "category:9",
    "downstream transportation and distribution|downstream transport|downstream transportation|outbound logistic",
    "下游运输和配送|下游运输|下游运输与配送|下游运输及配送|下游物流",
  ],
  ["category:10", "processing of sold product|processing of sold products", "售出产品的加工"],
  ["category:11", "use of sold product|use of sold products", "售出产品的使用"],
  [
    "category:12",
    "end of life treatment of sold product|end of life treatment|end of life",
    "售出产品的报废处理|售出产品报废",
  ],
  ["category:13", "downstream leased asset|downstream leased assets", "下游租赁资产"],
  ["category:14", "franchise", "特许经营"],
  ["category:15", "investment", "投资"],
];
