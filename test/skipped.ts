import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Skip } from "./account.ts";
import { systemFirefox } from "./firefox-path.ts";

const root = join(import.meta.dirname, "..");

const noFirefox = {
  title: "",
  reason: "There is no Firefox (Debian's firefox-esr) on this machine, and none could be installed.",
  when: () => systemFirefox === undefined,
};

const noFigures = {
  reason: "The figures that the datasets are built from stand beside the project where its builders run; not here.",
  when: () => !existsSync(join(root, "../shared/figures")),
};

const noFullDevice = {
  file: "test/unit/cli/ending.test.ts",
  reason: "There is no device /dev/full on this system.",
  when: () => !existsSync("/dev/full"),
};

const noSmallDisk = {
  file: "test/unit/cli/ending.test.ts",
  reason: "Only root may mount a small disk, on Linux.",
  when: () => process.platform !== "linux" || process.getuid?.() !== 0,
};

/** Every test that may be skipped, and when. A skipped test that is not here fails the run, and so does an entry that names none. */
export const skipped: readonly Skip[] = [
  { file: "test/firefox/site.test.ts", ...noFirefox },
  { file: "test/firefox/workbench.test.ts", ...noFirefox },
  { file: "test/unit/datasets/rebuild.test.ts", title: "", ...noFigures },
  { file: "test/unit/datasets/figures.test.ts", title: "figures", ...noFigures },
  { ...noFullDevice, title: "On a full disk › a file is not there, and the sentence names it" },
  { ...noFullDevice, title: "On a full disk › a command whose output is written there ends with 1 and a sentence" },
  { ...noSmallDisk, title: "On a full disk › a run ends with 1, says so, and leaves what was finished" },
  {
    ...noSmallDisk,
    file: "test/unit/cli/file-store.test.ts",
    title: "A file that is added › on a full disk is not there, and nothing else has changed",
  },
  { ...noSmallDisk, title: "On a full disk › a build ends with 1, says so, and leaves the pages" },
];
