import { describe, expect, it } from "vitest";
import { shippedDialogue } from "../shipped-dialogue.ts";

const dialogue = await shippedDialogue;

async function valuesOf(text: string, language: "en" | "zh") {
  const reply = await dialogue.ask({ turns: [{ text }], language });
  if (reply.kind !== "answer") throw new Error(JSON.stringify(reply));
  return { agent: reply.agent?.name, values: reply.values.map(({ value }) => value) };
}

describe("An agent that is started in words", () => {
  it.each([
    ["lca", "LCA of 1 t of aluminium by prebake in China", "对1吨预焙铝做生命周期评价，中国"],
    [
      "lca",
      "LCA of 1 t of cement made in a dry kiln, cradle to gate",
      "对1吨水泥做生命周期评价，新型干法窑，从摇篮到大门",
    ],
    ["lca", "LCA of 1 t of ammonia from natural gas", "对1吨合成氨做生命周期评价，天然气制"],
    ["lca", "Life-cycle assessment of 1 t of flat glass", "对1吨平板玻璃做生命周期评价"],
    ["lca", "Life cycle assessment of 1 t of steel from scrap in Germany", "对德国1吨废钢电炉钢做生命周期评价"],
    [
      "industry",
      "Minimise the cost of a steel plant making 2 Mt a year with a cap of 2 Mt CO2",
      "钢厂年产200万吨，排放上限200万吨CO2，求最低成本方案",
    ],
    ["industry", "Optimise an ammonia plant of 500 kt a year", "合成氨厂年产50万吨，求成本最低方案"],
  ])("%s: %s, %s", async (name, english, chinese) => {
    const found = await valuesOf(english, "en");
    expect(found.agent).toBe(name);
    expect(found.values.length).toBeGreaterThan(1);
    expect(await valuesOf(chinese, "zh")).toEqual(found);
  });
});
