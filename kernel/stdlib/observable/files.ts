// `Files` of Observable's older notebooks: the content of a file that a reader has chosen.

export function buffer(file: Blob): Promise<ArrayBuffer> {
  return file.arrayBuffer();
}

export function text(file: Blob): Promise<string> {
  return file.text();
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
