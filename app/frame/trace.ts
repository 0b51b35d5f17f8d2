import { type Trace, traceOf, type TraceHost as ValueHost } from "../../kernel/trail/trace.ts";
import { say } from "../language/speech.ts";

export interface TraceHost extends ValueHost {
  trace(cell: number): void;
}

/** What `trace(value)` gives: a link to the trail's panel that carries the trail as plain data. */
export interface TraceLink extends HTMLElement {
  readonly value: Trace;
}

/** A link to where a value comes from, asked in a cell. */
export function traceLink(host: TraceHost, cell: number, value: unknown): TraceLink {
  const { maker, trace } = traceOf(host, cell, value);
  const link = document.createElement("button");
  link.type = "button";
  link.className = "link trace";
  link.textContent = say("trail.link", {
    cells: trace.cells.length,
    datasets: trace.datasets.length,
    tools: trace.tools.length,
  });
  link.addEventListener("click", () => maker !== undefined && host.trace(maker));
  return Object.assign(link, { value: trace });
}
