import { isLanguage } from "../language/languages.ts";

/** A reader's preferences for the pages of a site, stored in this browser. Null: as in the system and the notebook. */
export interface ReaderPreferences {
  theme: "light" | "dark" | null;
  language: string | null;
  /** Whether code is shown; a page opens without. */
  code: boolean;
}

const key = "yuheng.reader";

/** The stored preferences, checked, since an older version of the page may have written them. */
export function readPreferences(): ReaderPreferences {
  try {
    const { theme, language, code } = JSON.parse(localStorage.getItem(key) ?? "{}") ?? {};
    return {
      theme: theme === "light" || theme === "dark" ? theme : null,
      language: isLanguage(language) ? language : null,
      code: code === true,
    };
  } catch {
    return { theme: null, language: null, code: false };
  }
}

export function storePreferences(preferences: ReaderPreferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    // The storage is denied: the choice lasts until the page is closed.
  }
}
