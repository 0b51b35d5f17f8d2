import type { FrameSettings } from "../../kernel/sandbox/protocol.ts";
import { slideActions } from "../actions/slide-actions.ts";
import { type Edited, LiveNotebook } from "../live/live-notebook.ts";
import { NotebookDocument } from "../live/notebook-document.ts";
import { noteStudy } from "../session/studies.ts";
import { laterPart } from "./later-part.ts";
import { noTyping } from "./no-typing.ts";
import { type PageElements, publicationOf } from "./page-elements.ts";
import type { Taken } from "./shared-link.ts";
import { type Supply, servicesOf } from "./supply.ts";

/** What keys and buttons in the frame may ask of a built page. */
const pageActions: ReadonlySet<string> = new Set(["lesson-report", "close", ...slideActions.map(({ id }) => id)]);

/** The notebook of a built page, and what a reader has changed of it since it was built. */
export class PublishedNotebook {
  readonly live: LiveNotebook;
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
  }

  /** Makes of the notebook what a link says, before it is mounted. */
  async takeLink(packed: string): Promise<Taken> {
    const { takeLink } = await laterPart(import("./shared-link.ts"));
    const taken = takeLink(this.live.document, packed);
    for (const cell of taken.changed) this.#changed.add(cell);
    return taken;
  }

  #edited(edited: Edited | null): void {
    if (edited?.edit.type === "value") this.#changed.add(edited.edit.cell);
  }
}
