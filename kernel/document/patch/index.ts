export { findLink, isLinkOf, LinkError, type NotebookLink, packLink, unpackLink } from "./link.ts";
export { followLink, type Linked } from "./linked.ts";
export { findPatch, isEmptyPatch, type NotebookPatch } from "./patch.ts";
export { type Patched, patchNotebook } from "./patched.ts";
export { PatchError, readPatch } from "./read-patch.ts";
export { isPatch, writePatch } from "./write-patch.ts";
