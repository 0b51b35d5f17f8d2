import { css } from "lit";

export const accountStyle = css`
  :host {
    --dialog-width: 72rem;
    --edge: var(--space-6);
  }
  dialog {
    max-height: calc(100dvh - 1.5rem);
    padding: 0 var(--edge) var(--edge);
    overflow: auto;
    scroll-padding-top: 9rem;
  }
  dialog[open] {
    height: calc(100dvh - 1.5rem);
  }
  @media (max-width: 40rem) {
    :host {
      --edge: var(--space-4);
    }
  }
  .top {
    position: sticky;
    top: 0;
    z-index: 3;
    margin: 0 calc(-1 * var(--edge)) var(--space-4);
    padding: var(--space-4) var(--edge) var(--space-3);
    background: var(--raised);
    border-bottom: 1px solid var(--rule);
  }
  .head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--space-4);
  }
  h2 {
    font-size: var(--text-body);
    overflow-wrap: anywhere;
  }
  h3 {
    margin: var(--space-6) 0 var(--space-2);
    font-size: var(--text-body);
  }
  .answer {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
  }
  .headline {
    flex: 1 1 20rem;
    min-width: 0;
  }
  .headline p {
    margin: 0;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .headline .figure {
    font-family: var(--font-prose);
    font-size: var(--text-title);
  }
  @media (max-width: 40rem) {
    .headline .figure {
      font-size: var(--text-prose);
    }
  }
  [aria-busy="true"] .figure {
    color: var(--ink-muted);
  }
  progress {
    width: 12rem;
    max-width: 100%;
    accent-color: var(--accent);
  }
  .work {
    display: flex;
    flex: 1 0 100%;
    order: 1;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    font-size: var(--text-small);
    color: var(--ink-muted);
    font-variant-numeric: tabular-nums;
  }
  .ends {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .basics {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3);
  }
  .report {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-2) var(--space-3);
    margin-top: var(--space-3);
  }
  .statements {
    margin-top: var(--space-2);
  }
  .statements .fields {
    display: grid;
    gap: var(--space-2) var(--space-3);
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
    align-items: end;
  }
  .statements .field {
    width: 100%;
  }
  .statements label,
  .report label,
  .basics label {
    font-size: var(--text-small);
    color: var(--ink-muted);
  }
  .basics .year .field {
    width: 6.5rem;
  }
  .basics .region {
    flex: 1 1 14rem;
    max-width: 22rem;
  }
  .field {
    display: block;
    margin-top: 0.125rem;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
    font-size: var(--text-small);
    color: var(--ink-muted);
  }
  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
    margin-top: 0.125rem;
  }
  .kinds label {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    min-height: 2rem;
    padding: 0 var(--space-3);
    font-size: var(--text-interface);
    color: var(--ink);
    border: 1px solid var(--rule-strong);
    border-radius: var(--radius-small);
    cursor: pointer;
  }
  .kinds label:has(:checked) {
    border-color: var(--accent);
    background: var(--selected);
    font-weight: 600;
  }
  .kinds input {
    width: 1rem;
    height: 1rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .hint,
  .muted {
    margin: var(--space-1) 0;
    font-size: var(--text-small);
    color: var(--ink-muted);
    line-height: 1.45;
  }
  .problem {
    margin: var(--space-2) 0;
    color: var(--state-failed);
    line-height: 1.45;
  }
  details {
    margin-top: var(--space-4);
  }
  summary {
    padding: var(--space-1) 0;
    font-weight: 600;
    cursor: pointer;
  }
  .plain {
    margin: 0;
    padding-left: 1.25rem;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .link {
    color: var(--link);
    text-decoration: underline;
  }
`;
