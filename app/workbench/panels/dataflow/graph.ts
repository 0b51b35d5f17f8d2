import { css, html, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { isMarkdown } from "../../../../kernel/cell/kinds.ts";
import { messages } from "../../../../lib/message/message.ts";
import { controls } from "../../../design/controls.ts";
import { stateShape } from "../../../design/state-shape.ts";
import { stateTexts } from "../../../language/cell-states.ts";
import { writeCount, writeList } from "../../../language/figures.ts";
import { say, speech } from "../../../language/speech.ts";
import type { Session } from "../../../session/contract.ts";
import { cellListTexts } from "../../shell/cell-texts.ts";
import { nameCell } from "../../shell/cell-words.ts";
import { WorkbenchElement } from "../../shell/workbench-element.ts";
import { type Layout, layOut } from "./layout.ts";
import { findLinks } from "./links.ts";

export const graphTexts = messages("workbench.graph", {
  none: { en: "No cell reads another yet.", zh: "还没有单元格读取其他单元格。" },
  label: { en: "Dataflow: which cell reads which", zh: "数据流：单元格之间的读取关系" },
  alone: { en: "{count} {count:cell|cells} without connections", zh: "{count} 个单元格没有连接" },
  node: { en: "{name}, {state}", zh: "{name}，{state}" },
  reads: { en: "reads {names}", zh: "读取 {names}" },
  readBy: { en: "read by {names}", zh: "被 {names} 读取" },
});

const HEIGHT = 26;
const GAP = 6;
const MARGIN = 12;
/** The distance of the first lane from the rows, and of the lanes from each other. */
const FIRST_LANE = 14;
const LANE = 7;
const CORNER = 4;

/** The cells that read each other, in document order, each with its state, and lines from each cell to its readers. A press reveals the cell. */
export class DataflowGraph extends WorkbenchElement {
  static override properties = { highlighted: { state: true } };
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        font-size: var(--text-interface);
      }
      .scroller {
        flex: 1;
        min-height: 0;
        overflow: auto;
      }
      .sheet {
        position: relative;
      }
      svg.edges {
        position: absolute;
        inset: 0;
        overflow: visible;
        pointer-events: none;
      }
      .edge {
        fill: none;
        stroke: var(--rule-strong);
        stroke-width: 1.25;
      }
      .edge.lit {
        stroke: var(--accent);
        stroke-width: 2;
      }
      .edge.dim {
        opacity: 0.35;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      .node {
        position: absolute;
        display: flex;
        align-items: center;
        gap: 0.35em;
        right: ${MARGIN}px;
        height: ${HEIGHT}px;
        padding: 0 0.5rem;
        background: var(--paper);
        border: 1px solid var(--rule-strong);
        font-family: var(--font-code);
        font-size: var(--text-small);
      }
      .node:hover,
      .node:focus-visible {
        background: var(--hover);
      }
      .node.lit {
        border-color: var(--accent);
      }
      .node .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .node.prose .name {
        font-family: var(--font-prose);
        font-size: var(--text-interface);
      }
      .node.running,
      .node.queued {
        border-color: var(--state-running);
        color: var(--state-running);
      }
      .node.stale,
      .node.blocked {
        border-style: dashed;
        border-color: var(--state-stale);
        color: var(--state-stale);
      }
      .node.paused {
        border-style: double;
        border-width: 3px;
        color: var(--state-paused);
      }
      .node.failed {
        border-width: 2px;
        border-color: var(--state-failed);
        color: var(--state-failed);
        background: var(--failed-wash);
      }
      .alone {
        margin: 0;
        padding: var(--space-2) var(--space-3);
        border-top: 1px solid var(--rule);
        color: var(--ink-muted);
        font-size: var(--text-small);
      }
    `,
  ];

  /** The hovered or focused cell, whose edges are highlighted. */
  declare private highlighted: number | null;
  #layout: Layout | null = null;
  #drawn = "";

  constructor() {
    super();
    this.highlighted = null;
  }

  protected override render() {
    const { session } = this;
    if (!session) return nothing;
    const layout = this.#layOut(session);
    if (layout.rows.size === 0) return html`<p class="empty">${say(graphTexts.none())}</p>`;
    const height = 2 * MARGIN + layout.rows.size * (HEIGHT + GAP) - GAP;
    const cells = session.cells.filter(({ id }) => layout.rows.has(id));
    return html`<div class="scroller">
        <div class="sheet" style="height: ${height}px">
          ${guard([layout, this.highlighted], () => this.#renderEdges(layout, height))}
          <ul aria-label=${say(graphTexts.label())}>
            ${repeat(
              cells,
              ({ id }) => id,
              (cell) => {
                const report = session.reports.get(cell.id);
                const lit = this.#isLit(layout, cell.id);
                const seen = [layout, cell.source, report?.state.status, report?.outputs.join(), lit, speech.language];
                return html`<li>${guard(seen, () => this.#renderNode(session, layout, cell, lit))}</li>`;
              },
            )}
          </ul>
        </div>
      </div>
      ${layout.alone.length > 0 ? html`<p class="alone">${say(graphTexts.alone({ count: writeCount(layout.alone.length) }))}</p>` : nothing}`;
  }

  /** The layout, computed again only if the links have changed. */
  #layOut(session: Session): Layout {
    const links = findLinks(session);
    const drawn = JSON.stringify(links);
    if (this.#layout && drawn === this.#drawn) return this.#layout;
    this.#drawn = drawn;
    this.#layout = layOut(links);
    return this.#layout;
  }

  #renderEdges({ rows, edges, lanes, width }: Layout, height: number) {
    const left = leftOf(width);
    // Highlighted lines are drawn last, over the others.
    const isLit = ({ from, to }: { from: number; to: number }) => this.highlighted === from || this.highlighted === to;
    const drawn = [...edges.filter((edge) => !isLit(edge)), ...edges.filter(isLit)];
    return html`<svg class="edges" width=${left} height=${height} aria-hidden="true">
      ${drawn.map((edge) => {
        const [y1, y2] = [middleOf(rows.get(edge.from)!), middleOf(rows.get(edge.to)!)];
        const x = left - FIRST_LANE - LANE * lanes.get(edge.from)!;
        const turn = y2 > y1 ? CORNER : -CORNER;
        const line = `M${left} ${y1}H${x + CORNER}Q${x} ${y1} ${x} ${y1 + turn}V${y2 - turn}Q${x} ${y2} ${x + CORNER} ${y2}H${left}`;
        const arrow = `M${left - 5} ${y2 - 3.5}L${left} ${y2}L${left - 5} ${y2 + 3.5}`;
        const lit = this.highlighted === null ? "" : isLit(edge) ? "lit" : "dim";
        return svg`<path class="edge ${lit}" d="${line}${arrow}" />`;
      })}
    </svg>`;
  }

  #renderNode(session: Session, { rows, edges, width }: Layout, cell: Session["cells"][number], lit: boolean) {
    const y = middleOf(rows.get(cell.id)!) - HEIGHT / 2;
    const status = session.reports.get(cell.id)?.state.status ?? "queued";
    const name = nameCell(cell, session.reports.get(cell.id)) || say(cellListTexts.empty());
    const names = (ids: number[]) =>
      writeList(ids.map((id) => nameCell(session.cells.find((each) => each.id === id)!, session.reports.get(id))));
    const reads = edges.filter(({ to }) => to === cell.id).map(({ from }) => from);
    const readers = edges.filter(({ from }) => from === cell.id).map(({ to }) => to);
    const label = [
      say(graphTexts.node({ name, state: stateTexts[status]() })),
      reads.length > 0 ? say(graphTexts.reads({ names: names(reads) })) : "",
      readers.length > 0 ? say(graphTexts.readBy({ names: names(readers) })) : "",
    ]
      .filter(Boolean)
      .join("; ");
    const highlight = (at: number | null) => () => {
      this.highlighted = at;
    };
    return html`<button
      type="button"
      class="node ${isMarkdown(cell.kind) ? "prose" : ""} ${status} ${lit ? "lit" : ""}"
      style="left: ${leftOf(width)}px; top: ${y}px"
      title=${label}
      aria-label=${label}
      @click=${() => session.reveal(cell.id)}
      @pointerenter=${highlight(cell.id)}
      @pointerleave=${highlight(null)}
      @focus=${highlight(cell.id)}
      @blur=${highlight(null)}
    >
      ${stateShape(status)}<span class="name">${name}</span>
    </button>`;
  }

  #isLit({ edges }: Layout, id: number): boolean {
    const { highlighted } = this;
    if (highlighted === null || highlighted === id) return highlighted === id;
    return edges.some(({ from, to }) => (from === highlighted && to === id) || (to === highlighted && from === id));
  }
}

/** Where the rows begin, right of the lanes. */
function leftOf(lanes: number): number {
  return MARGIN + FIRST_LANE + LANE * Math.max(0, lanes - 1);
}

/** The middle of a row. */
function middleOf(row: number): number {
  return MARGIN + row * (HEIGHT + GAP) + HEIGHT / 2;
}

customElements.define("yuheng-dataflow-graph", DataflowGraph);
