import { versionOfText } from "../../kernel/document/text-version.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { isPermitted, writeHandle } from "../files/file-pickers.ts";
import { type NotebookFile, type NotebookFiles, SaveConflict } from "./notebook-file.ts";
import type { Origin, OwnFile } from "./own-file.ts";
import { openStore } from "./store.ts";
import { withLock } from "./with-lock.ts";

const texts = messages("session", {
  noNotebookInBrowser: {
    en: "There is no notebook named “{name}” in this browser. Open its file again.",
    zh: "此浏览器中没有名为“{name}”的笔记本。请重新打开其文件。",
  },
  readNotAllowed: {
    en: "The browser asks before it reads “{name}” again. Try again, and allow it.",
    zh: "再次读取“{name}”前，浏览器需要您的许可。请重试并允许。",
  },
  unreadableFile: {
    en: "The file “{name}” could not be read. It may have been moved; open it again.",
    zh: "无法读取文件“{name}”。它可能已被移动，请重新打开。",
  },
  writeNotAllowed: {
    en: "The browser was not allowed to write “{name}”. Save again, and allow it.",
    zh: "浏览器未获准写入“{name}”。请重新保存并允许。",
  },
  storageFull: {
    en: "The browser's storage is full or denied, so the notebook is not kept. Download it.",
    zh: "浏览器的存储空间已满或被禁用，笔记本未能保留。请下载。",
  },
  diskFull: {
    en: "the disk is full",
    zh: "磁盘已满",
  },
  moved: {
    en: "it was moved",
    zh: "文件已被移动",
  },
  unwritableFile: {
    en: "The file “{name}” could not be written: {why}. Save a copy elsewhere.",
    zh: "无法写入文件“{name}”：{why}。请另存到别处。",
  },
});

/** Notebooks that the browser's storage refused; they last as long as the page. */
const unstored = new Map<string, OwnFile>();

/** The notebooks of a host and the user's own. */
export function withOwnFiles(host: Omit<NotebookFiles, "follow">): NotebookFiles {
  return {
    writable: host.writable,
    isWritable: (name) => isOwn(name) || host.isWritable(name),
    async list() {
      const own = await listOwn();
      return [...(await host.list()), ...own.map(fileOf)];
    },
    read: (name) => (isOwn(name) ? readOwn(name) : host.read(name)),
    write: (name, text, version) => (isOwn(name) ? writeOwn(name, text, version) : host.write(name, text, version)),
    ...(host.move && { move: host.move }),
    follow: (name, origin) =>
      withLock(`own-${name}`, async () => {
        const own = await findOwn(name);
        if (own) await putOwn({ ...own, origin });
      }),
  };
}

/** Adds a notebook to the user's own, under a free name. Returns the name. */
export function addOwnFile(stem: string, text: string, handle: FileSystemFileHandle | null): Promise<string> {
  return withLock("own-names", async () => {
    for (const known of await listOwn()) {
      // The same file opened twice is one notebook.
      if (handle && known.handle && (await known.handle.isSameEntry(handle))) return known.name;
    }
    return putNew(stem, text, handle ? { handle } : {});
  });
}

/** Copies a host's notebook to the user's own, under a free name. Returns the name. */
export function addCopy(origin: Origin, text: string): Promise<string> {
  return withLock("own-names", () => putNew(origin.name, text, { origin }));
}

/** Must be called with the lock of names, or two pages may use the same name. */
async function putNew(stem: string, text: string, rest: Pick<OwnFile, "handle" | "origin">): Promise<string> {
  const taken = new Set((await listOwn()).map(({ name }) => name));
  let name = `~${stem}`;
  for (let i = 2; taken.has(name); ++i) name = `~${stem}-${i}`;
  await putOwn({ name, text, modified: new Date().toISOString(), ...rest });
  return name;
}

export function isOwn(name: string): boolean {
  return name.startsWith("~");
}

async function listOwn(): Promise<OwnFile[]> {
  const store = await openStore();
  const stored = (await store?.getAll("own").catch(() => [])) ?? [];
  return [...stored.filter(({ name }) => !unstored.has(name)), ...unstored.values()];
}

async function findOwn(name: string): Promise<OwnFile | undefined> {
  return unstored.get(name) ?? (await (await openStore())?.get("own", name).catch(() => undefined));
}

async function putOwn(file: OwnFile): Promise<void> {
  const store = await openStore();
  try {
    if (!store) throw new Error("denied");
    await store.put("own", file);
    unstored.delete(file.name);
  } catch {
    unstored.set(file.name, file);
  }
}

async function readOwn(name: string): Promise<NotebookFile> {
  const own = await findOwn(name);
  if (!own) throw new Fault(texts.noNotebookInBrowser({ name: name.slice(1) }));
  if (!own.handle) return fileOf(own);
  if (!(await isPermitted(own.handle, "read"))) {
    throw new Fault(texts.readNotAllowed({ name: own.handle.name }));
  }
  try {
    const file = await own.handle.getFile();
    return fileOf({ ...own, text: await file.text(), modified: new Date(file.lastModified).toISOString() });
  } catch {
    throw new Fault(texts.unreadableFile({ name: own.handle.name }));
  }
}

/** Compares and writes with the name's lock, so that two pages of this browser cannot both pass the comparison. */
function writeOwn(name: string, text: string, version: string | null): Promise<NotebookFile> {
  return withLock(`own-${name}`, () => compareAndWrite(name, text, version));
}

async function compareAndWrite(name: string, text: string, version: string | null): Promise<NotebookFile> {
  const own = await findOwn(name);
  const { handle } = own ?? {};
  if (handle && !(await isPermitted(handle, "readwrite"))) {
    throw new Fault(texts.writeNotAllowed({ name: handle.name }));
  }
  const current = own ? await readOwn(name).catch(() => null) : null;
  if ((current?.version ?? null) !== version && current) throw new SaveConflict(current);
  if (handle) await writeHandle(handle, text).catch((error: Error) => Promise.reject(refusalOf(handle, error)));
  const written = { ...own, name, text, modified: new Date().toISOString() };
  await putOwn(written);
  if (!handle && unstored.has(name)) {
    throw new Fault(texts.storageFull());
  }
  return fileOf(written);
}

function refusalOf(handle: FileSystemFileHandle, { name, message }: Error): Error {
  const why = name === "QuotaExceededError" ? texts.diskFull() : name === "NotFoundError" ? texts.moved() : message;
  return new Fault(texts.unwritableFile({ name: handle.name, why }));
}

function fileOf({ name, text, modified, origin }: OwnFile): NotebookFile {
  return { name, text, version: versionOfText(text), modified, ...(origin ? { origin } : {}) };
}
