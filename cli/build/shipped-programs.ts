import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { ProgramBuilds } from "./program-builds.ts";

/** The folder of the package with what is built for pages. */
const FOLDER = "build/programs";

/** Bytes in JSON. */
interface Bytes {
  readonly $base64: string;
}

/** Bytes that lie in another file of the package: the database is part of the workbench, too. */
interface Elsewhere {
  readonly $file: string;
}

/** Writes a build as the package contains it. */
export async function ship<Name extends keyof ProgramBuilds>(
  root: string,
  name: Name,
  build: ProgramBuilds[Name],
  fileOf: (content: Uint8Array) => string | undefined = () => undefined,
): Promise<void> {
  const json = JSON.stringify(encoded(build, fileOf));
  await writeFile(fileFor(root, name), await promisify(gzip)(json, { level: 9 }));
}

/** Reads a build that the package contains. */
export async function readShipped<Name extends keyof ProgramBuilds>(
  root: string,
  name: Name,
): Promise<ProgramBuilds[Name]> {
  const json = await promisify(gunzip)(await readFile(fileFor(root, name)));
  const files = new Map<string, Buffer>();
  for (const [, file = ""] of json.toString().matchAll(/\{"\$file":"([^"]+)"\}/g))
    files.set(file, await readFile(join(root, file)));
  return JSON.parse(json.toString(), (_, value: Partial<Bytes & Elsewhere> | null) => {
    if (typeof value?.$file === "string") return files.get(value.$file);
    return typeof value?.$base64 === "string" ? Buffer.from(value.$base64, "base64") : value;
  });
}

function encoded(value: unknown, fileOf: (content: Uint8Array) => string | undefined): unknown {
  if (value instanceof Uint8Array) {
    const $file = fileOf(value);
    return $file === undefined ? { $base64: Buffer.from(value).toString("base64") } : { $file };
  }
  if (Array.isArray(value)) return value.map((each) => encoded(each, fileOf));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, encoded(each, fileOf)]));
}

function fileFor(root: string, name: string): string {
  return join(root, FOLDER, `${name}.json.gz`);
}
