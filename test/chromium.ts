import { existsSync } from "node:fs";

/** Where Debian and its relatives put the browser; Playwright's own is the fallback. */
const systemChromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));

/**
 * Parts of the browser that no test looks at. Two load a page of the browser's own beside every page of a test, which costs as
 * much as opening the workbench; a third keeps a process for a page that may come. Chromium heeds the last list that it is given:
 * Playwright's own are named again.
 */
const unwanted = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "SpareRendererForSitePerProcess",
  "ThirdPartyStoragePartitioning",
];

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
      `--disable-features=${unwanted.join(",")}`,
    ],
  };
}
