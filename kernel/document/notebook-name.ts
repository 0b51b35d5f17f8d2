/** The notebook name in an import specifier: `./trade%20transfer.html?v=2` is “trade transfer”. */
export function notebookNameIn(specifier: string): string {
  const part = /([^/]+?)\.html(?:[?#].*)?$/.exec(specifier)?.[1] ?? specifier;
  try {
    return decodeURIComponent(part);
  } catch {
    // A percent sign that does not begin an escape is literal.
    return part;
  }
}

/** Whether a name is reserved for a device on Windows, with or without an extension, so that no file can have it there. */
export function isDeviceName(name: string): boolean {
  return /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
}

/** Normalises a name; equal for names that a file system may treat as the same. */
export function foldName(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
