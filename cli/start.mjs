#!/usr/bin/env node
// `npm start`: installs what is missing, builds the workbench if its sources are new, serves it on this machine and opens it.
import { ensureDependencies, requireNode } from "./installation/setup.mjs";

requireNode();
ensureDependencies();

const { registerTypeScript } = await import("../kernel/headless/typescript.mjs");
registerTypeScript();
const { serveWorkbench } = await import("./serve/workbench.ts");
const wanted = wantedPort();
const address = await serveWorkbench({
  port: wanted ?? 5173,
  strict: wanted !== null,
  open: process.argv.includes("--open") || wantsBrowser(),
  ...(process.env.YUHENG_NOTEBOOKS === undefined ? {} : { notebooks: process.env.YUHENG_NOTEBOOKS }),
  building: () => console.log("Building the workbench (once) …"),
});
console.log(`Yuheng Notebook: ${address}  (Ctrl+C ends it)`);

/** The port of `npm start -- --port 5200` or of the variable PORT; null if none is wanted. */
function wantedPort() {
  const words = process.argv.slice(2);
  const at = words.findIndex((word) => /^--port(?:=|$)/.test(word));
  const given = at < 0 ? process.env.PORT || undefined : (words[at].split("=")[1] ?? words[at + 1] ?? "");
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
