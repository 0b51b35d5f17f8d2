import { read, utils } from "@e965/xlsx";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { compareAccounts } from "../../../lib/account/comparison/compare-accounts.ts";
import { accountReport } from "../../../lib/account/report/account-report.ts";
import { reportPage } from "../../../lib/account/report/report-page.ts";
import { reportWorkbook } from "../../../lib/account/report/report-workbook.ts";
import { madeAccount, type ShortLine } from "./made-account.ts";
import { sumOfFormula } from "./sum-of-formula.ts";

const lines: ShortLine[] = [
  { name: "Diesel", amount: 1200, factor: 0.00268, unit: "l", site: "Works <b>1</b>" },
  { name: "=HYPERLINK(1)", amount: 30, factor: 0.002, category: "1.A.1" },
  { name: "Power", amount: 52_000, factor: 0.0004, market: 0.0001, scope: "2" },
  { name: "Flights", amount: 9000, factor: 0.00018, unit: "km", scope: "3", category: "6" },
  { name: "Hotels", amount: 12, factor: 0.01, unit: "night", scope: "3", category: "6" },
  { name: "Steel", amount: 2, factor: 1.9, unit: "t", scope: "3", category: "1" },
  { name: "Mystery & sons", amount: 7, factor: null },
];
const account = madeAccount(lines);
const english = { tag: "en" };
const chinese = { tag: "zh-CN" };
const bookOf = (report: Parameters<typeof reportWorkbook>[0]) =>
  read(reportWorkbook(report), { type: "array", cellFormula: true });

describe.each([english, chinese])("The workbook of a report in $tag", (language) => {
  const report = accountReport(account, language);
  const { Sheets, SheetNames } = bookOf(report);
  const summary = Sheets[SheetNames[0]!]!;
  const rows = utils.sheet_to_json<unknown[]>(summary, { header: 1, defval: null, blankrows: true });
  const from = rows.findIndex(([first]) => first === report.words.total) + 1;

  test("sums to its own totals by formulas over the lines", () => {
    expect(report.totals.length).toBe(7);
    report.totals.forEach(({ label, value }, i) => {
      const cell = summary[utils.encode_cell({ r: from + i, c: 1 })];
      expect([rows[from + i]![0], cell.v]).toEqual([label, value]);
      // Sums in another order differ by the rounding of doubles.
      expect(sumOfFormula(cell.f, Sheets) / value!).toBeCloseTo(1, 12);
    });
  });

  test("has every line, with its row, what it was taken for, the factor and its source", () => {
    const found = utils.sheet_to_json<Record<string, unknown>>(Sheets[SheetNames[1]!]!, { header: 1 }).slice(1);
    expect(found.map((row) => row[1])).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(Object.values(found[0]!)).toEqual(
      expect.arrayContaining(["Diesel", 1200, "l", "Factor of Diesel", 0.00268, "Made-up table, 2024", 1]),
    );
    const hostile = Object.values(Sheets[SheetNames[1]!]!).filter((cell) => cell?.v === "=HYPERLINK(1)");
    expect(hostile).toMatchObject([{ t: "s" }]);
    expect(hostile[0].f).toBeUndefined();
  });

  test("has sheets of factors, rows left out, method and what is not covered", () => {
    const textOf = (at: number) => utils.sheet_to_csv(Sheets[SheetNames[at]!]!);
    expect(SheetNames).toEqual(
      language === english
        ? ["Summary", "Lines", "Factors", "Left out", "Method", "Not covered"]
        : ["摘要", "明细", "因子", "未采用", "方法", "不涵盖"],
    );
    expect(textOf(2).match(/Factor of Flights/g)).toHaveLength(1);
    expect(textOf(3)).toContain("The head of the table.");
    expect(textOf(4)).toContain("Amount times factor.");
    expect(textOf(5)).toMatch(/Refrigerants\.[\s\S]*Mystery & sons/);
  });
});

describe("A report", () => {
  test("says of each field of its standard what it knows, what a person stated, or that nobody has", () => {
    const statements = new Map([
      ["organisation", "Works Ltd"],
      ["approach", "operational control"],
    ]);
    const report = accountReport(account, english, { statements });
    const stated = (key: string) => report.fields.find((field) => field.key === key)?.value;
    expect(report.title).toBe("Works Ltd: Greenhouse gas account of a company, 2024");
    expect(report.standard).toContain("chapter 9");
    expect(stated("approach")).toBe("operational control");
    expect(stated("baseYear")).toBe("not stated");
    expect(stated("gases")).toBe("not stated");
    const label = { code: "x.product", texts: { en: "Cradle to gate, for 1 item", zh: "每 1 item" }, values: {} };
    const product = {
      ...account,
      kind: "product" as const,
      totals: [{ ...account.totals[0]!, key: "product", label }],
    };
    const unit = accountReport(product, english).fields.find(({ key }) => key === "functionalUnit");
    expect(unit).toMatchObject({ value: "Cradle to gate, for 1 item", isStated: true });
    const gases = [
      { gas: "CH4 fossil", mass: 2, co2e: 60 },
      { gas: "CO2e", mass: null, co2e: 5 },
    ];
    const byGas = accountReport({ ...account, gases }, english).fields.find(({ key }) => key === "gases")?.value;
    expect(byGas).toMatch(/CH4 fossil: 2 t, 60.t.CO₂e[\s\S]*Not split by gas.*: 5.t.CO₂e/);
    expect(stated("scope3")).toBe(
      "Total of scope3: 5.5\u00a0t CO₂e (AR5 GWP100)\nTotal of scope3.6: 1.7\u00a0t CO₂e (AR5 GWP100)",
    );
    const iso = accountReport(account, chinese, { standard: "iso-14064-1" });
    expect(iso.standard).toBe("ISO 14064-1:2018 第9.3条");
    expect(iso.fields.find(({ key }) => key === "verification")).toMatchObject({ value: "未说明", isStated: false });
  });

  test("gives a total that is no plain sum of its lines as a value, not as a formula", () => {
    const [main, ...others] = account.totals;
    const report = accountReport({ ...account, totals: [{ ...main!, value: 1 }, ...others] }, english);
    expect(report.totals[0]!.sum).toBeNull();
    expect(bookOf(report).Sheets.Summary!.B6).toMatchObject({ v: 1 });
    expect(bookOf(report).Sheets.Summary!.B6.f).toBeUndefined();
  });

  test("sums categories with those below them, and none that only begins alike", () => {
    const categories = ["1.A.1", "1.A.1.a", "1.A.10"].map(
      (category, i): ShortLine => ({ name: category, amount: 10 ** i, factor: 1, category }),
    );
    const made = madeAccount(categories);
    const totals = [{ ...made.totals[0]!, key: "1.A.1", value: 11 }];
    const report = accountReport({ ...made, kind: "inventory", totals }, english);
    expect(bookOf(report).Sheets.Summary!.B6.f).toMatch(/"1\.A\.1"\)\+SUMIFS\(.*"1\.A\.1\.\*"\)$/);
  });

  test("has the changes since an earlier year", () => {
    const before = madeAccount([{ name: "Diesel", amount: 1000, factor: 0.0027, unit: "l" }], 2023);
    const report = accountReport(account, english, { comparison: compareAccounts(before, account) });
    const text = utils.sheet_to_csv(bookOf(report).Sheets.Changes!);
    expect(text).toContain("From 2023 to 2024 emissions changed by");
    expect(text).toMatch(/Diesel,.*2023 only/);
  });

  test.each([english, chinese])(
    "is a page in $tag without script, without address, with every text escaped",
    (language) => {
      const page = reportPage(accountReport(account, language));
      const { document } = parseHTML(page);
      expect(document.documentElement.lang).toBe(language.tag);
      expect(document.querySelectorAll("script, link, img, iframe, b, [src], [href]")).toHaveLength(0);
      expect(page).not.toMatch(/https?:|url\(|@import/);
      expect(page).toContain("Works &lt;b&gt;1&lt;/b&gt;");
      expect(document.querySelector("#lines tbody")!.children).toHaveLength(7);
      // Twenty columns of a sheet are ten of a page, and no datum is lost.
      expect(document.querySelectorAll("#lines thead th").length).toBeLessThanOrEqual(10);
      const { columns, rows } = accountReport(account, language).sections[0]!.tables[0]!;
      const source = columns.findIndex(({ key }) => key === "source");
      expect(document.querySelector("#lines tbody tr small")).not.toBeNull();
      expect(document.querySelector("#lines tbody")!.textContent).toContain(String(rows[0]![source]));
      expect(document.querySelector("#notCovered")!.textContent).toContain("Mystery & sons");
      expect(page).toContain("@page across { size: A4 landscape");
    },
  );

  test("is the same, to the byte, when it is made again", () => {
    const make = () => accountReport(madeAccount(lines), english);
    expect(reportWorkbook(make())).toEqual(reportWorkbook(make()));
    expect(reportPage(make())).toBe(reportPage(make()));
  });
});
