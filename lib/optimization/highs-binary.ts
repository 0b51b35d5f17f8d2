/**
 * The solver's WebAssembly, compressed (gzip), in base64. Filled by the build of programs for browsers (`cli/serve/highs.ts`), with an
 * empty text in pages that do not carry it; null in Node, where the package reads its own file.
 */
export const highsBinary: string | null = null;
