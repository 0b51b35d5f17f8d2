// How long the command takes to start, and what an installation of the package weighs: medians of processes in turns. Given the folder of
// another checkout, both meet the same machine: `npm run bench:cli -- ../other`. Needs no registry: what npm would install is taken from
// the clone.
import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { notebookText } from "../e2e/notebook-text.ts";
import { median } from "./workbench.ts";

const ROUNDS = Number(process.env.ROUNDS ?? 11);
const roots = [resolve(import.meta.dirname, "../.."), ...process.argv.slice(2).map((folder) => resolve(folder))];
const folder = mkdtempSync(join(tmpdir(), "yuheng-bench-cli-"));

/** A module that lets a process say at its end what time of the processors it used, in microseconds, with all its threads. */
const reporter = `data:text/javascript,${encodeURIComponent(
  `import { isMainThread } from "node:worker_threads";
  if (isMainThread) process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    process.stderr.write("cpu " + (user + system) + "\\n");
  });`,
)}`;

interface Started {
  readonly name: string;
  readonly program: string;
}

try {
  const notebook = join(folder, "one.html");
  writeFileSync(notebook, notebookText("One", ["const answer = 6 * 7"]));
  const started: Started[] = [];
  const sizes: string[] = [];
  for (const [i, root] of roots.entries()) {
    const label = i === 0 ? "" : ` (${root})`;
    const { program, bytes, dependencies } = install(root, join(folder, String(i)));
    started.push({ name: `clone${label}`, program: join(root, "cli/yuheng.mjs") });
    started.push({ name: `package${label}`, program });
    const all = [...dependencies.values()].reduce((sum, size) => sum + size, bytes);
    sizes.push(
      `package${label}: ${megabytes(bytes)} MB unpacked, ${megabytes(all)} MB with its ${dependencies.size} dependencies for this system`,
    );
  }
  const load = loadavg()[0]!.toFixed(1);
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, load ${load}`,
  );
  await compare("--help", started, ["--help"]);
  await compare("run of a notebook of one cell", started, ["run", notebook, "--out", join(folder, "results")]);
  for (const line of sizes) console.log(line);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Prints the medians of wall clock and of CPU time of each program. */
async function compare(what: string, programs: readonly Started[], args: readonly string[]): Promise<void> {
  const measured = programs.map(() => ({ wall: [] as number[], cpu: [] as number[] }));
  for (let round = 0; round <= ROUNDS; ++round) {
    for (const [i, { program }] of programs.entries()) {
      const began = performance.now();
      const child = spawnSync(process.execPath, ["--import", reporter, program, ...args], {
        encoding: "utf8",
        cwd: folder,
      });
      const wall = performance.now() - began;
      const cpu = /cpu (\d+)/.exec(child.stderr)?.[1];
      if (child.status !== 0 || cpu === undefined) throw new Error(child.stderr);
      // The first round fills the caches of the system.
      if (round === 0) continue;
      measured[i]!.wall.push(wall);
      measured[i]!.cpu.push(Number(cpu) / 1000);
    }
  }
  for (const [i, { wall, cpu }] of measured.entries())
    console.log(`${what}, ${programs[i]!.name}: ${seconds(median(wall))} s, CPU ${seconds(median(cpu))} s`);
}

/** Packs a checkout and unpacks it with its dependencies beside it; those are links to what the checkout has installed. */
function install(
  root: string,
  place: string,
): { program: string; bytes: number; dependencies: ReadonlyMap<string, number> } {
  const installed = join(place, "node_modules/yuheng");
  mkdirSync(installed, { recursive: true });
  const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", place], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf("[\n")));
  execFileSync("tar", ["-xzf", join(place, filename), "-C", installed, "--strip-components=1"]);
  const dependencies = new Map<string, number>();
  collect(installed, join(root, "node_modules"), dependencies);
  for (const name of dependencies.keys()) {
    const link = join(place, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "node_modules", name), link);
  }
  const { bin } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  return { program: join(installed, bin.yuheng), bytes: sizeOf(installed), dependencies };
}

/** Adds all that npm would install for a package, with the bytes of each. Optional ones count if they are for this system. */
function collect(of: string, modules: string, found: Map<string, number>): void {
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(join(of, "package.json"), "utf8"));
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const path = join(modules, name);
    if (found.has(name) || !existsSync(join(path, "package.json"))) continue;
    found.set(name, sizeOf(path));
    collect(path, modules, found);
  }
}

function sizeOf(path: string): number {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}
