import { messageOf } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import { say } from "../../language/speech.ts";
import type { Session } from "../../session/contract.ts";
import type { ChartDialog } from "./chart-dialog.ts";

const texts = messages("workbench.chart", {
  notLoaded: { en: "The dialog for charts could not be loaded: {reason}", zh: "无法载入图表对话框：{reason}" },
});

/** The part of the page that charts use. */
export interface ChartPage {
  readonly session: Session | null;
  notify(sentence: () => string): void;
}

/** Opens the dialog of charts, whose program is loaded when it is first used. */
export class ChartController {
  readonly #page: ChartPage;
  #dialog: ChartDialog | null = null;

  constructor(page: ChartPage) {
    this.#page = page;
  }

  /** Shows the dialog: of a dataset, or of the cell that is chosen. */
  async open(dataset?: string): Promise<void> {
    const { session } = this.#page;
    if (!session) return;
    try {
      const [cell] = await Promise.all([session.chosenCell().catch(() => null), import("./chart-dialog.ts")]);
      if (session !== this.#page.session) return;
      this.#dialog ??= document
        .querySelector("yuheng-app")!
        .shadowRoot!.querySelector<ChartDialog>("yuheng-chart-dialog")!;
      // The page may not have rendered since the notebook was opened.
      this.#dialog.session = session;
      await this.#dialog.show({ dataset, cell });
    } catch (error) {
      const reason = messageOf(error);
      this.#page.notify(() => say(texts.notLoaded({ reason })));
    }
  }

  /** Returns false if it was not open. */
  close(): boolean {
    return this.#dialog?.close() ?? false;
  }
}
