/** Longest link, in characters: other programs truncate longer ones. */
export const MAX_LINK_LENGTH = 8000;
