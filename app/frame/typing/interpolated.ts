import { findInterpolations } from "../../typing/interpolations.ts";

/** Whether a place in a cell of text is between the braces of a `${}`, where code stands. */
export function isInInterpolation(text: string, offset: number): boolean {
  return findInterpolations(text).some(({ from, to }) => from <= offset && offset <= to);
}
