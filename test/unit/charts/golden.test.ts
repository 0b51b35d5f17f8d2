import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chartsIn } from "../../../kernel/charts/charts.ts";
import { openRealm } from "../../../kernel/headless/dom/realm.ts";
import { chartCases } from "../../charts/chart-cases.ts";

openRealm();

const folder = join(import.meta.dirname, "golden");
/** `GOLDEN=write npx vitest run --project node test/unit/charts/golden.test.ts` writes the pictures anew; look at their diff. */
const isWriting = process.env.GOLDEN === "write";
if (isWriting) mkdirSync(folder, { recursive: true });

/** The column of the design in English, and a phone in Chinese. */
const views = [
  { language: "en", width: 740 },
  { language: "zh-CN", width: 358 },
];

/** One element a line, so that a diff shows what moved; beyond a hundredth of a pixel machines may differ. */
function written(figure: Element): string {
  const short = figure.outerHTML.replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
  return `${short.replaceAll(/></g, ">\n<").replaceAll(/ (?=[ML]\d)/g, "\n")}\n`;
}

describe.each(views)("Charts in $language at $width px", ({ language, width }) => {
  const cite = (names: readonly string[]) => document.createTextNode(names.join("; "));
  const charts = chartsIn({ language, width, cite });

  it.each(chartCases)("$name is drawn as its golden picture", ({ name, draw }) => {
    const file = join(folder, `${name}.${language}.html`);
    const figure = written(draw(charts, width));
    if (isWriting) writeFileSync(file, figure);
    expect(figure).toBe(readFileSync(file, "utf8"));
  });
});

it("has no golden picture of a chart that is gone", () => {
  const names = chartCases.flatMap(({ name }) => views.map(({ language }) => `${name}.${language}.html`));
  expect(readdirSync(folder).sort()).toEqual(names.sort());
});
