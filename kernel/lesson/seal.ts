import { deflateSync, strFromU8, strToU8 } from "fflate";
import { messages } from "../../lib/message/message.ts";
import { randomStream } from "../../lib/numeric/philox.ts";
import { inflateBounded } from "../document/inflate-bounded.ts";
import { sha256OfText } from "../values/sha-256.ts";
import { ExerciseError } from "./declaration.ts";

const texts = messages("exercise", {
  changedAfterPacking: {
    en: "This exercise was changed after it was packed and cannot be read. Take the lesson's file anew.",
    zh: "此练习在打包后被改动，无法读取。请重新获取课程文件。",
  },
});

/** The prefix of every sealed declaration: the format and its version. */
const mark = "y1.";

const LINE = 100;

/**
 * Obfuscates the source of a declaration: deflated, and XORed with a random stream whose key is in the prefix. It is obfuscated,
 * not encrypted: it prevents accidental reading only. Equal sources give equal results.
 */
export function sealSource(source: string): string {
  const digest = sha256OfText(source);
  const bytes = mixWithStream(deflateSync(strToU8(source), { level: 9 }), digest);
  const text = `${mark}${digest.slice(0, 12)}.${btoa(strFromU8(bytes, true))}`;
  return text.replaceAll(new RegExp(`.{${LINE}}`, "g"), "$&\n").trimEnd();
}

export function isSealed(text: string): boolean {
  return text.trimStart().startsWith(mark);
}

/** Recovers the source. Throws ExerciseError if the text is damaged. */
export function unsealSource(text: string): string {
  const [, digest = "", data = ""] = text.replace(/\s+/g, "").split(".");
  try {
    const source = strFromU8(inflateBounded(mixWithStream(strToU8(atob(data), true), digest)));
    if (sha256OfText(source).startsWith(digest)) return source;
  } catch {
    // Data that cannot be inflated was changed, too.
  }
  throw new ExerciseError(texts.changedAfterPacking());
}

function mixWithStream(bytes: Uint8Array, digest: string): Uint8Array {
  const next = randomStream(Number.parseInt(digest.slice(0, 12), 16));
  return bytes.map((byte) => byte ^ Math.floor(next() * 256));
}
