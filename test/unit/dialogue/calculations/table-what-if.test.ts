import { describe, expect, it } from "vitest";
import { runPlan } from "../../../../kernel/dialogue/run-plan.ts";
import { tableRegions } from "../../../../lib/dialogue/intents/table-regions.ts";
import type { Step } from "../../../../lib/dialogue/plan.ts";
import { writeReply } from "../../../../lib/dialogue/write-reply.ts";
import { shippedDialogue } from "../shipped-dialogue.ts";
import { host } from "../shipped-host.ts";

const dialogue = await shippedDialogue;

async function replyTo(question: string) {
  const language = /\p{Script=Han}/u.test(question) ? "zh" : "en";
  return writeReply(await dialogue.ask({ turns: [{ text: question }], language }), language);
}

/** Accounts of a year, by country, and what a sector of a country emits by tonne and in all. */
async function tableOf(year: number) {
  const steps: Step[] = [
    { id: "world", tool: "consumption.table", args: { year } },
    { id: "accounts", tool: "consumption.accounts", args: { $from: "world" } },
    { id: "sectors", tool: "consumption.sectorAccounts", args: { $from: "world" } },
  ];
  const results = await runPlan({ steps }, host);
  const accounts = results.get("accounts")!.result as { regions: string[]; D_pba: number[][]; D_cba: number[][] };
  const sectors = results.get("sectors")!.result as { D_pba: number[][] };
  return { accounts, sectors };
}

describe("A supposition about a sector of the input–output table", () => {
  it("knows the regions of the table in its order", async () => {
    expect((await tableOf(2011)).accounts.regions).toEqual([...tableRegions]);
  });

  it.each([
    ["If German power had emitted a third less in 2007, what would its production emissions be?", 1 / 3],
    ["假如2007年德国电力强度下降三分之一，生产端排放是多少？", 1 / 3],
    ["What if the emission intensity of German electricity had been halved in 2007: production emissions?", 1 / 2],
    ["What if the intensity of German power (c17) had been 20 % lower in 2007: production emissions?", 1 / 5],
  ])("%s", async (question, part) => {
    const { accounts, sectors } = await tableOf(2007);
    const germany = tableRegions.indexOf("DEU");
    const power = sectors.D_pba[0]![germany * 35 + 16]!;
    const reply = await replyTo(question);
    expect(reply.kind, reply.text).toBe("answer");
    expect(reply.values[0]!.unit).toBe("kt CO2");
    expect(reply.values[0]!.value as number).toBeCloseTo(accounts.D_pba[0]![germany]! - part * power, 3);
  });

  it("takes whose account is asked for from the words", async () => {
    const { accounts } = await tableOf(2007);
    const reply = await replyTo(
      "Supposing Indian electricity had emitted a third less in 2007, how would the US consumption account react?",
    );
    const twin = await replyTo("倘若2007年印度电力强度下降三分之一，美国消费侧会变多少？");
    const before = reply.values.find(({ name }) => name === "before")!.value;
    expect(before as number).toBeCloseTo(accounts.D_cba[0]![tableRegions.indexOf("USA")]!, 3);
    expect(reply.values[0]!.value as number).toBeLessThan(before as number);
    expect(twin.values[0]!.value).toBe(reply.values[0]!.value);
  });

  it("moves final demand of a country for the products of a sector, by which accounts move in proportion", async () => {
    const change = async (question: string) => {
      const { values } = await replyTo(question);
      return values.find(({ name }) => /consumption account change|消费端账户变化/.test(name))!.value as number;
    };
    const tenth = await change("What if final demand for construction in China falls by 10 % in 2010?");
    const fifth = await change("若中国建筑业最终需求下降五分之一，2010年");
    expect(tenth).toBeLessThan(0);
    expect(fifth / tenth).toBeCloseTo(2, 6);
  });

  it("says which country the table has not", async () => {
    const reply = await replyTo("What if final demand for chemicals in Kenya fell by 10%?");
    expect(reply.refuse?.reason).toBe("no such place");
  });
});

describe("A plant that shall emit a share of what it does", () => {
  it.each([
    ["Cheapest way to get a steel mill of 4 Mt to cut its CO2 by half", 4e6 * 0.5],
    ["给年产300万吨钢厂找减排四成的最便宜方案", 3e6 * 0.6],
  ])("%s", async (question, tonnes) => {
    const { result } = await host.call("industry.plant", { plant: "steel BF-BOF" });
    const { scope1_kg_t } = result as { scope1_kg_t: number };
    const reply = await replyTo(question);
    expect(reply.kind, reply.text).toBe("answer");
    const emissions = reply.values.find(({ unit, primary }) => unit === "t CO2" && primary)!.value as number;
    expect(emissions).toBeCloseTo((tonnes * scope1_kg_t) / 1000, 0);
  });
});
