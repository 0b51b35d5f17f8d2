import { conversationSchema } from "../../lib/dialogue/conversation-schema.ts";
import type { AgentHost } from "../../lib/dialogue/host.ts";
import { loadLexiconFacts } from "../../lib/dialogue/lexicon/facts.ts";
import type { Lexicon } from "../../lib/dialogue/lexicon/lexicon.ts";
import { openLexicon } from "../../lib/dialogue/lexicon/open-lexicon.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import type { DatasetEntry } from "../services/catalogue.ts";
import { onceFor } from "../services/once-for.ts";
import { type CellReply, cellReply } from "./cell-reply.ts";
import { Dialogue, tableNames } from "./dialogue.ts";

const texts = messages("agent", {
  noQuestion: {
    en: "`ask` takes a question as a text of at most 2000 characters, or several turns: `{turns}`.",
    zh: "`ask` 的参数是不超过 2000 个字符的问题，或多轮提问：`{turns}`。",
  },
});

/** How several turns are written. */
const TURNS = 'ask({turns: ["CO2 of China in 2022", "and India?"]})';

/** The dialogue of a notebook's cells. Its words are read once; each question runs its tools by the host of the run that asks. */
export class CellDialogue {
  readonly #catalogue: readonly DatasetEntry[];
  readonly #words: AgentHost;
  readonly #lexicon = new Map<"lexicon", Promise<Lexicon>>();

  /** @param words reads the names of countries and gases, which are no part of any answer's sources */
  constructor(catalogue: readonly DatasetEntry[], words: AgentHost) {
    this.#catalogue = catalogue;
    this.#words = words;
  }

  /**
   * The reply to a question, or to the last of several turns. Rejects with a Fault for anything else, and with the signal's reason.
   * @param question what a cell gave: anything
   */
  async ask(question: unknown, host: AgentHost, signal: AbortSignal): Promise<CellReply> {
    const given = conversationSchema.safeParse(typeof question === "string" ? { turns: [question] } : question);
    if (!given.success) throw new Fault(texts.noQuestion({ turns: TURNS }));
    const lexicon = await onceFor(this.#lexicon, "lexicon", async () =>
      openLexicon({ ...(await loadLexiconFacts(this.#words)), tables: tableNames(this.#catalogue) }),
    );
    signal.throwIfAborted();
    return cellReply(await new Dialogue(host, lexicon, this.#catalogue).ask(given.data, signal));
  }
}
