type SourceCell = { readonly kind: string; readonly source: string };

/** Whether a cell asks an exercise. */
function isExercise({ kind, source }: SourceCell): boolean {
  return kind === "js" && /^\s*exercise\(/.test(source);
}

/** How many exercises a notebook asks. */
export function countExercises(cells: readonly SourceCell[]): number {
  return cells.filter(isExercise).length;
}

/** Whether a cell is where the reader answers: an exercise follows it. */
export function isAnswer(cells: readonly SourceCell[], index: number): boolean {
  const [cell, next] = [cells[index], cells[index + 1]];
  return cell?.kind === "js" && !isExercise(cell) && next !== undefined && isExercise(next);
}
