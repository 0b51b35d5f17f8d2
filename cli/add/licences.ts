import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readRegularText } from "../../kernel/headless/regular-file.ts";

/** A package by its description. */
export interface DescribedPackage {
  readonly name: string;
  readonly version: string;
  /** As it states it; empty if it states none. */
  readonly licence: string;
  /** The texts of its licence and notices. */
  readonly texts: readonly string[];
}

/** Reads the description and the licence of a package in its folder. */
export async function describePackage(folder: string): Promise<DescribedPackage> {
  const {
    name = "",
    version = "",
    license,
    licenses,
  } = JSON.parse(await readRegularText(join(folder, "package.json")));
  const stated = [license ?? licenses ?? []]
    .flat()
    .map((each) => (typeof each === "string" ? each : (each?.type ?? "")));
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readRegularText(join(folder, file)).catch(() => "")));
  return {
    name: String(name),
    // A folder that was never published may have none.
    version: String(version) || "0.0.0",
    licence: stated.filter(Boolean).map(String).join(" OR ").slice(0, 300),
    texts: texts.map((text) => text.trim()).filter(Boolean),
  };
}

/** The licences of packages as one text; null if none has a text. */
export function writeLicences(packages: readonly DescribedPackage[]): string | null {
  const stating = packages.filter(({ texts }) => texts.length > 0);
  if (stating.length === 0) return null;
  return stating
    .map(
      ({ name, version, licence, texts }) =>
        `${name} ${version} (${licence || "no licence stated"})\n\n${texts.join("\n\n")}\n`,
    )
    .join(`\n${"-".repeat(72)}\n\n`);
}
