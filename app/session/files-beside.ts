import * as z from "zod/mini";
import type { Attachment, Attachments } from "../../kernel/attachment/attachment.ts";
import { attachment as attachmentSchema } from "../../kernel/attachment/attachment-schema.ts";
import { mediaType } from "../../kernel/attachment/media-type.ts";
import { sha256Of } from "../../kernel/values/sha-256.ts";

/**
 * The files beside the notebooks in the folder that the server gives. Their hashes are known once they are read.
 *
 * @param token of this start of the server, without which it gives no file
 */
export function filesBeside(token: string): Attachments {
  const base = new URL("api/files/", document.baseURI);
  const get = (name: string) =>
    fetch(new URL(encodeURIComponent(name), base), { headers: { "X-Yuheng-Token": token } }).catch(() => null);
  let list: Promise<Attachment[]> | undefined;
  const listOnce = () => {
    list ??= get("").then(async (response) => {
      const listed = z.array(z.unknown()).safeParse(await response?.json().catch(() => null)).data ?? [];
      return listed.flatMap((each) => described(each as Partial<Attachment>) ?? []);
    });
    return list;
  };
  return {
    list: listOnce,
    async read(name) {
      const response = await get(name);
      if (!response?.ok) return null;
      const content = await response.blob();
      const listed = (await listOnce()).find((each) => each.name === name);
      const bytes = new Uint8Array(await content.arrayBuffer());
      const found = { ...listed, name, size: bytes.length, sha256: await sha256Of(content) };
      const attachment = described(found);
      return attachment ? { attachment, bytes } : null;
    },
  };
}

function described(listed: Partial<Attachment> | null): Attachment | undefined {
  const mimeType = mediaType(String(listed?.name));
  return attachmentSchema.safeParse({ lastModified: 0, tables: {}, sha256: "", ...listed, mimeType }).data;
}
