import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { afterAll, beforeAll, expect, test } from "vitest";

const require = createRequire(import.meta.url);
const { forbidden, options } = require("../../../.dependency-cruiser.cjs");
const { floors } = require("../../../.floors.cjs") as { floors: Readonly<Record<string, readonly string[][]>> };

interface Example {
  readonly refused: readonly [string, string];
  readonly passes: readonly [string, string];
}

/** For each floor, an import from one above it, or at the top from beside it, and one from below, or at the ground within its folder. */
function examplesOfFloors(top: string): [string, Example][] {
  const folders = floors[top]!;
  const file = (folder: string, name: string) => `${top}/${folder}/${name}.ts`;
  return [
    ...folders.map(([folder = ""], i): [string, Example] => {
      const above = folders[i + 1]?.[0] ?? "attic";
      const below = folders[i - 1]?.[0] ?? folder;
      return [
        `${top}-floor-${i}`,
        {
          refused: [file(folder, "up"), file(above, "ground")],
          passes: [file(folder, "down"), file(below, "ground")],
        },
      ];
    }),
    [
      `${top}-has-floors`,
      {
        refused: [file("attic", "window"), file(folders[0]![0]!, "ground")],
        passes: [file(folders[1]![0]!, "window"), file(folders[0]![0]!, "ground")],
      },
    ],
  ];
}

/** One import that each rule refuses, and one beside it that it lets pass. */
const imports: Readonly<Record<string, Example>> = {
  ...Object.fromEntries(Object.keys(floors).flatMap(examplesOfFloors)),
  "lib-imports-nothing-above": {
    refused: ["lib/mrio/above.ts", "kernel/runtime/run.ts"],
    passes: ["kernel/runtime/below.ts", "lib/mrio/table.ts"],
  },
  "kernel-imports-no-app": {
    refused: ["kernel/runtime/above.ts", "app/frame/main.ts"],
    passes: ["app/frame/below.ts", "kernel/runtime/run.ts"],
  },
  "app-imports-no-cli": {
    refused: ["app/frame/command.ts", "cli/commands/call.ts"],
    passes: ["app/frame/beside.ts", "app/session/session.ts"],
  },
  "cli-imports-no-app": {
    refused: ["cli/page.ts", "app/frame/main.ts"],
    passes: ["cli/written.ts", "app/typing/declarations.ts"],
  },
  "numeric-and-quantity-are-the-ground": {
    refused: ["lib/quantity/above.ts", "lib/tool/year.ts"],
    passes: ["lib/quantity/tools/declared.ts", "lib/tool/tool.ts"],
  },
  "messages-lie-below-everything": {
    refused: ["lib/message/sum.ts", "lib/numeric/matrix.ts"],
    passes: ["lib/numeric/refusal.ts", "lib/message/fault.ts"],
  },
  "tool-knows-no-domain": {
    refused: ["lib/tool/table.ts", "lib/mrio/table.ts"],
    passes: ["lib/tool/matrix.ts", "lib/numeric/matrix.ts"],
  },
  "uncertainty-knows-no-domain": {
    refused: ["lib/uncertainty/footprint.ts", "lib/mrio/table.ts"],
    passes: ["lib/mrio/uncertainty/draws.ts", "lib/uncertainty/sampling/stream.ts"],
  },
  "domains-are-apart": {
    refused: ["lib/inventory/trade.ts", "lib/mrio/table.ts"],
    passes: ["lib/panorama/trade.ts", "lib/mrio/table.ts"],
  },
  "hybrid-analysis-knows-input-output-tables": {
    refused: ["lib/lifecycle/hybrid/national.ts", "lib/inventory/equation.ts"],
    passes: ["lib/lifecycle/hybrid/trade.ts", "lib/mrio/table.ts"],
  },
  "companies-stand-on-inventories-alone": {
    refused: ["lib/company/trade.ts", "lib/mrio/table.ts"],
    passes: ["lib/company/direct.ts", "lib/inventory/equation.ts"],
  },
  "exchange-is-imported-by-no-domain": {
    refused: ["lib/mrio/file.ts", "lib/exchange/mrio/wiod.ts"],
    passes: ["lib/exchange/mrio/read.ts", "lib/mrio/table.ts"],
  },
  "indicators-stand-on-panorama": {
    refused: ["lib/panorama/heads.ts", "lib/indicators/dispersion.ts"],
    passes: ["lib/indicators/accounts.ts", "lib/panorama/national-series.ts"],
  },
  "optimization-knows-no-domain": {
    refused: ["lib/optimization/grid.ts", "lib/mrio/table.ts"],
    passes: ["lib/industry/optimum.ts", "lib/optimization/programme.ts"],
  },
  "industry-and-border-stand-on-domains": {
    refused: ["lib/company/kiln.ts", "lib/industry/kiln.ts"],
    passes: ["lib/industry/scope.ts", "lib/company/direct.ts"],
  },
  "industry-knows-no-border": {
    refused: ["lib/industry/duty.ts", "lib/border/duty.ts"],
    passes: ["lib/border/duty.ts", "lib/industry/kiln.ts"],
  },
  "dialogue-stands-on-domains": {
    refused: ["lib/mrio/asked.ts", "lib/dialogue/intent.ts"],
    passes: ["lib/dialogue/intents/table.ts", "lib/mrio/table.ts"],
  },
  "dialogue-knows-no-agents": {
    refused: ["lib/dialogue/intents/agent.ts", "lib/agents/state.ts"],
    passes: ["lib/agents/phase.ts", "lib/dialogue/intent.ts"],
  },
  "functions-know-no-tools": {
    refused: ["lib/mrio/accounts.ts", "lib/mrio/tools/table-tool.ts"],
    passes: ["lib/mrio/tools/accounts.ts", "lib/mrio/tools/table-tool.ts"],
  },
  "files-know-no-notebook": {
    refused: ["lib/files/table/codes.ts", "lib/classification/region.ts"],
    passes: ["lib/exchange/mrio/table.ts", "lib/files/table/limits.ts"],
  },
  "lib-is-pure": { refused: ["lib/mrio/file.ts", "node:fs"], passes: ["cli/file.ts", "node:fs"] },
  "no-cycles": {
    refused: ["lib/natural/a.ts", "lib/natural/b.ts"],
    passes: ["lib/natural/c.ts", "lib/natural/a.ts"],
  },
  "no-folder-without-a-noun": {
    refused: ["lib/natural/sum.ts", "lib/natural/utils/sum.ts"],
    passes: ["lib/natural/total.ts", "lib/natural/sum.ts"],
  },
};

const root = join(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "yuheng-layers-"));
let found: ReadonlySet<string>;

beforeAll(async () => {
  const sources = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    const beside = relative(dirname(from), to);
    sources.set(from, (sources.get(from) ?? new Set()).add(to.startsWith("node:") ? to : `./${beside}`));
    if (!to.startsWith("node:") && !sources.has(to)) sources.set(to, new Set());
  };
  for (const { refused, passes } of Object.values(imports)) {
    add(...refused);
    add(...passes);
  }
  add("lib/natural/b.ts", "lib/natural/a.ts");
  for (const [path, targets] of sources) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    // A type is an import as any other.
    writeFileSync(
      join(folder, path),
      `${[...targets].map((target) => `import type {} from "${target}";\n`).join("")}export {};\n`,
    );
  }
  const { output } = await cruise(["app", "cli", "kernel", "lib"], {
    ...options,
    tsConfig: undefined,
    baseDir: folder,
    ruleSet: { forbidden },
    validate: true,
  });
  found = new Set(
    (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every rule of the layers refuses an import that breaks it, and lets its neighbour pass", () => {
  expect(Object.keys(imports).sort()).toEqual(forbidden.map(({ name }: { name: string }) => name).sort());
  const line = (name: string, [from, to]: readonly [string, string]) => `${name}: ${from} → ${to.replace("node:", "")}`;
  for (const [name, { refused, passes }] of Object.entries(imports)) {
    expect([name, found.has(line(name, refused))]).toEqual([name, true]);
    expect([name, found.has(line(name, passes))]).toEqual([name, false]);
  }
});

test("every folder of what has floors stands on one, and each floor names folders that there are", () => {
  for (const [top, list] of Object.entries(floors)) {
    const folders = readdirSync(join(root, top), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
    expect([top, list.flat().sort()]).toEqual([top, folders.sort()]);
  }
});

/** What a folder may import, as ARCHITECTURE.md writes it. */
function written(floor: number): string {
  if (floor === 0) return "nothing";
  return floor === 1 ? "floor 0" : `floors 0–${floor - 1}`;
}

test("the column “may import” of ARCHITECTURE.md says the floors of every folder", () => {
  const text = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
  for (const [top, list] of Object.entries(floors)) {
    const section = text.slice(text.indexOf(`\n## ${top}`)).split("\n## ", 2)[1]!;
    const rows = section.split("\n").flatMap((line) => {
      if (!line.startsWith("| `")) return [];
      const [folders = "", , mayImport] = line.slice(2).split(" | ");
      return [...folders.matchAll(/`(.+?)`/g)].map(
        ([, folder]) => `${folder!.split("/")[0]}: ${mayImport?.replace(/ \|$/, "")}`,
      );
    });
    const expected = list.flatMap((folders, i) => folders.map((folder) => `${folder}: ${written(i)}`));
    expect([top, [...new Set(rows)].sort()]).toEqual([top, expected.sort()]);
  }
});

test("a row of ARCHITECTURE.md fits on two lines", () => {
  const rows = readFileSync(join(root, "ARCHITECTURE.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.filter((row) => row.length > 2 * 140)).toEqual([]);
});
