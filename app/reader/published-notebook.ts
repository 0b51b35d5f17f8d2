import { countExercises } from "../../kernel/lesson/cells.ts";
import { reportOn } from "../../kernel/lesson/report.ts";
import type { FrameSettings } from "../../kernel/sandbox/protocol.ts";
import { slideActions } from "../actions/slide-actions.ts";
import { say } from "../language/speech.ts";
import { writeReportPage } from "../lesson/report-page.ts";
import { reportTexts } from "../lesson/report-texts.ts";
import { type Edited, LiveNotebook } from "../live/live-notebook.ts";
import { NotebookDocument } from "../live/notebook-document.ts";
import { downloadText } from "../session/file-pickers.ts";
import { noteStudy } from "../session/studies.ts";
import { noTyping } from "./no-typing.ts";
import { type PageElements, publicationOf } from "./page-elements.ts";
import { type Taken, takeLink } from "./shared-link.ts";
import { type Supply, servicesOf } from "./supply.ts";

/** What keys and buttons in the frame may ask of a built page. */
const pageActions: ReadonlySet<string> = new Set(["lesson-report", "close", ...slideActions.map(({ id }) => id)]);

/** The notebook of a built page, and what a reader has changed of it since it was built. */
export class PublishedNotebook {
  readonly live: LiveNotebook;
  readonly #name: string;
  /** Cells whose inputs were set otherwise than when the page was built. */
  readonly #changed = new Set<number>();

  /** `only` names the cells that are shown, where the page stands in another one. */
  constructor(
    page: PageElements,
    supply: Supply,
    program: Promise<string>,
    settings: FrameSettings,
    only: "all" | number[] | null = null,
  ) {
    const { data } = page;
    this.#name = data.name;
    const services = servicesOf(data, supply);
    const publication = { ...publicationOf(page), ...(only ? { only } : {}) };
    this.live = new LiveNotebook({
      document: new NotebookDocument(data.text),
      program,
      services: { ...services, describe: async (names) => data.tools.filter(({ name }) => names.includes(name)) },
      catalogue: data.catalogue,
      settings,
      typing: noTyping,
      uncertainty: { drawProgram: () => supply.draws() },
      // The report of a lesson, and what belongs to a presentation: a published page can do no more for a frame.
      allows: (action) => pageActions.has(action),
      note: (event) => noteStudy(data.name, event),
      opening: () => ({ published: { ...publication, changed: [...this.#changed] } }),
    });
    // The frame has its program, and this thread nothing to do until it has read that.
    this.live.addEventListener("started", () => services.begin(data.first), { once: true });
    this.live.addEventListener("edited", (event) => this.#edited((event as CustomEvent<Edited | null>).detail));
    this.live.addEventListener("action", (event) => {
      if ((event as CustomEvent<string>).detail === "lesson-report") this.#report();
    });
  }

  /** Makes of the notebook what a link says, before it is mounted. */
  takeLink(packed: string): Taken {
    const taken = takeLink(this.live.document, packed);
    for (const cell of taken.changed) this.#changed.add(cell);
    return taken;
  }

  #edited(edited: Edited | null): void {
    if (edited?.edit.type === "value") this.#changed.add(edited.edit.cell);
  }

  /** Saves what the reader did with the exercises, for the teacher, under a name of the reader's choice. */
  #report(): void {
    const name = prompt(say(reportTexts.name()), "");
    if (name === null) return;
    const { title, cells, study } = this.live;
    const report = reportOn(study, { notebook: this.#name, title, name, asked: countExercises(cells) }, Date.now());
    downloadText(`${this.#name}-report.html`, "text/html", writeReportPage(report));
  }
}
