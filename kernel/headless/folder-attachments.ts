import { createHash } from "node:crypto";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { dataPackageName, readDataPackage } from "../attachment/data-package.ts";
import { mediaType } from "../attachment/media-type.ts";
import type { AttachedFile, Attachment, Attachments } from "../services/attachment.ts";
import { readRegularFile } from "./regular-file.ts";

const texts = messages("attachment", {
  linked: {
    en: "“{name}” is a link that leads out of the notebook's folder. Links are not followed out of it; put the file itself in its place.",
    zh: "“{name}”是指向笔记本文件夹之外的链接。不会跟随链接离开文件夹；请改为放置文件本身。",
  },
});

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
    if (await this.#leadsOut(path)) throw new Fault(texts.linked({ name }));
    const [described, bytes] = await Promise.all([this.#describe(name), readRegularFile(path).catch(() => null)]);
    if (!described || !bytes) return null;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { attachment: { ...described, size: bytes.length, sha256 }, bytes: new Uint8Array(bytes) };
  }

  async #leadsOut(path: string): Promise<boolean> {
    const [folder, file] = await Promise.all(
      [realpath(this.#folder), realpath(path)].map((each) => each.catch(() => "")),
    );
    return folder !== "" && file !== "" && !file!.startsWith(folder!.endsWith(sep) ? folder! : folder + sep);
  }

  async #describe(name: string): Promise<Attachment | null> {
    this.#package ??= readRegularFile(join(this.#folder, dataPackageName)).then(
      (bytes) => readDataPackage(bytes.toString("utf8")),
      () => new Map(),
    );
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
