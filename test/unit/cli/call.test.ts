import { describe, expect, test } from "vitest";
import { expectClose } from "../../reference/mrio/close.ts";
import { expected, smallInput } from "../../reference/mrio/small.ts";
import { numbersFrom } from "../lib/tables.ts";
import { yuheng, yuhengProcess } from "./yuheng.ts";

describe("yuheng call", () => {
  test("reads JSON and writes JSON", async () => {
    const { code, out, err } = await yuhengProcess(["call", "consumption.accounts"], JSON.stringify(smallInput));
    expect(err).toBe("");
    expect(code).toBe(0);
    expectClose(JSON.parse(out).D_cba, expected.D_cba_reg, 1e-10);
  });

  test("computes a larger table with compiled kernels: a Leontief inverse, and the same letters whenever asked for", async () => {
    const n = 400;
    const next = numbersFrom(11);
    const Z = Array.from({ length: n }, () => Array.from({ length: n }, next));
    const x = Array.from({ length: n }, (_, j) => 2 * Z.reduce((sum, row) => sum + row[j]!, 0));
    const input = JSON.stringify({ Z, x });
    const call = (...options: string[]) => yuheng(["call", "consumption.multipliers", ...options], input);
    const fast = await call();
    const [first, second] = [await call("--reproducible"), await call("--reproducible")];
    expect([fast.code, first.code, fast.err]).toEqual([0, 0, ""]);
    expect(first.out).toBe(second.out);
    const [{ L, outputMultipliers, residual }, exact] = [JSON.parse(fast.out), JSON.parse(first.out)];
    expect(residual).toBeLessThan(1e-13);
    // Every column of A adds up to one half, so every column of L adds up to two.
    for (const sum of outputMultipliers) expect(Math.abs(sum - 2)).toBeLessThan(1e-12);
    // A fused multiply-add rounds once where the strict build rounds twice.
    expectClose(L, exact.L, 1e-13);
  });

  test("ends a wrong input with code 2 and the name of the field", async () => {
    const input = JSON.stringify({ ...smallInput, F: [[1, 2, 3]] });
    const { code, out, err } = await yuheng(["call", "consumption.accounts"], input);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain("F is 1 × 3, but 2 × 6 is needed");
  });

  test.each([
    ["cbam.obligation", { actuals: { direct: 2 } }, 'the input has no field "actuals". Did you mean "actual"?'],
    ["lifecycle.climate", { metrik: "AR6.GWP100" }, 'the input has no field "metrik". Did you mean "metric"?'],
    [
      "uncertainty.propagate",
      { correlations: [] },
      'the input has no field "correlations". Did you mean "correlation"?',
    ],
    [
      "cbam.embedded",
      { goods: { steel: { activityLevel_t: 1, atributed_t: 1 } } },
      'goods.steel has no field "atributed_t". Did you mean "attributed_t"?',
    ],
  ])("ends a misspelt field of %s with code 2 and the nearest name", async (tool, input, sentence) => {
    const { code, out, err } = await yuheng(["call", tool], JSON.stringify(input));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(sentence);
  });

  test("ends what is no JSON, and an empty input, with code 2", async () => {
    const broken = await yuheng(["call", "consumption.accounts"], "{nonsense");
    expect([broken.code, broken.err.startsWith("Standard input is not JSON")]).toEqual([2, true]);
    const empty = await yuheng(["call", "consumption.accounts"]);
    expect([empty.code, empty.err]).toEqual([2, "Standard input is not JSON: it is empty.\n"]);
    const endless = await yuheng(["call", "industry.programme"], '{"bounds": {"x": {"lo": -Infinity}}}');
    expect(endless.err).toBe(
      "Standard input is not JSON: JSON has no -Infinity; leave the field out, or write null where it takes one.\n",
    );
  });

  test("says where JSON stops being one, by line and column or by the character", async () => {
    const broken = await yuheng(["call", "consumption.accounts"], '{\n  "Z" [1]}');
    expect([broken.code, broken.out]).toEqual([2, ""]);
    expect(broken.err).toBe("Standard input is not JSON: it cannot be read at line 2, column 7.\n");
    const cut = await yuheng(["call", "consumption.accounts"], '{"Z": [1');
    expect([cut.code, cut.err.startsWith("Standard input is not JSON: it ")]).toEqual([2, true]);
    const stray = await yuheng(["call", "consumption.accounts"], '{"Z": [1, }');
    expect([stray.code, stray.err]).toEqual([
      2,
      'Standard input is not JSON: the character "}" was not expected there.\n',
    ]);
  });

  test("ends numbers beyond those of doubles, and results that are not finite, with code 2 and the field", async () => {
    const huge = await yuheng(["call", "panorama.reconcile"], '{"from": 1e999, "to": 1, "effects": []}');
    expect([huge.code, huge.out]).toEqual([2, ""]);
    expect(huge.err).toBe("panorama.reconcile: from is Infinity; expected a number.\n");
    const overflow = await yuheng(["call", "panorama.reconcile"], '{"from": -1e308, "to": 1.7e308, "effects": []}');
    expect([overflow.code, overflow.out]).toEqual([2, ""]);
    expect(overflow.err).toMatch(/^panorama\.reconcile: result\.\w+ is not a finite number \(Infinity\): /);
    const endless = await yuheng(
      ["call", "uncertainty.propagate"],
      '{"model":"a","variables":{"a":{"type":"uniform","lo":0,"hi":1}},"draws":1e12}',
    );
    expect([endless.code, endless.err]).toEqual([
      2,
      "uncertainty.propagate: draws is 1000000000000; expected a number ≤ 100000000.\n",
    ]);
  });

  test("ends an unknown tool with code 2 and a suggestion", async () => {
    const { code, err } = await yuheng(["call", "consumption.account"]);
    expect(code).toBe(2);
    expect(err).toContain('There is no tool "consumption.account". Did you mean consumption.accounts');
  });

  test("--schema prints the JSON Schemas of input and output", async () => {
    const { code, out } = await yuheng(["call", "consumption.accounts", "--schema"]);
    expect(code).toBe(0);
    const { input, output } = JSON.parse(out);
    expect(input.required).toContain("Z");
    expect(input.required).not.toContain("FY");
    expect(Object.keys(output.properties)).toEqual(expect.arrayContaining(["x", "S", "M", "D_pba", "D_cba", "flows"]));
  });
});

test("yuheng tools lists every tool with its title", async () => {
  const { code, out } = await yuheng(["tools"]);
  expect(code).toBe(0);
  expect(out).toMatch(/^consumption\.accounts\s+Production and consumption accounts/m);
});

test("yuheng alone, or with a command there is not, says how it is used and ends with code 2", async () => {
  const alone = await yuheng([]);
  expect([alone.code, alone.out.startsWith("Usage:")]).toEqual([2, true]);
  // The exit code is that of the process.
  const unknown = await yuhengProcess(["fly"]);
  expect([unknown.code, unknown.err.startsWith('There is no command "fly".')]).toEqual([2, true]);
});
