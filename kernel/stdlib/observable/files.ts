// `Files` of Observable's older notebooks: the content of a file that a reader has chosen.

import { textOf } from "../../attachment/text-content.ts";

export function buffer(file: Blob): Promise<ArrayBuffer> {
  return file.arrayBuffer();
}

/** Throws a Fault for bytes that are not of the file's encoding. */
export async function text(file: Blob & { readonly name?: string }): Promise<string> {
  return textOf(file.name ?? "Blob", new Uint8Array(await file.arrayBuffer())).text;
}

/** The content as an address. */
export async function url(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let signs = "";
  for (let at = 0; at < bytes.length; at += PIECE) signs += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return `data:${file.type};base64,${btoa(signs)}`;
}

/** How many bytes are passed to a function at once. */
const PIECE = 1 << 13;
