import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { nearestName } from "../../lib/tool/nearest-name.ts";
import { type CellError, errorOf, sentenceFields } from "./cell-error.ts";

const texts = messages("runtime", {
  unknownName: {
    en: "`{name}` is not defined in this notebook. Define it in a cell, or correct the name.",
    zh: "`{name}` 在这个笔记本中没有定义。请在单元格中定义它，或改正名称。",
  },
  unknownNameNear: {
    en: "`{name}` is not defined in this notebook. Did you mean `{near}`?",
    zh: "`{name}` 在这个笔记本中没有定义。您是不是要用 `{near}`？",
  },
  notDefined: {
    en: "{name} is not defined",
    zh: "{name} 未定义",
  },
});

/** The names that no cell defines: those of the library, and globals. */
export class GlobalNames {
  readonly library: Record<string, () => unknown>;
  readonly #global: (name: string) => unknown;
  readonly #elsewhere: (name: string) => Message | undefined;

  constructor(
    library: Record<string, () => unknown> = {},
    global = (name: string): unknown => (globalThis as Record<string, unknown>)[name],
    elsewhere = (_name: string): Message | undefined => undefined,
  ) {
    this.library = library;
    this.#global = global;
    this.#elsewhere = elsewhere;
  }

  /** The global with a name that the library does not define. */
  readonly global = (name: string): unknown => {
    const value = this.#global(name);
    if (value === undefined) throw new Fault(texts.notDefined({ name }));
    return value;
  };

  /** Why a name is not available: it does not exist, or reading the global threw. `defined` are the names of cells. */
  refusal(name: string, defined: Iterable<string>): CellError | undefined {
    if (name in this.library) return undefined;
    try {
      if (this.#global(name) !== undefined) return undefined;
    } catch (error) {
      return errorOf(error);
    }
    const instead = this.#elsewhere(name);
    if (instead) return { name: "unknown name", ...sentenceFields(instead) };
    const near = nearestName(name, [...defined, ...Object.keys(this.library)]);
    const message = near ? texts.unknownNameNear({ name, near }) : texts.unknownName({ name });
    return { name: "unknown name", ...sentenceFields(message) };
  }
}
