import { css } from "lit";

/** The styles of a reply, in the panel and in the palette. */
export const replyStyle = css`
  :host {
    display: block;
    font-size: var(--text-interface);
  }
  p {
    margin: 0;
  }
  .sentence {
    font-size: var(--text-body);
    line-height: 1.5;
  }
  .figure {
    font-variant-numeric: tabular-nums;
    color: var(--link);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
    white-space: nowrap;
  }
  .figure:hover {
    text-decoration-thickness: 2px;
  }
  .figure.moved {
    color: var(--ink-muted);
    text-decoration-style: dashed;
  }
  .note {
    margin-top: var(--space-1);
    color: var(--ink-muted);
    font-size: var(--text-small);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
    margin: var(--space-1) 0 0;
    padding: 0;
    list-style: none;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    max-width: 100%;
    min-height: 1.5rem;
    padding: 0 var(--space-2);
    gap: 0.35em;
    font-size: var(--text-small);
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--rule);
    border-radius: 0.75rem;
  }
  .chip.assumed {
    border-style: dashed;
    border-color: var(--rule-strong);
  }
  .chip .slot,
  .chip .mark {
    color: var(--ink-muted);
  }
  .chip .value {
    overflow-wrap: anywhere;
  }
  .chip select {
    min-width: 0;
    max-width: 14rem;
    height: 1.5rem;
    padding: 0;
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    cursor: pointer;
    text-overflow: ellipsis;
    field-sizing: content;
  }
  .chip input {
    width: 3.75rem;
    height: 1.5rem;
    padding: 0;
    font: inherit;
    font-variant-numeric: tabular-nums;
    color: inherit;
    background: none;
    border: 0;
  }
  .chip select option {
    color: var(--ink);
    background: var(--raised);
  }
  .chip:has(select, input) {
    border-color: var(--rule-strong);
    background: var(--raised);
  }
  .chip:has(:focus-visible) {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  .chip :focus-visible {
    outline: none;
  }
  .options {
    display: flex;
    flex-direction: column;
    align-items: start;
    gap: var(--space-1);
    margin: var(--space-2) 0 0;
    padding: 0;
    list-style: none;
  }
  .options .button {
    flex-wrap: wrap;
    max-width: 100%;
    text-align: start;
    column-gap: var(--space-2);
  }
  .effect {
    color: var(--ink-muted);
    font-variant-numeric: tabular-nums;
  }
  details {
    margin-top: var(--space-2);
  }
  summary {
    min-height: 1.5rem;
    line-height: 1.5rem;
    color: var(--ink-muted);
    cursor: pointer;
  }
  details ul {
    margin: var(--space-1) 0 0;
    padding-left: 1.25em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
  .failed {
    color: var(--state-failed);
  }
  .working {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 2rem;
    color: var(--ink-muted);
  }
`;

/** The styles of proposed cells: a gutter as of added lines. */
export const proposalStyle = css`
  :host {
    display: block;
    margin-top: var(--space-3);
    font-size: var(--text-interface);
  }
  h4 {
    margin: 0 0 var(--space-1);
    font-size: var(--text-small);
    font-weight: 600;
    color: var(--ink-muted);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--space-1) var(--space-2);
    margin-bottom: var(--space-1);
    padding: var(--space-1) var(--space-2);
    background: var(--sunken);
    border-left: 3px solid var(--state-fresh);
  }
  li:focus-visible {
    outline: 2px solid var(--focus);
  }
  li input {
    align-self: start;
    margin: 0.2rem 0 0;
  }
  pre {
    margin: 0;
    max-height: 9rem;
    overflow: auto;
    font-family: var(--font-code);
    font-size: var(--text-small);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .values {
    grid-column: 2;
    margin: 0;
    color: var(--ink-muted);
    font-size: var(--text-small);
    font-variant-numeric: tabular-nums;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
  .failed {
    margin: var(--space-2) 0 0;
    color: var(--state-failed);
  }
`;
