import { css } from "lit";

export const linesStyle = css`
  :host {
    display: block;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    margin-bottom: var(--space-2);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
  }
  .tools .find {
    flex: 1 1 12rem;
  }
  .lines {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .lines > li {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
    gap: var(--space-1) var(--space-4);
    padding: var(--space-3) 0;
    border-top: 1px solid var(--rule);
    line-height: 1.4;
  }
  .what,
  .taken {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .amount,
  .gives {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .gives {
    text-align: right;
    font-weight: 600;
  }
  .gives .muted {
    font-weight: 400;
  }
  small {
    display: block;
    font-size: var(--text-small);
    color: var(--ink-muted);
  }
  .sure {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    margin-right: var(--space-1);
    font-size: var(--text-small);
    color: var(--ink-muted);
  }
  .sure .icon {
    width: 1rem;
    height: 1rem;
    color: var(--state-fresh);
  }
  .nothing .sure,
  .look .sure {
    color: var(--state-stale);
  }
  .acts {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--space-2);
  }
  .acts .button {
    max-width: 100%;
    overflow-wrap: anywhere;
  }
  .own {
    padding: var(--space-1) 0;
    color: var(--link);
    font-size: var(--text-small);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  yuheng-account-line-editor {
    grid-column: 1 / -1;
  }
  .pages {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-3);
    padding: var(--space-3) 0;
  }
  @media (max-width: 40rem) {
    .lines > li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .what {
      grid-column: 1;
    }
    .gives {
      grid-column: 2;
      grid-row: 1;
    }
    .taken {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`;
