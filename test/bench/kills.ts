import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { serveWorkbench } from "../../cli/serve/workbench.ts";
import { notebookText } from "../e2e/notebook-text.ts";
import { killBrowsers } from "../kills/killed-browser.ts";
import { killWriters } from "../kills/killed-writers.ts";
import { randomFrom } from "../kills/random.ts";
import { buildProgram } from "../kills/writer-program.ts";

// Kills servers while they save and browsers while one types, and looks what is lost. `npm run bench:kills`, or with the numbers of kills
// of both: `npm run bench:kills -- 20 6`. SEED=… chooses other moments. Exit code 1 if anything is lost.
const [servers = 200, browsers = 60] = process.argv.slice(2).map(Number);
const seed = Number(process.env.SEED ?? 20261125);
const folder = await mkdtemp(join(tmpdir(), "yuheng-kills-"));
const print = (text: string) => process.stdout.write(`${text}\n`);
print(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, seed ${seed}`,
);
let failed = false;
try {
  if (servers > 0) {
    const program = await buildProgram("notebook-writer");
    const written = await killWriters(program, folder, servers, randomFrom(seed));
    await rm(dirname(program), { recursive: true });
    print(
      `server: ${written.kills} kills, ${written.acknowledged} saves acknowledged, ${written.interrupted} interrupted, ` +
        `${written.swept} leftovers swept, ${written.faults.length} faults`,
    );
    for (const fault of written.faults) print(`  ${fault}`);
    failed ||= written.faults.length > 0;
  }
  if (browsers > 0) {
    const [notebooks, profile] = [join(folder, "notebooks"), join(folder, "profile")];
    for (const path of [notebooks, profile]) await mkdir(path);
    await writeFile(join(notebooks, "typed.html"), notebookText("typed", ["//"]));
    const address = await serveWorkbench({ port: 5300, strict: false, open: false, notebooks });
    const typed = await killBrowsers(address, "typed", profile, browsers, randomFrom(seed + 1), (done) => {
      if (done > 0 && done % 10 === 0) print(`  ${done} browsers killed`);
    });
    print(
      `browser: ${typed.kills} kills of ${typed.browser}, ${typed.old} strokes older than 1 s, ` +
        `${typed.young.kept} of ${typed.young.all} younger ones kept, the oldest lost was ${typed.oldestLost.toFixed(0)} ms old, ` +
        `${typed.faults.length} faults`,
    );
    for (const fault of typed.faults) print(`  ${fault}`);
    failed ||= typed.faults.length > 0;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
