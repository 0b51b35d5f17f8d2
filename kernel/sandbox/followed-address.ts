/**
 * The longest address of a link that a reader may follow out of a notebook, in characters: they are shown the whole of it before it
 * is opened, and what leaves the notebook by a press is bounded by it.
 */
export const LONGEST_ADDRESS = 2_000;
