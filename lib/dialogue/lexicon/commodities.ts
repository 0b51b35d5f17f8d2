import { type Entry, entriesOf, type Forms } from "./entry.ts";

/**
 * Purchases by their words in the tables of spending: the forms are Chinese, because the tables are English and are searched by
 * the English words of a question themselves. The value is what is searched for.
 */
export const commodities: readonly Forms[] = [
  { value: "legal services", label: { en: "legal services", zh: "法律服务" }, forms: "法律服务|律师服务|法律咨询" },
  { value: "accounting", label: { en: "accounting", zh: "会计服务" }, forms: "会计|会计服务|审计|审计服务" },
  { value: "insurance", label: { en: "insurance", zh: "保险" }, forms: "保险|保险服务" },
  { value: "advertising", label: { en: "advertising", zh: "广告" }, forms: "广告|广告服务" },
  {
    value: "advertising agencies",
    label: { en: "advertising agencies", zh: "广告代理" },
    forms: "advertising agencies|advertising agency|ad agencies|广告代理|广告代理公司|广告公司",
  },
  {
    value: "air transportation",
    label: { en: "air transportation", zh: "航空运输" },
    forms:
      "flight tickets|plane tickets|air tickets|airline tickets|air travel|flights|航空运输|航空客运|机票|飞机票|坐飞机",
  },
  {
    value: "deep sea freight",
    label: { en: "deep sea freight", zh: "远洋货运" },
    forms: "deep sea freight|ocean freight|sea freight|远洋货运|海运|远洋运输",
  },
  {
    value: "long-distance, truckload",
    label: { en: "long-distance trucking, truckload", zh: "长途整车货运" },
    forms: "long distance trucking full truckload|long distance trucking|full truckload|长途整车货运|整车运输",
  },
  { value: "truck", label: { en: "truck transport", zh: "公路货运" }, forms: "公路货运|卡车运输|货车运输" },
  {
    // The casinos' hotels are another row.
    value: "hotels (except casino hotels) and motels",
    label: { en: "hotels", zh: "酒店" },
    forms: "酒店|酒店住宿|宾馆|hotels|hotel|hotel stays|hotel accommodation",
  },
  { value: "restaurants", label: { en: "restaurants", zh: "餐饮" }, forms: "餐饮|餐馆|餐厅" },
  { value: "software", label: { en: "software", zh: "软件" }, forms: "软件|软件服务" },
  { value: "telecommunications", label: { en: "telecommunications", zh: "电信" }, forms: "电信|电信服务|通信服务" },
  { value: "printing", label: { en: "printing", zh: "印刷" }, forms: "印刷|印刷服务" },
  { value: "furniture", label: { en: "furniture", zh: "家具" }, forms: "家具" },
  { value: "computer", label: { en: "computers", zh: "计算机" }, forms: "计算机|电脑|电子计算机" },
  { value: "primary aluminum", label: { en: "primary aluminum", zh: "原铝" }, forms: "原铝" },
  { value: "secondary aluminum", label: { en: "secondary aluminum", zh: "再生铝" }, forms: "再生铝" },
  { value: "cement", label: { en: "cement", zh: "水泥" }, forms: "水泥" },
  { value: "paint", label: { en: "paint", zh: "涂料" }, forms: "涂料|油漆" },
  { value: "fertilizer", label: { en: "fertilizer", zh: "化肥" }, forms: "化肥|肥料" },
  { value: "apparel", label: { en: "apparel", zh: "服装" }, forms: "服装|衣服" },
  {
    value: "environmental consulting",
    label: { en: "environmental consulting", zh: "环境咨询" },
    forms:
      "environmental consulting|environmental consulting services|environmental consultants|环境咨询|环境咨询服务|环保咨询",
  },
  {
    value: "management consulting",
    label: { en: "management consulting", zh: "管理咨询" },
    forms:
      "management consulting|management consultants|management consultancy|consultancy|consulting|consulting services|管理咨询|管理咨询公司|咨询公司|咨询|咨询服务",
  },
  {
    value: "surgical and medical instrument",
    label: { en: "surgical and medical instruments", zh: "外科与医疗器械" },
    forms:
      "surgical and medical instruments|medical instruments|surgical instruments|medical devices|外科和医疗器械|医疗器械|手术器械|医疗设备",
  },
  {
    value: "pharmaceutical",
    label: { en: "pharmaceuticals", zh: "药品" },
    forms: "pharmaceuticals|medicines|drugs|药品|药物|医药",
  },
  {
    value: "data processing",
    label: { en: "data processing and hosting", zh: "数据处理与托管" },
    forms: "cloud|cloud services|cloud computing|hosting|data centre services|云服务|云计算|数据中心服务",
  },
  { value: "taxi", label: { en: "taxis", zh: "出租车" }, forms: "taxi|taxis|taxi rides|出租车|打车|网约车" },
  { value: "education", label: { en: "education", zh: "教育" }, forms: "教育|教育服务" },
  { value: "hospitals", label: { en: "hospitals", zh: "医院" }, forms: "医院|医疗服务" },
  { value: "architectural", label: { en: "architectural services", zh: "建筑设计" }, forms: "建筑设计|建筑设计服务" },
  { value: "engineering services", label: { en: "engineering services", zh: "工程服务" }, forms: "工程服务|工程设计" },
];

export const commodityEntries: readonly Entry[] = entriesOf("commodity", commodities);
