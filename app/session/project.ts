/**
 * The project of a notebook named `PROJECT/NAME`: a folder in that of the person, with files of its own. Null for one that is in no
 * project.
 */
export function projectOf(name: string): string | null {
  const at = name.indexOf("/");
  return at < 0 ? null : name.slice(0, at);
}

/** The name of a notebook in its project. */
export function nameInProject(name: string): string {
  return name.slice(name.indexOf("/") + 1);
}

/** A notebook's name in a project; in none for null. */
export function namedIn(project: string | null, name: string): string {
  return project === null ? name : `${project}/${name}`;
}

/** What a notebook imports by name: first in its own project, then outside. Rejects with the reason why there is none. */
export async function readImported<File>(
  read: (name: string) => Promise<File>,
  importing: string,
  wanted: string,
): Promise<File> {
  const project = projectOf(importing);
  if (project === null) return read(wanted);
  return read(namedIn(project, wanted)).catch(() => read(wanted));
}
