import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { declaredIn, sayFact } from "../../../../app/language/fact.ts";
import { say, speech } from "../../../../app/language/speech.ts";
import type { Equation } from "../../../../lib/inventory/equation.ts";
import { equations } from "../../../../lib/inventory/equations/index.ts";
import { type EquationError, evaluate, type Given } from "../../../../lib/inventory/steps.ts";
import { inventoryEquation } from "../../../../lib/inventory/tools/equation.ts";
import { closeBudget } from "../../../../lib/natural/carbon-budget.ts";
import { callTool, type ToolInputError } from "../../../../lib/tool/call.ts";
import { defineTool } from "../../../../lib/tool/tool.ts";
import { chineseOf, speakChinese } from "./chinese-of.ts";

/** What is said in Chinese of an evaluation that fails. */
function messageOf(id: string, given: Record<string, Given>, gas = "CO2"): string {
  try {
    evaluate(equations.get(id) as Equation, given, { gas });
  } catch (error) {
    speakChinese();
    return say((error as EquationError).said);
  }
  throw new Error(`${id} was evaluated.`);
}

afterEach(() => {
  speech.speak("en");
});

describe("The equations of the inventory, in Chinese", () => {
  it("name each of their variables", () => {
    const variables = [...equations.values()].flatMap((of) => Object.values(of.variables));
    expect(variables.length).toBeGreaterThan(300);
    const bare = variables.filter(({ name }) => !/\p{Script=Han}/u.test(name.zh));
    expect(bare.map(({ symbol, name }) => `${symbol}: ${name.en}`)).toEqual([]);
  });

  it("have a title each, which the trail says behind the number", () => {
    const all = [...equations.values()].map(({ id, title }) => `${id} (${title.en})`);
    expect(sayFact("equations", all.join("; "))).toBe(all.join("; "));
    speakChinese();
    const said = sayFact("equations", all.join("; ")).split("; ");
    expect(said.filter((each) => !/\p{Script=Han}/u.test(each))).toEqual([]);
    expect(
      sayFact("equations", "V2 Eq 2.2 (Emissions of all fuels); V4 Eq 2.9 (in carbon) (Gain of carbon by growth)"),
    ).toBe("V2 Eq 2.2（全部燃料的排放）; V4 Eq 2.9 (in carbon)（生长的碳增加）");
    expect(sayFact("equations", "V3 Eq 4.1 (CO2 of coke ovens, Tier 1 (reported in energy))")).toBe(
      "V3 Eq 4.1（焦炉 CO2（方法1，在能源部门报告））",
    );
    expect(sayFact("equations", "My own (Area of a circle)")).toBe("My own (Area of a circle)");
    const terms = { year: 2020, fossil: 10, landUseChange: 1, atmosphericGrowth: 5, oceanSink: 3, landSink: 3 };
    const landUse = closeBudget(terms).terms.find(({ term }) => term === "E_LUC");
    expect(sayFact("method", landUse!.method)).toBe("簿记模型均值");
    expect(sayFact("source", "mass")).toBe("mass");
  });

  it("are known by what a trail writes of them, and so are sums, whatever number they stand under", () => {
    for (const of of equations.values()) expect(declaredIn(`${of.id} (${of.title.en})`)).toBe(of);
    expect(declaredIn("V2 Eq 3.2.1 (Emissions of all fuels)")?.symbol).toBe("E");
    expect(declaredIn("V2 Eq 3.2.1")).toBeUndefined();
    expect(declaredIn("My own (Area of a circle)")).toBeUndefined();
  });

  it("say which variable is missing, out of its range, or in a unit that does not fit", () => {
    expect(messageOf("V2 Eq 2.1", { FC: 3 })).toBe("V2 Eq 2.1：EF（排放因子）缺失；应为以 kg CO2/TJ NCV 计的数。");
    expect(messageOf("V2 Eq 2.1", { FC: -3, EF: 1 })).toBe("V2 Eq 2.1：FC（燃料消费量）为 -3 TJ NCV；应不小于 0。");
    expect(messageOf("V2 Eq 2.1", { FC: { value: 3, unit: "m" }, EF: 1 })).toBe(
      "V2 Eq 2.1：FC（燃料消费量）应为NCV 的能量（TJ NCV），实际为 3 m。“m”不能换算为“TJ NCV”：前者为长度，后者为NCV 的能量。",
    );
  });

  it("say the same through the tool that evaluates them", async () => {
    const asked = { equation: "V2 Eq 2.1", inputs: { FC: -3, EF: 1 } };
    const refused = await callTool(inventoryEquation, asked).catch((error: ToolInputError) => error);
    speakChinese();
    expect(say((refused as ToolInputError).said)).toBe(
      "inventory.equation：V2 Eq 2.1：FC（燃料消费量）为 -3 TJ NCV；应不小于 0。\n请检查 inputs.FC。",
    );
  });

  it("leave alone what stands in a hole as a name, though it is a variable of theirs", async () => {
    const fuel = defineTool({
      name: "test.fuel",
      title: { en: "Fuel", zh: "燃料" },
      summary: { en: "", zh: "" },
      input: z.object({ fuel: z.string() }),
      output: z.object({}),
      assumptions: [],
      references: [],
      run: () => ({}),
    });
    expect(await chineseOf(() => callTool(fuel, {}))).toBe("test.fuel：fuel 应为文本，实际为空缺。");
    expect(await chineseOf(() => callTool(fuel, undefined))).toBe("test.fuel：输入应为对象，实际为空缺。");
  });
});
