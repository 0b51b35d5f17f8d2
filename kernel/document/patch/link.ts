import { deflateSync, strFromU8, strToU8 } from "fflate";
import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import { sha256OfText } from "../../values/sha-256.ts";
import { inflateBounded } from "../inflate-bounded.ts";
import type { Json, Notebook } from "../notebook.ts";
import { readValues, valueAttribute } from "../values.ts";
import { findPatch, isEmptyPatch } from "./patch.ts";
import { writePatch } from "./write-patch.ts";

const texts = messages("document", {
  newerLink: {
    en: "This link was made by a newer version of Yuheng. The notebook is shown as it is published.",
    zh: "这个链接由更新版本的玉衡生成。此处显示已发布的笔记本。",
  },
  damagedLink: {
    en: "This link is damaged or cut off. The notebook is shown as it is published.",
    zh: "这个链接已损坏或不完整。此处显示已发布的笔记本。",
  },
});

/** The content of a link to a notebook. */
export interface NotebookLink {
  /** The first digits of the SHA-256 of the base text. */
  readonly base: string;
  /** Values of inputs, by cell and name. */
  readonly values: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  /** Changes of cells, as the text of a patch. */
  readonly patch?: string;
}

/** Thrown for a link that cannot be read. */
export class LinkError extends Fault {
  override name = "LinkError";
}

/** The version of the format, before the packed content. */
const mark = "1.";

/** The number of hash digits, enough to distinguish versions of one notebook. */
const DIGITS = 16;

/** Creates the content of a link: the values of inputs and, if wanted, all other differences from the base. */
export function findLink(
  name: string,
  base: { notebook: Notebook; text: string },
  now: Notebook,
  edits: boolean,
): NotebookLink {
  const known = now.cells.map((cell) => [cell.id, readValues(cell) ?? {}] as const);
  const values = Object.fromEntries(known.filter(([, named]) => Object.keys(named).length > 0));
  const patch = edits ? findPatch(name, base.notebook, now, new Set([valueAttribute])) : null;
  return {
    base: sha256OfText(base.text).slice(0, DIGITS),
    values,
    ...(patch && !isEmptyPatch(patch) ? { patch: writePatch(patch) } : {}),
  };
}

/** Whether a text is the base of a link. */
export function isLinkOf({ base }: NotebookLink, text: string): boolean {
  return sha256OfText(text).startsWith(base);
}

/** Packs the content of a link for use in a URL. */
export function packLink(link: NotebookLink): string {
  const bytes = deflateSync(strToU8(JSON.stringify(link)), { level: 9 });
  return mark + btoa(strFromU8(bytes, true)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Unpacks the content of a link. Throws LinkError, with a sentence, if it cannot be read. */
export function unpackLink(text: string): NotebookLink {
  const version = /^(\d+)\./.exec(text)?.[1];
  if (version !== undefined && `${version}.` !== mark) {
    throw new LinkError(texts.newerLink());
  }
  try {
    const packed = atob(text.slice(mark.length).replaceAll("-", "+").replaceAll("_", "/"));
    const value: unknown = JSON.parse(strFromU8(inflateBounded(strToU8(packed, true))));
    if (version !== undefined && isLink(value)) return value;
  } catch {
    // Whatever the error, the link is damaged.
  }
  throw new LinkError(texts.damagedLink());
}

function isLink(value: unknown): value is NotebookLink {
  if (!isRecord(value)) return false;
  const { base, values, patch } = value;
  return (
    typeof base === "string" &&
    base.length >= DIGITS &&
    isRecord(values) &&
    Object.values(values).every(isRecord) &&
    (patch === undefined || typeof patch === "string")
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
