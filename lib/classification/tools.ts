import { z } from "zod";
import type { Text } from "../message/message.ts";
import { sentenceOut } from "../tool/outcome.ts";
import { recordTable } from "../tool/record-table.ts";
import { numberColumn, type TableDeclaration, textColumn } from "../tool/table.ts";
import { defineTool } from "../tool/tool.ts";
import { yearIn } from "../tool/year.ts";
import { findCategory, isLulucf, lineage, memoCategories } from "./categories.ts";
import { checkConcordance, concordanceRowShape, regroup } from "./concordance.ts";
import { countriesInYear } from "./former-countries.ts";
import { afterLastChange, findGroup, groupsOf, membersOf, notYet } from "./groups.ts";

const classificationCategory = defineTool({
  name: "classification.category",
  title: { en: "Look up a category of the IPCC", zh: "查询 IPCC 类别" },
  summary: {
    en: "Title, place in the tree, and the codes in the common reporting tables and in EDGAR.",
    zh: "给出类别名称、上下级关系，以及在通用报告表（CRT）和 EDGAR 中的代码。",
  },
  input: z.object({ code: z.string().describe("e.g. 1.A.1.a or 1A1a") }),
  output: z.object({
    code: z.string(),
    title: z.string(),
    above: z.array(z.object({ code: z.string(), title: z.string() })).describe("The nearest first"),
    below: z.array(z.string()),
    crt: z.string().nullable(),
    edgar: z.string().nullable(),
    lulucf: z.boolean(),
    memo: z.boolean(),
  }),
  assumptions: [
    "Codes are those of the 2006 Guidelines; the common reporting tables number agriculture 3, land 4 and waste 5.",
  ],
  references: ["IPCC 2006 Guidelines, Vol 1 Ch 8, Table 8.2; decision 5/CMA.3, annex I."],
  run({ code }) {
    const { children, title, crt, edgar, code: found } = findCategory(code);
    const above = lineage(found).slice(1);
    return {
      code: found,
      title,
      above: above.map((category) => ({ code: category.code, title: category.title })),
      below: [...children],
      crt,
      edgar,
      lulucf: isLulucf(found),
      memo: memoCategories.has(found),
    };
  },
});

const classificationMembers = defineTool({
  name: "classification.members",
  title: { en: "Members of a group of countries in a year", zh: "国家组在某年的成员" },
  summary: {
    en: "The ISO codes of a group (EU, EU27, Annex I, OECD, BRICS, G20, …) at the end of a year, and what the group leaves open.",
    zh: "某国家组（欧盟、附件一、OECD、金砖国家、G20 等）在年末的成员 ISO 代码及说明。",
  },
  input: z.object({ group: z.string(), year: yearIn }),
  output: z.object({
    group: z.string(),
    title: z.string(),
    year: yearIn,
    members: z.array(z.string()),
    note: sentenceOut,
  }),
  assumptions: ["Whoever is a member at the end of a year is one in that year."],
  references: ["Treaties and decisions of the groups; UNFCCC, Annex I and II as amended."],
  run({ group, year }) {
    const { name, title, note } = findGroup(group);
    return {
      group: name,
      title,
      year,
      members: membersOf(name, year),
      note: notYet(name, year) ?? afterLastChange(year) ?? note,
    };
  },
});

const classificationCountry = defineTool({
  name: "classification.country",
  title: { en: "Groups and successors of a country", zh: "国家所属组别与继承国" },
  summary: {
    en: "The countries that an ISO code denotes in a year, and the groups to which it belongs.",
    zh: "某 ISO 代码在某年由哪些国家代表，以及所属的国家组。",
  },
  input: z.object({ iso3: z.string().length(3), year: yearIn }),
  output: z.object({ iso3: z.string(), year: yearIn, countries: z.array(z.string()), groups: z.array(z.string()) }),
  assumptions: ["A country that ended stands for itself up to its last whole year, then its successors do."],
  references: ["ISO 3166-1 and 3166-3."],
  run: ({ iso3, year }) => ({ iso3, year, countries: countriesInYear(iso3, year), groups: groupsOf(iso3, year) }),
});

/** Values by code, one row per value. */
function codeTable<Field extends string>(description: Text, field: Field): TableDeclaration {
  const columns = {
    code: textColumn({ en: "The code.", zh: "代码。" }),
    value: numberColumn({ en: "Its value.", zh: "该代码的数值。" }),
  };
  return recordTable(description, columns, (output: Readonly<Record<Field, Readonly<Record<string, number>>>>) =>
    Object.entries(output[field]).map(([code, value]) => ({ code, value })),
  );
}

const classificationRegroup = defineTool({
  name: "classification.regroup",
  title: { en: "Carry values over a concordance", zh: "按对照表转换分类" },
  summary: {
    en: "Values by code in another classification; shares are checked, and what finds no place is named.",
    zh: "按份额把数值转换到另一分类；检查份额之和，并列出无法归类的代码。",
  },
  input: z.object({
    concordance: z.array(concordanceRowShape),
    values: z.record(z.string(), z.number()),
    name: z.string().default("concordance"),
  }),
  output: z.object({
    values: z.record(z.string(), z.number()),
    unmatched: z.record(z.string(), z.number()),
    totalBefore: z.number(),
    totalAfter: z.number(),
    residual: z.number().meta({ provenance: "residual" }),
    problems: z.array(sentenceOut),
  }),
  tablesOut: {
    byCode: codeTable(
      { en: "Values by the codes of the other classification.", zh: "按另一分类代码的数值。" },
      "values",
    ),
    withoutPlace: codeTable(
      { en: "What found no place, by its own codes.", zh: "无法归类的数值，按原代码。" },
      "unmatched",
    ),
  },
  formula: "y_to = Σ share × x_from.",
  assumptions: ["Shares of a code sum to 1 where nothing is to be lost."],
  references: ["IPCC 2006 Guidelines, Vol 1 Ch 8: concordances are documented with their shares."],
  run({ concordance: rows, values, name }) {
    const concordance = { name, rows };
    const { values: regrouped, unmatched, ...sums } = regroup(concordance, new Map(Object.entries(values)));
    return {
      values: Object.fromEntries(regrouped),
      unmatched: Object.fromEntries(unmatched),
      ...sums,
      problems: checkConcordance(concordance),
    };
  },
});

/** Regions, categories and concordances. */
export const classification = {
  category: classificationCategory,
  members: classificationMembers,
  country: classificationCountry,
  regroup: classificationRegroup,
};
