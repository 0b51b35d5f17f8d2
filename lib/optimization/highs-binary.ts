/**
 * The solver's WebAssembly, deflated (gzip), in base64. Filled by the build of programs for browsers (`cli/serve/highs.ts`); empty in
 * Node, where the package reads its own file.
 */
export const highsBinary = "";
