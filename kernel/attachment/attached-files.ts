import type { TableFileApi } from "../../lib/files/table/table-file.ts";
import type { Attachments } from "../services/attachment.ts";
import type { FileContent, FileForm, FileService } from "../services/file-content.ts";
import { attachmentName, isAttachmentName } from "./attachment-name.ts";
import { writeCells } from "./cells-json.ts";
import { MissingFile } from "./missing-file.ts";
import { writeSheets } from "./sheet-json.ts";

/** Gives cells the files of their notebook; files that hold tables are read by `tables`, on a page in a worker. */
export class AttachedFiles implements FileService {
  readonly #attachments: Attachments;
  readonly #tables: Pick<TableFileApi, "parquet" | "sheets" | "cells">;

  constructor(attachments: Attachments, tables: Pick<TableFileApi, "parquet" | "sheets" | "cells">) {
    this.#attachments = attachments;
    this.#tables = tables;
  }

  async file(written: string, form: FileForm): Promise<FileContent> {
    const name = attachmentName(written);
    const found = isAttachmentName(name) ? await this.#attachments.read(name) : null;
    if (!found) {
      const known = await this.#attachments.list();
      throw new MissingFile(
        name,
        known.map((each) => each.name),
      );
    }
    const { attachment, bytes } = found;
    if (form === "arrow") return { attachment, bytes: await this.#tables.parquet(name, bytes) };
    if (form === "sheets") return { attachment, bytes: writeSheets(await this.#tables.sheets(name, bytes)) };
    if (form === "cells") return { attachment, bytes: writeCells(await this.#tables.cells(name, bytes)) };
    return found;
  }
}
