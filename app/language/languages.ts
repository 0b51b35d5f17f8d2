import type { LanguageWords, Translations } from "../../lib/message/words.ts";
import { speech } from "./speech.ts";

/** A language of the page. */
export interface PageLanguage {
  /** BCP 47. Numbers and dates follow it. */
  readonly tag: string;
  /** Its name in the language itself. */
  readonly name: string;
  /** Loads what it needs in addition to the texts declared in the sources, when it is first chosen. */
  readonly load?: () => Promise<LanguageWords>;
}

/**
 * The languages of the page, in the order of its menu. English and Chinese texts are declared next to the code that uses them.
 * Any other language is a file of texts for each domain, by the codes of their messages:
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

/** The texts of one language from its files, one per domain. */
export async function gather(files: readonly Promise<{ readonly texts: Translations }>[]): Promise<LanguageWords> {
  const all = await Promise.all(files);
  return { translations: Object.assign({}, ...all.map(({ texts }) => texts)) };
}

const none: LanguageWords = {};
const loaded = new Map<string, LanguageWords>(languages.flatMap(({ tag, load }) => (load ? [] : [[tag, none]])));

/** Loads the words of a language. If that fails, only the declared texts are used. */
export async function loadWords(tag: string): Promise<LanguageWords> {
  const known = loaded.get(tag);
  if (known) return known;
  const load = languages.find((language) => language.tag === tag)?.load;
  try {
    const words = (await load?.()) ?? {};
    // The first loaded object is kept, because users compare it by identity.
    if (!loaded.has(tag)) loaded.set(tag, words);
  } catch {
    return {};
  }
  return loaded.get(tag)!;
}

/** The words of a language as a setting of a frame: empty if it needs none or they are not loaded yet. */
export function loadedWords(tag: string): { words: LanguageWords } {
  return { words: loaded.get(tag) ?? none };
}

/** Switches the page to a language; calls `onLoaded` once its words are loaded, if they were not. */
export function switchLanguage(tag: string, onLoaded: () => void): void {
  speech.speak(tag, loadedWords(tag).words);
  if (loaded.has(tag)) return;
  loadWords(tag).then(() => {
    if (loaded.has(tag)) onLoaded();
  });
}

/** The language after this one, in the order of the menu. */
export function nextLanguage(tag: string): PageLanguage {
  const at = languages.findIndex((language) => language.tag === tag);
  return languages[(at + 1) % languages.length]!;
}

/** Whether a tag is one of the page's languages. */
export function isLanguage(tag: unknown): tag is string {
  return languages.some((language) => language.tag === tag);
}

/** The first language of a list of preferences that the page has, in any variant; English if there is none. */
export function preferredLanguage(preferences: readonly string[]): string {
  const primary = (tag: string) => tag.toLowerCase().split("-")[0];
  for (const wanted of preferences) {
    const found = languages.find(({ tag }) => primary(tag) === primary(wanted));
    if (found) return found.tag;
  }
  return languages[0]!.tag;
}
