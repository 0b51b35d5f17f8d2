import { expect, it } from "vitest";
import { chartsIn } from "../../../kernel/charts/charts.ts";
import { openRealm } from "../../../kernel/headless/dom/realm.ts";

openRealm();

it("What takes power stays below zero in hours in which it takes none", () => {
  const rows = [5, 6, 7, 6].flatMap((gw, hour) => [
    { hour, source: "wind", gw },
    { hour, source: "charging", gw: hour % 2 === 0 ? 0 : -2 },
  ]);
  const figure = chartsIn({
    language: "en",
    width: 740,
    cite: (names) => document.createTextNode(names.join()),
  }).dispatch(rows, { time: "hour", series: "source", value: "gw", order: ["wind", "charging"] });
  const y = figure.scale("y") as unknown as { apply: (value: number) => number };
  const areas = [...figure.querySelectorAll('[aria-label="area"] path')].map((path) =>
    [...path.getAttribute("d")!.matchAll(/[ML]?-?[\d.]+,(-?[\d.]+)/g)].map(([, at]) => Number(at)),
  );
  expect(areas).toHaveLength(2);
  const [wind, charging] = areas;
  // Screens count from the top: what is below zero has the larger y.
  expect(Math.max(...wind!)).toBeCloseTo(y.apply(0), 1);
  expect(Math.min(...charging!)).toBeCloseTo(y.apply(0), 1);
  expect(Math.max(...charging!)).toBeCloseTo(y.apply(-2), 1);
});
