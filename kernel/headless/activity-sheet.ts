/** The input for activity data where nobody can choose a file: it has what was kept with the notebook, or was set. */
export function activitySheet(): HTMLElement & { value: unknown } {
  const element = document.createElement("div");
  element.className = "activity-sheet";
  return Object.assign(element, { value: { file: "", activity: [], columns: {} } });
}
