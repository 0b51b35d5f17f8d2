import * as dom from "linkedom";

/**
 * The behaviour of form controls that linkedom lacks, as far as notebooks use it: numbers and dates of fields, ranges
 * with steps, checked state, selections, and the fields of a form by name. State is stored in attributes, so that it is part of
 * the serialised HTML.
 */
export function completeForms(): void {
  for (const { prototype } of [
    dom.HTMLInputElement,
    dom.HTMLSelectElement,
    dom.HTMLTextAreaElement,
    dom.HTMLFormElement,
  ]) {
    extend(prototype, {
      checkValidity: () => true,
      reportValidity: () => true,
      setCustomValidity: () => {},
    });
  }
  extend(dom.HTMLInputElement.prototype, inputParts);
  extend(dom.HTMLSelectElement.prototype, selectParts);
  // linkedom creates a form and a label as plain elements.
  extend(dom.HTMLElement.prototype, formParts);
  extend(dom.HTMLElement.prototype, labelParts);
}

function extend(prototype: object, parts: object): void {
  Object.defineProperties(prototype, Object.getOwnPropertyDescriptors(parts));
}

const inputParts: ThisType<HTMLInputElement> & object = {
  get type(): string {
    return (this.getAttribute("type") ?? "text").toLowerCase();
  },
  set type(type: string) {
    this.setAttribute("type", type);
  },
  get value(): string {
    const text = this.getAttribute("value");
    switch (this.type) {
      case "range":
        return withinRange(this, text);
      case "checkbox":
      case "radio":
        return text ?? "on";
      case "file":
        return "";
      case "color":
        return /^#[\da-f]{6}$/i.test(text ?? "") ? text!.toLowerCase() : "#000000";
      default:
        return text ?? "";
    }
  },
  set value(value: unknown) {
    const text = value === null || value === undefined ? "" : String(value);
    this.setAttribute("value", this.type === "range" ? withinRange(this, text) : text);
  },
  get valueAsNumber(): number {
    if (this.type === "date") return this.value === "" ? Number.NaN : Date.parse(this.value);
    return this.value === "" ? Number.NaN : Number(this.value);
  },
  set valueAsNumber(number: number) {
    this.value = Number.isNaN(number) ? "" : String(number);
  },
  get valueAsDate(): Date | null {
    const time = Date.parse(this.value);
    return Number.isNaN(time) ? null : new Date(time);
  },
  set valueAsDate(date: Date | null) {
    this.value = date ? date.toISOString().slice(0, 10) : "";
  },
  get checked(): boolean {
    return this.hasAttribute("checked");
  },
  set checked(checked: boolean) {
    if (checked && this.type === "radio") {
      for (const other of groupOf(this)) if (other !== this) other.removeAttribute("checked");
    }
    this.toggleAttribute("checked", Boolean(checked));
  },
  /** A click of the reader: boxes are ticked, and what listens learns of it, unless it was prevented. */
  click(): void {
    if (this.hasAttribute("disabled")) return;
    const before = checkedIn(this);
    const isBox = this.type === "checkbox" || this.type === "radio";
    if (isBox) this.checked = this.type === "radio" || !this.checked;
    const proceeds = this.dispatchEvent(new Event("click", { bubbles: true, cancelable: true }));
    if (isBox && !proceeds) for (const [field, checked] of before) field.toggleAttribute("checked", checked);
    if (!isBox || !proceeds || before.get(this) === this.checked) return;
    for (const type of ["input", "change"]) this.dispatchEvent(new Event(type, { bubbles: true }));
  },
  get multiple(): boolean {
    return this.hasAttribute("multiple");
  },
  get files(): readonly File[] {
    return [];
  },
  get form(): HTMLFormElement | null {
    return this.closest("form");
  },
  get labels(): Element[] {
    const wrapping = this.closest("label");
    if (wrapping) return [wrapping];
    const root = this.closest("form") ?? this.parentElement;
    return this.id ? [...(root?.querySelectorAll(`label[for="${this.id}"]`) ?? [])] : [];
  },
};

/** Whether a field and those of its group are checked. */
function checkedIn(input: HTMLInputElement): Map<HTMLInputElement, boolean> {
  return new Map([input, ...groupOf(input)].map((field) => [field, field.checked]));
}

function groupOf(input: HTMLInputElement): HTMLInputElement[] {
  const fields = [...(input.closest("form")?.querySelectorAll<HTMLInputElement>("input") ?? [])];
  return fields.filter(({ type, name }) => type === "radio" && name === input.name);
}

/** Sanitises the value of a range as browsers do: within its bounds, on a step, and in the middle by default. */
function withinRange(input: HTMLInputElement, text: string | null): string {
  const min = numberOf(input, "min", 0);
  const max = Math.max(min, numberOf(input, "max", 100));
  const requested = text === null || text.trim() === "" ? Number.NaN : Number(text);
  const value = Math.min(max, Math.max(min, Number.isNaN(requested) ? (min + max) / 2 : requested));
  const written = input.getAttribute("step") ?? "1";
  if (written === "any") return String(value);
  const step = Number(written) > 0 ? Number(written) : 1;
  const steps = Math.min(Math.round((value - min) / step), Math.floor((max - min) / step + 1e-9));
  const digits = Math.max(decimalsOf(String(step)), decimalsOf(String(min)));
  return String(Number((min + steps * step).toFixed(digits)));
}

function numberOf(input: HTMLInputElement, name: string, otherwise: number): number {
  const text = input.getAttribute(name);
  const number = text === null || text === "" ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : otherwise;
}

function decimalsOf(text: string): number {
  const [, decimals = "", exponent = "0"] = /^-?\d*(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  return Math.min(100, Math.max(0, decimals.length - Number(exponent)));
}

const selectParts: ThisType<HTMLSelectElement> & object = {
  get multiple(): boolean {
    return this.hasAttribute("multiple");
  },
  get type(): string {
    return this.multiple ? "select-multiple" : "select-one";
  },
  get length(): number {
    return this.options.length;
  },
  get selectedOptions(): HTMLOptionElement[] {
    const options = [...this.options];
    const chosen = options.filter((option) => option.hasAttribute("selected"));
    if (this.multiple) return chosen;
    const one =
      chosen.at(-1) ?? (this.hasAttribute("data-none") ? undefined : options.find(({ disabled }) => !disabled));
    return one ? [one] : [];
  },
  get selectedIndex(): number {
    const [first] = this.selectedOptions;
    return first ? [...this.options].indexOf(first) : -1;
  },
  set selectedIndex(index: number) {
    for (const [i, option] of [...this.options].entries()) option.toggleAttribute("selected", i === index);
    this.toggleAttribute("data-none", index < 0);
  },
  get value(): string {
    const [first] = this.selectedOptions;
    return first ? textOf(first) : "";
  },
  set value(value: unknown) {
    this.selectedIndex = [...this.options].findIndex((option) => textOf(option) === String(value));
  },
  [Symbol.iterator](): Iterator<HTMLOptionElement> {
    return [...this.options][Symbol.iterator]();
  },
};

function textOf(option: HTMLOptionElement): string {
  return option.getAttribute("value") ?? option.textContent?.trim() ?? "";
}

/** A label names its field also in HTML that no program has made alive yet. */
const labelParts: ThisType<HTMLLabelElement> & object = {
  get htmlFor(): string {
    return this.getAttribute("for") ?? "";
  },
  set htmlFor(id: string) {
    this.setAttribute("for", id);
  },
};

const formParts: ThisType<HTMLElement> & object = {
  get elements(): Element[] | undefined {
    if (this.localName !== "form") return undefined;
    const fields = [...this.querySelectorAll<HTMLInputElement>("input, select, textarea, button, output, fieldset")];
    for (const name of new Set(fields.map((field) => field.getAttribute("name") ?? ""))) {
      if (name === "" || name in fields) continue;
      const named = fields.filter((field) => field.getAttribute("name") === name);
      Object.defineProperty(fields, name, { value: named.length === 1 ? named[0] : radioList(named) });
    }
    return fields;
  },
  reset() {},
  submit() {},
};

/** Fields of one name; for radio buttons, `value` is that of the checked one. */
function radioList(fields: HTMLInputElement[]): HTMLInputElement[] & { value: string } {
  return Object.defineProperty(fields, "value", {
    get: () => fields.find(({ type, checked }) => type === "radio" && checked)?.value ?? "",
    set: (value: unknown) => {
      for (const field of fields) if (field.type === "radio") field.checked = field.value === String(value);
    },
  }) as HTMLInputElement[] & { value: string };
}
