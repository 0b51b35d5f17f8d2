import { isLanguage } from "../language/languages.ts";
/** How a reader wants the pages of a site; kept on this machine. Null: as the system and the notebook have it. */
export interface ReaderPreferences {
  theme: "light" | "dark" | null;
  language: string | null;
}

const key = "yuheng.reader";

/** What was kept, checked: an older page may have written it. */
export function readPreferences(): ReaderPreferences {
  try {
    const { theme, language } = JSON.parse(localStorage.getItem(key) ?? "{}") ?? {};
    return {
      theme: theme === "light" || theme === "dark" ? theme : null,
      language: isLanguage(language) ? language : null,
    };
  } catch {
    return { theme: null, language: null };
  }
}

export function keepPreferences(preferences: ReaderPreferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    // A forbidden storage: the choice holds until the page is closed.
  }
}
