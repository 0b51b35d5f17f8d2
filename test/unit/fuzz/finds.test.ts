import { deflateSync, gzipSync, strFromU8, strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { parseNotebook } from "../../../kernel/document/index.ts";
import { followLink, PatchError, readPatch, unpackLink } from "../../../kernel/document/patch/index.ts";
import { readReport, reportFormat } from "../../../kernel/lesson/report.ts";
import { sealSource, unsealSource } from "../../../kernel/lesson/seal.ts";
import { Workbook } from "../../../kernel/services/import/workbook.ts";
import { PackedFileError, unpackArrow } from "../../../kernel/services/packed-arrow.ts";
import { ArrowFileError, readArrow } from "../../../lib/files/arrow/arrow-file.ts";
import { parseUnit } from "../../../lib/quantity/unit.ts";
import { callTool, ToolInputError } from "../../../lib/tool/call.ts";
import { findTool } from "../../../lib/tools.ts";
import { smallInput } from "../../reference/mrio/small.ts";
import { binaryWorkbookFile } from "../exchange/binary-workbook-file.ts";

/** The sentence with which a tool refuses an input. */
async function refusal(name: string, input: unknown): Promise<string> {
  const error = await callTool(findTool(name)!, input).then(
    (output) => new Error(`It gave ${JSON.stringify(output).slice(0, 200)}`),
    (thrown: Error) => thrown,
  );
  expect(error, error.stack).toBeInstanceOf(ToolInputError);
  return error.message;
}

const nested = (depth: number) => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
};
const uniform = { type: "uniform", lo: 0, hi: 1 };
const model = (text: string, variables: object = { a: uniform }) => ({ model: text, variables, draws: 64 });

describe("a tool refuses with a sentence that names the field", () => {
  test.each<[string, string, unknown, string]>([
    [
      "a series shorter than its years",
      "inventory.checkSeries",
      { years: [2000, 2001], values: [1] },
      "values has 1 entries, but there are 2 years",
    ],
    [
      "years that do not rise",
      "inventory.checkSeries",
      { years: [2001, 2001], values: [1, 2] },
      "years[1] is 2001 after 2001",
    ],
    [
      "a surrogate of another length",
      "inventory.checkSeries",
      { years: [1, 2], values: [1, null], splice: "surrogate", other: [1] },
      "other has 1 entries",
    ],
    [
      "a shape of a beta law without measure",
      "uncertainty.sobol",
      model("a", { a: { type: "beta", alpha: 1e12, beta: 3 } }),
      "expected a number ≤ 1000000",
    ],
    [
      "a weight of a PERT law without measure",
      "uncertainty.distribution",
      { distribution: { type: "pert", lo: 0, mode: 1, hi: 2, lambda: 1e300 } },
      "expected a number ≤ 1000000",
    ],
    [
      "draws without measure",
      "uncertainty.propagate",
      { ...model("a"), draws: 1e12 },
      "draws is 1000000000000; expected a number ≤ 100000000.",
    ],
    [
      "draws of a design without measure",
      "uncertainty.sobolSample",
      { variables: { a: uniform }, draws: 1e12 },
      "expected a number ≤ 1048576",
    ],
    ["brackets without end", "uncertainty.propagate", model(`${"(".repeat(5000)}a`), "numbers, names and signs"],
    [
      "brackets too deep",
      "uncertainty.propagate",
      model(`${"(".repeat(500)}a${")".repeat(500)}`),
      "at most 200 brackets and signs may be nested",
    ],
    ["signs too deep", "uncertainty.propagate", model(`${"-".repeat(500)}a`), "at most 200 brackets and signs"],
    [
      "a function that is only an object's own",
      "uncertainty.propagate",
      model("constructor(a)"),
      "there is no variable or function of this name",
    ],
    [
      "a text without measure",
      "uncertainty.propagate",
      model("a".repeat(1e7)),
      "model has 10000000 characters; expected at most 100000",
    ],
    [
      "nesting without end",
      "consumption.accounts",
      { ...smallInput, Z: nested(100_000) },
      "is nested more than 32 levels deep",
    ],
    [
      "a name that no record can hold",
      "uncertainty.propagate",
      JSON.parse('{"model":"1","variables":{"__proto__":{"type":"uniform","lo":0,"hi":1}}}'),
      'variables has a field "__proto__"',
    ],
    [
      "a hole in a list",
      "consumption.accounts",
      { ...smallInput, regions: new Array(2) },
      "regions[0] is missing; expected a text.",
    ],
    [
      "a cell that is a record",
      "factors.select",
      { wanted: { category: "2.A.1", activity: "clinker" }, own: [{ unit: { toString: null } }] },
      "own[0].unit",
    ],
    ["a unit that is no unit", "quantity.convert", { value: 1, from: "(\n)x\ny", to: "t" }, "is not a unit"],
    [
      "a span of years without measure",
      "natural.bookkeeping",
      { changes: [{ year: 2000, from: "x", to: "y", area_ha: 1 }], from: 0, to: 9e15 },
      "to is 9000000000000000; expected a number ≤ 9999",
    ],
  ])("%s", async (_, tool, input, sentence) => {
    expect(await refusal(tool, input)).toContain(sentence);
  });

  test("a number that is not finite in a result, instead of writing null", async () => {
    expect(await refusal("panorama.reconcile", { from: -1e308, to: 1.7e308, effects: [] })).toMatch(
      /result\.\w+ is not a finite number \(Infinity\): the inputs are too large/,
    );
  });

  test("a singular system, whichever tool meets it", async () => {
    const Z = smallInput.Z.map((row, i) => row.map((cell, j) => (i === 3 && j === 3 ? 1e100 : cell)));
    expect(await refusal("consumption.responsibility", { ...smallInput, Z })).toMatch(
      /^consumption\.responsibility: Z has no Leontief inverse/,
    );
  });

  test("names of an object's own methods are names like others", async () => {
    const names = { constructor: uniform, toString: uniform, hasOwnProperty: uniform };
    const found = await callTool(
      findTool("uncertainty.propagate")!,
      model("constructor + toString + hasOwnProperty", names),
    );
    expect((found as { mean: number }).mean).toBeCloseTo(1.5, 1);
    const input = { ...smallInput, regions: ["constructor", "toString"], yRegions: ["constructor", "toString"] };
    const plain = await callTool(findTool("consumption.accounts")!, smallInput);
    const named = await callTool(findTool("consumption.accounts")!, input);
    expect((named as { D_cba: unknown }).D_cba).toEqual((plain as { D_cba: unknown }).D_cba);
  });
});

describe("a damaged file meets a sentence, and no memory without measure", () => {
  const workbook = (row: string) =>
    Uint8Array.from(
      zipSync({
        "xl/workbook.xml": strToU8('<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'),
        "xl/_rels/workbook.xml.rels": strToU8('<R><Relationship Id="r1" Target="worksheets/s.xml"/></R>'),
        "xl/worksheets/s.xml": strToU8(`<worksheet><sheetData>${row}</sheetData></worksheet>`),
      }),
    );
  const sheet = async (bytes: Uint8Array<ArrayBuffer>, name = "a.xlsx") => {
    const book = await Workbook.open(new Blob([bytes]), name);
    let text = "";
    for await (const part of book.text(undefined, () => {})) text += part;
    return text;
  };

  test("rows and columns of a sheet that no sheet has", async () => {
    const head = '<row r="1"><c r="A1"><v>1</v></c></row>';
    await expect(sheet(workbook('<row r="4000000000"><c><v>1</v></c></row>'))).rejects.toThrow(
      "row 4000000000: rows were expected in rising order, at most 1048576",
    );
    await expect(sheet(workbook(`${head}<row r="9"/><row r="2"/>`))).rejects.toThrow("row 2: rows were expected");
    await expect(sheet(workbook('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'))).rejects.toThrow(
      "at most 16384 columns",
    );
  });

  test("a record of a binary workbook that says it is longer than any", async () => {
    const whole = binaryWorkbookFile({ A: [["a", 1]] });
    expect(await sheet(Uint8Array.from(whole), "a.xlsb")).toBe("a\t1\n");
    const part = new Uint8Array(64).fill(0xff);
    part[1] = 0x01;
    part[5] = 0x7f;
    const parts = { "xl/workbook.bin": part, "xl/_rels/workbook.bin.rels": strToU8("<R/>") };
    await expect(sheet(Uint8Array.from(zipSync(parts)), "a.xlsb")).rejects.toThrow(
      "where at most 16777216 were expected",
    );
  });

  test("a packed table whose header lies about its length, its columns or its numbers", async () => {
    const packed = (header: unknown) => {
      const text = strToU8(typeof header === "string" ? header : JSON.stringify(header));
      const body = new Uint8Array(4 + text.length);
      new DataView(body.buffer).setUint32(0, text.length, true);
      body.set(text, 4);
      return Uint8Array.from(gzipSync(body));
    };
    const sequence = { count: 1, bytes: 1, form: "plain", scale: 1 };
    const buffer = { at: 0, type: "int32", sequence: 0, divide: 1, modulo: 0 };
    for (const header of [
      "{",
      { bytes: 1e15, sequences: [], buffers: [] },
      { bytes: 8, sequences: [{ ...sequence, count: 1e12 }], buffers: [buffer] },
      { bytes: 8, sequences: [sequence], buffers: [{ ...buffer, type: "constructor" }] },
      { bytes: 8, sequences: [sequence], buffers: [{ ...buffer, sequence: 7 }] },
      { bytes: -1, sequences: [], buffers: [] },
      null,
    ])
      await expect(unpackArrow(packed(header))).rejects.toThrow(PackedFileError);
  });

  test("an Arrow file that is none, or was cut", () => {
    expect(() => readArrow(strToU8("ARROW1 no"), "table.arrow")).toThrow(ArrowFileError);
    expect(() => readArrow(Uint8Array.from([0xff, 0xff, 0xff, 0x7f]), "table.arrow")).toThrow(
      "The Arrow file table.arrow is not whole",
    );
  });

  test("a patch whose text is no JSON, and settings of any name", () => {
    const head = ["Yuheng patch 1", 'notebook: "a"', `base: sha256 ${"0".repeat(64)}`];
    const title = [...head, String.raw`title: "\x" → "b"`].join("\n");
    expect(() => readPatch(title)).toThrow(PatchError);
    expect(() => readPatch(title)).toThrow("Line 4 of the patch cannot be understood");
    const { settings } = readPatch([...head, 'setting __proto__: null → "x"'].join("\n"));
    expect(Object.keys(settings)).toEqual(["__proto__"]);
  });

  test("a link and a sealed exercise that unfold to gigabytes", () => {
    const bomb = deflateSync(new Uint8Array(20_000_000), { level: 9 });
    expect(() => unpackLink(`1.${btoa(strFromU8(bomb, true)).replaceAll("+", "-").replaceAll("/", "_")}`)).toThrow(
      "This link is damaged or cut off.",
    );
    expect(() => unsealSource(sealSource(" ".repeat(5_000_000)))).toThrow("was changed after it was packed");
    const link = unpackLink(
      `1.${btoa(strFromU8(deflateSync(strToU8('{"base":"0123456789abcdef","values":{"1":{"__proto__":1}}}')), true))}`,
    );
    expect(followLink(parseNotebook("<notebook><title>a</title></notebook>"), link).inputs).toBe(0);
  });

  test("a report on a lesson without its fields is none", () => {
    const report = {
      format: reportFormat,
      notebook: "a",
      title: "A",
      name: "",
      made: "",
      begun: null,
      asked: 1,
      exercises: [],
    };
    expect(readReport(JSON.stringify(report))).toEqual(report);
    for (const exercises of [[null], [{ id: "a" }], "x"])
      expect(readReport(JSON.stringify({ ...report, exercises }))).toBe(null);
    expect(readReport(JSON.stringify({ ...report, name: 7 }))).toBe(null);
  });

  test("a unit with a power of ten that would fill the memory", () => {
    expect(() => parseUnit("1e99999999 t")).toThrow("should lie between 1e-308 and 1e308");
    expect(() => parseUnit("10^-99999999 t")).toThrow("should lie between 1e-308 and 1e308");
    expect(() => parseUnit("0 t/yr")).toThrow("should lie between 1e-308 and 1e308");
    expect(parseUnit("m3/( kg)").text).toBe(parseUnit("m3/kg").text);
    expect(() => parseUnit("t".repeat(1000))).toThrow("A unit has at most 200 characters");
    expect(parseUnit("10^3 t").text).toBe("1000 t");
  });
});
