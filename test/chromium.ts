import { existsSync } from "node:fs";

/** Where Debian and its relatives put the browser; Playwright's own is the fallback. */
const systemChromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));

/** Launch options that keep the browser on this machine: no updates, no look-ups, no first-run page. */
export function chromiumLaunch(): { executablePath?: string; args: string[] } {
  return {
    ...(systemChromium ? { executablePath: systemChromium } : {}),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--no-first-run",
    ],
  };
}
