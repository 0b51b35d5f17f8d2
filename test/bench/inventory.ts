import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";
import { leafCategories } from "../../lib/classification/categories.ts";
import { readFactors } from "../../lib/factors/factor-table.ts";
import { readActivity } from "../../lib/inventory/account/activity-table.ts";
import { compileInventory } from "../../lib/inventory/account/compilation.ts";
import { buildInventory, type EmissionRow } from "../../lib/inventory/account/inventory.ts";
import { levelAssessment, sourcesOf, trendAssessment } from "../../lib/inventory/account/key-categories.ts";
import { totals } from "../../lib/inventory/account/totals.ts";

// A full national inventory: 34 years and 7 gases of every category, 300 where the tree has fewer leaves counted twice over.
const gases = ["kt CO2", "kt CH4", "kt N2O", "t HFC134a", "t CF4", "t SF6", "t NF3"];
const codes = leafCategories.map(({ code }) => code);
const rows: EmissionRow[] = [];
for (let c = 0; c < 300; c++)
  for (let year = 1990; year < 2024; year++)
    for (const [g, unit] of gases.entries())
      rows.push({ category: codes[c % codes.length]!, year, value: 1 + ((c * 31 + year * 7 + g) % 97), unit });

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1]!;
const measure = (name: string, run: () => unknown) => {
  for (let i = 0; i < 3; i++) run();
  const times = Array.from({ length: 15 }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  console.log(`${name}: median ${median(times).toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms`);
};

const { inventory } = buildInventory(rows);
console.log(
  `${rows.length} rows, ${inventory.categories.length} categories × ${inventory.years.length} years × ${inventory.gases.length} gases`,
);
measure("rows to inventory", () => buildInventory(rows));
measure("totals", () => totals(inventory, "AR6.GWP100"));
measure("key categories, level and trend", () => {
  const sources = sourcesOf(inventory, "AR6.GWP100", 1990, 2023);
  return [levelAssessment(sources), trendAssessment(sources)];
});
measure("all of it", () => {
  const built = buildInventory(rows).inventory;
  const sources = sourcesOf(built, "AR6.GWP100", 1990, 2023);
  return [totals(built, "AR6.GWP100"), levelAssessment(sources), trendAssessment(sources)];
});

// From activity data: every fuel in four categories, 34 years, three gases each.
const { factors } = readFactors(
  tableFromIPC(readFileSync(new URL("../../datasets/factors_energy.arrow", import.meta.url)))
    .toArray()
    .map((row) => row!.toJSON()),
);
const fuels = [...new Set(factors.filter(({ category }) => category === "1.A").map(({ activity }) => activity))];
const sheet = fuels.flatMap((fuel) =>
  ["1.A.1.a", "1.A.2.a", "1.A.4.a", "1.A.4.b"].flatMap((category) =>
    Array.from({ length: 34 }, (_, i) => ({ category, fuel, year: 1990 + i, value: i + 1 })),
  ),
);
const columns = { category: "category", activity: "fuel", year: "year", value: "value", unit: "=PJ" };
console.log(`${sheet.length} rows of activity data`);
measure("sheet to inventory, with factors", () =>
  compileInventory(readActivity(sheet, columns).records, { shipped: factors }),
);
