import fc from "fast-check";
import { expect, test } from "vitest";
import { flowNetwork } from "../../../../lib/charts/flow-network.ts";

const flow = (origin: string, destination: string, value: number) => ({ origin, destination, value });

test("A place stands one level above the highest that it reaches", () => {
  const { nodes } = flowNetwork([
    flow("coal", "oven", 5),
    flow("oven", "furnace", 3),
    flow("oven", "air", 2),
    flow("furnace", "air", 3),
  ]);
  const levels = Object.fromEntries(nodes.map(({ name, level }) => [name, level]));
  expect(levels).toEqual({ coal: 3, oven: 2, furnace: 1, air: 0 });
  expect(nodes.find(({ name }) => name === "air")!.value).toBe(5);
});

test("What goes back ends at a second node of its place", () => {
  const { nodes, links, returns } = flowNetwork([
    flow("gas", "oven", 10),
    flow("oven", "burner", 4),
    flow("burner", "oven", 3),
  ]);
  const [back] = returns;
  expect(returns.size).toBe(1);
  expect(nodes[back!]).toMatchObject({ name: "oven", level: 0, value: 3 });
  expect(links.find(({ to }) => to === back)).toMatchObject({ value: 3 });
});

test("Every flow goes to a lower level and none is lost, whatever circles there are", () => {
  const place = fc.constantFrom("a", "b", "c", "d", "e", "f");
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place, fc.integer({ min: -2, max: 9 })), { maxLength: 20 }), (given) => {
      const flows = given.map(([origin, destination, value]) => flow(origin, destination, value));
      const { nodes, links } = flowNetwork(flows);
      for (const { from, to } of links) expect(nodes[from]!.level).toBeGreaterThan(nodes[to]!.level);
      const sum = flows.reduce((all, { value }) => all + Math.max(0, value), 0);
      expect(links.reduce((all, { value }) => all + value, 0)).toBe(sum);
    }),
  );
});
