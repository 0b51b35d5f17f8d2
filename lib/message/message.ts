/** A text in the languages declared in the code. Others come from a translation file. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** The value of a hole: a name or number as it is, a message in the language of the whole, or a list of these. */
export type MessageValue = string | number | Message | readonly MessageValue[];

/**
 * A text for a person, as a value: it is transferred between realms unchanged, and is formatted where it is shown,
 * in the reader's language. It includes its declared texts, so that a page can show
 * a worker's message without loading the worker's code.
 */
export interface Message {
  /** `domain.key`, the key of translations. */
  readonly code: string;
  readonly texts: Text;
  readonly values: { readonly [hole: string]: MessageValue };
}

/** A message, or an external text: of an engine, a parser, the author of a notebook. */
export type Sentence = string | Message;

/** The names of the holes of a text. `{names:and}` and `{count:row|rows}` are holes called `names` and `count`. */
export type Hole<T extends string> = T extends `${string}{${infer Inner}}${infer Rest}`
  ? (Inner extends `${infer Name}:${string}` ? Name : Inner) | Hole<Rest>
  : never;

/** A value for a hole; values other than texts, numbers or messages are converted with String(). */
type Given = MessageValue | boolean | null | undefined;

/** The parameters of a text: none, or one record with a value for each hole. */
export type Values<T extends string> = [Hole<T>] extends [never] ? [] : [values: Record<Hole<T>, Given>];

/** For each declared text, the function that creates its message. */
export type Messages<Texts extends Readonly<Record<string, Text>>> = {
  readonly [Key in keyof Texts]: (...values: Values<Texts[Key]["en"]>) => Message;
};

/** Every text declared by the modules loaded so far, by code: the texts that a translation needs. */
export const declared = new Map<string, Text>();

/**
 * Declares messages of a domain, next to the code that uses them:
 *
 *     const texts = messages("mrio", { notSquare: { en: "Z has {rows} rows; …", zh: "Z 有 {rows} 行；…" } });
 *     throw new TableError(texts.notSquare({ rows }));
 *
 * A hole is `{name}`; `{names:and}`, `{names:or}` and `{names:lines}` set how a list is joined (by default with
 * commas); `{count:row|rows}` uses the first form for one and the second otherwise. Keys are unique within their domain.
 * A large domain has parts (`workbench.bar`); the part of a code before the first dot names its translation file.
 */
export function messages<const Texts extends Readonly<Record<string, Text>>>(
  domain: string,
  texts: Texts,
): Messages<Texts> {
  const made = Object.entries(texts).map(([key, text]) => {
    const code = `${domain}.${key}`;
    declared.set(code, text);
    // One shared value for a text without holes, because a result may contain it in thousands of rows.
    const fixed: Message = { code, texts: text, values: {} };
    return [key, (values?: Readonly<Record<string, Given>>) => (values ? message(code, text, values) : fixed)] as const;
  });
  return Object.fromEntries(made) as unknown as Messages<Texts>;
}

function message(code: string, texts: Text, given: Readonly<Record<string, Given>>): Message {
  const values: Record<string, MessageValue> = {};
  for (const [hole, value] of Object.entries(given)) {
    values[hole] = value === null || value === undefined || typeof value === "boolean" ? String(value) : value;
  }
  return { code, texts, values };
}

/**
 * An external text, such as an error of an engine or a database, as a message: it is shown as it is, or translated if the
 * language knows it. It has no code.
 */
export function foreign(words: string): Message {
  return { code: "", texts: { en: "{words}", zh: "{words}" }, values: { words } };
}

export function isMessage(value: unknown): value is Message {
  return typeof value === "object" && value !== null && "code" in value && "texts" in value && "values" in value;
}
