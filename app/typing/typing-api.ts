import { type Requests, trusted } from "../../kernel/boundary/rule.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import type { LanguageAnswers, LanguageRequest } from "../../kernel/services/language.ts";
import type { NotebookChange } from "./notebook-program.ts";
import type { RenamePlan } from "./renaming.ts";

/** What the page sends to the worker before a request: only changes. */
export interface TypingUpdate extends NotebookChange {
  readonly language?: "en" | "zh";
  readonly catalogue?: readonly DatasetEntry[];
}

/** The worker's answers: those of the service, except that a renaming is a plan that the page performs. */
export type TypingAnswer = Exclude<LanguageAnswers[LanguageRequest["type"]], { renamed: number[] }> | RenamePlan;

/** The worker's interface of the language service. */
export interface TypingApi {
  /** Loads the declarations from an address; the first call. */
  open(declarations: string): void;
  update(update: TypingUpdate): Promise<void>;
  ask(request: LanguageRequest): Promise<TypingAnswer>;
}

/** The page that starts the worker is trusted, and so is its program. */
export const typingRequests: Requests<TypingApi> = { open: [trusted], update: [trusted], ask: [trusted] };
