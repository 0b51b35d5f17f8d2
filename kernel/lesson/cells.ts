type SourceCell = { readonly kind: string; readonly source: string };

/** Whether a cell contains an exercise. */
export function isExercise({ kind, source }: SourceCell): boolean {
  return kind === "js" && /^\s*exercise\(/.test(source);
}

/** The number of exercises in a notebook. */
export function countExercises(cells: readonly SourceCell[]): number {
  return cells.filter(isExercise).length;
}

/** Whether the reader answers in a cell: it is followed by an exercise. */
export function isAnswer(cells: readonly SourceCell[], index: number): boolean {
  const [cell, next] = [cells[index], cells[index + 1]];
  return cell?.kind === "js" && !isExercise(cell) && next !== undefined && isExercise(next);
}
