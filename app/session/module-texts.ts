import { packageFolder } from "../../kernel/module/package-list.ts";
import type { FileContent, FileForm, FileService } from "../../kernel/services/file-content.ts";

/** Larger files are no modules that somebody has written. */
const MOST_BYTES = 300_000;

/** Gives cells the files of their notebook, and keeps the texts of the modules among them for the language service: as they ran. */
export class ModuleTexts implements FileService {
  readonly #files: FileService;
  #texts: Readonly<Record<string, string>> = {};

  constructor(files: FileService) {
    this.#files = files;
  }

  /** By their paths beside the notebook; another object whenever they change. */
  get texts(): Readonly<Record<string, string>> {
    return this.#texts;
  }

  async file(written: string, form: FileForm): Promise<FileContent> {
    const content = await this.#files.file(written, form);
    const { attachment, bytes } = content;
    // The names of a package are in its bundle, not its types.
    const isModule = /\.(?:m?js|ts|json)$/.test(attachment.name) && !attachment.name.startsWith(`${packageFolder}/`);
    if (form === "bytes" && isModule && bytes.length <= MOST_BYTES) {
      const text = new TextDecoder().decode(bytes);
      if (this.#texts[attachment.name] !== text) this.#texts = { ...this.#texts, [attachment.name]: text };
    }
    return content;
  }
}
