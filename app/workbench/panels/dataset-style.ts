import { css, html, nothing, type TemplateResult } from "lit";

/** The styles of an entry of the data panel: one line, and below it what there is to know and to do. */
export const datasetStyle = css`
  :host {
    display: block;
    font-size: var(--text-interface);
  }
  summary {
    display: grid;
    grid-template-columns: 1rem 1fr;
    gap: 0 var(--space-1);
    padding: 0.375rem var(--space-2);
    border-radius: var(--radius-small);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    background: var(--hover);
  }
  summary .icon {
    width: 1rem;
    height: 1rem;
    margin-top: 0.125rem;
    color: var(--ink-muted);
    transition: transform var(--quick);
  }
  details[open] > summary .icon {
    transform: rotate(90deg);
  }
  .title {
    line-height: 1.35;
  }
  .facts {
    grid-column: 2;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-2);
    font-size: var(--text-small);
    color: var(--ink-muted);
    font-variant-numeric: tabular-nums;
  }
  .body {
    padding: var(--space-1) var(--space-2) var(--space-4) 1.75rem;
  }
  .body > p {
    margin: 0 0 var(--space-3);
    line-height: 1.45;
  }
  .insert {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-bottom: var(--space-3);
  }
  .button {
    min-height: 1.875rem;
    padding: 0 0.625rem;
  }
  .button .icon {
    width: 1rem;
    height: 1rem;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    margin-bottom: var(--space-3);
    font-size: var(--text-small);
  }
  caption {
    position: absolute;
    clip-path: inset(50%);
  }
  th {
    text-align: left;
    font-weight: 600;
    color: var(--ink-muted);
  }
  th,
  td {
    padding: 0.1875rem var(--space-2) 0.1875rem 0;
    border-bottom: 1px solid var(--rule);
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  td:last-child,
  th:last-child {
    padding-right: 0;
  }
  .meaning {
    display: block;
    color: var(--ink-muted);
  }
  .unit {
    white-space: nowrap;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.25rem var(--space-3);
    margin: 0;
    font-size: var(--text-small);
    line-height: 1.4;
  }
  dt {
    color: var(--ink-muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .open {
    color: var(--state-stale);
  }
  .traps {
    margin: var(--space-3) 0 0;
    padding: var(--space-2) var(--space-3) var(--space-2) 1.5rem;
    background: var(--stale-wash);
    border-radius: var(--radius-small);
    font-size: var(--text-small);
    line-height: 1.45;
  }
  .traps li + li {
    margin-top: var(--space-1);
  }
`;

/** A fact with its name, in a list of such. */
export function fact(name: string, value: string | TemplateResult): TemplateResult | typeof nothing {
  return value === "" ? nothing : html`<dt>${name}</dt><dd>${value}</dd>`;
}
