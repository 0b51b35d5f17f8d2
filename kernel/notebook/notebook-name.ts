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
