import { useState } from 'react';
import { text } from '../text/en.ts';

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Light, dark, or as the system has it. `public/theme.js` sets it before the first paint. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(storedTheme);
  return (
    <label className="theme">
      <span className="unseen">{text.theme.label}</span>
      <select
        value={theme}
        onChange={(event) => {
          const chosen = THEMES.find((name) => name === event.target.value) ?? 'auto';
          apply(chosen);
          setTheme(chosen);
        }}
      >
        {THEMES.map((name) => (
          <option key={name} value={name}>
            {text.theme[name]}
          </option>
        ))}
      </select>
    </label>
  );
}

function storedTheme(): Theme {
  const stored = document.documentElement.dataset.theme;
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}

function apply(theme: Theme): void {
  if (theme === 'auto') {
    localStorage.removeItem('theme');
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem('theme', theme);
    document.documentElement.dataset.theme = theme;
  }
}
