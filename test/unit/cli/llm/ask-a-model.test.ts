import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { yuheng } from "../yuheng.ts";
import { FakeUpstream, sendEvents } from "./fake-upstream.ts";

let upstream: FakeUpstream;
let address: string;

beforeEach(async () => {
  upstream = new FakeUpstream();
  address = await upstream.start();
});

afterEach(() => upstream.stop());

describe("yuheng ask with a model", () => {
  test("runs the plan that the model proposes, and names the model", async () => {
    const where = { iso3: "ESP", year: 2018 };
    const args = { dataset: "carbon_budget_countries", select: ["production_mtco2"], where };
    const call = { tool: "data.query", args };
    upstream.respond = (response) => sendEvents(response, [JSON.stringify(call)]);
    const { code, out } = await yuheng([
      "ask",
      "--json",
      "--llm",
      address,
      "--llm-model",
      "small-1b",
      "glorphly CO2 of Spain in 2018",
    ]);
    expect(code).toBe(0);
    const reply = JSON.parse(out);
    expect(reply.by).toEqual({ provider: new URL(address).host, model: "small-1b" });
    expect(reply.values).toMatchObject([{ unit: "Mt CO2", cell: "proposed", primary: true }]);
    expect(reply.text).toContain("Plan proposed by `small-1b`");
  });

  test("does not ask it what the planner understands", async () => {
    const { out } = await yuheng(["ask", "--llm", address, "--llm-model", "small-1b", "population of Kenya in 2001"]);
    expect(out).toContain("Population of Kenya in 2001: ");
    expect(upstream.received).toEqual([]);
  });

  test("refuses an address without a model", async () => {
    const { code, err } = await yuheng(["ask", "--llm", address, "population of Kenya in 2001"]);
    expect([code, err]).toEqual([2, expect.stringContaining("at least one --llm-model")]);
  });
});
