import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AnsweredOnce } from "../../../kernel/headless/answered-once.ts";
import type { NodeServices } from "../../../kernel/headless/node-services.ts";
import { runNotebook } from "../../../kernel/headless/run-notebook.ts";
import { openServices } from "../headless/services.ts";
import { builds } from "../numeric/builds.ts";

const opened = openServices({}, await builds());
const services: NodeServices = { ...opened, compute: new AnsweredOnce(opened.compute) };
const templates = ["product.en", "product.zh-cn"] as const;

/** The template with inputs set: its text, and the amounts that were assessed. */
async function run(template: (typeof templates)[number], set: Record<string, unknown>) {
  const text = readFileSync(join(import.meta.dirname, "../../../notebooks/templates", `${template}.html`), "utf8");
  const result = await runNotebook(text, { services, set });
  expect(result.cells.flatMap(({ error }) => error ?? [])).toEqual([]);
  const { bill } = new Map(result.values).get("reading") as { bill: readonly { name: string; amount: number }[] };
  const shown = result.cells.map(({ html }) => html.replaceAll(/<[^>]*>/g, " ")).join(" ");
  return { bill: bill.map(({ name, amount }) => [name, amount]), shown };
}

describe.each(templates)("the template %s", (template) => {
  test("reads a first row with a decimal comma, and shows no NaN", async () => {
    const { bill, shown } = await run(template, { billText: "steel; 2,35; kg\nPP; 1; kg" });
    expect(bill).toEqual([
      ["steel", 2.35],
      ["PP", 1],
    ]);
    expect(shown).not.toMatch(/NaN|undefined|\[object/);
  });

  test("reads the columns of a real bill, and lists aloud what it does not read", async () => {
    const { bill, shown } = await run(template, {
      billText: [
        "Pos.;Bezeichnung;Lieferant;Menge;Einheit;Bemerkung",
        "1;steel;ACME;2,35;kg;welded",
        "2;paint;ACME;some;kg;",
        "3;leather;;0,2;kg;",
        ";Summe;;2,55;kg;",
      ].join("\n"),
    });
    expect(bill).toEqual([
      ["steel", 2.35],
      ["leather", 0.2],
    ]);
    expect(shown).toContain("2;paint;ACME;some;kg;");
    expect(shown).toContain(";Summe;;2,55;kg;");
    // Of three lines one has data; the row that was not read has a mass, too, so that no share of the mass is known.
    expect(shown).toMatch(/from 1 of 3 lines; 1 row was not read|依据 3 行中的 1 行；另有 1 行未读取/);
    expect(shown).not.toContain("92.2");
    expect(shown).not.toMatch(/NaN|undefined|\[object/);
  });

  test("has no score, and no zero, for a bill of which nothing has data", async () => {
    const { shown } = await run(template, { billText: "unobtainium; 2,35; kg", electricity: 0 });
    expect(shown).toMatch(/No score for 1 bicycle|1 辆没有结果/);
    expect(shown).not.toMatch(/NaN|undefined|\[object|0\.000 kg/);
  });
});
