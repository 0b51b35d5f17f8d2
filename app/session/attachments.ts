import type {
  AttachedFile,
  Attachment,
  Attachments,
  NewAttachment,
  OwnAttachments,
} from "../../kernel/attachment/attachment.ts";
import { attachment as attachmentSchema } from "../../kernel/attachment/attachment-schema.ts";
import { sha256Of } from "../../kernel/values/sha-256.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { openStore, requireStore } from "./store.ts";

const said = messages("attachment", {
  tooLarge: {
    en: "“{name}” has {size} MB; expected at most {most} MB. Take a part of it, or import a database by “Import a database”.",
    zh: "“{name}”大小为 {size} MB，最多为 {most} MB。请截取其中一部分，或用“导入数据库”导入。",
  },
  notKept: {
    en: "The browser's storage is full or denied, so “{name}” was not kept. Free space on the disk, or allow storage for this page.",
    zh: "浏览器的存储空间已满或被禁用，未能保留“{name}”。请腾出磁盘空间，或允许此页面使用存储。",
  },
});

const MEGABYTE = 1_000_000;
/** A larger file would be too much for a page that holds it in memory while it is read. */
export const MAX_FILE_BYTES = 100 * MEGABYTE;

/** The files of one notebook: those added in this browser, before those beside it on the page's host. */
export class NotebookAttachments extends EventTarget implements OwnAttachments {
  readonly #notebook: string;
  readonly #beside: Attachments | null;

  constructor(notebook: string, beside: Attachments | null) {
    super();
    this.#notebook = notebook;
    this.#beside = beside;
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

  async add(file: NewAttachment, bytes: Uint8Array<ArrayBuffer>): Promise<Attachment> {
    const { name } = file;
    if (bytes.length > MAX_FILE_BYTES) {
      const size = Math.ceil(bytes.length / MEGABYTE);
      throw new Fault(said.tooLarge({ name, size, most: MAX_FILE_BYTES / MEGABYTE }));
    }
    const content = new Blob([bytes], { type: file.mimeType });
    const attachment = { ...file, size: bytes.length, sha256: await sha256Of(content) };
    const store = requireStore(await openStore());
    await store.put("attachments", { notebook: this.#notebook, name, attachment, content }).catch(() => {
      throw new Fault(said.notKept({ name }));
    });
    this.dispatchEvent(new CustomEvent("change", { detail: [name, ...Object.keys(file.tables)] }));
    return attachment;
  }

  async remove(name: string): Promise<void> {
    await (await openStore())?.delete("attachments", [this.#notebook, name]);
    this.dispatchEvent(new CustomEvent("change", { detail: [] }));
  }

  async #own(): Promise<Attachment[]> {
    const store = await openStore();
    const kept = (await store?.getAllFromIndex("attachments", "notebook", this.#notebook).catch(() => [])) ?? [];
    return kept.flatMap(({ attachment }) => attachmentSchema.safeParse(attachment).data ?? []);
  }
}

/** Gives a copy of a notebook its files. */
export async function copyAttachments(from: string, to: string): Promise<void> {
  const store = await openStore();
  if (!store) return;
  for (const kept of await store.getAllFromIndex("attachments", "notebook", from)) {
    await store.put("attachments", { ...kept, notebook: to });
  }
}
