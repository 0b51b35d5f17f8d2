import { css } from "lit";

/** The styles of the top bar, from wide windows to phones. */
export const barStyle = css`
  :host {
    display: block;
    container-type: inline-size;
    position: relative;
    background: var(--surface);
    border-bottom: 1px solid var(--rule);
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    height: 3rem;
    padding: 0 var(--space-2);
  }
  .home {
    display: flex;
    padding: var(--space-1);
    border-radius: var(--radius-small);
  }
  .home:hover {
    background: var(--hover);
  }
  .mark {
    width: 2.5rem;
    height: 1.25rem;
  }
  .title {
    flex: 0 1 auto;
    field-sizing: content;
    min-width: 6rem;
    max-width: 26rem;
    height: 2rem;
    padding: 0 0.5rem;
    font: inherit;
    font-family: var(--font-prose);
    font-size: 1.0625rem;
    font-weight: 600;
    color: var(--ink);
    background: none;
    border: 1px solid transparent;
    border-radius: var(--radius-small);
    text-overflow: ellipsis;
  }
  .title:hover:not(:read-only) {
    border-color: var(--rule);
  }
  .title:focus {
    background: var(--paper);
    border-color: var(--rule-strong);
  }
  .save {
    flex: none;
    font-size: var(--text-small);
    color: var(--ink-muted);
    white-space: nowrap;
  }
  .save.failed,
  .save.conflict {
    color: var(--state-failed);
  }
  .failed-cells {
    flex: none;
    display: flex;
    align-items: center;
    gap: 0.25rem;
    min-height: 1.5rem;
    padding: 0 var(--space-2);
    border-radius: var(--radius-small);
    font-size: var(--text-small);
    white-space: nowrap;
    color: var(--state-failed);
    background: var(--failed-wash);
  }
  .failed-cells .short {
    display: none;
  }
  .gap {
    flex: 1 1 0;
  }
  .part {
    display: flex;
    align-items: center;
    gap: 2px;
  }
  .part + .part {
    padding-left: var(--space-2);
    margin-left: var(--space-1);
    border-left: 1px solid var(--rule);
  }
  .part .tool {
    position: relative;
  }
  /* Over the icon's corner, so that nothing moves when it appears. */
  .count {
    position: absolute;
    top: 0;
    left: 1.125rem;
    display: flex;
    align-items: center;
    gap: 1px;
    min-width: 1rem;
    padding: 0 0.1875rem;
    border-radius: 0.5rem;
    box-shadow: 0 0 0 1.5px var(--surface);
    font-size: 0.6875rem;
    font-weight: 600;
    line-height: 0.875rem;
    justify-content: center;
    font-variant-numeric: tabular-nums;
    color: var(--state-stale);
    background: var(--stale-wash);
  }
  .count.failed {
    left: auto;
    right: -0.3125rem;
    color: var(--state-failed);
    background: var(--failed-wash);
  }
  .running .tool[data-action="stop"] {
    color: var(--accent-ink);
    background: var(--accent);
  }
  .progress {
    position: absolute;
    inset: auto 0 -1px;
    height: 2px;
    overflow: hidden;
    opacity: 0;
    animation: appear 1ms 300ms forwards;
  }
  .progress::before {
    content: "";
    position: absolute;
    inset: 0;
    width: 30%;
    background: var(--accent);
    animation: pass 1.4s linear infinite;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  @keyframes pass {
    from {
      transform: translateX(-100%);
    }
    to {
      transform: translateX(433%);
    }
  }
  .small {
    display: none;
  }
  @container (max-width: 78rem) {
    .word {
      display: none;
    }
  }
  @container (max-width: 52rem) {
    .wide,
    .home {
      display: none;
    }
    .small {
      display: flex;
    }
    .title {
      flex: 1 1 6rem;
      max-width: none;
    }
    .gap,
    .failed-cells .long {
      display: none;
    }
    .failed-cells .short {
      display: inline;
    }
  }
  @container (max-width: 30rem) {
    .roomy {
      display: none;
    }
    .save.saved {
      display: none;
    }
    /* On a phone, the button gives its place to the title while nothing is stale, unless that would take the focus away. */
    .part .tool[data-action="run-stale"][aria-disabled="true"]:not(:focus) {
      display: none;
    }
    .part + .part {
      padding-left: var(--space-1);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .progress::before {
      width: 100%;
      opacity: 0.6;
      animation: none;
    }
  }
`;
