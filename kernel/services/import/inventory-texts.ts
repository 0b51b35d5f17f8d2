import { messages } from "../../../lib/message/message.ts";

/** Sentences of the catalogue about an imported inventory. */
export const inventoryTexts = messages("imported.inventory", {
  origin: {
    en: "Read as {format} from {files} on {date}. It is kept in this browser only; pages that are built, saved or shared do not carry it.",
    zh: "于 {date} 以 {format} 格式从 {files} 读入。仅保存在此浏览器中；构建、保存或分享的页面不含这些数据。",
  },
  licence: { en: "as its files state: {licence}", zh: "文件所述：{licence}" },
  noLicence: {
    en: "not stated in its files; the terms under which you obtained it hold",
    zh: "文件中未说明；以您取得数据时的条款为准",
  },
  ofRow: { en: "that of its row", zh: "同一行的单位" },
  ofIndicator: { en: "that of the indicator per unit of the flow", zh: "每单位流的指标单位" },
});

const { title, format, terms, counted } = messages("imported.inventoryTable", {
  title: { en: "Title", zh: "标题" },
  format: { en: "Format of its files", zh: "文件格式" },
  terms: { en: "Terms of use, as its files state them", zh: "文件所述的使用条款" },
  counted: { en: "How many there are", zh: "数量" },
});

const { id, name, location, year, category, stage, comment } = messages("imported.activities", {
  id: { en: "Id", zh: "标识" },
  name: { en: "Name", zh: "名称" },
  location: { en: "Code of the place", zh: "地点代码" },
  year: { en: "First or last year for which the data hold", zh: "数据适用的起止年份" },
  category: { en: "Classification in the source", zh: "来源中的分类" },
  stage: { en: "Stage of the life cycle", zh: "生命周期阶段" },
  comment: { en: "Comment", zh: "说明" },
});

const { unit, waste, compartment, cas } = messages("imported.flows", {
  unit: { en: "Unit of its amounts", zh: "数量的单位" },
  waste: { en: "1 for a waste", zh: "1 表示废物" },
  compartment: { en: "Path of the compartment", zh: "环境介质路径" },
  cas: { en: "CAS number", zh: "CAS 号" },
});

const { activity, type, flow, amount, provider } = messages("imported.exchanges", {
  activity: { en: "Activity, position from 0", zh: "活动（序号从 0 起）" },
  type: { en: "Production, technosphere, substitution or biosphere", zh: "产出、技术圈、替代或生物圈" },
  flow: {
    en: "Product, or elementary flow of a biosphere exchange, position from 0",
    zh: "产品，生物圈交换为基本流（序号从 0 起）",
  },
  amount: { en: "Amount, with the sign of the source", zh: "数量（符号同来源）" },
  provider: {
    en: "Activity that provides it, position from 0; -1 if not stated",
    zh: "提供活动（序号从 0 起）；-1 表示未注明",
  },
});

const { exchange, law, formula, mass, energy, price, share, reference, only } = messages("imported.details", {
  exchange: { en: "Exchange, position from 0", zh: "交换（序号从 0 起）" },
  law: {
    en: "Distribution of its size as JSON; undefined if the source states none",
    zh: "数量的分布（JSON）；undefined 表示来源未说明",
  },
  formula: { en: "Formula over the parameters", zh: "以参数表示的公式" },
  mass: { en: "Mass per unit of the product", zh: "单位产品的质量" },
  energy: { en: "Net calorific value per unit of the product", zh: "单位产品的净热值" },
  price: { en: "Price per unit of the product", zh: "单位产品的价格" },
  share: { en: "Stated share of the activity's burdens", zh: "所给的分配份额" },
  reference: { en: "1 for the reference product", zh: "1 表示参考产品" },
  only: { en: "Product to whose part it belongs, position from 0", zh: "所属产品（序号从 0 起）" },
});

const { value, holds } = messages("imported.parameters", {
  value: { en: "Value", zh: "数值" },
  holds: { en: "Activity within which it holds, position from 0", zh: "适用的活动（序号从 0 起）" },
});

const { method, code, indicatorName, indicatorUnit } = messages("imported.indicators", {
  method: { en: "Impact method", zh: "影响评价方法" },
  code: { en: "Code by which tools name the indicator", zh: "工具中使用的指标代码" },
  indicatorName: { en: "Name in the files", zh: "文件中的名称" },
  indicatorUnit: { en: "Unit of the score", zh: "结果的单位" },
});

const factor = messages("imported.factors", {
  indicator: { en: "Indicator, position from 0", zh: "指标（序号从 0 起）" },
  flowId: { en: "Id of the elementary flow in the files", zh: "文件中基本流的标识" },
  flow: { en: "Name of the elementary flow", zh: "基本流名称" },
  compartment: {
    en: "Path of the compartment; empty if the flow is found by its id alone",
    zh: "环境介质路径；为空时只按标识匹配",
  },
  unit: { en: "Unit of the flow", zh: "流的单位" },
  value: { en: "Factor per unit of the flow", zh: "每单位流的因子" },
  location: { en: "Place for which it holds; none: the whole world", zh: "适用的地点；为空表示全球" },
});

/** What each column of each dataset means. */
export const columnTexts = {
  inventory: {
    title,
    format,
    licence: terms,
    activities: counted,
    products: counted,
    elementary_flows: counted,
    exchanges: counted,
    exchange_details: counted,
    parameters: counted,
    impact_indicators: counted,
    impact_factors: counted,
  },
  activities: { id, name, location, first_year: year, last_year: year, category, stage, comment },
  products: { id, name, unit, waste },
  flows: { id, name, compartment, unit, cas },
  exchanges: { activity, type, flow, amount, provider },
  details: { exchange, law, formula, mass, energy, price, share, reference, only, comment },
  parameters: { name, value, formula, activity: holds, unit, law },
  indicators: { method, code, name: indicatorName, unit: indicatorUnit },
  factors: {
    indicator: factor.indicator,
    flow_id: factor.flowId,
    flow: factor.flow,
    compartment: factor.compartment,
    cas,
    unit: factor.unit,
    value: factor.value,
    location: factor.location,
  },
};
