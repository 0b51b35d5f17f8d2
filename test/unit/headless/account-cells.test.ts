import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountCells, freeNames } from "../../../app/workbench/account/account-cells.ts";
import { choicesFor, mappingFileOf } from "../../../app/workbench/account/account-choices.ts";
import { comparisonCells } from "../../../app/workbench/account/comparison-cells.ts";
import { decide, emptyMapping } from "../../../app/workbench/account/mapping-edits.ts";
import { FolderAttachments } from "../../../kernel/headless/folder-attachments.ts";
import { openServices, runCells } from "./services.ts";

const services = openServices();
const source = { is: "file", file: "energy-2024.csv" } as const;
const later = { is: "file", file: "energy-2025.csv" } as const;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-account-"));
  const rows = [
    "Site,Item,Amount,Unit",
    "Lyon,Natural gas,1200,MWh",
    "Lyon,Diesel,5000,L",
    "Lyon,Electricity,800,MWh",
    "Lyon,Frobnicators,3,pcs",
  ];
  await writeFile(join(folder, source.file), `${rows.join("\n")}\n`);
  await writeFile(join(folder, later.file), `${rows.join("\n").replace("1200", "1500")}\nNice,Diesel,900,L\n`);
  const mapping = decide(emptyMapping, { name: "Frobnicators", unit: "pcs" }, { is: "skip", reason: "sold again" });
  await writeFile(join(folder, mappingFileOf(source)), JSON.stringify(mapping));
  await writeFile(join(folder, mappingFileOf(later)), JSON.stringify(mapping));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("The written cells run, in either language, and their account is that of the tool", async () => {
  const choices = { ...choicesFor(source), kind: "company", year: 2024, region: "FRA" } as const;
  for (const language of ["en", "zh-CN"]) {
    const cells = accountCells(choices, freeNames(new Set()), language);
    const { values, cells: ran } = await runCells(services, cells, {
      attachments: new FolderAttachments(folder),
      language,
    });
    expect(ran.flatMap(({ error }) => error ?? [])).toEqual([]);
    const account = values.get("carbonAccount") as {
      totals: { key: string; value: number }[];
      coverage: { lines: number; of: number };
    };
    expect(account.totals[0]!.value).toBeGreaterThan(0);
    expect(account.coverage.lines).toBe(3);
  }
});

test("The cells that compare two years split the change without residual, and ask why a site came, in either language", async () => {
  const first = { ...choicesFor(source), kind: "company", year: 2024, region: "FRA" } as const;
  const second = { ...first, source: later, year: 2025 } as const;
  for (const language of ["en", "zh-CN"]) {
    const cells = [
      ...accountCells(first, freeNames(new Set()), language),
      ...accountCells(second, freeNames(new Set(["mapping"])), language),
      ...comparisonCells({ earlier: "carbonAccount", later: "carbonAccount2" }, "yearChange", language),
    ];
    const { values, cells: ran } = await runCells(services, cells, {
      attachments: new FolderAttachments(folder),
      language,
    });
    expect(ran.flatMap(({ error }) => error ?? [])).toEqual([]);
    const { change, activity, factor, boundary, baseYear } = values.get("yearChange") as {
      change: number;
      activity: number;
      factor: number;
      boundary: number;
      baseYear: { recalculate: boolean; asks: { key: string }[] };
    };
    expect(activity).toBeGreaterThan(0);
    expect(boundary).toBeGreaterThan(0);
    expect(activity + factor + boundary).toBeCloseTo(change, 9);
    expect(baseYear.asks.map(({ key }) => key)).toEqual(["reason:Nice"]);
  }
});
