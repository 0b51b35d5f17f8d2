import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const PACKAGE = "fonts-wqy-zenhei";

/** Installs a font with Chinese characters where that can be done without asking. Throws, with what to do, if there is none in the end. */
export function requireChineseFont(): void {
  if (hasChineseFont()) return;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    console.log(`Installing ${PACKAGE}: this machine has no font with Chinese characters …`);
    const quiet = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
    execFileSync("apt-get", ["update"], quiet);
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", PACKAGE], quiet);
    if (hasChineseFont()) return;
  }
  throw new Error(
    `This machine has no font with Chinese characters, so that Chinese pictures would show empty boxes. Install one, for example ${PACKAGE} or Noto Sans CJK, and start again.`,
  );
}

/** Asks fontconfig, by which Chromium finds its fonts on Linux. macOS and Windows have Chinese fonts of their own. */
function hasChineseFont(): boolean {
  if (process.platform !== "linux") return true;
  try {
    return execFileSync("fc-list", [":lang=zh-cn", "family"], { encoding: "utf8" }).trim() !== "";
  } catch {
    return false;
  }
}
