import { css } from "lit";

/** The styles of buttons, fields and icons in all elements of the page. Colours and sizes are design tokens. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  [hidden] {
    display: none !important;
  }
  .icon {
    width: 1.25rem;
    height: 1.25rem;
    flex: none;
    display: block;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid transparent;
    border-radius: var(--radius-small);
    padding: 0;
    cursor: pointer;
    text-align: inherit;
  }
  a {
    color: var(--link);
    text-underline-offset: 0.15em;
  }
  .tool {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-1);
    min-width: 2rem;
    height: 2rem;
    padding: 0 0.375rem;
    font-size: var(--text-interface);
    white-space: nowrap;
    transition: background-color var(--quick);
  }
  @media (pointer: coarse) {
    .tool {
      min-width: 2.5rem;
      height: 2.5rem;
    }
  }
  .tool:hover {
    background: var(--hover);
  }
  .tool[aria-pressed="true"],
  .tool[aria-expanded="true"] {
    background: var(--selected);
  }
  .tool[aria-disabled="true"] {
    color: var(--ink-muted);
    opacity: 0.55;
    cursor: default;
    background: none;
  }
  .button {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    min-height: 2rem;
    padding: 0.25rem 0.75rem;
    border-color: var(--rule-strong);
    background: var(--raised);
    font-size: var(--text-interface);
  }
  .button:hover {
    background: var(--hover);
  }
  .button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
  }
  .button.primary:hover {
    filter: brightness(1.08);
  }
  .field {
    font: inherit;
    font-size: var(--text-interface);
    width: 100%;
    height: 2rem;
    padding: 0 0.625rem;
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--rule-strong);
    border-radius: var(--radius-small);
  }
  .field::placeholder {
    color: var(--ink-muted);
    opacity: 1;
  }
  .muted {
    color: var(--ink-muted);
  }
  .empty {
    margin: 0;
    padding: var(--space-4);
    color: var(--ink-muted);
    font-size: var(--text-interface);
  }
  code {
    font-family: var(--font-code);
    font-size: 0.9em;
  }
  kbd {
    font-family: var(--font-sans);
    font-size: var(--text-small);
    padding: 0.0625rem 0.375rem;
    border: 1px solid var(--rule);
    border-radius: var(--radius-small);
    background: var(--surface);
    color: var(--ink-muted);
    white-space: nowrap;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }
  .shape {
    flex: none;
    vertical-align: -0.125em;
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    white-space: nowrap;
  }
  .state.queued,
  .state.stopped,
  .state.paused {
    color: var(--state-queued);
  }
  .state.running {
    color: var(--state-running);
  }
  .state.stale,
  .state.blocked {
    color: var(--state-stale);
  }
  .state.failed {
    color: var(--state-failed);
  }
  .state.fresh {
    color: var(--ink-muted);
  }
  dialog {
    color: var(--ink);
    background: var(--raised);
    border: 1px solid var(--rule);
    border-radius: var(--radius-large);
    box-shadow: var(--shadow);
    padding: 0;
    max-width: calc(100vw - 2rem);
  }
  dialog::backdrop {
    background: var(--scrim);
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 1ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 1ms !important;
    }
  }
  @media (forced-colors: active) {
    .tool[aria-pressed="true"] {
      border-color: Highlight;
    }
  }
`;
