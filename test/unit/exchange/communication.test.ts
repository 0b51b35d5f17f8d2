import { read, utils } from "@e965/xlsx";
import { csvParse } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { call } from "../inventory/company/calling.ts";

const given = {
  installation: { name: 'Works, "East"', operator: "=Steel", city: "Tangshan", country: "CHN" },
  period: { start: "2026-01-01", end: "2026-12-31" },
  goods: {
    dri: {
      activityLevel_t: 100_000,
      attributed_t: 52_000,
      electricity_MWh: 9000,
      electricityFactor_t_MWh: 0.45,
      precursors: { pellets: 140_000 },
    },
    "crude steel": {
      cn: "7206 10 00",
      route: "DRI-EAF",
      activityLevel_t: 90_000,
      attributed_t: 9900,
      electricity_MWh: 54_000,
      electricityFactor_t_MWh: 0.45,
      precursors: { dri: 65_000, scrap: 34_000 },
    },
  },
  stated: { pellets: { direct: 0.06, indirect: 0.02, cn: "2601 12 00", country: "BRA", installation: "Mine" } },
  carbonPrices: [{ instrument: "national market", country: "CHN", price: 62, currency: "CNY", covered_percent: 80 }],
  verifier: "Verifier",
};
const communicated = (more: object) => call("cbam.communication", { ...given, ...more });

describe("What an installation communicates", () => {
  test("is the same in the workbook and in the files of values", async () => {
    const { csv, xlsx, edition, notes } = await communicated({});
    const book = read(xlsx, { type: "base64" });
    expect(book.SheetNames).toEqual(["Installation 设施", "Products 产品", "Precursors 前体", "Carbon price 碳价"]);
    for (const [at, name] of book.SheetNames.entries()) {
      const [header, ...rows] = utils.sheet_to_json<(string | number)[]>(book.Sheets[name]!, { header: 1, defval: "" });
      const table = csvParse(csv[at].text);
      expect(table.columns).toEqual(header);
      // A text like a formula is marked in the file of values alone: in a workbook it is typed as text.
      const values = table.map((row) => table.columns.map((column) => row[column]!.replace(/^'=/, "=")));
      expect(values).toEqual(rows.map((row) => row.map(String)));
    }
    expect(edition).toBe("February 2026 edition, not for compliance");
    for (const { text } of csv) expect(text).toContain(`${edition} · 2026年2月版，不得用于合规申报`);
    expect(notes.join(" ")).toContain("not that of the Commission's workbook");
  });

  test("has specific embedded emissions with precursors, direct and indirect apart", async () => {
    const { csv } = await communicated({});
    const [steel] = csvParse(csv[1].text);
    expect(steel).toMatchObject({
      "Product name · 产品名称": "crude steel",
      "CN code · CN 编码": "72061000",
      "Product group · 产品类别": "Iron and steel",
    });
    // The reference case of cbam.embedded.
    expect(Number(steel!["SEE (direct) · 单位隐含排放（直接） [t CO2e/t]"])).toBeCloseTo(0.5462222222222223, 14);
    expect(Number(steel!["SEE (indirect) · 单位隐含排放（间接） [t CO2e/t]"])).toBeCloseTo(0.3194722222222222, 14);
    const precursors = csvParse(csv[2].text);
    expect(precursors.map((row) => [row["Precursor · 前体"], row["Values · 数值性质"]])).toEqual([
      ["pellets", "actual"],
      ["dri", "actual"],
      ["scrap", "zero (scrap)"],
    ]);
    expect(precursors[0]!["Country of origin · 原产国"]).toBe("BRA");
  });

  test("says the edition on a sheet without rows too", async () => {
    const { csv } = await communicated({ carbonPrices: [] });
    expect(csvParse(csv[3].text)[0]!["Edition · 版本"]).toContain("not for compliance");
  });

  test("gives the same bytes again", async () => {
    expect((await communicated({})).xlsx).toBe((await communicated({})).xlsx);
  });

  test("notes what a declaration will be asked for", async () => {
    const { notes } = await communicated({
      stated: { pellets: { direct: 0.06 } },
      carbonPrices: [],
      verifier: undefined,
      period: { start: "2026-01-01", end: "2026-06-30" },
    });
    for (const words of [
      "181 days",
      "No carbon price",
      "No verifier",
      "stated.pellets has no country",
      "goods.dri has no cn",
    ])
      expect(notes.join(" ")).toContain(words);
  });

  test("is refused with the field if a code, a place, a day or a good is wrong", async () => {
    const { installation, goods, period } = given;
    const refused = (more: object, message: RegExp) => expect(communicated(more)).rejects.toThrow(message);
    await refused({ installation: { ...installation, country: "XXX" } }, /installation\.country is XXX/);
    await refused({ period: { ...period, end: "2026-02-30" } }, /period\.end is 2026-02-30/);
    await refused({ period: { start: "2026-12-31", end: "2026-01-01" } }, /before period\.start/);
    await refused({ goods: { dri: goods.dri } }, /No good has a CN code/);
    await refused({ goods: { ...goods, dri: { ...goods.dri, cn: "8411" } } }, /no good with CN code 8411/);
    const [paid] = given.carbonPrices;
    await refused({ carbonPrices: [{ ...paid, currency: "yuan" }] }, /carbonPrices\[0\]\.currency is yuan/);
    await refused({ stated: {} }, /goods\.dri\.precursors names pellets/);
  });
});
