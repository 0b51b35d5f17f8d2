import { html, nothing, render } from "lit";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { originOf } from "../../kernel/services/catalogue-phrases.ts";
import type { ToolDescription } from "../../kernel/services/compute/tool-description.ts";
import type { ServiceApi } from "../../kernel/services/service-api.ts";
import { datasetsOf, type Step, toolsOf } from "../../kernel/services/step.ts";
import { messages } from "../../lib/message/message.ts";
import { webAddress } from "../design/web-link.ts";
import { say, sayText } from "../language/speech.ts";

export const sourceTexts = messages("frame.sources", {
  between: { en: "; ", zh: "；" },
  title: { en: "Data, licences and methods", zh: "数据、许可与方法" },
});

/** The list at the end of a notebook: the datasets that its cells read, with their licences, and the methods. */
export class Sources {
  readonly element = document.createElement("footer");
  readonly #catalogue: readonly DatasetEntry[];
  readonly #services: Pick<ServiceApi, "describe">;
  #datasets: readonly DatasetEntry[] = [];
  #tools: readonly ToolDescription[] = [];
  #key = "";

  constructor(catalogue: readonly DatasetEntry[], services: Pick<ServiceApi, "describe">) {
    this.#catalogue = catalogue;
    this.#services = services;
    this.element.className = "sources";
    this.element.hidden = true;
  }

  /** Updates the list from the requests of all cells. */
  async update(steps: readonly Step[]): Promise<void> {
    const names = datasetsOf(steps);
    const tools = toolsOf(steps);
    const key = JSON.stringify([names, tools]);
    if (key === this.#key) return;
    this.#key = key;
    const described = await this.#services.describe(tools).catch(() => []);
    if (key !== this.#key) return;
    this.#datasets = this.#catalogue.filter(({ name }) => names.includes(name));
    this.#tools = described;
    this.refresh();
  }

  /** Renders the list again, in the current language. */
  refresh(): void {
    const citations = new Map(this.#datasets.map((entry) => [citationOf(entry), entry]));
    const references = new Set(this.#tools.flatMap((tool) => tool.references));
    this.element.hidden = citations.size + references.size === 0;
    render(
      html`<details>
        <summary>${say(sourceTexts.title())}</summary>
        <ul>
          ${[...citations].map(
            ([citation, entry]) =>
              html`<li>${citation} ${linked(say(originOf(entry).licence), entry.licence_url)}</li>`,
          )}
        </ul>
        ${
          references.size === 0
            ? nothing
            : html`<p>${this.#tools.map(({ title }) => sayText(title)).join(say(sourceTexts.between()))}</p>
              <ul>
                ${[...references].map((reference) => html`<li>${reference}</li>`)}
              </ul>`
        }
      </details>`,
      this.element,
    );
  }
}

/** Datasets of one publication share a line. */
function citationOf({ citation, publisher, vintage }: DatasetEntry): string {
  return citation || `${publisher}, ${vintage}`;
}

function linked(text: string, address: unknown) {
  const href = webAddress(address);
  return href === null ? text : html`<a href=${href}>${text}</a>`;
}
