import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { AttachedFile, Attachment, Attachments } from "../attachment/attachment.ts";
import { dataPackageName, readDataPackage } from "../attachment/data-package.ts";
import { mediaType } from "../attachment/media-type.ts";

/**
 * The files in the folder of a notebook, and in folders below it when they are read by name. A Data Package beside them says which
 * tables they hold. Hashes are known once a file is read.
 */
export class FolderAttachments implements Attachments {
  readonly #folder: string;
  #list: Promise<Attachment[]> | undefined;
  #package: Promise<ReturnType<typeof readDataPackage>> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  list(): Promise<readonly Attachment[]> {
    this.#list ??= this.#files();
    return this.#list;
  }

  async read(name: string): Promise<AttachedFile | null> {
    const path = join(this.#folder, name);
    const [described, bytes] = await Promise.all([this.#describe(name), readFile(path).catch(() => null)]);
    if (!described || !bytes) return null;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { attachment: { ...described, size: bytes.length, sha256 }, bytes: new Uint8Array(bytes) };
  }

  async #describe(name: string): Promise<Attachment | null> {
    this.#package ??= readFile(join(this.#folder, dataPackageName), "utf8").then(readDataPackage, () => new Map());
    const [tables, found] = await Promise.all([this.#package, stat(join(this.#folder, name)).catch(() => null)]);
    if (!found?.isFile()) return null;
    return {
      name,
      mimeType: mediaType(name),
      size: found.size,
      lastModified: Math.round(found.mtimeMs),
      sha256: "",
      tables: tables.get(name) ?? {},
    };
  }

  async #files(): Promise<Attachment[]> {
    const entries = await readdir(this.#folder, { withFileTypes: true }).catch(() => []);
    const names = entries.filter((entry) => entry.isFile() && !/^\.|\.html$/i.test(entry.name)).map(({ name }) => name);
    const described = await Promise.all(names.sort().map((name) => this.#describe(name)));
    return described.filter((each) => each !== null);
  }
}
