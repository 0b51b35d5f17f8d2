import { NotedDatasets } from "../../cli/account/read-datasets.ts";
import { makeAccount } from "../../lib/account/account.ts";
import type { ReadLine } from "../../lib/account/line-shape.ts";
import { readSheets } from "../../lib/account/reading/read-sheets.ts";
import { accountSheet, type Kind } from "./account-sheets.ts";

// Files of many lines as accounts: 300 names × sites × months, and the worst case, in which no name comes twice. `bench:account 20000` takes
// that many lines instead of 100,000. The ratio of the times per line tells whether the time is linear, whatever the machine.
const MANY = Number(process.argv[2] ?? 100_000);
const FEW = MANY / 10;
const { read } = new NotedDatasets();

/** Processor time of this process: other work on the machine does not lengthen it. Collection of garbage beside it is in it. */
const seconds = async (run: () => unknown): Promise<number> => {
  const began = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
};

async function compare(name: string, time: (lines: number) => Promise<number>): Promise<void> {
  const [few, many] = [await time(FEW), await time(MANY)];
  const ratio = many / MANY / (few / FEW);
  const heap = process.memoryUsage().heapUsed / 2 ** 20;
  console.log(
    `${name}: ${many.toFixed(2)} s for ${MANY} lines (${FEW}: ${few.toFixed(2)} s), per line × ${ratio.toFixed(2)}, heap ${heap.toFixed(0)} MiB`,
  );
}

const linesOf = (kind: Kind, rows: number, names: number): readonly ReadLine[] =>
  readSheets([accountSheet(kind, rows, names)]).lines;

function make(kind: Kind, lines: readonly ReadLine[]) {
  const mapping = { entries: [], places: {}, answers: {} };
  const given = { lines, leftOut: [], asks: [], year: undefined, region: "DEU", metric: "AR5.GWP100" };
  return makeAccount({ ...given, mapping: { format: "yuheng-mapping", version: 1, ...mapping } }, kind, read);
}

for (const [name, isText] of [
  ["read", false],
  ["read, amounts as text", true],
] as const)
  await compare(name, (rows) => {
    const sheet = accountSheet("company", rows, 300, isText);
    return seconds(() => readSheets([sheet]));
  });
for (const kind of ["company", "inventory", "product"] as const) {
  // The tables of factors and the background are opened once.
  await make(kind, linesOf(kind, 50, 10));
  for (const [name, names] of [
    [kind, 300],
    [`${kind}, no name twice`, MANY],
  ] as const)
    if (kind !== "product" || names === 300)
      await compare(name, (rows) => {
        const lines = linesOf(kind, rows, names);
        return seconds(() => make(kind, lines));
      });
}
console.log(`peak of memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);
