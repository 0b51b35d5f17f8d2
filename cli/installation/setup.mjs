// Plain JavaScript with Node's own modules only: this runs before any dependency is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

const oldest = [20, 19];

/** Ends the process with a sentence if Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  console.error(`Yuheng needs Node ${oldest.join(".")} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs the dependencies if they are missing or differ from the lock file. */
export function ensureDependencies() {
  if (areDependenciesInstalled()) return;
  console.log("Installing the dependencies (once) …");
  // Without the browser that a test package would download: the tests look for one themselves.
  const environment = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], environment);
}

/** Compares the lock file with npm's record of its last installation. Optional packages may be for other systems. */
function areDependenciesInstalled() {
  const wanted = readLock(join(root, "package-lock.json"));
  const installed = readLock(join(root, "node_modules", ".package-lock.json"));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional || installed[path]?.version === version,
  );
}

function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : {};
}

/** Finds a Firefox for the tests, or installs Debian's if this is Debian and root; without one the tests skip it. */
export function ensureFirefox() {
  if (systemFirefox()) return true;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log("Installing Firefox for the tests (once) …");
  const options = { cwd: root, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, stdio: "inherit" };
  const apt = ["-o", "DPkg::Lock::Timeout=300", "-qq"];
  // A failure here (another Debian, no network) does not fail the tests.
  for (const args of [["update"], ["install", "-y", "firefox-esr"]]) spawnSync("apt-get", [...apt, ...args], options);
  return systemFirefox();
}

function systemFirefox() {
  return ["/usr/bin/firefox-esr", "/usr/bin/firefox"].some((path) => existsSync(path));
}

/** Finds a Chromium for the tests, or installs one: Debian's if this is Debian and root, otherwise Playwright's. */
export function ensureChromium() {
  if (systemChromium() || playwrightChromium()) return;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium for the tests (once) …");
    const quiet = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = ["-o", "DPkg::Lock::Timeout=300", "-qq"];
    run("apt-get", [...apt, "update"], quiet);
    run("apt-get", [...apt, "install", "-y", "chromium"], quiet);
    if (systemChromium()) return;
  }
  run("npx", ["playwright", "install", "chromium"], process.env);
}

function systemChromium() {
  return ["/usr/bin/chromium", "/usr/bin/chromium-browser"].some((path) => existsSync(path));
}

function playwrightChromium() {
  const result = spawnSync(
    process.execPath,
    ["-e", "import('playwright').then(({chromium}) => console.log(chromium.executablePath()))"],
    { cwd: root, encoding: "utf8" },
  );
  return result.status === 0 && existsSync(result.stdout.trim());
}

function run(command, args, environment) {
  const { status, error } = spawnSync(command, args, { cwd: root, env: environment, stdio: "inherit" });
  if (status === 0) return;
  console.error(`\`${command} ${args.join(" ")}\` failed${error ? `: ${error.message}` : ""}.`);
  process.exit(1);
}
