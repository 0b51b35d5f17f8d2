import * as z from "zod/mini";
import { attachment as attachmentSchema } from "../../kernel/attachment/attachment-schema.ts";
import { FileConflict } from "../../kernel/attachment/file-conflict.ts";
import { mediaType } from "../../kernel/attachment/media-type.ts";
import { message } from "../../kernel/boundary/message.ts";
import type { AttachedFile, Attachment, Attachments, NewAttachment } from "../../kernel/services/attachment.ts";
import { sha256Of } from "../../kernel/values/sha-256.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";

const texts = messages("session", {
  folderUnreachable: {
    en: "The server cannot be reached.",
    zh: "无法连接服务器。",
  },
});

/** The folder cannot be written now: the disk is full, it is read-only, or the server has ended. */
export class FolderUnwritable extends Fault {
  override name = "FolderUnwritable";
}

/** The files beside the notebooks of a site, as it was built. */
export class FilesOfSite implements Attachments {
  readonly #index: URL;
  readonly #base: URL;
  readonly #init: RequestInit;
  #list: Promise<readonly Attachment[]> | undefined;

  constructor(
    base = new URL("notebooks/files/", document.baseURI),
    index = new URL("index.json", base),
    init: RequestInit = { cache: "no-cache" },
  ) {
    this.#base = base;
    this.#index = index;
    this.#init = init;
  }

  list(): Promise<readonly Attachment[]> {
    this.#list ??= this.ask(this.#index).then(async (response) => {
      const listed = z.array(z.unknown()).safeParse(response?.ok ? await response.json().catch(() => null) : null);
      return (listed.data ?? []).flatMap((each) => described(each as Partial<Attachment>) ?? []);
    });
    return this.#list;
  }

  async read(name: string): Promise<AttachedFile | null> {
    const response = await this.ask(this.addressOf(name));
    if (response?.status === 403) throw new Fault(await refusalIn(response));
    if (!response?.ok) return null;
    const content = await response.blob();
    const listed = (await this.list()).find((each) => each.name === name);
    const bytes = new Uint8Array(await content.arrayBuffer());
    const attachment = described({ ...listed, name, size: bytes.length, sha256: await sha256Of(content) });
    return attachment ? { attachment, bytes } : null;
  }

  /** Null if there is no answer. */
  protected ask(address: URL, more: RequestInit = {}): Promise<Response | null> {
    return fetch(address, { ...this.#init, ...more }).catch(() => null);
  }

  protected addressOf(name: string): URL {
    return new URL(name.split("/").map(encodeURIComponent).join("/"), this.#base);
  }

  /** A file of the list is now this one, or is gone. */
  protected async noteChange(name: string, now: Attachment | null): Promise<void> {
    const others = (await this.list()).filter((each) => each.name !== name);
    this.#list = Promise.resolve(now ? [...others, now] : others);
  }
}

/** The files beside a notebook in the folder that the server gives. Their hashes are known once they are read or written. */
export class FilesBeside extends FilesOfSite {
  readonly #notebook: string;

  /** @param token of this start of the server, without which it gives no file */
  constructor(token: string, notebook: string) {
    const base = new URL("api/files/", document.baseURI);
    super(base, withNotebook(base, notebook), { headers: { "X-Yuheng-Token": token } });
    this.#notebook = notebook;
  }

  protected override addressOf(name: string): URL {
    return withNotebook(super.addressOf(name), this.#notebook);
  }

  /**
   * Writes a file into the folder, with how it is read. Rejects with FileConflict, FolderUnwritable, or a Fault that says what of
   * the file is to be changed.
   *
   * @param version the hash of the file that it replaces; null if it is new
   */
  async write(file: NewAttachment, bytes: Uint8Array<ArrayBuffer>, version: string | null): Promise<Attachment> {
    const { name, tables } = file;
    const body = new FormData();
    body.append("writing", JSON.stringify({ tables, version }));
    body.append("content", new Blob([bytes]));
    const answer = await this.#change(this.addressOf(name), { method: "PUT", body });
    const written = described(answer as Partial<Attachment>);
    if (!written) throw new FolderUnwritable(texts.folderUnreachable());
    await this.noteChange(name, written);
    return written;
  }

  /** Removes a file that has this hash. Rejects with FileConflict and FolderUnwritable. */
  async remove(name: string, version: string): Promise<void> {
    const address = this.addressOf(name);
    address.searchParams.set("version", version);
    await this.#change(address, { method: "DELETE" });
    await this.noteChange(name, null);
  }

  async #change(address: URL, init: RequestInit): Promise<unknown> {
    const response = await this.ask(address, init);
    if (response?.ok) return response.json().catch(() => null);
    if (!response) throw new FolderUnwritable(texts.folderUnreachable());
    const { status } = response;
    const { said: reason, current } = await refusedIn(response);
    if (status === 409) throw new FileConflict(current ?? null, reason);
    throw status === 400 ? new Fault(reason) : new FolderUnwritable(reason);
  }
}

/** An address of the files beside a notebook: each project has its own. */
function withNotebook(address: URL, notebook: string): URL {
  const named = new URL(address);
  named.searchParams.set("beside", notebook);
  return named;
}

const refusal = z.object({ said: message, current: z.optional(z.nullable(z.string())) });

async function refusedIn(response: Response): Promise<{ said: Sentence; current?: string | null | undefined }> {
  const { data } = refusal.safeParse(await response.json().catch(() => null));
  return data ?? { said: response.statusText };
}

/** Why the server does not give a file that is there. */
async function refusalIn(response: Response): Promise<Sentence> {
  return (await refusedIn(response)).said;
}

function described(listed: Partial<Attachment> | null): Attachment | undefined {
  const mimeType = mediaType(String(listed?.name));
  return attachmentSchema.safeParse({ lastModified: 0, tables: {}, sha256: "", ...listed, mimeType }).data;
}
