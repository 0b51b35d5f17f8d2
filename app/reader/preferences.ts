import { isLanguage } from "../language/languages.ts";

/** A reader's preferences for the pages of a site, stored in this browser. Null: as in the system and the notebook. */
export interface ReaderPreferences {
  theme: "light" | "dark" | null;
  language: string | null;
}

const key = "yuheng.reader";

/** The stored preferences, checked, since an older version of the page may have written them. */
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

export function storePreferences(preferences: ReaderPreferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    // The storage is denied: the choice lasts until the page is closed.
  }
}
