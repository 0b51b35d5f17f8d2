import type { Message } from "../../lib/message/message.ts";
import { LONG_LIST, SEARCH_CLASS } from "./long-list.ts";
import type { SelectSearch } from "./select-search.ts";

/** The program of the search in long lists. */
export type SearchModule = Pick<typeof import("./select-search.ts"), "placeSearch">;

/** Watches outputs for long lists of choices; the program that gives them a search is loaded with the first. */
export class ListSearch {
  readonly #load: () => Promise<SearchModule>;
  readonly #query: (request: object) => Promise<unknown>;
  readonly #say: (sentence: Message) => string;
  #search: SelectSearch | null = null;
  readonly #changes = new MutationObserver((changes) => {
    const outputs = new Set(changes.map(({ target }) => (target as Element).closest(".output")));
    for (const output of outputs) if (output) void this.#arrange(output);
  });

  /** @param query a query of data, by which the names of places are looked up */
  constructor(
    load: () => Promise<SearchModule>,
    query: (request: object) => Promise<unknown>,
    say: (sentence: Message) => string,
  ) {
    this.#load = load;
    this.#query = query;
    this.#say = say;
  }

  /** Watches the output of a cell for lists. */
  watch(output: Element): void {
    this.#changes.observe(output, { childList: true, subtree: true });
  }

  /** Labels every search again, in the current language. */
  refresh(root: Element): void {
    this.#search?.refresh(root);
  }

  async #arrange(output: Element): Promise<void> {
    if (!output.querySelector(`${LONG_LIST}, .${SEARCH_CLASS}`)) return;
    try {
      const { placeSearch } = await this.#load();
      this.#search ??= placeSearch(this.#query, this.#say);
    } catch {
      // Without the search, a list is a list; the next one that appears asks for it again.
      return;
    }
    this.#search.arrange(output);
  }
}
