import { css } from "lit";

/** The styles of agents: a list of those that can be started, and a rail of phases for each that has begun. */
export const agentStyle = css`
  :host {
    display: block;
    font-size: var(--text-interface);
  }
  :host([hidden]) {
    display: none;
  }
  h3,
  p {
    margin: 0;
  }
  h3 {
    font-size: var(--text-interface);
    font-weight: 600;
  }
  .hint,
  .about,
  .remark {
    color: var(--ink-muted);
    font-size: var(--text-small);
  }
  details {
    padding: var(--space-2) var(--space-4);
    border-bottom: 1px solid var(--rule);
  }
  summary {
    min-height: 1.5rem;
    line-height: 1.5rem;
    color: var(--link);
    cursor: pointer;
  }
  .starts {
    display: flex;
    flex-direction: column;
    gap: var(--space-2);
    margin: var(--space-2) 0;
    padding: 0;
    list-style: none;
  }
  .starts .button {
    display: block;
    width: 100%;
    text-align: start;
  }
  .starts .about {
    display: block;
  }
  section:focus {
    outline: none;
  }
  section {
    padding: var(--space-3) var(--space-4);
    border-bottom: 1px solid var(--rule);
  }
  .rail {
    margin: var(--space-2) 0 0;
    padding: 0;
    list-style: none;
  }
  .station {
    position: relative;
    display: grid;
    grid-template-columns: 1.25rem minmax(0, 1fr) auto;
    column-gap: var(--space-2);
    padding-bottom: var(--space-2);
  }
  /* The rail between a mark and the next. */
  .station:not(:last-child)::before {
    content: "";
    position: absolute;
    top: 1.25rem;
    bottom: -0.125rem;
    left: calc(0.625rem - 1px);
    border-left: 2px solid var(--rule-strong);
  }
  .station.stands:not(:last-child)::before {
    border-color: var(--state-fresh);
  }
  .mark {
    display: flex;
    align-items: center;
    justify-content: center;
    width: 1.25rem;
    height: 1.5rem;
    color: var(--ink-muted);
  }
  .mark svg {
    width: 1rem;
    height: 1rem;
  }
  .stands .mark {
    color: var(--state-fresh);
  }
  .shut .mark,
  .shut .status,
  .gate {
    color: var(--state-failed);
  }
  .stale .mark,
  .stale .status {
    color: var(--state-stale);
  }
  .works .mark,
  .works .status,
  .computes .mark {
    color: var(--state-running);
  }
  .name {
    min-height: 1.5rem;
    line-height: 1.5rem;
    overflow-wrap: anywhere;
  }
  .station[aria-current] .name {
    font-weight: 600;
  }
  button.name {
    color: var(--link);
  }
  button.name:hover {
    text-decoration: underline;
  }
  .status {
    color: var(--ink-muted);
    font-size: var(--text-small);
    line-height: 1.5rem;
    white-space: nowrap;
  }
  .more {
    grid-column: 2 / -1;
    font-size: var(--text-small);
    overflow-wrap: anywhere;
  }
  .back {
    min-height: 1.5rem;
    color: var(--ink-muted);
    font-size: var(--text-small);
  }
  .back:hover {
    color: var(--link);
    text-decoration: underline;
  }
  .options {
    display: flex;
    flex-direction: column;
    align-items: start;
    gap: var(--space-1);
    margin: var(--space-1) 0 var(--space-2);
    padding: 0;
    list-style: none;
  }
  .options .button {
    max-width: 100%;
    text-align: start;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    margin-top: var(--space-1);
  }
  .problem {
    margin-top: var(--space-1);
    color: var(--state-failed);
  }
`;
