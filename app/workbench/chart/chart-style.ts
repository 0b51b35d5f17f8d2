import { css, unsafeCSS } from "lit";
import combobox from "../../design/combobox.css?inline";

export const chartStyle = css`
  ${unsafeCSS(combobox)}
  :host {
    --dialog-width: 72rem;
    --edge: var(--space-6);
  }
  dialog {
    max-height: calc(100dvh - 2rem);
    padding: 0;
    overflow: hidden;
  }
  .sheet {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / 21rem minmax(0, 1fr);
    max-height: calc(100dvh - 2rem);
  }
  .head,
  .foot {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: var(--space-3);
    padding: var(--space-3) var(--edge);
  }
  .head {
    justify-content: space-between;
    border-bottom: 1px solid var(--rule);
  }
  .foot {
    justify-content: end;
    border-top: 1px solid var(--rule);
  }
  h2 {
    margin: 0;
  }
  .choices,
  .shown {
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding: var(--space-4) var(--edge);
  }
  .choices {
    display: grid;
    align-content: start;
    gap: var(--space-3);
    border-right: 1px solid var(--rule);
  }
  .shown {
    background: var(--paper);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend,
  .label,
  label > span:first-child {
    display: block;
    margin: 0 0 var(--space-1);
    padding: 0;
    font-size: var(--text-small);
    color: var(--ink-muted);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    min-height: 2rem;
    padding: 0.125rem 0.625rem;
    border: 1px solid var(--rule);
    border-radius: 1rem;
    font-size: var(--text-small);
    overflow-wrap: anywhere;
  }
  .chip:hover {
    background: var(--hover);
  }
  .chip[aria-pressed="true"] {
    border-color: var(--rule-strong);
    background: var(--selected);
    font-weight: 600;
  }
  .hint {
    margin: var(--space-1) 0 0;
    font-size: var(--text-small);
    color: var(--ink-muted);
  }
  .problem {
    margin: var(--space-1) 0 0;
    color: var(--state-failed);
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--space-2);
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 2rem;
  }
  .check input {
    flex: none;
    width: 1rem;
    height: 1rem;
    margin: 0;
  }
  label.check > span:first-child {
    margin: 0;
  }
  .preview {
    height: clamp(24rem, calc(100dvh - 17rem), 38rem);
  }
  .preview > iframe {
    display: block;
    width: 100%;
    height: 100%;
    border: 0;
  }
  details {
    margin-top: var(--space-3);
    font-size: var(--text-small);
  }
  pre {
    margin: var(--space-2) 0 0;
    padding: var(--space-3);
    overflow: auto;
    background: var(--surface);
    border-radius: var(--radius-small);
    font-family: var(--font-code);
    font-size: var(--text-small);
    line-height: 1.45;
  }
  .note {
    margin: 0;
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--rule-strong);
    line-height: 1.45;
  }
  @media (max-width: 52rem) {
    :host {
      --edge: var(--space-4);
    }
    .sheet {
      grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    }
    .body {
      display: block !important;
      overflow: auto;
      overscroll-behavior: contain;
    }
    .choices {
      border-right: 0;
    }
    .choices,
    .shown {
      overflow: visible;
    }
  }
  .body {
    display: contents;
  }
`;
