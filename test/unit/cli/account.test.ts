import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shapes } from "../../../cli/json/shapes.ts";
import { mappingShape } from "../../../lib/account/mapping-shape.ts";
import { workbookBytes } from "../../../lib/files/workbook/workbook-writer.ts";
import { yuheng } from "./yuheng.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuheng-account-"));
  const bill = [
    ["Material", "Quantity", "Unit"],
    ["Steel sheet", 2.5, "kg"],
    ["Aluminium", 0.4, "kg"],
    ["Unobtainium <b>", 1, "kg"],
  ];
  writeFileSync(join(folder, "bill.xlsx"), workbookBytes([{ name: "Parts", rows: bill }]));
  writeFileSync(join(folder, "more.csv"), "Material,Quantity,Unit\nPolypropylene,0.8,kg\n");
  writeFileSync(join(folder, "before.csv"), "Material,Quantity,Unit\nSteel sheet,5,kg\nAluminium,0.4,kg\n");
  writeFileSync(join(folder, "broken.xlsx"), "PK\u0003\u0004 no workbook");
  writeFileSync(join(folder, "wrong.json"), '{"entries": 3}');
  writeFileSync(
    join(folder, "entry.json"),
    '{"entries": [{"name": ""}, {"name": "Aluminium", "skip": "of the supplier"}]}',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const product = ["--kind", "product", "--year", "2024"];
const run = (...args: string[]) => yuheng(["account", ...args], "", folder);

describe("yuheng account", { timeout: 240_000 }, () => {
  test("makes one account of several files: each row is in lines or left out, and says its file", async () => {
    const { code, out, err } = await run("bill.xlsx", "more.csv", ...product, "--json");
    expect([code, err]).toEqual([0, ""]);
    const document = shapes.account.parse(JSON.parse(out));
    const rows = [...document.lines, ...document.leftOut].map(({ file, row }) => `${file}:${row}`);
    expect([...new Set(rows)].sort()).toEqual([
      "bill.xlsx:1",
      "bill.xlsx:2",
      "bill.xlsx:3",
      "bill.xlsx:4",
      "more.csv:1",
      "more.csv:2",
    ]);
    const unknown = document.lines.find(({ name }) => name.startsWith("Unobtainium"))!;
    expect(unknown).toMatchObject({ emissions: null, base: { amount: 1, unit: "kg" } });
    expect(document.totals[0]!.value).toBeGreaterThan(0);
  });

  test("writes the report as workbook and page, with the change since an earlier file", async () => {
    const args = ["--before", "before.csv", "--before-year", "2023", "-o", "r.xlsx", "-o", "r.html"];
    const { code, out } = await run("bill.xlsx", ...product, ...args, "--language", "zh-CN", "--state", "product=椅子");
    expect(code).toBe(0);
    expect(out).toContain("已写出：r.xlsx");
    expect(out).toContain("从 2023 年到 2024 年");
    const book = read(readFileSync(join(folder, "r.xlsx")));
    expect(book.SheetNames).toEqual(["摘要", "明细", "因子", "未采用", "方法", "不涵盖", "变化"]);
    expect(utils.sheet_to_csv(book.Sheets.摘要!)).toContain("产品,椅子");
    expect(utils.sheet_to_csv(book.Sheets.因子!)).toContain("许可");
    expect(readFileSync(join(folder, "r.html"), "utf8")).toContain("Unobtainium &lt;b&gt;");
  });

  test("drafts a mapping that can be used, and writes over none", async () => {
    expect((await run("bill.xlsx", ...product, "--draft-mapping", "draft.json")).code).toBe(0);
    const draft = mappingShape.parse(JSON.parse(readFileSync(join(folder, "draft.json"), "utf8")));
    expect(draft.entries.map(({ name }) => name)).toEqual(["Steel sheet", "Aluminium", "Unobtainium <b>"]);
    const again = await run("bill.xlsx", ...product, "--mapping", "draft.json", "--json");
    expect(shapes.account.parse(JSON.parse(again.out)).lines[0]!.match.kind).toBe("mapping");
    const over = await run("bill.xlsx", ...product, "--draft-mapping", "draft.json");
    expect(over).toMatchObject({ code: 2, out: "", err: expect.stringContaining("is not written over") });
  });

  test.each([
    ["en", "Own factor: EPD of Acme, No 12", "Quux (own factor)", "Purchased electricity (own factor)"],
    ["zh-CN", "自有因子：EPD of Acme, No 12", "Quux（自有因子）", "外购电力（自有因子）"],
  ])("takes own factors of a mapping, and names them in the reports in %s", async (language, source, quux, rate) => {
    writeFileSync(join(folder, "energy.csv"), "Activity,Amount,Unit\nElectricity,10000,kWh\nQuux,3,kg\n");
    const factor = { source: "EPD of Acme, No 12", year: 2022 };
    const entries = [
      { name: "Electricity", factor: { value: 50, unit: "kg CO2e/MWh", ...factor, market: true } },
      { name: "Quux", factor: { value: 2000, unit: "kg CO2e/t", ...factor, scope: "3", category: "1" } },
    ];
    writeFileSync(join(folder, "own.json"), JSON.stringify({ entries }));
    const args = ["energy.csv", "--kind", "company", "--year", "2023", "--region", "DEU", "--mapping", "own.json"];
    const { code, out } = await run(...args, "--json");
    expect(code).toBe(0);
    const { totals, lines } = shapes.account.parse(JSON.parse(out));
    expect(totals.find(({ key }) => key === "scope2.market")!.value).toBeCloseTo(0.5, 12);
    expect(lines[1]!.match).toMatchObject({ kind: "mapping", factor: 2000, source: `Own factor: ${factor.source}` });
    // What an account draws up is taken again as it is.
    const files = [`own-${language}.xlsx`, `own-${language}.html`, `own-${language}.json`] as const;
    const [book, page, drafted] = files;
    await run(...args, "-o", book, "-o", page, "--language", language, "--draft-mapping", drafted);
    const draft = mappingShape.parse(JSON.parse(readFileSync(join(folder, drafted), "utf8")));
    expect(draft.entries.map((entry) => entry.factor)).toEqual(entries.map((entry) => entry.factor));
    const again = await run(...args.slice(0, -1), drafted, "--json");
    expect(shapes.account.parse(JSON.parse(again.out)).totals).toEqual(totals);
    const { Sheets, SheetNames } = read(readFileSync(join(folder, book)));
    const rows = utils.sheet_to_json<unknown[]>(Sheets[SheetNames[2]!]!, { header: 1 });
    expect(rows.map((row) => row.slice(0, 5))).toEqual(
      expect.arrayContaining([
        [quux, 2000, "kg CO2e AR5.GWP100/t", source, 2022],
        [rate, 50, "kg CO2e/MWh", source, 2022],
      ]),
    );
    const written = readFileSync(join(folder, page), "utf8");
    for (const word of [source, quux, rate]) expect(written).toContain(word);
  });

  test("names a file that cannot be read, ends with 2, and keeps the lines of the others", async () => {
    const { code, out, err } = await run("bill.xlsx", "broken.xlsx", "none.csv", ...product, "--json");
    expect(code).toBe(2);
    const document = shapes.account.parse(JSON.parse(out));
    expect(document.lines).toHaveLength(3);
    expect(document.problems).toHaveLength(2);
    expect(err).toMatch(/broken\.xlsx[\s\S]*There is no file “none\.csv”/);
  });

  test.each(["DEU", "DE", "germany", "德国"])("takes the region %s", async (region) => {
    const { code, out } = await run("bill.xlsx", ...product, "--region", region, "--json");
    expect(code).toBe(0);
    expect(shapes.account.parse(JSON.parse(out)).region).toBe("DEU");
  });

  test("an entry of a mapping that does not fit is said, and takes neither the others nor the account down", async () => {
    const { code, out, err } = await run("bill.xlsx", "--mapping", "entry.json", ...product, "--json");
    expect(code).toBe(2);
    expect(err).toContain(
      "entry.json: entry 1 of the mapping (“”) was not used, because its field name is not valid. Correct it in the file.",
    );
    const { lines } = shapes.account.parse(JSON.parse(out));
    expect(lines.find(({ name }) => name === "Aluminium")!.match.kind).toBe("mapping");
  });

  test("next year's file is read by the mapping that lies beside last year's, and what changed is said", async () => {
    const [last, next] = [join(folder, "site-2023.csv"), join(folder, "site-2024.xlsx")];
    writeFileSync(
      last,
      "Fuel,Amount,Unit,Year\nQuux,3,t,2023\nStove oil EL,10,t,2023\nSolvent,2,t,2023\nOld boiler,1,t,2023\n",
    );
    const draft = await run("site-2023.csv", "--kind", "company", "--draft-mapping", "site-2023.mapping.json");
    expect(draft.code).toBe(0);
    const path = join(folder, "site-2023.mapping.json");
    const mapping = JSON.parse(readFileSync(path, "utf8"));
    for (const entry of mapping.entries) if (entry.name === "Quux") entry.skip = "of the tenant";
    writeFileSync(path, JSON.stringify(mapping));
    const rows = [
      ["Energy report 2024"],
      [],
      ["Unit", "Fuel", "Remark", "Amount"],
      ["kg", "Solvent", null, 900],
      ["t", "Wood pellets", "new boiler", 4],
      ["t", " quux", null, 5],
      ["t", "Stove oil", null, 8],
    ];
    writeFileSync(next, workbookBytes([{ name: "Energy", rows }]));
    const { code, out } = await run("site-2024.xlsx", "--kind", "company", "--year", "2024", "--json");
    expect(code).toBe(0);
    const { lines, notes } = shapes.account.parse(JSON.parse(out));
    expect(lines.find(({ name }) => name.trim() === "quux")!.match).toMatchObject({ kind: "mapping" });
    expect(notes).toEqual(
      expect.arrayContaining([
        "Lines were matched as in site-2023.mapping.json, the mapping of another year's file. Questions that were answered there are asked again.",
        "“Solvent” is in kg here but in t in the mapping, so its entry was not used. Check what the line was matched to.",
        "“Stove oil EL” in the mapping fits no line of this file; “Stove oil” may be its new name. If it is, match that line in the same way.",
        "1 entry of the mapping fits no line of this file: Old boiler.",
        "1 name is not in the mapping and was matched anew: Wood pellets.",
      ]),
    );
    const chinese = await run("site-2024.xlsx", "--kind", "company", "--year", "2024", "--language", "zh-CN");
    expect(chinese.out).toContain(
      "“Solvent”在本文件中以 kg 计，在对应表中以 t 计，因此未采用该项。请检查此行的匹配结果。",
    );
    writeFileSync(join(folder, "site-2024.mapping.json"), "{");
    const broken = await run("site-2024.xlsx", "--kind", "company", "--year", "2024");
    expect([broken.code, broken.err]).toEqual([
      2,
      expect.stringContaining("site-2024.mapping.json is not a mapping: it is not JSON"),
    ]);
    expect(broken.out).toContain("Wood pellets");
  });

  test.each([
    [["none.csv"], /There is no file “none\.csv”/],
    [["bill.xlsx", "--sheet", "Energy"], /no sheet “Energy”; it has Parts/],
    [["bill.xlsx", "--mapping", "wrong.json"], /wrong\.json is not a mapping: its field entries/],
    [["bill.xlsx", "-o", "report.pdf"], /\.xlsx.*\.html/],
    [["bill.xlsx", "--state", "colour=red"], /states no field.*organisation/],
    [["bill.xlsx", "--region", "Atlantis"], /“Atlantis” is no region/],
    [["bill.xlsx", "--region", "ZZZ"], /“ZZZ” is no region/],
    [["bill.xlsx", "--standard", "ipcc", "-o", "x.html"], /--standard ipcc is not.*iso-14067/],
  ])("%j ends with 2 and a sentence", async (args, sentence) => {
    const { code, out, err } = await run(...args, ...product);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(sentence);
    expect(existsSync(join(folder, "x.html"))).toBe(false);
  });
});
