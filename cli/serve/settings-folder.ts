import { homedir } from "node:os";
import { join } from "node:path";

/** The folder of a user's settings, which no folder of notebooks can bring along. */
export function settingsFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const settings =
    process.platform === "win32"
      ? (environment.APPDATA ?? join(homedir(), "AppData", "Roaming"))
      : (environment.XDG_CONFIG_HOME ?? join(homedir(), ".config"));
  return join(settings, "yuheng");
}
