import { countryAliases } from "../../lib/dialogue/lexicon/country-names.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { LONG_LIST, SEARCH_CLASS } from "./long-list.ts";

const texts = messages("frame.selectSearch", {
  find: { en: "Find in {label}", zh: "在“{label}”中查找" },
  findAny: { en: "Find in the list", zh: "在列表中查找" },
  none: { en: "Nothing is called so", zh: "没有此名称" },
});

/** So many of those that were found stand as buttons. */
const MOST_FOUND = 6;

/** Names of one thing in every language, its code among them. */
export type NameSet = readonly string[];

/** Writes a sentence in the reader's language. */
export type Say = (sentence: Message) => string;

/**
 * Long lists of choices, such as those of countries, get a field for a search below them, with what was found as buttons. Choosing sets the
 * list itself, so that its value is kept, shared and printed as before. The names of places are found in either language. The sheet
 * keeps the place of the field free before this program is there, so that nothing moves when it comes.
 */
export class SelectSearch {
  readonly #names: () => Promise<readonly NameSet[]>;
  readonly #say: Say;

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
    for (const search of root.querySelectorAll(`.${SEARCH_CLASS}`)) {
      const field = search.querySelector("input");
      const select = search.parentElement?.querySelector<HTMLSelectElement>(":scope > select");
      if (field && select) this.#label(field, select);
    }
  }

  /** Gives the long lists of an output their searches. A list that has become short keeps none. */
  arrange(output: Element): void {
    for (const select of output.querySelectorAll<HTMLSelectElement>("form > select")) {
      const form = select.parentElement!;
      const search = form.querySelector(`:scope > .${SEARCH_CLASS}`);
      // A form within a form belongs to it, and its owner lays it out.
      const isOffered = select.matches(LONG_LIST);
      if (isOffered && !search) form.append(this.#searchOf(select));
      else if (!isOffered) search?.remove();
    }
  }

  #searchOf(select: HTMLSelectElement): HTMLElement {
    const search = document.createElement("div");
    search.className = SEARCH_CLASS;
    const field = document.createElement("input");
    field.type = "search";
    field.autocomplete = "off";
    this.#label(field, select);
    const found = document.createElement("div");
    found.className = "found";
    found.setAttribute("role", "status");
    const choose = (option: HTMLOptionElement) => {
      choosing(select, option);
      field.value = "";
      found.replaceChildren();
    };
    const show = async () => {
      const names = field.value.trim() === "" ? [] : await this.#names();
      const matches = findOptions(select.options, field.value, names);
      found.replaceChildren(...matches.slice(0, MOST_FOUND).map((option) => buttonOf(option, choose)));
      if (matches.length === 0 && field.value.trim() !== "") found.textContent = this.#say(texts.none());
      return matches;
    };
    // Its own changes are none of the notebook's inputs.
    const keep = (event: Event) => event.stopPropagation();
    field.addEventListener("input", (event) => {
      keep(event);
      void show();
    });
    field.addEventListener("change", keep);
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      void show().then(([first]) => first && choose(first));
    });
    search.append(field, found);
    return search;
  }

  #label(field: HTMLInputElement, select: HTMLSelectElement): void {
    const of = select.parentElement?.querySelector("label")?.textContent?.trim();
    const text = this.#say(of ? texts.find({ label: of }) : texts.findAny());
    field.placeholder = text;
    field.setAttribute("aria-label", text);
  }
}

function buttonOf(option: HTMLOptionElement, choose: (option: HTMLOptionElement) => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = option.text;
  button.addEventListener("click", () => choose(option));
  return button;
}

/** Chooses an option as a reader would; in a list of several it is added. */
function choosing(select: HTMLSelectElement, option: HTMLOptionElement): void {
  if (select.multiple) option.selected = true;
  else select.value = option.value;
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
 * The options that match what was typed, the best first: whole names and codes, then beginnings, then parts. Each is found by the other
 * names of what it is called as well.
 */
export function findOptions<Option extends { readonly text: string; readonly disabled: boolean }>(
  options: Iterable<Option>,
  typed: string,
  names: readonly NameSet[],
): Option[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return [];
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
