#!/usr/bin/env node
// `npm start`: installs what is missing, builds the workbench if its sources are new, serves it on this machine and opens it.
import { ensureDependencies, requireNode } from "./setup.mjs";

requireNode();
ensureDependencies();

const { registerTypeScript } = await import("../kernel/headless/typescript.mjs");
registerTypeScript();
const { serveWorkbench } = await import("./serve/workbench.ts");
const address = await serveWorkbench({
  port: process.env.PORT ? Number(process.env.PORT) : 5173,
  strict: Boolean(process.env.PORT),
  open: process.argv.includes("--open") || wantsBrowser(),
  ...(process.env.YUHENG_NOTEBOOKS === undefined ? {} : { notebooks: process.env.YUHENG_NOTEBOOKS }),
  building: () => console.log("Building the workbench (once) …"),
});
console.log(`Yuheng Notebook: ${address}  (Ctrl+C ends it)`);

/** A browser is opened for a person at a desktop, not for a script. */
function wantsBrowser() {
  if (process.argv.includes("--no-open") || process.env.CI || !process.stdout.isTTY) return false;
  return (
    process.platform === "darwin" ||
    process.platform === "win32" ||
    Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  );
}
