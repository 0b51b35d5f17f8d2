/** The name of the notebook that an import names by its file: `./trade%20transfer.html?v=2` is “trade transfer”. */
export function notebookNameIn(specifier: string): string {
  const part = /([^/]+?)\.html(?:[?#].*)?$/.exec(specifier)?.[1] ?? specifier;
  try {
    return decodeURIComponent(part);
  } catch {
    // A per cent sign that begins no escape stands for itself.
    return part;
  }
}

/** Whether a name is one that Windows gives to a device, with or without an ending: no file can have it there. */
export function isDeviceName(name: string): boolean {
  return /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
}

/** Equal for two names that a disk may take for one. */
export function foldName(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
