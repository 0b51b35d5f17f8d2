import { countryAliases } from "../../lib/dialogue/lexicon/country-names.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { type Choice, type Choices, Combobox, type ComboboxWords, listed } from "../design/combobox.ts";
import { LONG_LIST, SEARCH_CLASS } from "./long-list.ts";

const texts = messages("frame.selectSearch", {
  find: { en: "Find in {label}", zh: "在“{label}”中查找" },
  findAny: { en: "Find in the list", zh: "在列表中查找" },
  none: { en: "Nothing in this list is called {names}.", zh: "此列表中没有“{names}”。" },
});

/** The class of a search that stands in the place of its list, and of that list. */
const SEVERAL = "several";

/** Names of one thing in every language, its code among them. */
export type NameSet = readonly string[];

/** Writes a sentence in the reader's language. */
export type Say = (sentence: Message) => string;

/**
 * Long lists of choices, such as those of countries, get a combobox. Below a list of which one is chosen it sets that list; a list of which
 * several are chosen gives its place to it, and what is chosen stands as chips. The list itself holds the value, which is kept, shared and
 * printed as before. The names of places are found in either language. The sheet keeps the place below a list free before this program
 * is there, so that nothing moves when it comes.
 */
export class SelectSearch {
  readonly #names: () => Promise<readonly NameSet[]>;
  readonly #say: Say;
  readonly #comboboxes = new WeakMap<Element, Combobox>();

  /** @param names the names of places, asked for by the first search; rejects where there are none, as in a page that carries no such data */
  constructor(names: () => Promise<readonly NameSet[]>, say: Say) {
    this.#say = say;
    let asked: Promise<readonly NameSet[]> | undefined;
    this.#names = () => {
      asked ??= names().catch(() => []);
      return asked;
    };
  }

  /** Labels every search again, in the current language. */
  refresh(root: Element): void {
    for (const search of root.querySelectorAll(`.${SEARCH_CLASS}`)) this.#comboboxes.get(search)?.refresh();
  }

  /** Gives the long lists of an output their searches. A list that has become short keeps none. */
  arrange(output: Element): void {
    for (const select of output.querySelectorAll<HTMLSelectElement>("form > select")) {
      const form = select.parentElement!;
      const search = form.querySelector(`:scope > .${SEARCH_CLASS}`);
      // A form within a form belongs to it, and its owner lays it out.
      const isOffered = select.matches(LONG_LIST);
      if (isOffered && !search) form.append(this.#searchOf(select));
      else if (!isOffered && search) {
        search.remove();
        select.classList.remove(SEVERAL);
      }
    }
  }

  #searchOf(select: HTMLSelectElement): HTMLElement {
    const search = document.createElement("div");
    search.className = SEARCH_CLASS;
    const choices: Choices = {
      search: async (typed) => {
        const names = typed.trim() === "" ? [] : await this.#names();
        const found = findOptions(select.options, typed, names);
        return found.filter((option) => !select.multiple || !option.selected).map(choiceOf);
      },
      take: async (typed) => {
        const names = await this.#names();
        const parts = listed(typed).map((part) => ({ part, best: findOptions(select.options, part, names)[0] }));
        return {
          found: parts.flatMap(({ best }) => (best ? [choiceOf(best)] : [])),
          rest: parts.flatMap(({ part, best }) => (best ? [] : [part])),
        };
      },
      get chosen() {
        return select.multiple ? [...select.selectedOptions].map(choiceOf) : [];
      },
      add: (found) => choosing(select, found, true),
      remove: (choice) => choosing(select, [choice], false),
    };
    const combobox = new Combobox(choices, () => this.#wordsOf(select), this.#say);
    this.#comboboxes.set(search, combobox);
    search.classList.toggle(SEVERAL, select.multiple);
    select.classList.toggle(SEVERAL, select.multiple);
    // A value that is set from elsewhere shows as well.
    select.addEventListener("input", () => combobox.refresh());
    search.append(combobox.element);
    return search;
  }

  #wordsOf(select: HTMLSelectElement): ComboboxWords {
    const of = select.parentElement?.querySelector("label")?.textContent?.trim();
    const text = this.#say(of ? texts.find({ label: of }) : texts.findAny());
    return { label: text, placeholder: text, none: (names) => this.#say(texts.none({ names })) };
  }
}

function choiceOf({ index, text }: HTMLOptionElement): Choice {
  return { code: String(index), name: text };
}

/** Chooses options as a reader would, or takes them away from a list of several. */
function choosing(select: HTMLSelectElement, choices: readonly Choice[], isChosen: boolean): void {
  for (const { code } of choices) {
    const option = select.options[Number(code)];
    if (!option) continue;
    if (select.multiple) option.selected = isChosen;
    else select.value = option.value;
  }
  select.dispatchEvent(new Event("input", { bubbles: true }));
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

/** A search that finds countries by what a query of data gives of them. */
export function placeSearch(query: (request: object) => Promise<unknown>, say: Say): SelectSearch {
  return new SelectSearch(async () => {
    const select = ["iso3", "name_en", "name_zh"];
    const { rows } = (await query({ dataset: "countries", select })) as {
      readonly rows: Iterable<Readonly<Record<string, unknown>>>;
    };
    return Array.from(rows, (row) => placeNames(select.map((name) => String(row[name] ?? ""))));
  }, say);
}

/** The names of a country in both languages with its code, the first of them, and the common names beside these. */
export function placeNames(names: readonly string[]): NameSet {
  const [code = ""] = names;
  const common = Object.hasOwn(countryAliases, code) ? countryAliases[code]!.split("|") : [];
  return [...names, ...common].filter(Boolean);
}

/**
 * The options that match what was typed, all of them for nothing, the best first: whole names and codes, then beginnings, then parts. Each is found by the other
 * names of what it is called as well.
 */
export function findOptions<Option extends { readonly text: string; readonly disabled: boolean }>(
  options: Iterable<Option>,
  typed: string,
  names: readonly NameSet[],
): Option[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return [...options].filter(({ disabled }) => !disabled);
  const sets = new Map(names.flatMap((set) => set.map((name) => [name.toLowerCase(), set] as const)));
  return Array.from(options, (option) => {
    const forms = [option.text, ...(sets.get(option.text.trim().toLowerCase()) ?? [])].map((form) =>
      form.toLowerCase(),
    );
    const rank = forms.includes(wanted)
      ? 0
      : forms.some((form) => form.startsWith(wanted))
        ? 1
        : forms.some((form) => form.includes(wanted))
          ? 2
          : 3;
    return { option, rank };
  })
    .filter(({ option, rank }) => rank < 3 && !option.disabled)
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option);
}
