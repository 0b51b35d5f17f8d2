import { type Message, messages } from "../../message/message.ts";
import type { AccountKind } from "../account-shapes.ts";
import type { ReportStandard } from "./report.ts";

/** What the fields are called. */
export const fieldLabels = messages("account.fields", {
  organisation: { en: "Reporting organisation", zh: "报告组织" },
  responsible: { en: "Person or unit responsible for the report", zh: "报告负责人或部门" },
  approach: {
    en: "Organisational boundary and consolidation approach",
    zh: "组织边界与合并方法",
  },
  operations: {
    en: "Operational boundary: scopes and categories covered",
    zh: "运营边界：涵盖的范围与类别",
  },
  significance: {
    en: "Criteria for significant indirect emissions",
    zh: "重要间接排放的判定准则",
  },
  period: { en: "Reporting period", zh: "报告期" },
  scope1: { en: "Scope 1 emissions", zh: "范围一排放" },
  scope2Location: { en: "Scope 2 emissions, location-based", zh: "范围二排放（基于位置）" },
  scope2Market: { en: "Scope 2 emissions, market-based", zh: "范围二排放（基于市场）" },
  scope3: { en: "Scope 3 emissions by category", zh: "范围三排放（按类别）" },
  total: { en: "Total", zh: "合计" },
  gases: {
    en: "Each gas separately (CO2, CH4, N2O, HFCs, PFCs, SF6, NF3)",
    zh: "各种气体分别的排放（CO2、CH4、N2O、HFCs、PFCs、SF6、NF3）",
  },
  metric: { en: "Metric of CO2 equivalents", zh: "二氧化碳当量的度量" },
  biogenic: { en: "Biogenic CO2, in no total", zh: "生物源 CO2（不计入合计）" },
  removals: { en: "Removals", zh: "清除量" },
  baseYear: { en: "Base year", zh: "基准年" },
  recalculation: { en: "Recalculation of the base year and its policy", zh: "基准年重新计算及其政策" },
  exclusions: { en: "Exclusions of sources, facilities or operations", zh: "排除的源、设施或业务" },
  methods: { en: "Quantification methods", zh: "量化方法" },
  factors: { en: "Sources of emission factors", zh: "排放因子来源" },
  uncertainty: { en: "Uncertainty", zh: "不确定性" },
  accordance: { en: "Statement of accordance with the standard", zh: "符合标准的声明" },
  verification: { en: "Verification and level of assurance", zh: "核查与保证等级" },
  product: { en: "Product", zh: "产品" },
  functionalUnit: { en: "Functional or declared unit", zh: "功能单位或声明单位" },
  systemBoundary: { en: "System boundary and life-cycle stages", zh: "系统边界与生命周期阶段" },
  stages: { en: "Emissions by life-cycle stage", zh: "各生命周期阶段的排放" },
  climateKinds: {
    en: "Fossil, biogenic, land-use change and aircraft emissions separately",
    zh: "化石源、生物源、土地利用变化与航空排放分别列出",
  },
  cutOff: { en: "Cut-off criteria and what was cut off", zh: "取舍准则与被舍去的内容" },
  allocation: { en: "Allocation procedures", zh: "分配程序" },
  electricity: { en: "Treatment of electricity", zh: "电力的处理" },
  dataQuality: { en: "Data quality", zh: "数据质量" },
  interpretation: { en: "Interpretation, conclusions and limitations", zh: "解释、结论与局限" },
  territory: { en: "Territory", zh: "地域" },
  categories: { en: "Emissions by category", zh: "各类别的排放" },
  tiers: { en: "Tiers and methods", zh: "方法层级与方法" },
  completeness: {
    en: "Completeness: categories not estimated (NE) or included elsewhere (IE)",
    zh: "完整性：未估算（NE）或列于他处（IE）的类别",
  },
  memo: { en: "Memo items: international bunkers, CO2 from biomass", zh: "备忘项：国际燃料舱、生物质 CO2" },
  keyCategories: { en: "Key categories", zh: "关键类别" },
  qualityControl: { en: "Quality assurance and control", zh: "质量保证与质量控制" },
});
export type FieldKey = keyof typeof fieldLabels;

/** What the standards are called, with the clause that asks. */
const names = messages("account.standards", {
  ghgProtocol: {
    en: "GHG Protocol, A Corporate Accounting and Reporting Standard, revised edition (2004), chapter 9; Scope 2 Guidance (2015)",
    zh: "GHG Protocol《企业核算与报告标准》修订版（2004）第9章；《范围二指南》（2015）",
  },
  iso14064: { en: "ISO 14064-1:2018, 9.3", zh: "ISO 14064-1:2018 第9.3条" },
  iso14067: { en: "ISO 14067:2018, clause 7", zh: "ISO 14067:2018 第7章" },
  ipcc: {
    en: "2006 IPCC Guidelines for National Greenhouse Gas Inventories, volume 1, chapter 8",
    zh: "《2006年 IPCC 国家温室气体清单指南》第1卷第8章",
  },
});

interface AskedBy {
  readonly name: () => Message;
  readonly kinds: readonly AccountKind[];
  readonly fields: readonly FieldKey[];
}

/** The fields that each standard asks for, in its order. Texts are our own. */
export const askedFields: Readonly<Record<ReportStandard, AskedBy>> = {
  "ghg-protocol": {
    name: names.ghgProtocol,
    kinds: ["company"],
    fields: [
      "organisation",
      "approach",
      "operations",
      "period",
      "scope1",
      "scope2Location",
      "scope2Market",
      "scope3",
      "total",
      "gases",
      "metric",
      "biogenic",
      "baseYear",
      "recalculation",
      "methods",
      "factors",
      "exclusions",
      "uncertainty",
      "verification",
    ],
  },
  "iso-14064-1": {
    name: names.iso14064,
    kinds: ["company"],
    fields: [
      "organisation",
      "responsible",
      "period",
      "approach",
      "operations",
      "significance",
      "scope1",
      "gases",
      "biogenic",
      "removals",
      "exclusions",
      "scope2Location",
      "scope2Market",
      "scope3",
      "total",
      "baseYear",
      "recalculation",
      "methods",
      "factors",
      "uncertainty",
      "accordance",
      "verification",
      "metric",
    ],
  },
  "iso-14067": {
    name: names.iso14067,
    kinds: ["product"],
    fields: [
      "organisation",
      "product",
      "functionalUnit",
      "systemBoundary",
      "period",
      "total",
      "stages",
      "climateKinds",
      "biogenic",
      "metric",
      "gases",
      "cutOff",
      "allocation",
      "electricity",
      "methods",
      "factors",
      "dataQuality",
      "exclusions",
      "uncertainty",
      "interpretation",
      "verification",
    ],
  },
  ipcc: {
    name: names.ipcc,
    kinds: ["inventory"],
    fields: [
      "organisation",
      "territory",
      "period",
      "total",
      "categories",
      "gases",
      "metric",
      "memo",
      "biogenic",
      "tiers",
      "factors",
      "completeness",
      "keyCategories",
      "recalculation",
      "uncertainty",
      "qualityControl",
    ],
  },
};

/** The standard of a kind of account where none is asked for. */
export const usualStandards: Readonly<Record<AccountKind, ReportStandard>> = {
  company: "ghg-protocol",
  product: "iso-14067",
  inventory: "ipcc",
};
