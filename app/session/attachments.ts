import { attachment as attachmentSchema } from "../../kernel/attachment/attachment-schema.ts";
import { checkFileSize } from "../../kernel/attachment/file-limit.ts";
import type { CellSource } from "../../kernel/compile/index.ts";
import type {
  AddedFile,
  AttachedFile,
  Attachment,
  Attachments,
  FilePlace,
  NewAttachment,
  OwnAttachments,
} from "../../kernel/services/attachment.ts";
import { sha256Of } from "../../kernel/values/sha-256.ts";
import { Fault, messageOf } from "../../lib/message/fault.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";
import { archivedFiles } from "./archived-files.ts";
import { FilesBeside, FolderUnwritable } from "./files-beside.ts";
import { openStore, requireStore } from "./store.ts";

const texts = messages("attachment", {
  notKept: {
    en: "The browser's storage is full or denied, so “{name}” was not kept. Free space on the disk, or allow storage for this page.",
    zh: "浏览器的存储空间已满或被禁用，未能保留“{name}”。请腾出磁盘空间，或允许此页面使用存储。",
  },
});

/**
 * The files of one notebook: those in the storage of this browser, before those beside it on the page's host. Where the host has them
 * in a folder, added files are written there; the storage keeps those that could not be.
 */
export class NotebookAttachments extends EventTarget implements OwnAttachments {
  readonly #notebook: string;
  readonly #beside: Attachments | null;

  constructor(notebook: string, beside: Attachments | null) {
    super();
    this.#notebook = notebook;
    this.#beside = beside;
  }

  get place(): "folder" | "browser" {
    return this.#folder ? "folder" : "browser";
  }

  get #folder(): FilesBeside | null {
    return this.#beside instanceof FilesBeside ? this.#beside : null;
  }

  async list(): Promise<readonly Attachment[]> {
    const [own, beside] = await Promise.all([this.#own(), this.#beside?.list() ?? []]);
    const names = new Set(own.map(({ name }) => name));
    return [...own, ...beside.filter(({ name }) => !names.has(name))];
  }

  async read(name: string): Promise<AttachedFile | null> {
    const store = await openStore();
    const kept = await store?.get("attachments", [this.#notebook, name]).catch(() => undefined);
    const attachment = attachmentSchema.safeParse(kept?.attachment).data;
    if (!kept || !attachment) return this.#beside?.read(name) ?? null;
    return { attachment, bytes: new Uint8Array(await kept.content.arrayBuffer()) };
  }

  async add(file: NewAttachment, bytes: Uint8Array<ArrayBuffer>, version: string | null = null): Promise<AddedFile> {
    const { name } = file;
    checkFileSize(name, bytes.length);
    let problem: Sentence | null = null;
    let attachment = await this.#folder?.write(file, bytes, version).catch((error) => {
      if (!(error instanceof FolderUnwritable)) throw error;
      problem = messageOf(error);
    });
    if (attachment) await this.#forget(name);
    else attachment = await this.#keep(file, bytes);
    this.dispatchEvent(new CustomEvent("change", { detail: [name, ...Object.keys(file.tables)] }));
    return { attachment, problem };
  }

  async astray(): Promise<ReadonlySet<string>> {
    return new Set(this.#folder ? (await this.#own()).map(({ name }) => name) : []);
  }

  async placeOf(name: string): Promise<FilePlace | null> {
    if ((await this.#own()).some((each) => each.name === name)) return "browser";
    if (!(await this.#beside?.list())?.some((each) => each.name === name)) return null;
    return this.#folder ? "folder" : "site";
  }

  async remove(name: string, version = ""): Promise<void> {
    const place = await this.placeOf(name);
    if (place === "folder") await this.#folder?.remove(name, version);
    else if (place === "browser") await this.#forget(name);
    this.dispatchEvent(new CustomEvent("change", { detail: [] }));
  }

  async #keep(file: NewAttachment, bytes: Uint8Array<ArrayBuffer>): Promise<Attachment> {
    const { name } = file;
    const content = new Blob([bytes], { type: file.mimeType });
    const attachment = { ...file, size: bytes.length, sha256: await sha256Of(content) };
    const store = requireStore(await openStore());
    await store.put("attachments", { notebook: this.#notebook, name, attachment, content }).catch(() => {
      throw new Fault(texts.notKept({ name }));
    });
    return attachment;
  }

  async #forget(name: string): Promise<void> {
    await (await openStore())?.delete("attachments", [this.#notebook, name]);
  }

  async #own(): Promise<Attachment[]> {
    const store = await openStore();
    const kept = (await store?.getAllFromIndex("attachments", "notebook", this.#notebook).catch(() => [])) ?? [];
    return kept.flatMap(({ attachment }) => attachmentSchema.safeParse(attachment).data ?? []);
  }
}

/** A notebook that is copied. */
interface Copied {
  readonly name: string;
  readonly cells: readonly CellSource[];
  readonly attachments: Attachments;
}

/**
 * Gives a copy of a notebook the files that were added to the notebook in this browser, and those beside it that its cells name.
 *
 * @param beside the folder of the copy; null if it is kept in this browser
 */
export async function copyAttachments(
  { name, cells, attachments }: Copied,
  to: string,
  beside: Attachments | null = null,
): Promise<void> {
  const store = await openStore();
  const copy = new NotebookAttachments(to, beside);
  for (const kept of (await store?.getAllFromIndex("attachments", "notebook", name)) ?? []) {
    const file = beside && (await attachments.read(kept.name));
    if (file) await copy.add(file.attachment, file.bytes);
    else await store?.put("attachments", { ...kept, notebook: to });
  }
  if (!store && !beside) return;
  for (const named of await archivedFiles(cells, attachments)) {
    if ((await copy.placeOf(named)) !== null) continue;
    const file = await attachments.read(named);
    if (file) await copy.add(file.attachment, file.bytes);
  }
}
