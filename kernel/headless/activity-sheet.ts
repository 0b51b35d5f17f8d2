/** The input for activity data without a file picker: its value is stored in the notebook, or set from outside. */
export function activitySheet(): HTMLElement & { value: unknown } {
  const element = document.createElement("div");
  element.className = "activity-sheet";
  return Object.assign(element, { value: { file: "", activity: [], columns: {} } });
}
