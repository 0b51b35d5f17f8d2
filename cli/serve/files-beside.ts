import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Attachment } from "../../kernel/attachment/attachment.ts";
import { isAttachmentName } from "../../kernel/attachment/attachment-name.ts";
import { dataPackageName, readDataPackage } from "../../kernel/attachment/data-package.ts";
import { mediaType } from "../../kernel/attachment/media-type.ts";
import { messages } from "../../lib/message/message.ts";
import { answer, refuse } from "./answer.ts";
import { FileRefused, openConfined } from "./confined-file.ts";
import type { Route } from "./routes.ts";

const said = messages("server", {
  noFile: {
    en: "There is no file named “{name}” beside the notebooks.",
    zh: "笔记本旁边没有名为“{name}”的文件。",
  },
  tokenNeeded: {
    en: "Files are given only to the page that this server has sent. Reload it.",
    zh: "文件只提供给此服务器发出的页面。请重新载入页面。",
  },
});

/** How many files are listed. */
const MOST = 1_000;

/**
 * Gives the page the files beside the notebooks of a folder, which it lists, and those in folders below when they are named, such as
 * modules: no hidden ones and no links.
 *
 * @param token of this start, which only its page has
 */
export function filesBesideRoutes(folder: string, token: string): Route {
  return (request, response, next) => {
    if (request.method !== "GET") return next();
    if (request.headers["x-yuheng-token"] !== token) return refuse(response, 403, said.tokenNeeded());
    const name = nameOf(request.url ?? "/");
    const work = async () => {
      const root = await realpath(folder).catch(() => null);
      if (name === "") return answer(response, 200, root === null ? [] : await listFiles(root));
      const handle = root !== null && isGiven(name) ? await openConfined(root, name) : null;
      if (!handle) return refuse(response, 404, said.noFile({ name }));
      try {
        const { size, mtime } = await handle.stat();
        response.setHeader("Content-Type", mediaType(name));
        response.setHeader("Content-Length", size);
        response.setHeader("Last-Modified", mtime.toUTCString());
        response.setHeader("Cache-Control", "no-store");
        await pipeline(handle.createReadStream({ end: Math.max(0, size - 1), autoClose: false }), response);
      } finally {
        await handle.close();
      }
    };
    work().catch((error) => {
      if (response.headersSent) response.destroy();
      else if (error instanceof FileRefused) refuse(response, 403, error.said);
      else refuse(response, 404, said.noFile({ name }));
    });
  };
}

/** A file as the page lists it; its hash is known once it is read. */
type Listed = Pick<Attachment, "name" | "size" | "lastModified" | "tables">;

async function listFiles(root: string): Promise<Listed[]> {
  const [entries, described] = await Promise.all([readdir(root, { withFileTypes: true }), packageOf(root)]);
  const names = entries.filter((entry) => entry.isFile() && isGiven(entry.name)).map(({ name }) => name);
  const files = await Promise.all(
    names
      .sort()
      .slice(0, MOST)
      .map(async (name) => {
        const found = await stat(join(root, name)).catch(() => null);
        if (!found) return [];
        const tables = described.get(name) ?? {};
        return [{ name, size: found.size, lastModified: Math.round(found.mtimeMs), tables }];
      }),
  );
  return files.flat();
}

/** The tables that the folder's Data Package describes. */
async function packageOf(root: string): Promise<ReturnType<typeof readDataPackage>> {
  const handle = await openConfined(root, dataPackageName).catch(() => null);
  if (!handle) return new Map();
  try {
    return readDataPackage(await handle.readFile("utf8"));
  } finally {
    await handle.close();
  }
}

/** Notebooks have a route of their own. */
function isGiven(name: string): boolean {
  return isAttachmentName(name) && !/(?:^|\/)\./.test(name) && !/^[^/]*\.html$/i.test(name);
}

/** The file's name in a request's address; empty for the list and for a malformed address. */
function nameOf(url: string): string {
  try {
    return decodeURIComponent(url.split("?")[0]!.slice(1));
  } catch {
    return "";
  }
}
