import type { LanguageWords, Translations } from "../../lib/message/words.ts";
import { speech } from "./speech.ts";

/** A language of the page. */
export interface PageLanguage {
  /** BCP 47. Numbers and dates follow it. */
  readonly tag: string;
  /** What it is called in itself. */
  readonly name: string;
  /** Fetches what it needs beyond the texts that are declared in the sources, once somebody reads it. */
  readonly load?: () => Promise<LanguageWords>;
}

/**
 * The languages in which the page is read, in the order of its menu. English and Chinese stand beside the code that says
 * them. Any other is a file of texts for each domain, by the codes of their messages:
 *
 *     { tag: "eo", name: "Esperanto", load: () => gather([import("./eo/workbench.ts"), import("./eo/frame.ts"), …]) }
 */
export const languages: readonly PageLanguage[] = [
  { tag: "en", name: "English" },
  {
    tag: "zh-CN",
    name: "中文",
    load: async () => ({ externalPhrases: (await import("./sentences/index.ts")).strangersZhCn }),
  },
];

/** The texts of one language from its files, a domain in each. */
export async function gather(files: readonly Promise<{ readonly texts: Translations }>[]): Promise<LanguageWords> {
  const all = await Promise.all(files);
  return { translations: Object.assign({}, ...all.map(({ texts }) => texts)) };
}

const none: LanguageWords = {};
const loaded = new Map<string, LanguageWords>(languages.flatMap(({ tag, load }) => (load ? [] : [[tag, none]])));

/** What a language brings with it. Where it cannot be fetched, the page has the declared texts alone. */
export async function loadWords(tag: string): Promise<LanguageWords> {
  const known = loaded.get(tag);
  if (known) return known;
  const load = languages.find((language) => language.tag === tag)?.load;
  try {
    const words = (await load?.()) ?? {};
    // The first that came stays: whoever has it would read another copy anew.
    if (!loaded.has(tag)) loaded.set(tag, words);
  } catch {
    return {};
  }
  return loaded.get(tag)!;
}

/** The words of a language as a setting of a frame: none as long as they are not fetched, or where it needs none. */
export function knownWords(tag: string): { words: LanguageWords } {
  return { words: loaded.get(tag) ?? none };
}

/** The page speaks a language from now on; once its words are there, it is told and speaks with them. */
export function takeLanguage(tag: string, arrived: () => void): void {
  speech.speak(tag, knownWords(tag).words);
  if (loaded.has(tag)) return;
  loadWords(tag).then(() => {
    if (loaded.has(tag)) arrived();
  });
}

/** The language after this one, in the order of the menu. */
export function nextLanguage(tag: string): PageLanguage {
  const at = languages.findIndex((language) => language.tag === tag);
  return languages[(at + 1) % languages.length]!;
}

/** Whether a tag is that of a language of the page. */
export function isLanguage(tag: unknown): tag is string {
  return languages.some((language) => language.tag === tag);
}

/** The first language that a list of preferences asks for, in any of its kinds; English where it asks for none. */
export function preferredLanguage(preferences: readonly string[]): string {
  const primary = (tag: string) => tag.toLowerCase().split("-")[0];
  for (const wanted of preferences) {
    const found = languages.find(({ tag }) => primary(tag) === primary(wanted));
    if (found) return found.tag;
  }
  return languages[0]!.tag;
}
