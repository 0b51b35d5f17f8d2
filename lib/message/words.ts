/** Texts of messages in another language, by message code: one file per domain. */
export type Translations = Readonly<Record<string, string>>;

/** English patterns, each with its translation: for texts of engines, parsers and databases. */
export interface Pairs {
  readonly sentences: Readonly<Record<string, string>>;
  /** Phrases that are translated only within a sentence: a single word may be a name. */
  readonly parts: Readonly<Record<string, string>>;
  readonly between: Readonly<Record<string, string>>;
}

/** The texts of a language: plain data, so that a page can pass it to the frame of a notebook. */
export interface LanguageWords {
  readonly translations?: Translations;
  readonly externalPhrases?: Pairs;
}
