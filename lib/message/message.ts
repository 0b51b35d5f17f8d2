/** A text in the languages that are written beside the code. Others come from a file of translations. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** What comes into a hole: a name or number as it is, a message in the language of the whole, or a list of such. */
export type MessageValue = string | number | Message | readonly MessageValue[];

/**
 * Something that is said to a person, as a value: it passes through walls between realms as it is, and is put into words
 * where it is shown, in the language of whoever reads it. It carries the texts it is declared with, so that a page can show
 * what a worker said without loading the worker's code.
 */
export interface Message {
  /** `domain.key`; a translation is found by it. */
  readonly code: string;
  readonly texts: Text;
  readonly values: { readonly [hole: string]: MessageValue };
}

/** A message, or the words of somebody else: an engine, a parser, the author of a notebook. */
export type Sentence = string | Message;

/** The names of the holes of a text. `{names:and}` and `{count:row|rows}` are holes called `names` and `count`. */
export type Hole<T extends string> = T extends `${string}{${infer Inner}}${infer Rest}`
  ? (Inner extends `${infer Name}:${string}` ? Name : Inner) | Hole<Rest>
  : never;

/** What may be given for a hole: what is no text, number or message is written as JavaScript writes it. */
type Given = MessageValue | boolean | null | undefined;

/** What a text asks for: nothing, or one record with a value for each hole. */
export type Values<T extends string> = [Hole<T>] extends [never] ? [] : [values: Record<Hole<T>, Given>];

/** For each declared text the function that makes its message. */
export type Messages<Texts extends Readonly<Record<string, Text>>> = {
  readonly [Key in keyof Texts]: (...values: Values<Texts[Key]["en"]>) => Message;
};

/** Every text that was declared by the modules loaded so far, by code: what a translation has to say. */
export const declared = new Map<string, Text>();

/**
 * Declares messages of a domain, beside the code that says them:
 *
 *     const said = messages("mrio", { notSquare: { en: "Z has {rows} rows; …", zh: "Z 有 {rows} 行；…" } });
 *     throw new TableError(said.notSquare({ rows }));
 *
 * A hole is `{name}`; `{names:and}`, `{names:or}` and `{names:lines}` say how a list is joined (by commas, where nothing is
 * said); `{count:row|rows}` takes the first form for one and the second otherwise. Keys are unique within their domain.
 * A large domain has parts (`workbench.bar`); what comes before the first dot of a code names the file of its translations.
 */
export function messages<const Texts extends Readonly<Record<string, Text>>>(
  domain: string,
  texts: Texts,
): Messages<Texts> {
  const made = Object.entries(texts).map(([key, text]) => {
    const code = `${domain}.${key}`;
    declared.set(code, text);
    // One value for all who say it without holes: thousands of rows of a result may.
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
 * The words of somebody else, such as an engine or a database, as a message: it says them as they are, or as the language
 * knows them. It has no code.
 */
export function foreign(words: string): Message {
  return { code: "", texts: { en: "{words}", zh: "{words}" }, values: { words } };
}

export function isMessage(value: unknown): value is Message {
  return typeof value === "object" && value !== null && "code" in value && "texts" in value && "values" in value;
}
