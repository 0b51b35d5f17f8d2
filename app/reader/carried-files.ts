import { attachmentName } from "../../kernel/attachment/attachment-name.ts";
import { MissingFile } from "../../kernel/attachment/missing-file.ts";
import type { PageData } from "../../kernel/integrity/page-data.ts";
import type { FileService } from "../../kernel/services/file-content.ts";
import { Sha256 } from "../../kernel/values/sha-256.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const texts = messages("reader", {
  unreadFile: {
    en: "The file “{name}” of this page could not be read. Load the page again.",
    zh: "无法读取本页的文件“{name}”。请重新载入页面。",
  },
  changedFile: {
    en: "The file “{name}” differs from the lock of this page: its SHA-256 is {found}…, expected {expected}…. Take the file from the site as it was built.",
    zh: "文件“{name}”与本页的锁定不符：其 SHA-256 为 {found}…，应为 {expected}…。请使用站点生成时的文件。",
  },
});

/** The notebook's own files in a built page. `read` loads one by its key: form and name. */
export function carriedFiles(data: PageData, read: (key: string) => Promise<Response | null>): FileService {
  return {
    async file(written, form) {
      const name = attachmentName(written);
      const attachment = data.attachments.find((each) => each.name === name);
      if (!attachment)
        throw new MissingFile(
          name,
          data.attachments.map((each) => each.name),
        );
      const response = await read(`${form}:${name}`);
      if (!response?.ok) throw new Fault(texts.unreadFile({ name }));
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (form === "bytes") {
        const found = new Sha256().add(bytes).hex();
        const { sha256 } = attachment;
        if (found !== sha256)
          throw new Fault(texts.changedFile({ name, found: found.slice(0, 12), expected: sha256.slice(0, 12) }));
      }
      return { attachment, bytes };
    },
  };
}
