/** Programs that pass addresses on cut longer ones, in characters. */
export const LONGEST_LINK = 8000;
