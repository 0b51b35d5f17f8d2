import * as z from "zod/mini";
import type { Attachment, Attachments } from "../../kernel/attachment/attachment.ts";
import { attachment as attachmentSchema } from "../../kernel/attachment/attachment-schema.ts";
import { mediaType } from "../../kernel/attachment/media-type.ts";
import { message } from "../../kernel/boundary/message.ts";
import { sha256Of } from "../../kernel/values/sha-256.ts";
import { Fault } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";

/**
 * The files beside the notebooks in the folder that the server gives. Their hashes are known once they are read.
 *
 * @param token of this start of the server, without which it gives no file
 */
export function filesBeside(token: string): Attachments {
  const base = new URL("api/files/", document.baseURI);
  return filesAt(base, base, { headers: { "X-Yuheng-Token": token } });
}

/** The files of the notebooks of a site, as it was built. */
export function filesOfSite(): Attachments {
  const base = new URL("notebooks/files/", document.baseURI);
  return filesAt(new URL("index.json", base), base, { cache: "no-cache" });
}

function filesAt(index: URL, base: URL, init: RequestInit): Attachments {
  const get = (address: URL) => fetch(address, init).catch(() => null);
  let list: Promise<Attachment[]> | undefined;
  const listOnce = () => {
    list ??= get(index).then(async (response) => {
      const listed = z.array(z.unknown()).safeParse(response?.ok ? await response.json().catch(() => null) : null);
      return (listed.data ?? []).flatMap((each) => described(each as Partial<Attachment>) ?? []);
    });
    return list;
  };
  return {
    list: listOnce,
    async read(name) {
      const response = await get(new URL(name.split("/").map(encodeURIComponent).join("/"), base));
      if (response?.status === 403) throw new Fault(await refusalIn(response));
      if (!response?.ok) return null;
      const content = await response.blob();
      const listed = (await listOnce()).find((each) => each.name === name);
      const bytes = new Uint8Array(await content.arrayBuffer());
      const attachment = described({ ...listed, name, size: bytes.length, sha256: await sha256Of(content) });
      return attachment ? { attachment, bytes } : null;
    },
  };
}

const refusal = z.object({ said: message });

/** Why the server does not give a file that is there. */
async function refusalIn(response: Response): Promise<Sentence> {
  const { data } = refusal.safeParse(await response.json().catch(() => null));
  return data?.said ?? response.statusText;
}

function described(listed: Partial<Attachment> | null): Attachment | undefined {
  const mimeType = mediaType(String(listed?.name));
  return attachmentSchema.safeParse({ lastModified: 0, tables: {}, sha256: "", ...listed, mimeType }).data;
}
