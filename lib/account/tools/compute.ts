import { scopeDatasets } from "../../company/shipped-factors.ts";
import { factorDatasets } from "../../factors/shipped-factors.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { siblingUnit } from "../../tool/unit.ts";
import { makeAccount } from "../account.ts";
import { type Account, accountShape } from "../account-shapes.ts";
import { placeDatasets } from "../matching/places.ts";
import { accountInput, requestOf } from "./account-input.ts";

export const accountDatasets = [...new Set([...factorDatasets, ...scopeDatasets, ...placeDatasets])];

export const accountCompute = defineTool({
  name: "account.compute",
  title: { en: "Account of the lines of a file", zh: "由文件的用量行生成核算" },
  summary: {
    en: "Matches lines of a file with activities and their factors, and makes them into the account of a company, a product or an inventory. Every line is shown with its factor, conversion and emissions; what is not known is asked for.",
    zh: "将文件的用量行与活动及其因子匹配，生成企业、产品或清单核算。每一行都列出所用因子、换算和排放量；不能确定的会提问。",
  },
  input: accountInput,
  output: accountShape,
  tablesOut: {
    byTotal: recordTable(
      { en: "The totals of the account, the main one first.", zh: "核算的各合计，主要的在前。" },
      {
        key: textColumn({ en: "Which total.", zh: "合计项。" }),
        value: numberColumn({ en: "The total, in `unit`.", zh: "合计值，单位见 `unit`。" }, siblingUnit),
        unit: textColumn({ en: "Its unit.", zh: "单位。" }),
        biogenicCo2: numberColumn(
          { en: "Of living matter, in no total.", zh: "生物源二氧化碳，不计入合计。" },
          "t CO2",
        ),
        lines: numberColumn({ en: "Lines that it sums.", zh: "所合计的行数。" }),
      },
      ({ totals }: Account) =>
        totals.map(({ key, value, unit, biogenicCo2, lines }) => ({ key, value, unit, biogenicCo2, lines })),
    ),
  },
  formula: "E = Σ amount × conversion × factor × GWP, as inventory.company computes it.",
  datasets: accountDatasets,
  assumptions: [
    "Gas that is billed by energy (kWh, therm, MMBtu) is taken by gross calorific value, of which 0.90 is net.",
    "Volumes of fuels are weighed by densities that follow from the factors of DESNZ.",
    "Credits, sold energy and negative amounts are not netted.",
  ],
  references: [
    "GHG Protocol, A Corporate Accounting and Reporting Standard, revised edition (2004)",
    "GHG Protocol, Scope 2 Guidance (2015)",
    "GHG Protocol, Corporate Value Chain (Scope 3) Accounting and Reporting Standard (2011)",
  ],
  run(input, { progress }, read) {
    return makeAccount(requestOf(input), input.kind, read, progress);
  },
});
