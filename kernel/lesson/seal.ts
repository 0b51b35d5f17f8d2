import { deflateSync, strFromU8, strToU8 } from "fflate";
import { messages } from "../../lib/message/message.ts";
import { randomStream } from "../../lib/numeric/philox.ts";
import { inflateBounded } from "../document/inflate-bounded.ts";
import { sha256OfText } from "../values/sha-256.ts";
import { ExerciseError } from "./declaration.ts";

const said = messages("exercise", {
  changedAfterPacking: {
    en: "This exercise was changed after it was packed and cannot be read. Take the lesson's file anew.",
    zh: "此练习在打包后被改动，无法读取。请重新获取课程文件。",
  },
});

/** Begins every sealed declaration: the format and its version. */
const mark = "y1.";

const LINE = 100;

/**
 * Seals the source of a declaration: deflated, and mixed with a stream whose key stands in front. That keeps it from eyes that
 * come across it, as a solution printed upside down does; whoever wants to read it can. Equal sources are sealed equally.
 */
export function sealSource(source: string): string {
  const digest = sha256OfText(source);
  const bytes = mixed(deflateSync(strToU8(source), { level: 9 }), digest);
  const text = `${mark}${digest.slice(0, 12)}.${btoa(strFromU8(bytes, true))}`;
  return text.replaceAll(new RegExp(`.{${LINE}}`, "g"), "$&\n").trimEnd();
}

export function isSealed(text: string): boolean {
  return text.trimStart().startsWith(mark);
}

/** The source that was sealed. Throws ExerciseError where the text is damaged. */
export function unsealSource(text: string): string {
  const [, digest = "", data = ""] = text.replace(/\s+/g, "").split(".");
  try {
    const source = strFromU8(inflateBounded(mixed(strToU8(atob(data), true), digest)));
    if (sha256OfText(source).startsWith(digest)) return source;
  } catch {
    // What does not inflate was changed as well.
  }
  throw new ExerciseError(said.changedAfterPacking());
}

function mixed(bytes: Uint8Array, digest: string): Uint8Array {
  const next = randomStream(Number.parseInt(digest.slice(0, 12), 16));
  return bytes.map((byte) => byte ^ Math.floor(next() * 256));
}
