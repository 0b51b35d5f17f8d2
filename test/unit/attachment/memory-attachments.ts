import { mediaType } from "../../../kernel/attachment/media-type.ts";
import type { AttachedTable, Attachment, Attachments } from "../../../kernel/services/attachment.ts";
import { Sha256 } from "../../../kernel/values/sha-256.ts";

/** Files in memory, which can be changed. `reads` counts the reads of their bytes. */
export class MemoryAttachments implements Attachments {
  reads = 0;
  readonly #files = new Map<string, { attachment: Attachment; bytes: Uint8Array<ArrayBuffer> }>();

  put(name: string, content: string | Uint8Array<ArrayBuffer>, tables: Readonly<Record<string, AttachedTable>> = {}) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const sha256 = new Sha256().add(bytes).hex();
    const attachment = { name, mimeType: mediaType(name), size: bytes.length, lastModified: 0, sha256, tables };
    this.#files.set(name, { attachment, bytes });
    return this;
  }

  async list(): Promise<Attachment[]> {
    return [...this.#files.values()].map(({ attachment }) => attachment);
  }

  async read(name: string) {
    this.reads += 1;
    const file = this.#files.get(name);
    return file ? { attachment: file.attachment, bytes: file.bytes.slice() } : null;
  }
}
