import { messages } from "../../message/message.ts";

/** The published figures that intervals are held against. */
export const counterparts = messages("coverage", {
  otherEdition: { en: "the other edition of the Global Carbon Budget", zh: "全球碳收支的另一版" },
  otherEditionHeldOut: {
    en: "the other edition of the Global Carbon Budget, each year by revisions more than five years away",
    zh: "全球碳收支的另一版（每年只用相隔五年以上的修订）",
  },
  lastCommonYear: {
    en: "the same in the last year that both editions have",
    zh: "同上，仅两版共有的最后一年",
  },
  residentTables: {
    en: "the tables of WIOD with the JRC's accounts (by residents)",
    zh: "WIOD 表配 JRC 账户（按常住单位统计）",
  },
  ceds: { en: "CEDS", zh: "CEDS" },
  budgetAndEdgar: { en: "the Global Carbon Budget with EDGAR 2024", zh: "全球碳收支与 EDGAR 2024 之和" },
  reported: { en: "totals reported to the UNFCCC", zh: "向 UNFCCC 报告的总量" },
  editionOf2025: { en: "the Global Carbon Budget 2025", zh: "《全球碳收支2025》" },
  editionOf2024: { en: "the Global Carbon Budget 2024", zh: "《全球碳收支2024》" },
  modelLeftOut: { en: "the model that was left out", zh: "被留出的模型" },
  caseLeftOut: {
    en: "the known table of 2011, by the errors of the other cases",
    zh: "2011 年的实际表（误差取自其他案例）",
  },
  carbonBudget: { en: "the Global Carbon Budget", zh: "全球碳收支" },
  refinement: { en: "default values of the 2019 Refinement", zh: "2019 年修订版的缺省值" },
});

export type Counterpart = keyof typeof counterparts;

/** Published figures of one kind that an interval was held against, and how many of them lie inside. */
export interface CoverageTest {
  readonly against: Counterpart;
  readonly inside: number;
  readonly of: number;
}
