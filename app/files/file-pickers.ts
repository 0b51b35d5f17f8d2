/** The File System Access API of some browsers, which TypeScript's declarations lack. */
interface PickerType {
  readonly description?: string;
  readonly accept: Readonly<Record<string, readonly string[]>>;
}

interface PickerWindow {
  showOpenFilePicker?(options: { types?: readonly PickerType[] }): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?(options: { suggestedName: string; types: readonly PickerType[] }): Promise<FileSystemFileHandle>;
}

interface PermittedHandle {
  requestPermission?(options: { mode: "read" | "readwrite" }): Promise<PermissionState>;
}

/** A file that the user chose; with a handle if it can be written again. */
export interface PickedFile {
  readonly fileName: string;
  readonly text: string;
  readonly handle: FileSystemFileHandle | null;
}

const readable = {
  "text/html": [".html", ".htm"],
  "application/x-ipynb+json": [".ipynb"],
  "text/markdown": [".md", ".markdown", ".qmd"],
  "text/plain": [".ojs", ".patch"],
};

/** Lets the user choose a file. Null if they cancel. */
export async function pickFile(): Promise<PickedFile | null> {
  const { showOpenFilePicker } = window as PickerWindow;
  if (!showOpenFilePicker) return uploadFile();
  try {
    const [handle] = await showOpenFilePicker.call(window, { types: [{ accept: readable }] });
    if (!handle) return null;
    const file = await handle.getFile();
    return { fileName: file.name, text: await file.text(), handle };
  } catch (error) {
    if (isAbort(error)) return null;
    throw error;
  }
}

/** Writes a file that the user chooses, or downloads it in browsers without the API. False if the user cancels. */
export async function saveFile(fileName: string, mime: string, content: string | Blob): Promise<boolean> {
  const { showSaveFilePicker } = window as PickerWindow;
  if (!showSaveFilePicker) {
    downloadBlob(fileName, new Blob([content], { type: mime }));
    return true;
  }
  try {
    const ending = /\.\w+$/.exec(fileName)?.[0] ?? ".txt";
    const types = [{ accept: { [mime]: [ending] } }];
    const handle = await showSaveFilePicker.call(window, { suggestedName: fileName, types });
    await writeHandle(handle, content);
    return true;
  } catch (error) {
    if (isAbort(error)) return false;
    throw error;
  }
}

export function downloadText(fileName: string, mime: string, text: string): void {
  downloadBlob(fileName, new Blob([text], { type: mime }));
}

export function downloadBlob(fileName: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Writes a file atomically: the browser replaces it only when all of it is written. */
export async function writeHandle(handle: FileSystemFileHandle, content: string | Blob): Promise<void> {
  const stream = await handle.createWritable();
  await stream.write(content);
  await stream.close();
}

/** Whether the page may use a file. The browser may ask the user, which requires user activation. */
export async function isPermitted(handle: FileSystemFileHandle, mode: "read" | "readwrite"): Promise<boolean> {
  const { requestPermission } = handle as PermittedHandle;
  if (!requestPermission) return true;
  return (await requestPermission.call(handle, { mode }).catch(() => "denied")) === "granted";
}

/** Lets the user choose the files of a database: archives, texts, workbooks, data sets. Empty if they cancel. */
export function pickDatabaseFiles(): Promise<File[]> {
  return chooseFiles(".zip,.gz,.csv,.tsv,.txt,.json,.xlsx,.xlsb,.xls,.parquet,.xml,.spold", { multiple: true });
}

/**
 * Lets the user choose a folder: all files in it and below, each with its path in `webkitRelativePath`, none of them read. Files that
 * systems hide there (.DS_Store) are left out. Empty if they cancel.
 */
export async function pickDatabaseFolder(): Promise<File[]> {
  const files = await chooseFiles("", { webkitdirectory: true });
  return files.filter(({ webkitRelativePath }) => !hidden.test(webkitRelativePath));
}

const hidden = /(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;

/** Lets the user choose files with data. Empty if they cancel. */
export function chooseDataFiles(accept: string): Promise<File[]> {
  return chooseFiles(accept, { multiple: true });
}

async function uploadFile(): Promise<PickedFile | null> {
  const [file] = await chooseFiles(Object.values(readable).flat().join(), {});
  return file ? { fileName: file.name, text: await file.text(), handle: null } : null;
}

/** Opens the system's file dialog. */
function chooseFiles(
  accept: string,
  kind: { readonly multiple?: boolean; readonly webkitdirectory?: boolean },
): Promise<File[]> {
  const input = document.createElement("input");
  Object.assign(input, { type: "file", accept, ...kind });
  return new Promise((resolve) => {
    input.addEventListener("cancel", () => resolve([]));
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.click();
  });
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
