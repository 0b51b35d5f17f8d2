import type { Text } from "../../message/message.ts";
import { type Entry, entriesOf, type Forms } from "./entry.ts";

/** Why a concept that the house knows by name has no answer here. */
export type Absence =
  | "forecast"
  | "invention"
  | "company"
  | "subnational"
  | "pollutant"
  | "time step"
  | "market"
  | "other";

/** A question beside it that can be answered; `{place}` is the place that was named, or the world. */
export const absenceNotes: Readonly<Record<Absence, Text>> = {
  forecast: {
    en: "The datasets hold what was measured, reported or modelled of past years; nothing here forecasts.",
    zh: "数据集只含过去年份的测量、报告或模型结果，这里不作预测。",
  },
  invention: {
    en: "Figures are computed from sources; none is invented.",
    zh: "数值均由来源数据计算，不会编造。",
  },
  company: {
    en: "There are no figures of single companies; the inventory of a company is computed from its own activity data with inventory.company.",
    zh: "没有单个企业的数据；企业清单可用其自身活动数据由 inventory.company 计算。",
  },
  subnational: {
    en: "The emissions here are of whole countries, not of states, provinces or cities.",
    zh: "这里的排放数据以国家为单位，不含州、省或城市。",
  },
  pollutant: {
    en: "The datasets are of greenhouse gases; other pollutants are not in them.",
    zh: "数据集只含温室气体，不含其他污染物。",
  },
  "time step": {
    en: "The series are annual; there are no months, quarters, weeks or days.",
    zh: "序列为年度数据，没有月、季、周或日数据。",
  },
  market: {
    en: "There are no prices of this market here.",
    zh: "这里没有该市场的价格。",
  },
  other: {
    en: "No dataset here has this.",
    zh: "现有数据集均不含该内容。",
  },
};

const absent = (absence: Absence, label: Text, forms: string): Forms => ({ value: absence, label, forms });

/** Concepts that people ask for and that no dataset here has. */
const absences: readonly Forms[] = [
  absent(
    "forecast",
    { en: "a forecast", zh: "预测" },
    "forecast|forecasts|predict|prediction|predicted|project|projection|projected|will be|going to be|future|in the future|outlook|extrapolate|expected|will emit|scenario for|预测|预计|预估|未来|将来|展望|预期|推测|将会|前景|外推",
  ),
  absent(
    "invention",
    { en: "an invented value", zh: "编造" },
    "invent|make up a|make up|fabricate|made up|just guess|guess|fake|pretend|random number|hallucinate|plausible number|ballpark without source|编|编造|编一个|捏造|虚构|随便|瞎猜|猜|猜一个|猜测|乱说|杜撰|随便给|造一个",
  ),
  absent(
    "company",
    { en: "a company", zh: "企业" },
    "inc|inc.|ltd|gmbh|corporation|corp|corp.|plc|company|companies|firm|apple inc|apple inc.|apple computer|google|alphabet|microsoft|amazon|amazon.com|tesla|toyota|volkswagen|bmw|shell|bp|exxon|exxonmobil|chevron|saudi aramco|aramco|gazprom|sinopec|petrochina|huawei|alibaba|tencent|baosteel|arcelormittal|tata steel|nestle|walmart|ikea|meta|facebook|nvidia|samsung|sony|siemens|basf|boeing|airbus|lufthansa|netflix|openai|coca cola|pepsi|byd|catl|holcim|heidelberg materials|公司|企业|苹果|苹果公司|谷歌|微软|亚马逊|亚马逊公司|特斯拉|丰田|大众汽车|壳牌|中石化|中石油|中国石化|中国石油|华为|阿里巴巴|阿里|腾讯|宝钢|宝武|宁德时代|比亚迪|沙特阿美|埃克森美孚|雀巢|沃尔玛|三星|西门子|英国石油|巴斯夫|集团公司",
  ),
  absent(
    "subnational",
    { en: "a state, province or city", zh: "州、省或城市" },
    "anhui|chongqing|fujian|gansu|guangxi|guizhou|hainan|heilongjiang|jiangxi|jilin|liaoning|ningxia|qinghai|shaanxi|tianjin|yunnan|安徽|安徽省|重庆|重庆省|福建|福建省|甘肃|甘肃省|广西|广西省|贵州|贵州省|海南|海南省|黑龙江|黑龙江省|湖北|湖北省|湖南|湖南省|江西|江西省|吉林|吉林省|辽宁|辽宁省|宁夏|宁夏省|青海|青海省|陕西|陕西省|云南|云南省|四川省|湖北省|河南省|湖南省|天津市|重庆市|california|texas|florida|new york|new york city|nyc|london|paris|berlin|tokyo|beijing|shanghai|shenzhen|guangzhou|guangdong|shandong|jiangsu|hebei|zhejiang|henan|sichuan|hubei|hunan|shanxi|inner mongolia|xinjiang|tibet|los angeles|chicago|houston|washington state|washington|illinois|ohio|pennsylvania|michigan|ontario|quebec|british columbia|alberta|bavaria|saxony|north rhine westphalia|catalonia|madrid|barcelona|scotland|wales|england|northern ireland|new south wales|queensland|sydney|melbourne|mumbai|delhi|new delhi|maharashtra|gujarat|tamil nadu|sao paulo|rio de janeiro|moscow|siberia|istanbul|cairo|lagos|jakarta|osaka|hokkaido|seoul|rome|vienna|amsterdam|munich|hamburg|province|provinces|city|cities|county|municipality|state of california|加利福尼亚|加利福尼亚州|加州|得克萨斯|得州|德州|德克萨斯州|佛罗里达|纽约|纽约市|纽约州|伦敦|巴黎|柏林|东京|北京|北京市|上海|上海市|深圳|广州|广东|广东省|山东|山东省|江苏|江苏省|河北|河北省|浙江|浙江省|河南|四川|四川省|湖北|湖南|山西|山西省|内蒙古|新疆|西藏|天津|重庆|武汉|成都|杭州|南京|苏格兰|威尔士|英格兰|安大略|魁北克|巴伐利亚|加泰罗尼亚|孟买|德里|新德里|圣保罗|莫斯科|西伯利亚|首尔|大阪|北海道|洛杉矶|芝加哥|悉尼|墨尔本|省|城市|市|州",
  ),
  absent(
    "pollutant",
    { en: "an air pollutant", zh: "大气污染物" },
    "so2|sulphur dioxide|sulfur dioxide|nox|nitrogen oxides|nitrogen oxide|no2|nitrogen dioxide|pm2.5|pm10|pm|particulate matter|particulates|black carbon|soot|carbon monoxide|co|ozone|voc|vocs|nmvoc|ammonia emissions|nh3|mercury|lead|dioxins|二氧化硫|氮氧化物|二氧化氮|细颗粒物|颗粒物|黑碳|一氧化碳|臭氧|挥发性有机物|汞|铅|二恶英|氨排放",
  ),
  absent(
    "time step",
    { en: "a part of a year", zh: "年内时段" },
    "monthly|per month|by month|quarterly|quarter of|weekly|daily|hourly|per day|a day|each day|each month|in january|june|july|in february|in march|in april|in may|in june|in july|in august|in september|in october|in november|in december|january|february|august|september|october|november|december|first quarter|second quarter|third quarter|fourth quarter|q1|q2|q3|q4|yesterday|today|last week|last month|this month|每月|月度|逐月|分月|季度|第一季度|第二季度|第三季度|第四季度|一季度|二季度|三季度|四季度|每周|每日|每天|逐日|逐时|小时|一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月|1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月|昨天|今天|上个月|本月|上周|月份",
  ),
  absent(
    "market",
    { en: "a market price", zh: "市场价格" },
    "ccer|ccers|vcs|verra|gold standard|offset price|carbon credit|carbon credits|credit|credits|eua|euas|eua price|eu ets|ets price|voluntary market|stock price|share price|electricity price|oil price|gas price|核证减排量|自愿减排|国家核证自愿减排量|碳信用|配额价格|股价|油价|电价|气价|碳汇交易",
  ),
  absent(
    "other",
    { en: "a matter that is not here", zh: "不在此处的内容" },
    "bio|biogenic|生物源|生物质源|biodiesel|bioethanol|biogas|hvo|renewable diesel|recycled|imperial|生物柴油|生物乙醇|再生|回收|write a speech|fiery speech|write a letter|write a poem|write an essay|write an article|write a story|write a song|compose a|translate this|slogan|写一篇|写首|写一首|写个段子|写个笑话|翻译|temperature|sea level|rainfall|precipitation|weather|biodiversity|water footprint|ecological footprint|water use|happiness|life expectancy|inflation|unemployment|election|president|capital of|football|recipe|joke|poem|opinion|religion|policy|policies|target|targets|pledge|pledges|ndc|net zero|peak oil|aviation|shipping|bunkers|bunker fuels|household survey|households|household|household sector|家庭|住户|居民户|居民部门|plastic|deforestation rate|温度|气温|海平面|降水|降雨|天气|生物多样性|水足迹|生态足迹|幸福|寿命|通胀|失业|选举|总统|首都|足球|食谱|笑话|诗|观点|宗教|政策|目标|承诺|国家自主贡献|净零|航空|航运",
  ),
];

export const absentEntries: readonly Entry[] = entriesOf("absent", absences);
