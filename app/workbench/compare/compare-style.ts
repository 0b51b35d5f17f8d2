import { css } from "lit";

export const compareStyle = css`
  dialog {
    width: min(70rem, calc(100vw - 1.5rem));
    max-height: calc(100dvh - 2rem);
    overflow: hidden;
    font-size: var(--text-interface);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  .head {
    padding: var(--space-4) var(--space-6) var(--space-3);
    border-bottom: 1px solid var(--rule);
  }
  h2 {
    margin: 0;
    font-family: var(--font-prose);
    font-size: var(--text-title);
    font-weight: 600;
    line-height: 1.25;
  }
  .head p {
    margin: var(--space-1) 0 0;
    color: var(--ink-muted);
  }
  .rows {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    margin: 0;
    padding: var(--space-3) var(--space-6) var(--space-4);
    background: var(--surface);
  }
  .row {
    margin: 0 0 var(--space-3);
    padding: 0;
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--raised);
    overflow: hidden;
  }
  .row.open {
    border-color: var(--state-stale);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-3);
    padding: var(--space-2) var(--space-2) var(--space-2) var(--space-3);
  }
  .name {
    flex: 0 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-family: var(--font-code);
  }
  .change {
    color: var(--ink-muted);
    font-size: var(--text-small);
  }
  .choices {
    display: flex;
    margin-left: auto;
  }
  .choices label {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    min-height: 2rem;
    padding: 0 var(--space-3);
    border: 1px solid var(--rule-strong);
    cursor: pointer;
  }
  .choices label + label {
    border-left: 0;
  }
  .choices label:first-child {
    border-radius: var(--radius-small) 0 0 var(--radius-small);
  }
  .choices label:last-child {
    border-radius: 0 var(--radius-small) var(--radius-small) 0;
  }
  .choices label:has(:checked) {
    background: var(--selected);
    font-weight: 600;
  }
  .choices input {
    margin: 0;
    accent-color: var(--accent);
  }
  summary {
    padding: var(--space-1) var(--space-3);
    border-top: 1px solid var(--rule);
    color: var(--ink-muted);
    font-size: var(--text-small);
    cursor: pointer;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-6);
    border-top: 1px solid var(--rule);
  }
  .foot .count {
    flex: 1 1 10rem;
    font-variant-numeric: tabular-nums;
  }
  .button[aria-disabled="true"] {
    opacity: 0.55;
    cursor: default;
    filter: none;
  }
  @media (max-width: 40rem) {
    .head,
    .rows,
    .foot {
      padding-left: var(--space-3);
      padding-right: var(--space-3);
    }
    .choices {
      margin-left: 0;
    }
  }
`;
