import { describe, expect, test } from "vitest";
import type { GivenExchange } from "../../../lib/lifecycle/graph/graph-builder.ts";
import { link } from "../../../lib/lifecycle/graph/link.ts";
import { linkRules } from "../../../lib/lifecycle/graph/provider-search.ts";
import { makes, shortGraph, takes } from "./graph-of.ts";

/** Provider's id and rule of the only exchange of activity `id` that is not a production. */
function linked(graph: ReturnType<typeof shortGraph>, id: string, options = {}) {
  const links = link(graph, options);
  const a = graph.activities.findIndex((each) => each.id === id);
  const e = graph.exchanges.activity.findIndex((of, at) => of === a && graph.exchanges.type[at] !== 0);
  return [graph.activities[links.provider[e]!]?.id, linkRules[links.rule[e]!]];
}

const markets = {
  "power@RER": [makes("power", 1)],
  "power@US": [makes("power", 1)],
  "power@CN": [makes("power", 1)],
  "coal@CN": [makes("coal", 1), takes("power", 0.1)],
  "steel@CN": [makes("steel", 1), takes("power", 2)],
  "steel@BR": [makes("steel2", 1), takes("power", 2)],
  "told@CN": [makes("told", 1), takes("power", 2, { provider: "power@RER" })],
  "lonely@BR": [makes("lonely", 1), takes("coal", 1)],
};

describe("linking", () => {
  test("prefers the stated provider, a given one, the consumer's place, preferred places, then the first", () => {
    const graph = shortGraph(markets);
    const providers = [{ product: "power", provider: "power@RER", except: ["CN"] }];
    expect(linked(graph, "told@CN", { providers })).toEqual(["power@RER", "stated"]);
    expect(linked(graph, "steel@BR", { providers })).toEqual(["power@RER", "given"]);
    expect(linked(graph, "steel@CN", { providers })).toEqual(["power@CN", "location"]);
    expect(linked(graph, "steel@BR", { preferred: ["JP", "US"] })).toEqual(["power@US", "preferred"]);
    expect(linked(graph, "steel@BR")).toEqual(["power@RER", "first"]);
    expect(linked(graph, "lonely@BR")).toEqual(["coal@CN", "alone"]);
    const elsewhere = [{ product: "power", provider: "power@US", only: ["CN"] }];
    expect(linked(graph, "steel@BR", { providers: elsewhere })).toEqual(["power@RER", "first"]);
    expect(linked(graph, "steel@CN", { providers: elsewhere })).toEqual(["power@US", "given"]);
  });

  test("lists where several could provide, with the rule that decided", () => {
    const graph = shortGraph(markets);
    const { choices } = link(graph, { preferred: ["US"] });
    expect(choices.map(({ rule, candidates, exchanges }) => [rule, candidates, exchanges.length])).toEqual([
      ["location", 3, 2],
      ["preferred", 3, 1],
    ]);
  });

  test("lists what nobody provides, or refuses it with the activity and product named", () => {
    const graph = shortGraph({ car: [makes("car", 1), takes("glass", 30)] });
    expect(link(graph).cutOffs).toEqual([
      { activity: 0, product: 1, exchange: 1, amount: 30, unit: "kg", reason: "no-provider" },
    ]);
    expect(() => link(graph, { missing: "refuse" })).toThrow(
      "Activity car exchanges 30 kg of glass, which no activity of the inventory provides.",
    );
  });

  test("does not follow a stated provider that does not make the product", () => {
    const graph = shortGraph({
      a: [makes("p", 1), takes("q", 1, { provider: "b" })],
      b: [makes("r", 1)],
      c: [makes("q", 1)],
    });
    expect(link(graph).cutOffs).toMatchObject([{ reason: "other-provider" }]);
    expect(() => link(graph, { missing: "refuse" })).toThrow("Activity a takes q from b, which does not make it.");
  });

  test("cuts off self-supply only at the share that is asked for, per unit made", () => {
    const graph = shortGraph({ a: [makes("p", 10), takes("p", 5)], b: [makes("q", 10), takes("q", 4.9)] });
    expect(link(graph).cutOffs).toEqual([]);
    const { cutOffs, provider } = link(graph, { cutSelfSupply: 0.5 });
    expect(cutOffs).toMatchObject([{ activity: 0, amount: 5, reason: "self-supply" }]);
    expect([...provider]).toEqual([-1, -1, -1, 1]);
    expect(() => link(graph, { cutSelfSupply: 0 })).toThrow("cutSelfSupply is 0");
  });

  test("gives wastes to those that treat them, whether written as a negative input or as an output", () => {
    const graph = shortGraph(
      {
        plant: [makes("p", 1, { reference: true }), takes("ash", -0.2)],
        mill: [makes("q", 1, { reference: true }), makes("ash", 0.3)],
        landfill: [makes("ash", -1)],
      },
      ["ash"],
    );
    const { provider, cutOffs } = link(graph);
    expect([...provider]).toEqual([-1, 2, -1, 2, -1]);
    expect(cutOffs).toEqual([]);
  });

  test("names unknown products and activities of given rules", () => {
    const graph = shortGraph(markets);
    const by = (product: string, provider: string) => () => link(graph, { providers: [{ product, provider }] });
    expect(by("gas", "power@US")).toThrow("providers names the product gas");
    expect(by("power", "power@MX")).toThrow("providers names the activity power@MX");
    expect(by("power", "coal@CN")).toThrow("providers names coal@CN for power, which it does not make. Name one of");
  });

  test("refuses activities without a product, with two reference products, or with amounts that are no numbers", () => {
    expect(() => link(shortGraph({ a: [takes("p", 1)] }))).toThrow("Activity a makes no product");
    expect(() =>
      link(shortGraph({ a: [makes("p", 1, { reference: true }), makes("q", 1, { reference: true })] })),
    ).toThrow("Activity a has two reference products, p and q.");
    expect(() => link(shortGraph({ a: [makes("p", 1), makes("p", 2)] }))).toThrow(
      "Activity a makes p in two exchanges",
    );
    expect(() => link(shortGraph({ a: [makes("p", 0)] }))).toThrow("Activity a makes 0 of its reference product p");
    expect(() => shortGraph({ a: [makes("p", Number.NaN)] })).toThrow("Activity a exchanges NaN of p");
    const graph = shortGraph({ a: [makes("p", 1)] });
    graph.exchanges.amount[0] = Number.NaN;
    expect(() => link(graph)).toThrow("Activity a exchanges NaN of p; the amount must be a finite number.");
  });

  test("names an amount whose unit does not fit, and reads units as inventories write them", () => {
    const grams = shortGraph({ a: [makes("p", 1), takes("q", 500, { unit: "gram" })], b: [makes("q", 1)] });
    expect(grams.exchanges.amount[1]).toBe(0.5);
    expect(() => shortGraph({ a: [makes("p", 1, { unit: "kilowatt hour" })] })).toThrow(
      "Activity a exchanges p in kilowatt hour, which does not fit its unit kg.",
    );
  });

  test("is linear: each search looks at few candidates, however many there are", () => {
    // 4,000 makers of one product and 4,000 consumers: a scan of all makers for each consumer would read 16 million locations.
    const count = 4000;
    let reads = 0;
    const activities: Record<string, GivenExchange[]> = {};
    for (let a = 0; a < count; a++) activities[`maker${a}@P${a}`] = [makes("power", 1)];
    for (let a = 0; a < count; a++) activities[`user${a}@P${a}`] = [makes(`u${a}`, 1), takes("power", 1)];
    const graph = shortGraph(activities);
    const watched = graph.activities.map((activity) => ({
      ...activity,
      get location() {
        reads++;
        return activity.location;
      },
    }));
    const { provider } = link({ ...graph, activities: watched }, { preferred: ["P1"] });
    expect(provider.at(-1)).toBe(count - 1);
    expect(reads).toBeLessThan(4 * 2 * count);
  });
});
