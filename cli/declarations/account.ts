import type { CommandDeclaration } from "./declaration.ts";
import { json } from "./reporting.ts";

/** `yuheng account`. */
export const account = {
  summary: "make the account of a company, a product or an inventory from workbooks and tables",
  description:
    "Reads workbooks (XLSX, XLS, ODS) and tables (CSV, TSV) as people keep them, finds a factor with its source for each line, and computes the account: scopes of a company, the footprint of a product, the categories of an inventory. Every row of the files is a line or is left out with its reason. Several files are one account. --draft-mapping writes what each line was taken for as a file to edit; --mapping uses it, also for next year's file.",
  operands: [
    { name: "FILE", many: true, completes: "files", missing: "Which files? Name workbooks or tables with amounts." },
  ],
  options: {
    kind: {
      type: "choice",
      of: ["company", "product", "inventory"],
      hint: "KIND",
      summary: "company, product or inventory; found by the lines if left out",
    },
    sheet: {
      type: "text",
      many: true,
      hint: "NAME",
      summary: "a sheet to read, may be given several times; those with lines if left out",
    },
    mapping: {
      type: "text",
      hint: "FILE",
      completes: "files",
      summary:
        "what lines stand for, as settled before; FILE.mapping.json beside the data, or that of another year, if left out",
    },
    "draft-mapping": {
      type: "text",
      hint: "FILE",
      completes: "files",
      summary: "writes what each line was taken for, to be edited and given as --mapping; no file is written over",
    },
    year: { type: "number", positive: true, hint: "YEAR", summary: "of the account; that of most lines if left out" },
    region: {
      type: "text",
      hint: "PLACE",
      summary: "of lines without one: a name (Germany) or a code of ISO 3166 (DEU, CN-GD)",
    },
    before: {
      type: "text",
      hint: "FILE",
      many: true,
      completes: "files",
      summary: "a file of an earlier year; the report then has the changes",
    },
    "before-year": { type: "number", positive: true, hint: "YEAR", summary: "the year of the files of --before" },
    standard: {
      type: "choice",
      of: ["ghg-protocol", "iso-14064-1", "iso-14067", "ipcc"],
      hint: "NAME",
      summary: "by whose fields the report is made; that of the kind if left out",
    },
    state: {
      type: "text",
      many: true,
      hint: "FIELD=TEXT",
      summary: 'fills in a field of the report: organisation="Works Ltd", approach, baseYear, …',
    },
    language: {
      type: "choice",
      of: ["en", "zh-CN"],
      default: "en",
      hint: "TAG",
      summary: "of all texts: en or zh-CN",
    },
    out: {
      type: "text",
      short: "o",
      many: true,
      hint: "FILE",
      completes: "files",
      summary: "the report, as a workbook (.xlsx) or a page to print (.html); may be given several times",
    },
    json,
  },
  examples: [
    ["yuheng account energy-2024.xlsx --region DEU -o report.xlsx", "the account of a company, and its report"],
    ["yuheng account bill.csv --kind product -o footprint.html", "the footprint of a product, as a page to print"],
    ["yuheng account 2024.xlsx --before 2023.xlsx -o report.xlsx", "with what changed since the year before"],
    ["yuheng account energy.xlsx --draft-mapping energy.mapping.json", "what lines were taken for, to be corrected"],
  ],
  exits: { 0: "the account is made", 1: "it failed", 2: "wrong use, or a file or row that cannot be used" },
} as const satisfies CommandDeclaration;
