import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { COMPRESSED, compressText, readMaybeCompressed } from "../serve/compressed.ts";
import type { ProgramBuilds } from "./program-builds.ts";

/** The folder of the package with what is built for pages. */
const FOLDER = "build/programs";

/** Shorter contents stand in the list itself. */
const LEAST_LENGTH = 4096;

/** A content that lies in a file of the package, as bytes or as a text: most programs are part of several builds. */
interface Elsewhere {
  readonly $file: string;
  readonly text: boolean;
}

/** The contents that a package has already, each in one file. */
export class ShippedContents {
  readonly #root: string;
  readonly #files = new Map<string, string>();
  readonly #writing: Promise<void>[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  /** Takes the files of a folder, at addresses relative to the package, so that none of them is written again. */
  async addFolder(folder: string): Promise<void> {
    const paths = await readdir(join(this.#root, folder), { encoding: "utf8" });
    for (const path of paths.filter((each) => !each.endsWith(COMPRESSED)))
      this.#files.set(keyOf(await readFile(join(this.#root, folder, path))), `${folder}/${path}`);
  }

  /** The file of a content, which is written compressed if no file has it yet. */
  fileOf(content: Buffer): string {
    const key = keyOf(content);
    const known = this.#files.get(key);
    if (known !== undefined) return known;
    const file = `${FOLDER}/${key}`;
    this.#files.set(key, file);
    this.#writing.push(compressText(content).then((bytes) => writeFile(join(this.#root, file + COMPRESSED), bytes)));
    return file;
  }

  /** Resolves when all files are written. */
  async written(): Promise<void> {
    await Promise.all(this.#writing);
  }
}

/** Writes a build as the package contains it. */
export async function ship<Name extends keyof ProgramBuilds>(
  root: string,
  name: Name,
  build: ProgramBuilds[Name],
  contents: ShippedContents,
): Promise<void> {
  const json = JSON.stringify(encoded(build, contents));
  await writeFile(fileFor(root, name), await promisify(gzip)(json, { level: 9 }));
  await contents.written();
}

/** Reads a build that the package contains. */
export async function readShipped<Name extends keyof ProgramBuilds>(
  root: string,
  name: Name,
): Promise<ProgramBuilds[Name]> {
  const json = (await promisify(gunzip)(await readFile(fileFor(root, name)))).toString();
  const names = new Set<string>();
  JSON.parse(json, (_, value: Partial<Elsewhere> | null) => {
    if (typeof value?.$file === "string") names.add(value.$file);
    return value;
  });
  const files = new Map<string, Buffer>();
  const read = async (file: string) => files.set(file, await readMaybeCompressed(join(root, file)));
  await Promise.all([...names].map(read));
  return JSON.parse(json, (_, value: Partial<Elsewhere> | null) => {
    if (typeof value?.$file !== "string") return value;
    const content = files.get(value.$file)!;
    return value.text ? content.toString() : content;
  });
}

function encoded(value: unknown, contents: ShippedContents): unknown {
  if (value instanceof Uint8Array) return { $file: contents.fileOf(Buffer.from(value)), text: false };
  if (typeof value === "string" && value.length >= LEAST_LENGTH) {
    return { $file: contents.fileOf(Buffer.from(value)), text: true };
  }
  if (Array.isArray(value)) return value.map((each) => encoded(each, contents));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, encoded(each, contents)]));
}

function keyOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 32);
}

function fileFor(root: string, name: string): string {
  return join(root, FOLDER, `${name}.json.gz`);
}
