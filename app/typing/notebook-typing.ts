import { type Operation, readValues } from "../../kernel/document/index.ts";
import type { LanguageAnswer, LanguageRequest } from "../../kernel/services/language.ts";
import type { Sentence } from "../../lib/message/message.ts";
import { messages } from "../../lib/message/message.ts";
import type { RenamePlan } from "./renaming.ts";
import { type TypedNotebook, type TypingService, TypingUnavailable } from "./typing-service.ts";

const texts = messages("typing", {
  absent: {
    en: "The language service is not there.",
    zh: "语言服务不可用。",
  },
  unavailable: {
    en: "Completion, documentation and checks are not available: the language service did not start.",
    zh: "补全、文档与检查不可用：语言服务未能启动。",
  },
});

/** The part of an open notebook that the language service uses. */
export interface TypingHost {
  notebook(): TypedNotebook;
  /** Performs operations as one step of the document, and updates the frame. */
  perform(operations: readonly Operation[]): boolean;
  /** A name that a cell defines is about to be changed. */
  renamed(cell: number, from: string, to: string): void;
  /** Adds a message to the list of problems. */
  problem(sentence: Sentence): void;
}

/** The language service for one open notebook. */
export class NotebookTyping {
  readonly #service: TypingService;
  readonly #host: TypingHost;
  #off = false;

  constructor(service: TypingService, host: TypingHost) {
    this.#service = service;
    this.#host = host;
  }

  async ask(request: LanguageRequest): Promise<LanguageAnswer> {
    if (this.#off) throw new TypingUnavailable(texts.absent());
    try {
      const answer = await this.#service.ask(this, this.#host.notebook(), request);
      return answer && "cells" in answer ? this.#rename(answer) : answer;
    } catch (error) {
      if (!(error instanceof TypingUnavailable)) {
        console.warn("The language service could not answer.", error);
        return request.type === "diagnose" ? [] : null;
      }
      if (!this.#off) {
        this.#host.problem(texts.unavailable());
      }
      this.#off = true;
      throw error;
    }
  }

  /** Changes all cells in one step. A value that is stored or set under the old name is moved to the new one. */
  #rename(plan: RenamePlan): LanguageAnswer {
    const { from, to, output, definer } = plan;
    const { cells } = this.#host.notebook();
    const operations: Operation[] = plan.cells.flatMap(({ cell, edits }) =>
      edits.map((edit) => ({ type: "splice" as const, cell, ...edit })),
    );
    if (output !== undefined) operations.push({ type: "attribute", cell: output, name: "output", value: to });
    const values = readValues(cells.find(({ id }) => id === definer) ?? { attributes: {} }) ?? {};
    if (definer !== undefined && Object.hasOwn(values, from)) {
      operations.push({ type: "value", cell: definer, name: to, value: values[from]! });
      operations.push({ type: "value", cell: definer, name: from });
    }
    if (definer !== undefined) this.#host.renamed(definer, from, to);
    if (!this.#host.perform(operations)) return { refused: "nothing" };
    return {
      renamed: [...new Set([...plan.cells.map(({ cell }) => cell), ...(output === undefined ? [] : [output])])],
    };
  }
}
