#!/usr/bin/env node
// `npm start`: installs what is missing, builds the workbench if its sources are new, serves it on this machine and opens it.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { ensureDependencies, requireNode, root } from "./installation/setup.mjs";

requireNode();
ensureDependencies();

const { registerTypeScript } = await import("../kernel/headless/typescript.mjs");
registerTypeScript();
const { serveWorkbench } = await import("./serve/workbench.ts");
const wanted = wantedPort();
const own = ownFolder();
const address = await serveWorkbench({
  port: wanted ?? 5173,
  strict: wanted !== null,
  open: process.argv.includes("--open") || wantsBrowser(),
  ...(own === null ? { notebooks: process.env.YUHENG_NOTEBOOKS } : { notebooks: own, examples: true }),
  ...(own !== null && existsSync(join(own, "datasets/catalogue.json")) ? { datasets: join(own, "datasets") } : {}),
  building: () => console.log("Building the workbench (once) …"),
});
console.log(`Yuheng Notebook: ${address}  (Ctrl+C ends it)`);
if (own !== null) console.log(`Your notebooks and files: ${own}`);

/**
 * The folder of the person's own notebooks and files: that of `npm start -- --folder PATH` or of the variable
 * YUHENG_FOLDER; `my` of the clone if none is given. Null if the variable YUHENG_NOTEBOOKS names one folder to be served alone.
 */
function ownFolder() {
  const given = wordAfter("--folder") ?? (process.env.YUHENG_FOLDER || undefined);
  if (given === undefined && process.env.YUHENG_NOTEBOOKS !== undefined) return null;
  if (given === "") {
    console.error("Give the folder of your notebooks: npm start -- --folder ~/carbon");
    process.exit(2);
  }
  return resolve(process.env.INIT_CWD ?? process.cwd(), given ?? join(root, "my"));
}

/** The word after an option, or after its equals sign; empty if there is none. */
function wordAfter(option) {
  const words = process.argv.slice(2);
  const at = words.findIndex((word) => word === option || word.startsWith(`${option}=`));
  if (at < 0) return undefined;
  return words[at] === option ? (words[at + 1] ?? "") : words[at].slice(option.length + 1);
}

/** The port of `npm start -- --port 5200` or of the variable PORT; null if none is wanted. */
function wantedPort() {
  const given = wordAfter("--port") ?? (process.env.PORT || undefined);
  if (given === undefined) return null;
  const port = Number(given);
  if (/^\d+$/.test(given) && port >= 1 && port <= 65535) return port;
  console.error(`“${given}” is no port. Give a number from 1 to 65535: npm start -- --port 5200`);
  process.exit(2);
}

/** A browser is opened for a person at a desktop, not for a script. */
function wantsBrowser() {
  if (process.argv.includes("--no-open") || process.env.CI || !process.stdout.isTTY) return false;
  return (
    process.platform === "darwin" ||
    process.platform === "win32" ||
    Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  );
}
