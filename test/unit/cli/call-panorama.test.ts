import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const entry = fileURLToPath(new URL("../../../cli/yuheng.mjs", import.meta.url));

async function ladder(input: object): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [entry, "call", "panorama.ladder"], { stdio: "pipe" });
  child.stdin.end(JSON.stringify(input));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

test("yuheng call climbs the ladder on the datasets that ship: each step with its source", async () => {
  const { code, out, err } = await ladder({ regions: ["CHN"], year: 2022, gas: "CO2" });
  expect([code, err]).toEqual([0, ""]);
  const { rows, datasets } = JSON.parse(out);
  expect(rows.map(({ step }: { step: string }) => step)).toEqual([
    "territorial",
    "net transfer",
    "consumption",
    "land-use change",
    "panorama",
  ]);
  for (const { source } of rows) expect(source).toContain("Global Carbon Budget");
  expect(datasets).toContain("carbon_budget_countries");
});

test("yuheng call refuses a region that is none, by its field, with exit code 2", async () => {
  const { code, err } = await ladder({ regions: ["Atlantis"], year: 2022 });
  expect(code).toBe(2);
  expect(err).toMatch(/panorama\.ladder: There is no region "Atlantis"/);
});
