import type { DatasetSource } from "./datasets.ts";
import { ImportedStore } from "./import/imported-store.ts";

/**
 * The catalogue and its files as served beside the page, and the datasets imported into this browser.
 *
 * @param base the URL under which `catalogue.json` and the files are served
 * @param read fetches a URL; rejects, or returns an error status, if there is nothing
 */
export function servedDatasets(
  base: URL,
  read: (address: URL) => Promise<Response> = (address) => fetch(address),
): DatasetSource {
  return {
    imported: new ImportedStore(),
    catalogue: async () => {
      const response = await read(new URL("catalogue.json", base)).catch(() => null);
      return response?.ok ? response.json() : null;
    },
    // With the hash, the address names the content: a server may let the browser keep it for good.
    file: ({ file, sha256 }) => read(new URL(`${file}?sha256=${sha256}`, base)).catch(() => null),
  };
}
