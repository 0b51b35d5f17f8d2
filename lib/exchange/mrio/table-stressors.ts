import { stressorsOf } from "./emission-account.ts";
import { eurostatFigures, eurostatFiles } from "./eurostat-accounts.ts";
import { oecdFigures, oecdFiles } from "./oecd-accounts.ts";
import type { SourceFiles } from "./source-files.ts";
import type { FoundStressor } from "./stressor-choice.ts";
import { wideStressors } from "./wide-satellite.ts";
import { wiodStressors } from "./wiod-accounts.ts";

/** Stressors for a table that is published without a satellite account, from accompanying files. */
export async function stressorsBeside(
  files: SourceFiles,
  year: number,
  kind: "OECD" | "Eurostat" | "WIOD",
): Promise<FoundStressor[]> {
  const found = await wideStressors(files, year);
  if (kind === "OECD")
    for (const path of oecdFiles(files)) found.push(...stressorsOf(await oecdFigures(files, path, year, {})));
  if (kind === "Eurostat")
    for (const path of eurostatFiles(files)) found.push(...stressorsOf(await eurostatFigures(files, path, year, {})));
  if (kind === "WIOD") found.push(...(await wiodStressors(files, year)));
  return found;
}
