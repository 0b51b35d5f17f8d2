import { type Message, messages } from "../../lib/message/message.ts";

const texts = messages("design.combobox", {
  open: { en: "Show the list", zh: "显示列表" },
  chosen: { en: "Chosen: {label}", zh: "已选：{label}" },
  remove: { en: "Remove {name}", zh: "移除{name}" },
  added: { en: "{name} added", zh: "已添加{name}" },
  removed: { en: "{name} removed", zh: "已移除{name}" },
});

/** Something that can be chosen, by its code, with the name that is shown. */
export interface Choice {
  readonly code: string;
  readonly name: string;
}

/** Among what a combobox chooses. */
export interface Choices {
  /** Those that match what was typed and are not chosen yet, the best first; all of them for an empty text. */
  search(typed: string): Promise<readonly Choice[]>;
  /** Those that a list of names with commas between them means, and the names that mean none. */
  take(typed: string): Promise<{ readonly found: readonly Choice[]; readonly rest: readonly string[] }>;
  /** Those that are chosen and stand as chips; none where a choice replaces the one before, which is shown elsewhere. */
  readonly chosen: readonly Choice[];
  add(choices: readonly Choice[]): void;
  remove(choice: Choice): void;
}

/** The words of a combobox. */
export interface ComboboxWords {
  readonly label: string;
  readonly placeholder: string;
  /** That nothing has these names. */
  none(names: readonly string[]): string;
}

/** Marks of lists: what holds one is no name but several. */
const LIST = /[,，、;；\n]/;

/** The names of a list with commas between them. */
export function listed(typed: string): string[] {
  return typed
    .split(LIST)
    .map((part) => part.trim())
    .filter(Boolean);
}

let made = 0;

/**
 * A field in which choices are typed, with a list of those that match and chips of those that are chosen: the pattern "combobox" of
 * ARIA with a list box. Arrows move in the list, Enter or a press adds, Escape closes the list. A press on a chip, or Backspace, removes it;
 * from the empty field, the left arrow leads to the chips. It looks the same in the page and in the frame, which share its sheet.
 */
export class Combobox {
  readonly element = document.createElement("div");
  readonly #choices: Choices;
  readonly #words: () => ComboboxWords;
  readonly #say: (sentence: Message) => string;
  readonly #field = document.createElement("input");
  readonly #opener = document.createElement("button");
  readonly #list = document.createElement("ul");
  readonly #chips = document.createElement("ul");
  readonly #problem = document.createElement("p");
  readonly #status = document.createElement("p");
  #found: readonly Choice[] = [];
  #active = 0;
  #searches = 0;
  #unknown: readonly string[] = [];

  constructor(choices: Choices, words: () => ComboboxWords, say: (sentence: Message) => string) {
    this.#choices = choices;
    this.#words = words;
    this.#say = say;
    const id = `combobox-${++made}`;
    this.element.className = "combobox";
    const entry = document.createElement("div");
    entry.className = "combobox-entry";
    Object.assign(this.#chips, { className: "combobox-chips", role: "list" });
    Object.assign(this.#field, { type: "text", autocomplete: "off", spellcheck: false, role: "combobox" });
    this.#field.setAttribute("aria-autocomplete", "list");
    this.#field.setAttribute("aria-haspopup", "listbox");
    this.#field.setAttribute("aria-controls", `${id}-list`);
    this.#field.setAttribute("aria-describedby", `${id}-problem`);
    this.#opener.type = "button";
    this.#opener.className = "combobox-open";
    this.#opener.tabIndex = -1;
    this.#opener.textContent = "▾";
    this.#opener.setAttribute("aria-controls", `${id}-list`);
    Object.assign(this.#list, { id: `${id}-list`, className: "combobox-list", role: "listbox" });
    Object.assign(this.#problem, { id: `${id}-problem`, className: "combobox-problem", role: "alert" });
    Object.assign(this.#status, { className: "combobox-status", role: "status" });
    entry.append(this.#chips, this.#field, this.#opener, this.#list);
    this.element.append(entry, this.#problem, this.#status);
    this.#listen(entry);
    this.#close();
    this.refresh();
  }

  /** Shows what is chosen now, in the current language. */
  refresh(): void {
    const { label, placeholder, none } = this.#words();
    const { chosen } = this.#choices;
    this.#field.setAttribute("aria-label", label);
    this.#list.setAttribute("aria-label", label);
    this.#chips.setAttribute("aria-label", this.#say(texts.chosen({ label })));
    this.#opener.setAttribute("aria-label", this.#say(texts.open()));
    this.#field.placeholder = chosen.length > 0 ? "" : placeholder;
    this.#problem.textContent = this.#unknown.length > 0 ? none(this.#unknown) : "";
    this.#problem.hidden = this.#unknown.length === 0;
    this.#field.setAttribute("aria-invalid", String(this.#unknown.length > 0));
    this.#chips.hidden = chosen.length === 0;
    const drawn = [...this.#chips.querySelectorAll("button")].map(({ dataset, ariaLabel }) => [
      dataset.code,
      ariaLabel,
    ]);
    const wanted = chosen.map(({ code, name }) => [code, this.#say(texts.remove({ name }))]);
    // Those that stand already stay, so that the keyboard does not lose its place.
    if (JSON.stringify(drawn) !== JSON.stringify(wanted))
      this.#chips.replaceChildren(...chosen.map((choice) => this.#chipOf(choice)));
  }

  clear(): void {
    this.#field.value = "";
    this.#unknown = [];
    this.#close();
    this.refresh();
  }

  focus(): void {
    this.#field.focus();
  }

  /** Takes what stands in the field. False if one of its names is none: they stay. */
  async take(): Promise<boolean> {
    const typed = this.#field.value;
    if (typed.trim() === "") return true;
    const { found, rest } = await this.#choices.take(typed);
    this.#field.value = rest.join(", ");
    this.#unknown = rest;
    this.#close();
    this.#add(found);
    return rest.length === 0;
  }

  get #isOpen(): boolean {
    return !this.#list.hidden;
  }

  #listen(entry: HTMLElement): void {
    // Its own changes are none of the inputs around it.
    this.element.addEventListener("change", (event) => event.stopPropagation());
    this.element.addEventListener("input", (event) => {
      event.stopPropagation();
      this.#unknown = [];
      this.refresh();
      if (this.#field.value.trim() === "") this.#close();
      else void this.#open("first", (event as InputEvent).isComposing);
    });
    this.#field.addEventListener("keydown", (event) => this.#onKey(event));
    this.#chips.addEventListener("keydown", (event) => this.#onChipKey(event));
    this.element.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.element.contains(relatedTarget as Node | null)) this.#close();
    });
    // A press in the list or beside the field leaves the keyboard in the field.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    entry.addEventListener("click", ({ target }) => {
      if (target === entry || target === this.#chips) this.focus();
    });
    this.#opener.addEventListener("click", () => {
      const wasOpen = this.#isOpen;
      this.focus();
      if (wasOpen) this.#close();
      else void this.#open("first");
    });
  }

  /** @param isComposing whether what stands in the field is still being composed of keys, so that it is no name yet */
  async #open(at: "first" | "last", isComposing = false): Promise<void> {
    const search = ++this.#searches;
    const typed = this.#field.value;
    const isList = LIST.test(typed);
    const found = isList ? [] : await this.#choices.search(typed);
    if (search !== this.#searches) return;
    this.#found = found;
    if (found.length === 0) {
      const isNone = !isList && !isComposing && typed.trim() !== "";
      const { rest } = isNone ? await this.#choices.take(typed) : { rest: [] };
      if (search !== this.#searches) return;
      this.#unknown = rest;
      this.#close();
      this.refresh();
      return;
    }
    this.#list.replaceChildren(...found.map((choice, i) => this.#optionOf(choice, i)));
    this.#list.hidden = false;
    for (const each of [this.#field, this.#opener]) each.setAttribute("aria-expanded", "true");
    this.#mark(at === "first" ? 0 : found.length - 1);
  }

  #close(): void {
    this.#searches++;
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#found = [];
    for (const each of [this.#field, this.#opener]) each.setAttribute("aria-expanded", "false");
    this.#field.removeAttribute("aria-activedescendant");
  }

  #mark(at: number): void {
    this.#active = at;
    for (const [i, option] of [...this.#list.children].entries())
      option.setAttribute("aria-selected", String(i === at));
    const marked = this.#list.children[at]!;
    this.#field.setAttribute("aria-activedescendant", marked.id);
    marked.scrollIntoView({ block: "nearest" });
  }

  #optionOf(choice: Choice, at: number): HTMLElement {
    const option = document.createElement("li");
    Object.assign(option, { id: `${this.#list.id}-${at}`, role: "option", textContent: choice.name });
    option.dataset.code = choice.code;
    option.addEventListener("click", () => this.#choose(choice));
    return option;
  }

  #chipOf(choice: Choice): HTMLElement {
    const item = document.createElement("li");
    const chip = document.createElement("button");
    Object.assign(chip, { type: "button", className: "combobox-chip", textContent: choice.name });
    chip.dataset.code = choice.code;
    chip.setAttribute("aria-label", this.#say(texts.remove({ name: choice.name })));
    chip.addEventListener("click", () => this.#remove(choice));
    item.append(chip);
    return item;
  }

  #choose(choice: Choice): void {
    this.#field.value = "";
    this.#unknown = [];
    this.#close();
    this.#add([choice]);
    this.focus();
  }

  #add(choices: readonly Choice[]): void {
    if (choices.length > 0) {
      this.#choices.add(choices);
      this.#status.textContent = choices.map(({ name }) => this.#say(texts.added({ name }))).join(" ");
    }
    this.refresh();
  }

  /** Where the chip had the keyboard, that which follows gets it, or else the field. */
  #remove(choice: Choice): void {
    const at = this.#choices.chosen.findIndex(({ code }) => code === choice.code);
    const hadFocus = this.#chips.contains((this.element.getRootNode() as Document | ShadowRoot).activeElement);
    this.#choices.remove(choice);
    this.#status.textContent = this.#say(texts.removed({ name: choice.name }));
    this.refresh();
    if (!hadFocus) return;
    const chips = this.#chips.querySelectorAll("button");
    if (chips.length > 0) chips[Math.min(at, chips.length - 1)]!.focus();
    else this.focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { key } = event;
    const isEmpty = this.#field.value === "";
    const last = this.#choices.chosen.at(-1);
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const count = this.#found.length;
      if (this.#isOpen) this.#mark((this.#active + step + count) % count);
      else void this.#open(step > 0 ? "first" : "last");
    } else if (key === "Enter" && (this.#isOpen || this.#field.value.trim() !== "")) {
      event.preventDefault();
      const active = this.#isOpen ? this.#found[this.#active] : undefined;
      if (active) this.#choose(active);
      else void this.take();
    } else if (key === "Escape" && this.#isOpen) {
      // Only the list closes, and not the dialog around it.
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (key === "Backspace" && isEmpty && last) {
      event.preventDefault();
      this.#remove(last);
    } else if (key === "ArrowLeft" && isEmpty && last) {
      event.preventDefault();
      [...this.#chips.querySelectorAll("button")].at(-1)?.focus();
    }
  }

  #onChipKey(event: KeyboardEvent): void {
    const chips = [...this.#chips.querySelectorAll("button")];
    const at = chips.indexOf(event.target as HTMLButtonElement);
    const choice = this.#choices.chosen[at];
    if (!choice) return;
    if (event.key === "Backspace" || event.key === "Delete") this.#remove(choice);
    else if (event.key === "ArrowLeft") chips[Math.max(0, at - 1)]!.focus();
    else if (event.key === "ArrowRight") (chips[at + 1] ?? this.#field).focus();
    else return;
    event.preventDefault();
  }
}
