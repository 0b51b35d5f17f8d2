import { findInterpolations } from "../../typing/interpolations.ts";

/** Whether an offset in a text cell is inside the braces of a `${}`, that is, in code. */
export function isInInterpolation(text: string, offset: number): boolean {
  return findInterpolations(text).some(({ from, to }) => from <= offset && offset <= to);
}
